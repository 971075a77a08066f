"""What the benchmark reads from the database."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from nido_portal.core.countries import country_name
from nido_portal.directory.models import Organisation, Person
from nido_portal.directory.related import RelatedLink, by_theme, record_links

from .cells import Cell, figure_cell, legend, missing_cell
from .figure import FundingShare, LabFigure
from .lab import Lab


@dataclass(frozen=True)
class Column:
    """A column of the table: its key in the address, heading, and how it is sorted now."""

    key: str
    heading: Any
    direction: str
    next_sort: str


@dataclass(frozen=True)
class Row:
    """One lab with its budget and staff cells; `network` is the lab below which a member stands."""

    lab: Lab
    budget: Cell
    staff: Cell
    network: Lab | None = None


HEADINGS = {
    "name": _("Lab"),
    "kind": _("Kind"),
    "country": _("Country"),
    "governance": _("Governance"),
    "budget": pgettext_lazy("of a lab", "Budget"),
    "staff": pgettext_lazy("of a lab", "Staff"),
    "founded": _("Founded"),
}


PARTS = {
    "role": _("Role"),
    "activities": _("What it does"),
    "figures": _("Figures"),
    "governance": _("Governance"),
    "members": _("Labs in this network"),
    "links": _("Read more elsewhere"),
}


def labs() -> QuerySet[Lab]:
    """Return all labs with what a table shows of them."""
    return Lab.objects.prefetch_related("figures__source")


def lab_table(sort: str) -> dict[str, Any]:
    """Return columns, rows and legend of the benchmark, sorted by `name`, `-budget` and so on.

    What isn't known comes last in either direction; a lab's name decides between equals. Labs of a network
    stand below it. An unknown way of sorting is ignored.
    """
    key, descending = sort.removeprefix("-"), sort.startswith("-")
    if key not in HEADINGS:
        key, descending = "name", False
    rows = [_row(lab) for lab in labs()]
    rows.sort(key=lambda row: _alphabetical(row.lab.name))
    known = [row for row in rows if _sort_value(row, key) is not None]
    known.sort(key=lambda row: _sort_value(row, key), reverse=descending)
    unknown = [row for row in rows if _sort_value(row, key) is None]
    columns = [
        Column(
            name,
            heading,
            "" if name != key else "descending" if descending else "ascending",
            f"-{name}" if name == key and not descending else name,
        )
        for name, heading in HEADINGS.items()
    ]
    return {
        "columns": columns,
        "rows": _with_members_below(known + unknown),
        "sort": key,
        "legend": legend(cell for row in rows for cell in (row.budget, row.staff)),
    }


def _row(lab: Lab) -> Row:
    figures = newest_figures(lab)
    return Row(lab, _cell(figures.get("budget")), _cell(figures.get("staff")), lab.parent)


def _with_members_below(rows: list[Row]) -> list[Row]:
    """Return the rows with each lab of a network right below the network, otherwise in their order."""
    members: dict[int, list[Row]] = {}
    for row in rows:
        if row.network is not None:
            members.setdefault(row.network.pk, []).append(row)
    ordered: list[Row] = []

    def add(row: Row) -> None:
        ordered.append(row)
        for member in members.get(row.lab.pk, []):
            add(member)

    for row in rows:
        if row.network is None:
            add(row)
    return ordered


def newest_figures(lab: Lab) -> dict[str, LabFigure]:
    """Return the newest figure of each measure; one without a year only where there is no other."""
    newest: dict[str, LabFigure] = {}
    for figure in sorted(lab.figures.all(), key=lambda figure: figure.year or 0):
        newest[figure.measure] = figure
    return newest


def _alphabetical(name: str) -> str:
    """Return what to sort a name by: letters with an accent stand with those without."""
    return unicodedata.normalize("NFKD", name).casefold()


def _cell(figure: LabFigure | None) -> Cell:
    return figure_cell(figure) if figure else missing_cell()


def _sort_value(row: Row, key: str) -> Any:
    values = {
        "name": _alphabetical(row.lab.name),
        "kind": str(row.lab.get_kind_display()),
        "country": country_name(row.lab.country),
        "governance": str(row.lab.get_governance_model_display()) or None,
        "budget": row.budget.comparable,
        "staff": row.staff.comparable,
        "founded": row.lab.founded,
    }
    return values[key]


def lab_contents(lab: Lab) -> dict[str, Any]:
    """Return all that a lab's own page shows: figures with shares, bodies, activities, links, family."""
    recorded = list(
        lab.figures.select_related("source").prefetch_related(
            Prefetch("shares", FundingShare.objects.select_related("organisation"))
        )
    )
    recorded.sort(key=lambda figure: LabFigure.Measure.values.index(figure.measure))
    cells = [figure_cell(figure) for figure in recorded]
    figures = [
        {"figure": figure, "cell": cell, "shares": shares, "shares_total": shares_total(shares)}
        for figure, cell in zip(recorded, cells, strict=True)
        for shares in [list(figure.shares.all())]
    ]
    contents: dict[str, Any] = {
        "figures": figures,
        "unknowns": legend(cells),
        "bodies": list(lab.bodies.prefetch_related("organisations")),
        "activities": list(lab.activities.all()),
        "links": list(lab.links.all()),
        "members": list(lab.members.all()),
        "themes": list(lab.themes.all()),
    }
    always = ("role", "governance")
    contents["contents"] = [
        {"id": part, "title": title} for part, title in PARTS.items() if part in always or contents[part]
    ]
    return contents


def shares_total(shares: Iterable[FundingShare]) -> Decimal | None:
    """Return what all payers pay together in EUR per year, or None where an amount isn't known."""
    totals = [share.total_eur for share in shares]
    known = [total for total in totals if total is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(totals) else None


def labs_about(record: Any, request: HttpRequest) -> list[RelatedLink]:
    """Return the labs that an organisation hosts, governs or funds, or that share a theme with a record."""
    if isinstance(record, Lab | Person):
        return []
    if isinstance(record, Organisation):
        condition = Q(host=record) | Q(bodies__organisations=record) | Q(figures__shares__organisation=record)
        return record_links(Lab.objects.filter(condition).distinct(), request)
    return record_links(by_theme(Lab.objects.all(), record) or [], request)
