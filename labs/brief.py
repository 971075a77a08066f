"""The manager's brief: a comparison on one sheet of A4, with figures, pictures, caveats, sources and date."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.text import Truncator
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from . import codebook
from .brief_fit import FITS, Content, Fit, first_fit
from .charts import Bars, build_bars
from .compare import Section, sections
from .exports import sources_of
from .facts import NOT_GIVEN, Fact
from .filters import Row

ORDER = ("resources", "governance", "role")
STYLE = "brief.css"
KEEP_SECONDS = 3600
# In mm, of the style sheet.
PICTURE_WIDTH = 86


class NoPrinterError(Exception):
    """This server can't make a PDF."""


@dataclass(frozen=True)
class Brief:
    """What stands on the sheet, in the active language."""

    rows: list[Row]
    sections: list[Section]
    pictures: list[Bars]
    address: str

    def html(self, fit: Fit = FITS[0]) -> str:
        """Return the sheet as HTML, set as tightly as asked."""
        context = {
            "language": get_language(),
            "fit": fit,
            "names": [Truncator(row.facts["name"].text).chars(fit.longest) for row in self.rows],
            "title": ", ".join(self._short(row, fit) for row in self.rows),
            "sections": [self._shortened(section, fit) for section in self.sections],
            "pictures": self.pictures,
            "caveats": self.caveats(fit),
            "sources": self.sources,
            "licence": codebook.LICENCE,
            "address": self.address,
            "today": localdate(),
        }
        return render_to_string("labs/brief.html", context)

    def caveats(self, fit: Fit) -> list[tuple[str, str]]:
        """Return what a reader must know before quoting a figure: a label and a text each."""
        lines = [line for section in self.sections for line in section.lines]
        warnings = [(str(line.field.heading), line.warning) for line in lines if line.warning]
        everywhere = ("", codebook.not_exhaustive())
        if not fit.longest_note:
            return [*warnings, ("", _("The notes on the figures don't fit here; they are online.")), everywhere]
        notes = [
            (f"{self._short(row, fit)}, {line.field.heading}", Truncator(text).chars(fit.longest_note))
            for line in lines
            for row, fact in zip(self.rows, line.facts, strict=True)
            for text in _notes(fact)
        ]
        return [*warnings, *notes, everywhere]

    @staticmethod
    def _short(row: Row, fit: Fit) -> str:
        return Truncator(row.lab.short_name).chars(fit.longest // 2)

    @property
    def sources(self) -> list[str]:
        return [codebook.source_line(source) for source in sources_of(self.rows)]

    @property
    def content(self) -> Content:
        """What takes room on the sheet."""
        lines = [line for section in self.sections for line in section.lines]
        names = [len(row.facts["name"].text) for row in self.rows]
        return Content(
            title=sum(len(row.lab.short_name) + 2 for row in self.rows),
            table=[[0, *names]]
            + [
                [len(str(line.field.heading)) + 2, *(len(fact.text) + len(fact.eur_text) + 3 for fact in line.facts)]
                for line in lines
            ],
            notes=[len(label) + len(text) + 2 for label, text in self.caveats(FITS[0])],
            foot=[sum(len(source) for source in self.sources), len(self.address) + 30],
            pictures=max((picture.height / picture.width * PICTURE_WIDTH for picture in self.pictures), default=0),
        )

    def _shortened(self, section: Section, fit: Fit) -> Section:
        lines = [
            replace(line, facts=[replace(fact, text=Truncator(fact.text).chars(fit.longest)) for fact in line.facts])
            for line in section.lines
        ]
        return replace(section, lines=lines)


def _notes(fact: Fact) -> Iterator[str]:
    # That a derived figure isn't given says its cell.
    if fact.note and (fact.is_known or fact.figure is not None or fact.availability != NOT_GIVEN):
        yield fact.note
    if fact.conversion:
        yield f"{fact.eur_text}: {fact.conversion}"


def brief_of(rows: list[Row], address: str) -> Brief:
    """Return the brief of two to four labs; `address` is where their comparison stands."""
    grouped = sorted(sections(rows), key=lambda section: ORDER.index(section.key))
    pictures = [build_bars(rows, "budget"), build_bars(rows, "staff")]
    return Brief(rows, grouped, pictures, address)


def pdf_of(brief: Brief, keep: bool = False) -> bytes:
    """Return a brief as PDF, on one page.

    Args:
        keep: whether the same brief may be kept for an hour for the next who asks.

    Raises:
        NoPrinterError: WeasyPrint's system libraries are missing.
    """
    key = f"brief:{hashlib.sha256(brief.html().encode()).hexdigest()}"
    kept = cache.get(key) if keep else None
    if kept is not None:
        return bytes(kept)
    pdf = _printed(brief)
    if keep:
        cache.set(key, pdf, KEEP_SECONDS)
    return pdf


def _printed(brief: Brief) -> bytes:
    try:
        from . import printer
    except (ImportError, OSError) as missing:
        raise NoPrinterError(
            _("This server can't make a PDF: the system libraries of WeasyPrint (Pango) are missing.")
        ) from missing
    for fit in FITS[first_fit(brief.content) : -1]:
        pdf = printer.on_one_page(brief.html(fit), STYLE)
        if pdf is not None:
            return pdf
    return printer.first_page(brief.html(FITS[-1]), STYLE)
