"""Since when each data set is there, when it last changed, and which years it covers."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max, Min
from wagtail.models import ModelLogEntry, Page

from labs.models import FigureChange, Lab, LabFigure, LabIndexPage
from nido_portal.core.pages import is_restricted
from sessions.models import QuestionPage, SessionPage
from toolbox.models import CyclePage, Phase, ToolPage

# The pages and rows that a data set is made of.
MADE_OF: dict[str, tuple[type[Page], type[Any] | None]] = {
    "labs": (LabIndexPage, Lab),
    "changes": (LabIndexPage, None),
    "phases": (CyclePage, Phase),
    "tools": (ToolPage, None),
    "sessions": (SessionPage, None),
    "questions": (QuestionPage, None),
}


@dataclass(frozen=True)
class Dates:
    """`issued` and `modified` are None where nothing is published; `covers` is from when to when the data is."""

    issued: datetime | None
    modified: datetime | None
    covers: tuple[date | None, date | None] = (None, None)


def dates() -> dict[str, Dates]:
    """Return the dates of each data set, from five queries."""
    published = _published()
    edited = _edited()
    changed = FigureChange.objects.aggregate(last=Max("at"))["last"]
    covers = _covered()
    found = {}
    for key, (page, model) in MADE_OF.items():
        first, last = published.get(page, (None, None))
        others = [edited.get(model), changed if key in ("labs", "changes") else None]
        modified = max((moment for moment in (last, *others) if moment is not None), default=None)
        since = (_day(first), _day(modified))
        found[key] = Dates(first, modified, covers[key] if any(covers.get(key, ())) else since)
    return found


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _published() -> dict[Any, tuple[datetime, datetime]]:
    """Return when pages of each type were first and last published."""
    rows = (
        Page.objects.live()
        .filter(~is_restricted(), last_published_at__isnull=False)
        .order_by()
        .values("content_type")
        .annotate(first=Min("first_published_at"), last=Max("last_published_at"))
    )
    types = {ContentType.objects.get_for_model(page).pk: page for page, _model in MADE_OF.values()}
    return {types[row["content_type"]]: (row["first"], row["last"]) for row in rows if row["content_type"] in types}


def _edited() -> dict[Any, datetime]:
    """Return when rows were last edited in the admin, by model."""
    types = {ContentType.objects.get_for_model(model).pk: model for _page, model in MADE_OF.values() if model}
    entries = ModelLogEntry.objects.filter(content_type__in=types).order_by().values("content_type")
    return {types[row["content_type"]]: row["last"] for row in entries.annotate(last=Max("timestamp"))}


def _covered() -> dict[str, tuple[date | None, date | None]]:
    years = LabFigure.objects.aggregate(first=Min("year"), last=Max("year"))
    days = SessionPage.objects.live().filter(~is_restricted()).aggregate(first=Min("date"), last=Max("date"))
    figures = (
        date(years["first"], 1, 1) if years["first"] else None,
        date(years["last"], 12, 31) if years["last"] else None,
    )
    return {"labs": figures, "sessions": (days["first"], days["last"]), "questions": (days["first"], days["last"])}
