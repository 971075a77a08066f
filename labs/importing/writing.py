"""Writes labs and figures as a spreadsheet that the import reads back unchanged."""

import io

from openpyxl import Workbook

from labs.exports import csv_of
from labs.workbook import fill

from .resources import RESOURCES

CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8; header=present",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
WIDTH = 20


def export(kind: str, extension: str) -> bytes:
    """Return all labs (`labs`) or all their figures (`figures`) as `csv` or `xlsx`."""
    data = RESOURCES[kind]().export()
    if extension == "csv":
        return csv_of([data.headers, *data])
    book = Workbook()
    sheet = book.active
    sheet.title = kind
    fill(sheet, data.headers, list(data), [WIDTH] * len(data.headers))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
