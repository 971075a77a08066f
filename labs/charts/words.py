"""What pictures say: names, amounts and numbers in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import get_language, pgettext, pgettext_lazy
from django.utils.translation import gettext as _

from ..facts import Fact
from ..figure import LabFigure
from ..filters import Row
from ..lab import Lab

MEASURES = {"budget": pgettext_lazy("of a lab", "Budget"), "staff": pgettext_lazy("of a lab", "Staff")}
SHORT_AMOUNTS = ((Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))


@dataclass(frozen=True)
class TableRow:
    """A line of the table below a picture; `lab` is set where the heading may link to its page."""

    heading: str
    cells: list[str]
    lab: Lab | None = None


@dataclass(frozen=True)
class Table:
    """The same figures as in the picture, for those who would rather read."""

    headings: list[str]
    rows: list[TableRow]

    @property
    def lines(self) -> list[tuple[TableRow, list[tuple[str, str]]]]:
        """The rows, each with its cells and the headings that they stand under."""
        return [(row, list(zip(self.headings[1:], row.cells, strict=True))) for row in self.rows]


@dataclass(frozen=True)
class LeftOut:
    """Labs that aren't in a picture, and why: the kind of unknown."""

    reason: str
    names: list[str]


def translated(record: Any, name: str) -> tuple[str, str]:
    """Return a field in the reader's language, or in Dutch with 'nl' as second part."""
    own = getattr(record, f"{name}_{get_language()}", "")
    return (own, "") if own else (getattr(record, f"{name}_nl", "") or "", "nl")


def name_of(row: Row) -> str:
    """Return the short name of a lab; for a reader's own lab the one it was given."""
    return translated(row.lab, "short_name")[0] or row.facts["name"].text


def page_of(row: Row) -> Lab | None:
    """Return the lab if it has a page of its own, None for the reader's lab."""
    return None if row.is_yours else row.lab


def amount(fact: Fact) -> str:
    """Return a figure as the benchmark says it, with the EUR of another currency after it."""
    return f"{fact.text} ({fact.eur_text})" if fact.eur_text else fact.text


def drawn_amount(fact: Fact) -> str:
    """Return what is drawn of a figure: EUR for an amount in another currency, else as the benchmark says it."""
    if not fact.eur_text:
        return fact.text
    exact = fact.precision in ("", LabFigure.Precision.EXACT)
    words = ["" if exact else str(LabFigure.Precision(fact.precision).label), fact.eur_text]
    if fact.figure is not None and fact.figure.period:
        words.append(str(fact.figure.get_period_display()))
    return " ".join(word for word in words if word)


def short_number(value: float) -> str:
    """Return a round number as short as an axis needs it: 5, 200, 10.000, 50 m."""
    number = Decimal(str(value))
    for size, unit in SHORT_AMOUNTS:
        if number >= size:
            text = number_format((number / size).normalize(), use_l10n=True)
            if unit == "bn":
                return pgettext("thousand million, on an axis", "%s bn") % text
            return pgettext("million, on an axis", "%s m") % text
    return number_format(number.normalize() if number % 1 else int(number), force_grouping=True)


def caution(fact: Fact) -> str:
    """Return why a figure is to be read with care, or ''."""
    if fact.figure is not None and fact.unit in ("EUR", "SEK") and not fact.figure.period:
        return _("The source doesn't say what period the amount is for.")
    if fact.unit == "fte":
        return _("Counts full-time staff, not heads.")
    if fact.precision not in ("", LabFigure.Precision.EXACT):
        return _("The figure isn't exact.")
    return ""


def left_out(rows: Iterable[Row], key: str) -> list[LeftOut]:
    """Return rows by the kind of unknown of a fact, each kind with the names of its labs."""
    groups: dict[str, list[str]] = {}
    for row in rows:
        fact = row.facts[key]
        reason = _("No amount in EUR") if fact.is_known and fact.order is None else fact.text
        groups.setdefault(reason, []).append(name_of(row))
    return [LeftOut(reason, names) for reason, names in groups.items()]


def listed(names: Iterable[str]) -> str:
    """Return names with commas between."""
    return ", ".join(names)
