"""The table of the benchmark as its page shows it: columns, rows, filters and what is applied."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .cells import Unknown, legend
from .facts import BY_KEY, TABLE_KEYS, Fact
from .filters import FACETS, RANGES, Chip, Choice, Question, Row, in_order
from .yours import Yours

# What the comparison in the stand page shows: enough to see who is near.
SHORT_KEYS = ["name", "country", "governance_model", "budget", "staff", "budget_per_head"]


@dataclass(frozen=True)
class Column:
    """A column: its key in the address, heading, how it is sorted now, and the address that sorts by it."""

    key: str
    heading: str | Promise
    direction: str
    url: str


@dataclass(frozen=True)
class Shown:
    """A cell: a fact under its column's heading, with the key that its style goes by."""

    key: str
    heading: str | Promise
    fact: Fact


@dataclass(frozen=True)
class Line:
    """A row of the table: the lab, whether it is the reader's, and its cells after the name."""

    row: Row
    cells: list[Shown]


@dataclass(frozen=True)
class Group:
    """The choices of one facet; `is_open` where one of them is chosen."""

    key: str
    heading: str | Promise
    choices: list[Choice]

    @property
    def chosen(self) -> int:
        return sum(choice.is_chosen for choice in self.choices)


@dataclass(frozen=True)
class Bound:
    """One end of a range: its parameter, label, what was typed, and what was wrong with it."""

    key: str
    label: str
    typed: str
    mistake: str


@dataclass(frozen=True)
class Table:
    """Everything that the table's template shows. `labs` are all labs, `found` those that fit."""

    question: Question
    labs: list[Row]
    found: list[Row]
    yours: Row | None = None
    keys: tuple[str, ...] = tuple(TABLE_KEYS)

    @classmethod
    def of(cls, question: Question, labs: list[Row], yours: Yours) -> "Table":
        """Return the table that a question asks for; the reader's own lab is in it whatever is filtered."""
        return cls(question, labs, [row for row in labs if question.matches(row)], yours.row)

    @property
    def total(self) -> int:
        return len(self.found)

    @cached_property
    def rows(self) -> list[Row]:
        own = [self.yours] if self.yours else []
        return in_order([*self.found, *own], self.question.sort)

    @property
    def columns(self) -> list[Column]:
        sort = self.question.sort
        key, direction = sort.removeprefix("-"), "descending" if sort.startswith("-") else "ascending"
        return [
            Column(
                name,
                BY_KEY[name].heading,
                direction if name == key else "",
                self.question.address(sort=f"-{name}" if sort == name else name),
            )
            for name in self.keys
        ]

    @property
    def lines(self) -> list[Line]:
        headings = [(key, str(BY_KEY[key].heading)) for key in self.keys if key != "name"]
        return [Line(row, [Shown(key, heading, row.facts[key]) for key, heading in headings]) for row in self.rows]

    @property
    def groups(self) -> list[Group]:
        return [Group(facet.key, facet.heading, self.question.choices(facet, self.labs)) for facet in FACETS]

    @property
    def bounds(self) -> list[Bound]:
        labels = {
            "budget_min": _("Budget from (EUR)"),
            "budget_max": _("Budget up to (EUR)"),
            "staff_min": _("Staff from"),
            "staff_max": _("Staff up to"),
        }
        asked = self.question
        return [
            Bound(key, labels[key], asked.typed.get(key, ""), asked.mistakes.get(key, ""))
            for key in (f"{name}_{end}" for name in RANGES for end in ("min", "max"))
        ]

    @property
    def chips(self) -> list[Chip]:
        return self.question.chips()

    @property
    def clear_url(self) -> str:
        return self.question.cleared()

    @property
    def lacks_years(self) -> bool:
        """Whether a figure in the table carries no year."""
        facts = (row.facts[key] for row in self.rows for key in RANGES)
        return any(fact.figure is not None and fact.is_known and fact.year is None for fact in facts)

    @property
    def without_yours(self) -> str:
        return self.question.address(rest=())

    @property
    def legend(self) -> list[Unknown]:
        return legend(_facts(self.rows, self.keys))

    @property
    def count(self) -> str:
        """How many labs there are, or how many of all fit."""
        total = len(self.labs)
        if self.total == total:
            return ngettext("%(total)s organisation", "%(total)s organisations", total) % {"total": total}
        words = ngettext("%(found)s of %(total)s organisation", "%(found)s of %(total)s organisations", total)
        return words % {"found": self.total, "total": total}

    @property
    def announcement(self) -> str:
        """The count and the order, as they are read out when the table changes."""
        key = self.question.sort.removeprefix("-")
        order = _("descending") if self.question.sort.startswith("-") else _("ascending")
        return _("%(count)s, sorted by %(column)s, %(order)s.") % {
            "count": self.count,
            "column": BY_KEY[key].heading,
            "order": order,
        }


def _facts(rows: Iterable[Row], keys: Iterable[str]) -> Iterable[Any]:
    return (row.facts[key] for row in rows for key in keys)
