"""Spreadsheets to upload in tests."""

import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

HEADING = ["lab", "measure", "year", "availability", "precision", "value", "unit", "period", "source"]
NEW_FIGURE = ["ric", "budget", "2024", "given", "exact", "350000", "EUR", "year", "nido-benchmark"]


def csv_file(*lines: list[Any], name: str = "figures.csv", separator: str = ",") -> SimpleUploadedFile:
    text = "\n".join(separator.join(f'"{cell}"' for cell in line) for line in lines)
    return SimpleUploadedFile(name, text.encode("utf-8-sig"), "text/csv")


def xlsx_file(*lines: list[Any], name: str = "figures.xlsx") -> SimpleUploadedFile:
    book = Workbook()
    for line in lines:
        book.active.append(line)
    content = io.BytesIO()
    book.save(content)
    return SimpleUploadedFile(name, content.getvalue())


def figure(**changes: str) -> list[str]:
    """Return a row for a new figure of RIC with some cells changed."""
    return [changes.get(name, cell) for name, cell in zip(HEADING, NEW_FIGURE, strict=True)]
