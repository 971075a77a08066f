"""Sessions and questions in the API."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from ninja import Query, Router

from nido_portal.core.pages import published
from nido_portal.directory.models import Person
from sessions.models import QuestionPage, SessionPage, SessionSpeaker
from sessions.selectors import statements_in

from .content import content_of, page_at, page_reference, translations_of
from .conversion import label, person, plain
from .paging import one_page
from .parameters import Parameters, QuestionParameters, SessionParameters
from .schemas.content import QuestionOut, QuestionPageOut, SessionDetailOut, SessionPageOut

router = Router(tags=["Sessions"])


def sessions() -> QuerySet[Any]:
    """Return the published sessions in the answer's language, the newest first, with speakers and themes."""
    speakers = Prefetch("speakers", SessionSpeaker.objects.select_related("person__organisation"))
    found = published(SessionPage).select_related("source").prefetch_related("themes", speakers)
    return found.order_by("-date", "title", "pk")


def questions() -> QuerySet[Any]:
    """Return the published questions in the answer's language with experts and themes."""
    found = published(QuestionPage).select_related("source", "expert__organisation", "session")
    return found.prefetch_related("themes").order_by("path")


@router.get(
    "/sessions", response=SessionPageOut, summary="Inspiration sessions and events", operation_id="list_sessions"
)
def list_sessions(request: HttpRequest, parameters: Query[SessionParameters]) -> dict[str, Any]:
    """The sessions that are published in the answer's language, the newest first."""
    wanted = {
        "kind": parameters.kind,
        "themes__code": parameters.theme,
        "date__gte": parameters.date_from,
        "date__lte": parameters.date_to,
    }
    found = sessions().filter(**{name: value for name, value in wanted.items() if value is not None})
    return one_page(request, parameters, found, _sessions)


@router.get("/sessions/{slug}", response=SessionDetailOut, summary="One session", operation_id="get_session")
def get_session(request: HttpRequest, slug: str, parameters: Query[Parameters]) -> dict[str, Any]:
    """A session by its slug in any language, or by its id, with what was said there."""
    session = page_at(sessions(), slug)
    said = list(statements_in(session.body.raw_data))
    persons = Person.objects.in_bulk([key for key, _text in said])
    answered = published(QuestionPage).filter(session__translation_key=session.translation_key).order_by("path")
    return {
        **_sessions([session])[0],
        "statements": [{"person": person(persons[key]), "text": text} for key, text in said if key in persons],
        "questions": [page_reference(question, "questions") for question in answered],
    }


def _sessions(pages: list[Any]) -> list[dict[str, Any]]:
    translations = translations_of(pages)
    return [
        {
            **content_of(session, "sessions", translations),
            "kind": label(session, "kind"),
            "date": session.date,
            "date_precision": session.date_precision,
            "location": session.location or None,
            "speakers": [person(speaker.person) for speaker in session.speakers.all()],
        }
        for session in pages
    ]


@router.get("/questions", response=QuestionPageOut, summary="Questions and answers", operation_id="list_questions")
def list_questions(request: HttpRequest, parameters: Query[QuestionParameters]) -> dict[str, Any]:
    """The questions that experts answered, published in the answer's language."""
    found = questions()
    if parameters.expert:
        found = found.filter(expert__code=parameters.expert)
    if parameters.theme:
        found = found.filter(themes__code=parameters.theme)
    return one_page(request, parameters, found, _questions)


@router.get("/questions/{slug}", response=QuestionOut, summary="One question", operation_id="get_question")
def get_question(request: HttpRequest, slug: str, parameters: Query[Parameters]) -> dict[str, Any]:
    """A question by its slug in any language, or by its id."""
    return _questions([page_at(questions(), slug)])[0]


def _questions(pages: list[Any]) -> list[dict[str, Any]]:
    translations = translations_of(pages)
    keys = {question.session.translation_key for question in pages if question.session is not None}
    held = {session.translation_key: session for session in published(SessionPage).filter(translation_key__in=keys)}
    return [
        {
            **content_of(question, "questions", translations),
            "context": plain(question.context),
            "answer": plain(question.answer) or "",
            "expert": person(question.expert),
            "session": _session_of(question, held),
        }
        for question in pages
    ]


def _session_of(question: Any, held: dict[Any, Any]) -> dict[str, Any] | None:
    """Return the session of a question in the answer's language, None where it isn't published in it."""
    session = held.get(question.session.translation_key) if question.session is not None else None
    return page_reference(session, "sessions") if session is not None else None
