"""What the pages of sessions and questions read from the database."""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import ReferenceIndex

from nido_portal.core.pages import path_of, published
from nido_portal.directory.models import Organisation, Person
from nido_portal.directory.related import RelatedLink, by_theme


def sessions() -> QuerySet[Any]:
    """Return the published sessions in the active language, the newest first."""
    from .models import SessionPage

    return published(SessionPage).order_by("-date", "title")


def questions() -> QuerySet[Any]:
    """Return the published questions in the active language with their experts."""
    from .models import QuestionPage

    return published(QuestionPage).select_related("expert__organisation").order_by("path")


def session_lists(theme_code: str) -> dict[str, Any]:
    """Return sessions to come and past ones, all or those of one theme, and the themes to choose from."""
    everything = list(sessions().prefetch_related("themes"))
    themes = {theme.code: theme for session in everything for theme in session.themes.all()}
    chosen = themes.get(theme_code)
    found = [session for session in everything if chosen is None or chosen in session.themes.all()]
    today = timezone.localdate()
    return {
        "upcoming": [session for session in reversed(found) if session.last_possible_day >= today],
        "past": [session for session in found if session.last_possible_day < today],
        "themes": sorted(themes.values(), key=lambda theme: theme.name.casefold()),
        "chosen_theme": chosen,
    }


def session_contents(page: Any) -> dict[str, Any]:
    """Return a session's speakers and themes, the questions that were answered, and the list of these parts."""
    speakers = [speaker.person for speaker in page.speakers.select_related("person__organisation")]
    answered = list(questions().filter(session__translation_key=page.translation_key))
    parts = [("speakers", _("Speakers"), speakers), ("questions", _("Questions answered by experts"), answered)]
    return {
        "speakers": speakers,
        "themes": list(page.themes.all()),
        "questions": answered,
        "closing_parts": [{"id": key, "title": title} for key, title, items in parts if items],
    }


def question_contents(page: Any) -> dict[str, Any]:
    """Return a question's session in the reader's language, its themes, and other questions."""
    session = None
    if page.session is not None:
        session = sessions().filter(translation_key=page.session.translation_key).first()
    return {
        "session": session,
        "themes": list(page.themes.all()),
        "other_questions": questions().exclude(pk=page.pk)[:5],
    }


def sessions_about(record: Any) -> QuerySet[Any] | None:
    """Return the sessions at which a person spoke, or that share a theme with a record."""
    if isinstance(record, Person):
        return sessions().filter(speakers__person=record)
    return by_theme(sessions(), record)


def questions_about(record: Any) -> QuerySet[Any] | None:
    """Return the questions that a person answered, or that share a theme with a record."""
    if isinstance(record, Person):
        return questions().filter(expert=record)
    return by_theme(questions(), record)


def statements_of(record: Any, request: HttpRequest) -> list[RelatedLink]:
    """Return what a person, or the persons of an organisation, said in published sessions."""
    if not isinstance(record, Person | Organisation):
        return []
    named = {} if isinstance(record, Person) else {person.pk: person.name for person in record.persons.all()}
    wanted = {record.pk: ""} if isinstance(record, Person) else named
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Person),
        to_object_id__in=[str(pk) for pk in wanted],
    ).values("object_id")
    found = sessions().annotate(key=Cast("pk", CharField())).filter(key__in=references)
    return [
        RelatedLink(session.title, path_of(session), f"{wanted[person]}: {text}" if wanted[person] else text)
        for session in found
        for person, text in statements_in(session.body.raw_data)
        if person in wanted
    ]


def statements_in(raw: Any) -> Iterator[tuple[int, str]]:
    """Yield the person's key and the text of every statement in a session's content, as it is stored."""
    for block in raw:
        if block["type"] == "statement":
            yield block["value"]["person"], block["value"]["text"]
        elif block["type"] == "tracks":
            for track in block["value"]["items"]:
                for statement in track["value"]["statements"]:
                    yield statement["value"]["person"], statement["value"]["text"]
