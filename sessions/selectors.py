"""What the pages of sessions and questions read from the database."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, ReferenceIndex

from nido_portal.directory.models import Person, Theme
from nido_portal.directory.related import RelatedGroup, RelatedLink, themes_of


def _published(model: type[Page]) -> QuerySet[Any]:
    return model.objects.live().public().filter(locale__language_code=get_language()).select_related("locale")


def sessions() -> QuerySet[Any]:
    """Return the published sessions in the active language, the newest first."""
    from .models import SessionPage

    return _published(SessionPage).order_by("-date", "title").prefetch_related("themes")


def questions() -> QuerySet[Any]:
    """Return the published questions in the active language with their experts."""
    from .models import QuestionPage

    return _published(QuestionPage).select_related("expert__organisation", "session").order_by("path")


def session_lists(theme_code: str) -> dict[str, Any]:
    """Return sessions to come and past ones, all or those of one theme, and the themes to choose from."""
    everything = list(sessions())
    themes = {theme.code: theme for session in everything for theme in session.themes.all()}
    chosen = themes.get(theme_code)
    found = [session for session in everything if chosen is None or chosen in session.themes.all()]
    today = timezone.localdate()
    return {
        "upcoming": [session for session in reversed(found) if session.date >= today],
        "past": [session for session in found if session.date < today],
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


def sessions_related_to(record: Any) -> RelatedGroup | None:
    """Return the sessions at which a person spoke, or that share a theme with a record."""
    if isinstance(record, Person):
        found = sessions().filter(speakers__person=record)
    else:
        themes = themes_of(record)
        if not themes:
            return None
        found = sessions().filter(themes__in=themes).distinct()
    return RelatedGroup(
        _("Sessions"), "session", [RelatedLink(session.title, session, session.summary) for session in found]
    )


def questions_related_to(record: Any) -> RelatedGroup | None:
    """Return the questions that a person answered, or that share a theme with a record."""
    if isinstance(record, Person):
        found = questions().filter(expert=record)
    else:
        themes = themes_of(record)
        if not themes:
            return None
        found = questions().filter(themes__in=themes).distinct()
    links = [RelatedLink(question.title, question, question.summary) for question in found]
    return RelatedGroup(_("Questions answered by experts"), "question", links)


def statements_related_to(record: Any) -> RelatedGroup | None:
    """Return what a person, or the persons of an organisation, said in published pages."""
    persons = _persons(record)
    if not persons:
        return None
    references = ReferenceIndex.objects.filter(
        to_content_type__app_label="directory",
        to_content_type__model="person",
        to_object_id__in=[str(pk) for pk in persons],
    ).values_list("object_id", flat=True)
    found = sessions().filter(pk__in={int(pk) for pk in references})
    links = [
        RelatedLink(session.title, session, f"{persons[person.pk]}{text}")
        for session in found
        for person, text in statements_in(session.body)
        if person.pk in persons
    ]
    return RelatedGroup(_("What was said"), "statement", links)


def _persons(record: Any) -> dict[int, str]:
    """Return the persons that a record stands for, with what to put before their statement."""
    if isinstance(record, Person):
        return {record.pk: ""}
    if isinstance(record, Theme) or not hasattr(record, "persons"):
        return {}
    return {person.pk: f"{person.name}: " for person in record.persons.all()}


def statements_in(body: Any) -> Iterator[tuple[Person, str]]:
    """Yield the person and the text of every statement in a session's content."""
    for block in body:
        if block.block_type == "statement":
            yield block.value["person"], block.value["text"]
        elif block.block_type == "tracks":
            for track in block.value["items"]:
                for statement in track["statements"]:
                    yield statement["person"], statement["text"]
