"""How a figure is said: its value in the reader's language, or why there is none."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .figure import LabFigure

# A derived figure whose inputs are missing: no availability of a recorded figure.
NOT_COMPUTED = "not_computed"
EXPLANATIONS = {
    LabFigure.Availability.NOT_GIVEN: gettext_lazy("The source says nothing about it."),
    LabFigure.Availability.UNKNOWN: gettext_lazy("The source itself says that it isn't known."),
    LabFigure.Availability.NOT_PUBLISHED: gettext_lazy("The figure exists, but it isn't published."),
    LabFigure.Availability.NOT_APPLICABLE: gettext_lazy("The question doesn't apply to this lab."),
    LabFigure.Availability.STAFF_COST_ONLY: gettext_lazy(
        "There is no amount: the funding covers only the cost of the staff."
    ),
}


@dataclass(frozen=True)
class Cell:
    """What a cell of the benchmark shows.

    `text` is the value with its unit and precision, or the kind of unknown. `comparable` is the
    number to sort by: EUR, or a count; None where there is none. `period_missing` is true for an amount of
    which the source doesn't say whether it is a year's.
    """

    text: str
    availability: str
    comparable: Decimal | None = None
    eur_text: str = ""
    figure: Any = None
    period_missing: bool = False


@dataclass(frozen=True)
class Unknown:
    """A kind of unknown, for the legend of a table."""

    availability: str
    label: str
    explanation: str


def missing_cell() -> Cell:
    """Return the cell of a figure that nobody recorded: the source doesn't give it."""
    return Cell(_("Not given"), LabFigure.Availability.NOT_GIVEN)


def figure_cell(figure: LabFigure) -> Cell:
    """Return the cell of a recorded figure."""
    if figure.value is None:
        return Cell(str(figure.get_availability_display()), figure.availability, figure=figure)
    is_amount = figure.unit in (LabFigure.Unit.EUR, LabFigure.Unit.SEK)
    comparable = figure.in_eur if is_amount else figure.value
    eur_text = f"EUR {whole_number(figure.eur_value)}" if figure.eur_value is not None else ""
    return Cell(
        f"{precision_prefix(figure)}{with_unit(figure)}",
        figure.availability,
        comparable,
        eur_text,
        figure,
        period_missing=is_amount and not figure.period,
    )


def legend(cells: Iterable[Any]) -> list[Unknown]:
    """Return the kinds of unknown that occur in cells or facts, in the order of `EXPLANATIONS`."""
    used = {cell.availability for cell in cells}
    kinds = [
        Unknown(availability.value, str(availability.label), str(explanation))
        for availability, explanation in EXPLANATIONS.items()
        if availability.value in used
    ]
    if NOT_COMPUTED in used:
        kinds.append(Unknown(NOT_COMPUTED, _("Not computed"), _("A figure that it is computed from is missing.")))
    return kinds


def precision_prefix(figure: LabFigure) -> str:
    """Return 'about ' and the like, or nothing for an exact figure."""
    return "" if figure.precision == LabFigure.Precision.EXACT else f"{figure.get_precision_display()} "


def with_unit(figure: LabFigure) -> str:
    """Return '340.000 EUR', '10 staff members' and the like with the reader's separators."""
    if figure.unit in (LabFigure.Unit.EUR, LabFigure.Unit.SEK):
        period = f" {figure.get_period_display()}" if figure.period else ""
        return f"{figure.unit} {whole_number(figure.value)}{period}"
    return f"{whole_number(figure.value)} {figure.get_unit_display()}"


def whole_number(value: Decimal | None) -> str:
    """Return a number with the reader's separators, and decimals only where it has any."""
    if value is None:
        return ""
    return number_format(value, 0 if value == value.to_integral() else 2, force_grouping=True)
