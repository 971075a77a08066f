"""Reads an uploaded spreadsheet, XLSX or CSV, into plain rows of text, or says clearly why it can't."""

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from labs.exports import is_formula

MOST_BYTES = 5_000_000
MOST_UNPACKED = 100_000_000
MOST_ROWS = 5_000
MOST_COLUMNS = 100
OLD_OFFICE = b"\xd0\xcf\x11\xe0"


class UnreadableFileError(Exception):
    """The file can't be used; the message says why and what to do."""


@dataclass(frozen=True)
class Sheet:
    """The rows of a spreadsheet as text; `numbers` are their places in the file, the heading being row 1."""

    columns: list[str]
    rows: list[list[str]]
    numbers: list[int]


def read_sheet(content: bytes) -> Sheet:
    """Return the first sheet of a file.

    Raises:
        UnreadableFileError: it is no spreadsheet that this portal takes.
    """
    if not content.strip():
        raise UnreadableFileError(_("The file is empty."))
    if len(content) > MOST_BYTES:
        raise UnreadableFileError(_("The file is larger than 5 MB. Split it, or leave out columns that don't change."))
    if content.startswith(OLD_OFFICE):
        raise UnreadableFileError(_("This is an old Excel file, or one with a password. Save it as XLSX without one."))
    lines = _xlsx_lines(content) if content.startswith(b"PK") else _csv_lines(content)
    return _sheet(lines)


def _xlsx_lines(content: bytes) -> list[list[str]]:
    _check_package(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        lines: list[list[str]] = []
        formulas: list[str] = []
        for cells in sheet.iter_rows(max_col=MOST_COLUMNS + 1):
            formulas += [cell.coordinate for cell in cells if cell.data_type in ("f", "e")]
            lines.append([_text(cell.value) for cell in cells])
            if len(lines) > 2 * MOST_ROWS:
                break
    except Exception as error:  # a broken package fails in as many ways as it has parts
        raise UnreadableFileError(_("The file can't be read as a spreadsheet. Save it again as XLSX.")) from error
    if formulas:
        message = _("These cells hold a formula or an error: %s. Replace them by their values (paste as values).")
        raise UnreadableFileError(message % ", ".join(formulas[:5]))
    return lines


def _check_package(content: bytes) -> None:
    """Look into the ZIP file that an XLSX file is, before anything unpacks it.

    Raises:
        UnreadableFileError: it is something else, has macros, or is far larger than it seems.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = {part.filename for part in package.infolist()}
            size = sum(part.file_size for part in package.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise UnreadableFileError(_("The file is damaged: it can't be opened.")) from error
    if any(name.endswith("vbaProject.bin") for name in names):
        raise UnreadableFileError(_("The file has macros. Save it as XLSX, without macros."))
    if "xl/workbook.xml" not in names:
        raise UnreadableFileError(_("This is no XLSX file. Save the spreadsheet as XLSX or CSV."))
    if size > MOST_UNPACKED:
        raise UnreadableFileError(_("The file is far larger inside than outside, and isn't opened."))


def _text(value: Any) -> str:
    """Return a cell's value as text that the widgets read back as the same value."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        text = f"{value:.10f}".rstrip("0").rstrip(".")
        # '1.125' would be read as thousands.
        return f"{text}0" if "." in text and len(text.split(".")[1]) == 3 else text
    return str(value).strip()


def _csv_lines(content: bytes) -> list[list[str]]:
    if b"\x00" in content:
        raise UnreadableFileError(_("This is no spreadsheet. Save it as XLSX, or as CSV in UTF-8."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(_("The file isn't in UTF-8. Save it as XLSX, or as 'CSV UTF-8'.")) from error
    heading = text.splitlines()[0]
    separator = max(",;\t", key=heading.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise UnreadableFileError(_("The file can't be read as CSV. Save it as XLSX instead.")) from error
    formulas = [
        _("row %d") % number for number, line in enumerate(lines, 1) if any(cell.startswith("=") for cell in line)
    ]
    if formulas:
        message = _("These cells hold a formula or an error: %s. Replace them by their values (paste as values).")
        raise UnreadableFileError(message % ", ".join(formulas[:5]))
    return [[_without_guard(cell.strip()) for cell in line] for line in lines]


def _without_guard(text: str) -> str:
    """Return a text without the quote that keeps an exported text from being taken for a formula."""
    return text[1:] if text.startswith("'") and is_formula(text[1:]) else text


def _sheet(lines: list[list[str]]) -> Sheet:
    """Return lines as a heading with rows.

    Raises:
        UnreadableFileError: there is no heading, it names a column twice, or there is too much.
    """
    columns = [text.strip() for text in lines[0]] if lines else []
    while columns and not columns[-1]:
        columns.pop()
    if not columns:
        raise UnreadableFileError(_("The first row must name the columns."))
    if len(columns) > MOST_COLUMNS:
        raise UnreadableFileError(_("The file has more than 100 columns."))
    if "" in columns:
        raise UnreadableFileError(_("Column %d has no name in the first row.") % (columns.index("") + 1))
    doubles = sorted({name for name in columns if columns.count(name) > 1})
    if doubles:
        raise UnreadableFileError(_("These columns are there twice: %s.") % ", ".join(doubles))
    filled = [(number, line) for number, line in enumerate(lines[1:], 2) if any(line)]
    if not filled:
        raise UnreadableFileError(_("Below the names of the columns there are no rows."))
    if len(filled) > MOST_ROWS:
        raise UnreadableFileError(_("The file has more than 5,000 rows. Split it."))
    for number, line in filled:
        if any(line[len(columns) :]):
            raise UnreadableFileError(_("Row %d has more cells than there are columns.") % number)
    width = len(columns)
    rows = [(line + [""] * width)[:width] for _number, line in filled]
    return Sheet(columns, rows, [number for number, _line in filled])
