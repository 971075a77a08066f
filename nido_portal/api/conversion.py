"""Rows and pages as the plain values that the API answers with: what isn't there is None."""

import html
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import get_language

from nido_portal.core.furniture import absolute

ROOT = "/api/v1"


def number(value: Decimal | None) -> int | float | None:
    """Return an amount or a count as JSON has it: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def plain(rich_text: str) -> str | None:
    """Return rich text without its tags: an empty line between paragraphs, `- ` before items of a list."""
    text = re.sub(r"<li[^>]*>", "\n- ", rich_text or "")
    text = re.sub(r"</(p|h\d|ul|ol)>", "\n\n", text).replace("<br/>", "\n").replace("<br>", "\n")
    text = html.unescape(strip_tags(text))
    return re.sub(r"\n{3,}", "\n\n", text).strip() or None


def lines(text: str | None) -> list[str]:
    """Return the lines of a field that holds one thing a line."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def api_url(collection: str, key: str) -> str:
    """Return the address of an item in the API, in the active language."""
    return absolute(f"{ROOT}/{collection}/{key}?lang={get_language()}")


def page_url(path: str) -> str | None:
    """Return the public address of a page for people, or None where it has none."""
    return absolute(path) if path else None


def label(row: Any, field: str) -> dict[str, str]:
    """Return a choice with its code and its label."""
    return {"code": getattr(row, field), "label": str(getattr(row, f"get_{field}_display")())}


def reference(record: Any) -> dict[str, str] | None:
    """Return a record's code and name, or None where there is no record."""
    return {"code": record.code, "name": record.name} if record is not None else None


def references(records: Iterable[Any]) -> list[dict[str, str] | None]:
    """Return codes and names of some records."""
    return [reference(record) for record in records]


def person(row: Any) -> dict[str, Any]:
    """Return a person with function and organisation."""
    return {
        "code": row.code,
        "name": row.name,
        "function": row.function or None,
        "organisation": reference(row.organisation),
    }


def source(row: Any) -> dict[str, Any] | None:
    """Return the document that facts come from."""
    if row is None:
        return None
    return {
        "code": row.code,
        "title": row.title,
        "publisher": row.publisher or None,
        "date": row.date or None,
        "url": row.url or None,
        "licence": row.licence or None,
    }


def fallbacks(row: Any, *fields: str) -> list[str]:
    """Return the fields of a record whose text is Dutch for want of a translation."""
    language = get_language()
    return [
        field for field in fields if not getattr(row, f"{field}_{language}") and getattr(row, f"{field}_nl")
    ]  # fmt: skip
