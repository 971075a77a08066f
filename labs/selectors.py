"""What the benchmark reads from the database."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from nido_portal.directory.models import Organisation, Person
from nido_portal.directory.related import RelatedLink, by_theme, record_links

from . import pictures
from .cells import figure_cell, legend
from .figure import FundingShare, LabFigure
from .filters import Row
from .lab import Lab
from .series import series_of

PARTS = {
    "role": _("Role"),
    "activities": _("What it does"),
    "figures": _("Figures"),
    "governance": _("Governance"),
    "members": _("Labs in this network"),
    "links": _("Read more elsewhere"),
}


def labs() -> QuerySet[Lab]:
    """Return all labs with what their facts are read from."""
    figures = Prefetch("figures", LabFigure.objects.select_related("source"))
    return Lab.objects.prefetch_related(figures, "activities", "bodies")


def rows() -> list[Row]:
    """Return all labs with their facts in the active language."""
    return [Row.of(lab) for lab in labs()]


def with_details(labs: list[Lab]) -> list[Lab]:
    """Return labs with who pays their budgets and who sits in their bodies, read for all of them at once."""
    prefetch_related_objects(
        labs,
        Prefetch("figures", LabFigure.objects.select_related("source")),
        Prefetch("figures__shares", FundingShare.objects.select_related("organisation")),
        "bodies__organisations",
        "activities",
    )
    return labs


def lab_contents(lab: Lab) -> dict[str, Any]:
    """Return all that a lab's own page shows: figures with shares, bodies, activities, links, family."""
    with_details([lab])
    recorded = sorted(lab.figures.all(), key=lambda figure: LabFigure.Measure.values.index(figure.measure))
    cells = [figure_cell(figure) for figure in recorded]
    figures = [
        {"figure": figure, "cell": cell, "shares": shares, "shares_total": shares_total(shares)}
        for figure, cell in zip(recorded, cells, strict=True)
        for shares in [list(figure.shares.all())]
    ]
    contents: dict[str, Any] = {
        "figures": figures,
        "unknowns": legend(cells),
        "bodies": list(lab.bodies.all()),
        "activities": list(lab.activities.all()),
        "links": list(lab.links.all()),
        "members": list(lab.members.all()),
        "themes": list(lab.themes.all()),
        "series": series_of(recorded),
        **pictures.of_lab(Row.of(lab)),
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
