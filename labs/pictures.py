"""Which pictures go with which page: pairs of a template and what it draws."""

from typing import Any

from . import charts
from .filters import Row

Picture = tuple[str, Any]


def of_table(rows: list[Row]) -> list[Picture]:
    """Return the pictures of the benchmark, of the labs that the table shows."""
    if not rows:
        return []
    return [
        *sizes(rows),
        ("labs/charts/country_map.html", charts.build_country_map(rows)),
        ("labs/charts/timeline.html", charts.build_timeline(rows)),
    ]


def sizes(rows: list[Row]) -> list[Picture]:
    """Return budget against staff, and each of them as bars."""
    return [
        ("labs/charts/scatter.html", charts.build_scatter(rows)),
        ("labs/charts/bars.html", charts.build_bars(rows, "budget")),
        ("labs/charts/bars.html", charts.build_bars(rows, "staff")),
    ]


def of_comparison(rows: list[Row]) -> list[Picture]:
    """Return the sizes of some labs, and how each is governed; their bodies and shares are prefetched."""
    return [*sizes(rows), *((_governance(row)) for row in rows if not row.is_yours)]


def of_lab(row: Row) -> dict[str, Any]:
    """Return how a lab is governed, and who pays how much of its budget; the latter may be None."""
    return {"governance_chart": charts.build_governance(row), "share_bar": charts.build_share_bar(row)}


def _governance(row: Row) -> Picture:
    return ("labs/charts/governance.html", charts.build_governance(row))
