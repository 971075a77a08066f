"""What a reader asks of the benchmark in the address: filters, ranges and order."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from nido_portal.core.countries import country_name

from .facts import BY_KEY, Fact, facts_of
from .lab import Lab, LabActivity

LARGEST = Decimal(10) ** 12


@dataclass(frozen=True)
class Row:
    """A lab with its facts; `is_yours` marks the reader's own (planned) lab."""

    lab: Lab
    facts: dict[str, Fact]
    is_yours: bool = False

    @classmethod
    def of(cls, lab: Lab, is_yours: bool = False) -> "Row":
        return cls(lab, facts_of(lab), is_yours)


@dataclass(frozen=True)
class Facet:
    """A list of choices: its parameter, heading, the label of a choice, and which choices a lab has."""

    key: str
    heading: str | Promise
    label: Callable[[str], str]
    choices_of: Callable[[Row], list[str]]


@dataclass(frozen=True)
class Choice:
    """A choice with the number of labs behind it, and the address that switches it."""

    value: str
    label: str
    count: int
    is_chosen: bool
    url: str


@dataclass(frozen=True)
class Chip:
    """Something that is applied, and the address without it."""

    label: str
    url: str


def _labels(choices: Any) -> Callable[[str], str]:
    return lambda value: str(dict(choices).get(value, value))


def _one(key: str) -> Callable[[Row], list[str]]:
    return lambda row: [row.facts[key].value] if row.facts[key].value else []


FACETS = [
    Facet("kind", gettext_lazy("Kind"), _labels(Lab.Kind.choices), _one("kind")),
    Facet("country", gettext_lazy("Country"), country_name, _one("country")),
    Facet("level", gettext_lazy("Level of government"), _labels(Lab.Level.choices), _one("level")),
    Facet("governance", gettext_lazy("Governance model"), _labels(Lab.GovernanceModel.choices),
          _one("governance_model")),
    Facet("activity", gettext_lazy("Activities"), _labels(LabActivity.Kind.choices),
          lambda row: row.facts["activities"].value or []),
]  # fmt: skip
RANGES = {
    "budget": pgettext_lazy("of a lab", "Budget"),
    "staff": pgettext_lazy("of a lab", "Staff"),
}


@dataclass
class Question:
    """The part of an address that the benchmark understands; the rest is ignored.

    `chosen` holds known choices by facet; `ranges` the bounds by parameter (`budget_min` in EUR,
    `staff_max` in people); `mistakes` what was wrong with a bound, by parameter.
    """

    chosen: dict[str, list[str]] = field(default_factory=dict)
    ranges: dict[str, Decimal] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    mistakes: dict[str, str] = field(default_factory=dict)
    sort: str = "name"

    @classmethod
    def read(cls, parameters: QueryDict, rows: Iterable[Row]) -> "Question":
        """Return what an address asks; unknown choices and ways of sorting are ignored."""
        rows = list(rows)
        question = cls()
        for facet in FACETS:
            existing = {value for row in rows for value in facet.choices_of(row)}
            wanted = [value for value in dict.fromkeys(parameters.getlist(facet.key)) if value in existing]
            if wanted:
                question.chosen[facet.key] = wanted
        for name in RANGES:
            for bound in (f"{name}_min", f"{name}_max"):
                question._read_bound(bound, parameters.get(bound, ""))
        sort = parameters.get("sort", "name")
        question.sort = sort if sort.removeprefix("-") in BY_KEY else "name"
        return question

    def _read_bound(self, bound: str, text: str) -> None:
        text = text.strip()[:40]
        if not text:
            return
        self.typed[bound] = text
        number = read_number(text)
        if number is None:
            self.mistakes[bound] = _("Fill in a number, such as 300000.")
        elif not 0 <= number <= LARGEST:
            self.mistakes[bound] = _("Fill in a number from 0 to 1,000,000,000,000.")
        else:
            self.ranges[bound] = number

    def matches(self, row: Row, but: str = "") -> bool:
        """Return whether a lab fits, leaving one facet out of account: that is how its choices are counted."""
        for facet in FACETS:
            wanted = self.chosen.get(facet.key)
            if wanted and facet.key != but and not set(wanted) & set(facet.choices_of(row)):
                return False
        for name in RANGES:
            known = row.facts[name].order
            low, high = self.ranges.get(f"{name}_min"), self.ranges.get(f"{name}_max")
            if (low is not None or high is not None) and known is None:
                return False
            if (low is not None and known < low) or (high is not None and known > high):
                return False
        return True

    def address(self, **changes: Any) -> str:
        """Return the query string of this question with some parts changed; '' is the bare page."""
        query = QueryDict(mutable=True)
        for key, values in {**self.chosen, **{k: v for k, v in changes.items() if isinstance(v, list)}}.items():
            query.setlist(key, values)
        for bound, text in {**self.typed, **{k: v for k, v in changes.items() if k in self.typed}}.items():
            if text:
                query[bound] = text
        sort = changes.get("sort", self.sort)
        if sort != "name":
            query["sort"] = sort
        text = query.urlencode()
        return f"?{text}" if text else "?"

    def choices(self, facet: Facet, rows: list[Row]) -> list[Choice]:
        """Return the choices of a facet, each with the number of labs that choosing it alone would leave."""
        left = [row for row in rows if self.matches(row, but=facet.key)]
        chosen = self.chosen.get(facet.key, [])
        values = sorted({value for row in rows for value in facet.choices_of(row)}, key=lambda v: facet.label(v))
        return [
            Choice(
                value,
                facet.label(value),
                sum(value in facet.choices_of(row) for row in left),
                value in chosen,
                self.address(**{facet.key: [v for v in chosen if v != value] if value in chosen else [*chosen, value]}),
            )
            for value in values
        ]

    def chips(self) -> list[Chip]:
        """Return what is applied, each with the address without it."""
        chips = [
            Chip(f"{facet.heading}: {facet.label(value)}",
                 self.address(**{facet.key: [v for v in self.chosen[facet.key] if v != value]}))
            for facet in FACETS
            for value in self.chosen.get(facet.key, [])
        ]  # fmt: skip
        signs = {"min": "≥", "max": "≤"}
        for bound in self.ranges:
            name, end = bound.split("_")
            chips.append(Chip(f"{RANGES[name]} {signs[end]} {self.typed[bound]}", self.address(**{bound: ""})))
        return chips


def read_number(text: str) -> Decimal | None:
    """Return a number as people type it (`1.700.000`, `1 700 000`, `45,67`, `1.5`), or None."""
    text = "".join(text.split()).replace("\u202f", "").replace("\u00a0", "")
    if "," in text and "." in text:
        thousands, decimal = (",", ".") if text.rfind(".") > text.rfind(",") else (".", ",")
        text = text.replace(thousands, "").replace(decimal, ".")
    else:
        sign = "," if "," in text else "."
        parts = text.split(sign)
        grouped = len(parts) > 1 and all(len(part) == 3 for part in parts[1:]) and 1 <= len(parts[0]) <= 3
        text = "".join(parts) if grouped else ".".join(parts)
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and number.adjusted() < 30 else None


def in_order(rows: Iterable[Row], sort: str) -> list[Row]:
    """Return rows by a fact, `-` before its key turning the order; what isn't known comes last either way."""
    key, descending = sort.removeprefix("-"), sort.startswith("-")
    by_name = sorted(rows, key=lambda row: row.facts["name"].text.casefold())
    known = [row for row in by_name if row.facts[key].order is not None]
    unknown = [row for row in by_name if row.facts[key].order is None]
    known.sort(key=lambda row: row.facts[key].order, reverse=descending)
    return known + unknown
