"""The table and a comparison as columns and plain cells: what CSV, XLSX and JSON are all written from."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language

from nido_portal.core.models import Source

from .compare import Section
from .facts import FIELDS, Fact, Field
from .filters import Row

FIGURES = ("founded", "members_per_body", "budget", "staff", "budget_per_head")
CODED = ("kind", "country", "level", "activities", "status", "governance_model")
FIGURE_PARTS = ("value", "unit", "availability", "precision", "year", "eur", "note", "source")
AMOUNT_PARTS = ("period", "rate", "conversion")
# What spreadsheets take for the start of a formula, with the wide forms that some of them fold.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")

PlainCell = str | int | float | None


@dataclass(frozen=True)
class Column:
    """A column of a file: a part of a fact (its text where `part` is empty), or something of the lab itself."""

    name: str
    part: str
    field: Field | None = None


@dataclass(frozen=True)
class Export:
    """What one file holds. `comparison` is how a comparison's page groups the same facts; None for the table."""

    file_name: str
    title: str
    columns: list[Column]
    rows: list[Row]
    about: list[tuple[str, str]]
    comparison: list[Section] | None = None


def columns(keys: Iterable[str] | None = None) -> list[Column]:
    """Return the columns of a file: of the facts with these keys, or of all."""
    wanted = None if keys is None else {"name", *keys}
    result = [Column("code", "code")]
    for field in FIELDS:
        if wanted is None or field.key in wanted:
            result.append(Column(field.key, "", field))
            result += [Column(f"{field.key}_{part}", part, field) for part in parts_of(field.key)]
    return [*result, Column("website", "website")]


def parts_of(key: str) -> tuple[str, ...]:
    """Return what a file says of a fact besides its text."""
    if key == "budget":
        return (*FIGURE_PARTS, *AMOUNT_PARTS)
    if key in FIGURES:
        return FIGURE_PARTS
    if key in CODED:
        return ("value", "availability")
    return () if key == "name" else ("availability",)


def cells(export: Export) -> list[list[PlainCell]]:
    """Return the cells of a file, a line for each lab, in the order of its columns."""
    return [[cell(row, column) for column in export.columns] for row in export.rows]


def cell(row: Row, column: Column) -> PlainCell:
    """Return one cell: a number as a number, a text as text, None where there is nothing."""
    if column.field is None:
        return getattr(row.lab, column.part) or None
    fact = row.facts[column.field.key]
    value = plain(part_of(fact, column.part))
    return ";".join(value) if isinstance(value, list) else value


def part_of(fact: Fact, part: str) -> Any:
    """Return a part of a fact: its text where the part is empty."""
    if part == "period":
        return fact.figure.period if fact.figure is not None else ""
    if part == "source":
        return fact.source.title if fact.source is not None else ""
    return getattr(fact, part or "text")


def plain(value: Any) -> Any:
    """Return a value as every format can hold it: no Decimal, None for what is empty."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else round(float(value), 6)
    return None if value == "" else value


def sources_of(rows: Iterable[Row]) -> list[Source]:
    """Return the documents that the facts of some labs come from, each once, in order of their code."""
    found = {fact.source.code: fact.source for row in rows for fact in row.facts.values() if fact.source is not None}
    return [found[code] for code in sorted(found)]


def to_csv(export: Export) -> bytes:
    """Return an export as CSV: UTF-8 with a byte order mark, commas, lines that end as RFC 4180 says."""
    return csv_of([[column.name for column in export.columns], *cells(export)])


def csv_of(lines: Iterable[Iterable[PlainCell]]) -> bytes:
    """Return lines of cells as CSV that no spreadsheet takes a formula from."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([defused(value) for value in line] for line in lines)
    return text.getvalue().encode("utf-8-sig")


def defused(value: PlainCell) -> PlainCell:
    """Return a text with an apostrophe in front if a spreadsheet would take it for a formula."""
    return f"'{value}" if is_formula(value) else value


def is_formula(value: PlainCell) -> bool:
    """Return whether a spreadsheet would take a cell for a formula."""
    return isinstance(value, str) and value.startswith(FORMULA_STARTS)


def to_json(export: Export) -> bytes:
    """Return an export as JSON: what it is about, and each lab with its facts by key."""
    fields = [column.field for column in export.columns if column.field is not None and not column.part]
    content: dict[str, Any] = {
        "title": export.title,
        "language": get_language(),
        "about": [{"label": label, "text": text} for label, text in export.about],
        "fields": [
            {"key": field.key, "heading": str(field.heading), "group": field.group, "meaning": str(field.meaning)}
            for field in fields
        ],
        "labs": [
            {
                "code": row.lab.code,
                "website": row.lab.website or None,
                "facts": {field.key: fact_as_json(row.facts[field.key]) for field in fields},
            }
            for row in export.rows
        ],
    }
    if export.comparison is not None:
        content["warnings"] = {
            line.field.key: line.warning for section in export.comparison for line in section.lines if line.warning
        }
    return json_of(content)


def fact_as_json(fact: Fact) -> dict[str, Any]:
    """Return a fact with its text and all its parts; the language is the text's own."""
    parts = ("text", *FIGURE_PARTS, *AMOUNT_PARTS, "formula")
    return {
        **{part: plain(part_of(fact, part)) for part in parts},
        "language": fact.language or get_language(),
    }


def json_of(content: Any) -> bytes:
    """Return JSON that keeps accents and that people can read."""
    return json.dumps(content, ensure_ascii=False, indent=1).encode()
