"""What every column and code in the benchmark's files means, in the reader's language."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nido_portal.core.countries import COUNTRY_NAMES
from nido_portal.core.models import Source

from .cells import EXPLANATIONS, NOT_COMPUTED
from .exports import CODED, FIGURES, Column, columns
from .figure import LabFigure
from .lab import Lab, LabActivity

LICENCE = "CC0-1.0"
LICENCE_URL = "https://creativecommons.org/publicdomain/zero/1.0/"

OF_THE_LAB = {
    "code": (gettext_lazy("Code"), gettext_lazy("Stable code of the lab; it never changes and is never used again.")),
    "website": (gettext_lazy("Website"), gettext_lazy("Address of the lab's own website.")),
}
PARTS: dict[str, tuple[str | Promise, str | Promise]] = {
    "value": (gettext_lazy("value"), gettext_lazy("For machines: a number in its own unit, or a code.")),
    "unit": (gettext_lazy("unit"), gettext_lazy("Unit of the value.")),
    "availability": (gettext_lazy("availability"), gettext_lazy("Whether it is known; if not, what kind of unknown.")),
    "precision": (gettext_lazy("precision"), gettext_lazy("How precise the source is.")),
    "year": (gettext_lazy("year"), gettext_lazy("Year of the figure; empty where the source gives none.")),
    "eur": (gettext_lazy("in EUR"), gettext_lazy("The amount in EUR; empty where it isn't an amount.")),
    "note": (gettext_lazy("note"), gettext_lazy("What a reader should know about this figure.")),
    "source": (gettext_lazy("source"), gettext_lazy("Title of the document that it comes from.")),
    "period": (gettext_lazy("period"), gettext_lazy("Period of the amount; empty where the source gives none.")),
    "rate": (gettext_lazy("rate"), gettext_lazy("How many of the original currency make one EUR, from both amounts.")),
    "conversion": (gettext_lazy("conversion"), gettext_lazy("Where the amount in EUR comes from.")),
}
# Kinds of unknown that no source gives: they come about here.
MADE_HERE: dict[str, tuple[str | Promise, str | Promise]] = {
    NOT_COMPUTED: (gettext_lazy("Not computed"), gettext_lazy("A figure that it is computed from is missing.")),
    "not_filled_in": (gettext_lazy("Not filled in"), gettext_lazy("You said nothing of it for your own lab.")),
}
CODES: dict[str, Iterable[tuple[str, Any]]] = {
    "precision": LabFigure.Precision.choices,
    "unit": LabFigure.Unit.choices,
    "period": LabFigure.Period.choices,
    "kind": Lab.Kind.choices,
    "level": Lab.Level.choices,
    "status": Lab.Status.choices,
    "governance_model": Lab.GovernanceModel.choices,
    "activities": LabActivity.Kind.choices,
    "country": COUNTRY_NAMES.items(),
}


@dataclass(frozen=True)
class Entry:
    """A column, or a code that stands in columns; `part` says which: 'column', 'availability', 'kind'…"""

    part: str
    key: str
    heading: str
    meaning: str
    data_type: str = ""


def entries() -> list[Entry]:
    """Return the whole codebook: first the columns, then the codes."""
    availabilities = [
        Entry("availability", value, str(label), str(EXPLANATIONS.get(LabFigure.Availability(value), "")))
        for value, label in LabFigure.Availability.choices
    ]
    made_here = [Entry("availability", code, str(label), str(text)) for code, (label, text) in MADE_HERE.items()]
    codes = [Entry(part, code, str(name), "") for part, choices in CODES.items() for code, name in choices]
    return [*(_of_column(column) for column in columns()), *availabilities, *made_here, *codes]


def _of_column(column: Column) -> Entry:
    if column.field is None:
        heading, meaning = OF_THE_LAB[column.part]
        return Entry("column", column.name, str(heading), str(meaning), _("text"))
    if not column.part:
        explained = _("%s The text that a reader sees.") % column.field.meaning
        return Entry("column", column.name, str(column.field.heading), explained, _("text"))
    part, part_meaning = PARTS[column.part]
    return Entry("column", column.name, f"{column.field.heading}: {part}", str(part_meaning), _data_type(column))


def _data_type(column: Column) -> str:
    key = column.field.key if column.field is not None else ""
    if column.part in ("eur", "year", "rate") or (column.part == "value" and key in FIGURES):
        return _("number")
    if column.part == "value" and key == "activities":
        return _("codes, with semicolons between")
    if column.part in ("availability", "precision", "unit", "period") or key in CODED:
        return _("code")
    return _("text")


def about(sources: Iterable[Source], more: Iterable[tuple[str, str]] = ()) -> list[tuple[str, str]]:
    """Return what a file says of itself: sources, licence, caveat and the date of the export."""
    return [
        *more,
        *((_("Source"), source_line(source)) for source in sources),
        (_("Licence of the data"), f"{LICENCE}, {LICENCE_URL}"),
        (_("Mind"), not_exhaustive()),
        (_("Date of this file"), localdate().isoformat()),
    ]


def not_exhaustive() -> str:
    """Return the caveat that goes with every file."""
    return _("The overview is not exhaustive. What isn't known is called so; it is never zero.")


def source_line(source: Source) -> str:
    """Return a source as one line: publisher, title, date or that there is none, address."""
    parts = [source.publisher, source.title, source.date or _("undated"), source.url]
    return ", ".join(part for part in parts if part)


def lines() -> list[list[str]]:
    """Return the codebook as lines of cells under a heading."""
    return [["part", "key", "heading", "meaning", "type"], *(list(asdict(entry).values()) for entry in entries())]


def as_json(sources: Iterable[Source]) -> dict[str, Any]:
    """Return the codebook as JSON: columns, codes by what they stand for, and what it says of itself."""
    everything = entries()
    codes: dict[str, list[dict[str, str]]] = {}
    for entry in everything:
        if entry.part != "column":
            codes.setdefault(entry.part, []).append(
                {"code": entry.key, "label": entry.heading, "meaning": entry.meaning}
            )
    return {
        "columns": [
            {"key": entry.key, "heading": entry.heading, "meaning": entry.meaning, "type": entry.data_type}
            for entry in everything
            if entry.part == "column"
        ],
        "codes": codes,
        "about": [{"label": label, "text": text} for label, text in about(sources)],
    }
