"""What a reader asks of the benchmark in the address: filters, ranges and order."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.http import QueryDict
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from nido_portal.core.countries import country_name

from .facts import BY_KEY, Fact, alphabetical, facts_of
from .lab import Lab, LabActivity
from .numbers import read_number

__all__ = ["FACETS", "LARGEST", "RANGES", "Chip", "Choice", "Facet", "Question", "Row", "in_order", "read_number"]

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
    `staff_max` in people); `mistakes` what was wrong with a bound, by parameter. `rest` are the
    parameters of one's own lab, which every address carries on.
    """

    chosen: dict[str, list[str]] = field(default_factory=dict)
    ranges: dict[str, Decimal] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    mistakes: dict[str, str] = field(default_factory=dict)
    sort: str = "name"
    rest: tuple[tuple[str, str], ...] = ()

    @classmethod
    def read(cls, parameters: QueryDict, rows: Iterable[Row], rest: tuple[tuple[str, str], ...] = ()) -> "Question":
        """Return what an address asks; unknown choices and ways of sorting are ignored."""
        rows = list(rows)
        question = cls(rest=rest)
        for facet in FACETS:
            existing = {value for row in rows for value in facet.choices_of(row)}
            wanted = [value for value in dict.fromkeys(parameters.getlist(facet.key)) if value in existing]
            if wanted:
                question.chosen[facet.key] = wanted
        for name in RANGES:
            for bound in (f"{name}_min", f"{name}_max"):
                question._read_bound(bound, parameters.get(bound, ""))
            low, high = question.ranges.get(f"{name}_min"), question.ranges.get(f"{name}_max")
            if low is not None and high is not None and low > high:
                del question.ranges[f"{name}_max"]
                question.mistakes[f"{name}_max"] = _("Fill in at least as much as the lowest value.")
        sort = parameters.get("sort", "name")
        question.sort = sort if sort.removeprefix("-") in BY_KEY else "name"
        return question

    def _read_bound(self, bound: str, text: str) -> None:
        text = text.replace("\0", "").strip()[:40]
        if not text:
            return
        self.typed[bound] = text
        number = read_number(text)
        if number is None:
            self.mistakes[bound] = _("Fill in a number, such as 300000.")
        elif not 0 <= number <= LARGEST:
            largest = number_format(LARGEST, 0, force_grouping=True)
            self.mistakes[bound] = _("Fill in a number from 0 to %s.") % largest
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

    @property
    def is_bare(self) -> bool:
        """Whether nothing is filtered, rightly or wrongly."""
        return not self.chosen and not self.typed

    def address(self, **changes: Any) -> str:
        """Return the query string of this question with some parts changed; '?' is the bare page.

        Args:
            changes: lists of choices by facet, texts by bound (`budget_min`), `sort`, or `rest`.
        """
        query = QueryDict(mutable=True)
        for facet in FACETS:
            query.setlist(facet.key, changes.get(facet.key, self.chosen.get(facet.key, [])))
        for bound in self.typed:
            if text := changes.get(bound, self.typed[bound]):
                query[bound] = text
        sort = changes.get("sort", self.sort)
        if sort != "name":
            query["sort"] = sort
        for key, value in changes.get("rest", self.rest):
            query.appendlist(key, value)
        return f"?{query.urlencode()}"

    def cleared(self) -> str:
        """Return the address without any filter; order and one's own lab stay."""
        return self.address(**{facet.key: [] for facet in FACETS}, **dict.fromkeys(self.typed, ""))

    def choices(self, facet: Facet, rows: list[Row]) -> list[Choice]:
        """Return the choices of a facet, each with the number of labs that choosing it alone would leave."""
        every = Counter(value for row in rows for value in facet.choices_of(row))
        left = Counter(value for row in rows if self.matches(row, but=facet.key) for value in facet.choices_of(row))
        chosen = self.chosen.get(facet.key, [])
        return [
            Choice(
                value,
                facet.label(value),
                left[value],
                value in chosen,
                self.address(**{facet.key: [v for v in chosen if v != value] if value in chosen else [*chosen, value]}),
            )
            for value in sorted(every, key=lambda value: alphabetical(facet.label(value)))
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


def in_order(rows: Iterable[Row], sort: str) -> list[Row]:
    """Return rows by a fact, `-` before its key turning the order; what isn't known comes last either way."""
    key, descending = sort.removeprefix("-"), sort.startswith("-")
    by_name = sorted(rows, key=lambda row: alphabetical(row.facts["name"].text))
    known = [row for row in by_name if row.facts[key].order is not None]
    unknown = [row for row in by_name if row.facts[key].order is None]
    known.sort(key=lambda row: row.facts[key].order, reverse=descending)
    return known + unknown
