"""A comparison as its page shows it: columns with what can be done to them, lines of cells, sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .cells import legend
from .compare import MOST, YOURS, Line, Selection, sections
from .facts import Fact
from .filters import Row
from .lab import Lab


@dataclass(frozen=True)
class Option:
    """A lab that a column may show."""

    code: str
    name: str
    is_chosen: bool
    is_elsewhere: bool


@dataclass(frozen=True)
class Place:
    """A column, or the empty place after the last: which labs may stand here."""

    number: int
    code: str
    options: list[Option]


@dataclass(frozen=True)
class ComparedColumn:
    """A compared lab, and the addresses that remove it or move it ('' at the edge)."""

    row: Row
    removed: str
    moved_left: str
    moved_right: str


@dataclass(frozen=True)
class ComparedCell:
    """A fact of one lab, with the number of its source in the list below the table."""

    lab: Lab
    fact: Fact
    source_number: int | None


@dataclass(frozen=True)
class ComparedLine:
    """A line of the comparison with its cells."""

    line: Line
    cells: list[ComparedCell]


def comparison(selection: Selection, rows: list[Row], labs: Iterable[Lab], yours: Row | None) -> dict[str, Any]:
    """Return columns, places to fill, groups of lines, sources and legend of a comparison."""
    found = sections(rows, selection.only_differences)
    facts = [fact for section in found for line in section.lines for fact in line.facts]
    sources = list({fact.source.pk: fact.source for fact in facts if fact.source is not None}.values())
    numbers = {source.pk: number for number, source in enumerate(sources, 1)}

    def cells(line: Line) -> list[ComparedCell]:
        return [
            ComparedCell(row.lab, fact, numbers[fact.source.pk] if fact.source and fact.is_known else None)
            for row, fact in zip(rows, line.facts, strict=True)
        ]

    return {
        "columns": [_column(selection, row) for row in rows],
        "places": places(selection, labs, yours),
        "groups": [(section, [ComparedLine(line, cells(line)) for line in section.lines]) for section in found],
        "sources": list(enumerate(sources, 1)),
        "unknowns": legend(facts),
    }


def _column(selection: Selection, row: Row) -> ComparedColumn:
    code = row.lab.code
    return ComparedColumn(row, selection.without(code), selection.moved(code, -1), selection.moved(code, 1))


def places(selection: Selection, labs: Iterable[Lab], yours: Row | None) -> list[Place]:
    """Return a place for each chosen lab and empty ones as far as the fewest or one more needs them."""
    names = [(YOURS, yours.lab.name)] if yours else []
    names += [(lab.code, lab.name) for lab in labs]
    codes = [*selection.labs, *[""] * (max(2 - len(selection.labs), 1) if len(selection.labs) < MOST else 0)]
    chosen = set(selection.labs)
    return [
        Place(number, code, [Option(other, name, other == code, other in chosen - {code}) for other, name in names])
        for number, code in enumerate(codes, 1)
    ]
