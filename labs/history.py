"""Reads the public log of figures, for its page and its feed."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.utils import timezone
from django.utils.translation import gettext as _

from .cells import Cell, figure_cell
from .changes import FigureChange
from .figure import LabFigure
from .lab import Lab

PER_PAGE = 50


@dataclass(frozen=True)
class Change:
    """A line of the log in the reader's language.

    `lab` is None when it is gone; `before` and `after` are cells as the benchmark shows them, None
    where there was or is no figure. `old_year` is set where the year changed.
    """

    key: int
    identity: UUID
    at: datetime
    kind: str
    kind_label: str
    lab: Lab | None
    lab_name: str
    figure: str
    before: Cell | None
    after: Cell | None
    source: Any
    note: str

    @property
    def day(self) -> date:
        """The day in Belgium on which it changed."""
        return timezone.localdate(self.at)

    @property
    def sentence(self) -> str:
        """The change in one sentence, for the titles of a feed."""
        values = {"lab": self.lab_name, "figure": self.figure}
        if self.before is None and self.after is not None:
            return _("%(lab)s, %(figure)s: %(after)s (new)") % {**values, "after": self.after.text}
        if self.after is None and self.before is not None:
            return _("%(lab)s, %(figure)s: %(before)s (removed)") % {**values, "before": self.before.text}
        if self.before is None or self.after is None or self.before.text == self.after.text:
            return f"{self.lab_name}, {self.figure}: {self.note}".rstrip(": ")
        return _("%(lab)s, %(figure)s: from %(before)s to %(after)s") % {
            **values, "before": self.before.text, "after": self.after.text,
        }  # fmt: skip


@dataclass(frozen=True)
class Day:
    """The changes of one day, newest first."""

    date: date
    changes: list[Change]


def changes(limit: int = PER_PAGE) -> list[Change]:
    """Return the newest changes, newest first. Two queries."""
    return _read(list(FigureChange.objects.select_related("source")[:limit]))


def changes_page(number: str = "1") -> dict[str, Any]:
    """Return the context of the log's page: its days, and where in the log we are.

    Args:
        number: which page of the log; what isn't a number is the first page, beyond the last the last.
    """
    page: Page[FigureChange] = Paginator(FigureChange.objects.select_related("source"), PER_PAGE).get_page(number)
    lines = _read(list(page.object_list))
    days = [Day(day, list(group)) for day, group in groupby(lines, key=lambda change: change.day)]
    pager = {
        "previous_url": f"?page={page.previous_page_number()}" if page.has_previous() else "",
        "next_url": f"?page={page.next_page_number()}" if page.has_next() else "",
        "pages": [
            {"number": place, "url": f"?page={place}", "current": place == page.number}
            for place in page.paginator.get_elided_page_range(page.number)
            if isinstance(place, int)
        ],
    }
    return {"days": days, "pager": pager if page.has_other_pages() else None, "total": page.paginator.count}


def _read(lines: list[FigureChange]) -> list[Change]:
    labs = {lab.code: lab for lab in Lab.objects.filter(code__in={line.lab_code for line in lines})} if lines else {}
    return [_change(line, labs.get(line.lab_code)) for line in lines]


def _change(line: FigureChange, lab: Lab | None) -> Change:
    measure = str(line.get_measure_display())
    return Change(
        line.pk,
        line.identity,
        line.at,
        line.kind,
        str(line.get_kind_display()),
        lab,
        str(lab) if lab else line.lab_name,
        f"{measure}, {line.year}" if line.year else measure,
        _cell(line, line.before),
        _cell(line, line.after),
        line.source,
        _note(line),
    )


def _cell(line: FigureChange, state: dict[str, Any] | None) -> Cell | None:
    """Return the cell of a figure as it was, made of a figure that is never saved."""
    if state is None:
        return None
    kept = {name: value for name, value in state.items() if name != "source"}
    for name in ("value", "eur_value"):
        kept[name] = None if kept[name] is None else Decimal(kept[name])
    return figure_cell(LabFigure(measure=line.measure, **kept))


def _note(line: FigureChange) -> str:
    """Return what changed besides the value: the year, or the source alone."""
    before, after = line.before, line.after
    if before is None or after is None:
        return ""
    if before["year"] != after["year"]:
        if before["year"] is None:
            return _("The year was filled in.")
        return _("The year was %s before.") % before["year"]
    rest = {name for name in before if before[name] != after.get(name)}
    if rest == {"source"}:
        return _("Only the source changed.")
    if "eur_value" in rest and not rest & {"value", "unit"}:
        return _("The amount in EUR changed.")
    return ""
