"""An export as a workbook for Excel and LibreOffice: data, codebook and what the file is about."""

import io
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from . import codebook
from .exports import Column, Export, PlainCell, cells, is_formula

HEADING = Font(bold=True, color="FFFFFF")
HEADING_FILL = PatternFill("solid", fgColor="083F4A")
TOP = Alignment(vertical="top", wrap_text=True)
WIDTHS = {"": 30, "value": 16, "eur": 16, "unit": 12, "year": 8, "note": 40, "source": 40, "conversion": 40}
# From here on a number is hard to read without separators; years stay below.
GROUPED_FROM = 10_000


def to_xlsx(export: Export) -> bytes:
    """Return an export as XLSX: numbers are numbers, no cell is a formula, headings stay in sight."""
    book = Workbook()
    data = book.active
    data.title = "data"
    fill(data, [column.name for column in export.columns], cells(export), [_width(column) for column in export.columns])
    data.freeze_panes = "C2"
    data.auto_filter.ref = data.dimensions
    if export.comparison is not None:
        _compare(book.create_sheet("comparison"), export)
    heading, *lines = codebook.lines()
    fill(book.create_sheet("codebook"), heading, lines, [16, 28, 34, 70, 24])
    fill(book.create_sheet("about"), [_("What"), _("Text")], export.about, [28, 100])
    book.properties.title = export.title
    book.properties.creator = "Nido"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def fill(sheet: Worksheet, heading: Sequence[str], lines: Iterable[Sequence[PlainCell]], widths: Sequence[int]) -> None:
    """Write a heading that stays in sight, lines of cells, and the columns' widths."""
    for place, text in enumerate(heading, 1):
        cell = write(sheet, 1, place, text)
        cell.font, cell.fill = HEADING, HEADING_FILL
    for number, line in enumerate(lines, 2):
        for place, value in enumerate(line, 1):
            write(sheet, number, place, value)
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"


def write(sheet: Worksheet, line: int, place: int, value: PlainCell) -> Cell:
    """Write one cell; a text stays a text, even one that looks like a formula or an error."""
    cell = sheet.cell(line, place)
    cell.alignment = TOP
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"
        if is_formula(value):
            cell.quotePrefix = True
    elif value is not None:
        cell.value = value
        if value >= GROUPED_FROM:
            cell.number_format = "#,##0"
    return cell


def _width(column: Column) -> int:
    return WIDTHS.get(column.part, 18)


def _compare(sheet: Worksheet, export: Export) -> None:
    """Write the facts as the page of a comparison shows them: a line for each, the labs side by side."""
    names = [row.facts["name"].text for row in export.rows]
    lines = [
        [str(section.heading), str(line.field.heading), *(fact.text for fact in line.facts), line.warning or None]
        for section in export.comparison or []
        for line in section.lines
    ]
    heading = [_("Part"), _("Fact"), *names, _("Comparable?")]
    fill(sheet, heading, lines, [16, 24, *(36 for _name in names), 40])
    sheet.freeze_panes = "C2"
