"""Files that can't be used get a clear message, and nothing is lost."""

import io
import zipfile
from contextlib import suppress

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from labs.importing.reading import UnreadableFileError, read_sheet
from labs.models import LabFigure

from .sheets import HEADING, csv_file, figure, xlsx_file

pytestmark = pytest.mark.django_db
PAGE = "/cms/labs/spreadsheets/"


def package(**parts: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


def with_part(name: str, text: str) -> bytes:
    content = io.BytesIO(xlsx_file(HEADING, figure()).read())
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return content.getvalue()


def formula() -> bytes:
    book = Workbook()
    book.active.append(HEADING)
    book.active.append([*figure()[:5], "=1+1", *figure()[6:]])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


BAD = {
    "empty": (b"  \n", "empty"),
    "picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "no spreadsheet"),
    "old Excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "old Excel"),
    "another archive": (package(**{"readme.txt": "x"}), "no XLSX"),
    "damaged": (xlsx_file(HEADING, figure()).read()[:500], "damaged"),
    "hollow": (package(**{"xl/workbook.xml": "<x>"}), "can't be read"),
    "macros": (with_part("xl/vbaProject.bin", "x"), "macros"),
    "bomb": (lambda: with_part("xl/media/big.bin", "0" * 100_000_001), "larger inside"),
    "formula": (formula(), "F2"),
    "formula in CSV": (b"lab,measure,year\nric,=cmd(),2024", "row 2"),
    "Latin-1": ("lab,measure,year\nric,b\xfcdget,2024".encode("latin-1"), "UTF-8"),
    "open quote": (b'lab,measure,year\n"ric,budget,2024', "CSV"),
    "prose": (b"Dear colleague, here are the figures.\nBest", "unknown"),
    "heading alone": (b"lab,measure,year", "no rows"),
    "double column": (b"lab,lab,year\nric,ric,1", "twice"),
    "column without a name": (b"lab,,year\nric,x,1", "no name"),
    "too many cells": (b"lab,measure,year\nric,budget,2024,7", "more cells"),
    "no key": (b"lab,value\nric,5", "measure, year"),
    "unknown column": (b"lab,measure,year,budget\nric,budget,,5", "unknown: budget"),
    "labs as figures": (b"code,name_nl\nric,RIC", "columns of labs"),
    "too many rows": (b"lab,measure,year\n" + b"ric,budget,2000\n" * 5001, "5,000"),
    "too many columns": (",".join(f"c{n}" for n in range(120)).encode() + b"\nx", "100 columns"),
    "20 MB": (lambda: b"lab,measure,year\n" + b"x" * 20_000_000, "5 MB"),
}


@pytest.fixture
def english(editor):
    from wagtail.users.models import UserProfile

    profile = UserProfile.get_for_user(editor)
    profile.preferred_language = "en"
    profile.save()


@pytest.mark.parametrize("name", list(BAD))
def test_a_bad_file_is_refused_in_words(admin: Client, english, name: str):
    content, words = BAD[name]
    file = SimpleUploadedFile("x.xlsx", content() if callable(content) else content)
    before = list(LabFigure.objects.values())
    response = admin.post(PAGE, {"kind": "figures", "file": file})
    assert response.status_code == 422
    assert any(words in reason for reason in response.context["form"].errors["file"]), response.context["form"].errors
    assert list(LabFigure.objects.values()) == before


def test_no_file_and_no_kind_are_said_at_their_fields(admin: Client):
    response = admin.post(PAGE, {"kind": "people"})
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"kind", "file"}


def test_figures_sent_as_labs_are_recognised(admin: Client, english):
    response = admin.post(PAGE, {"kind": "labs", "file": csv_file(HEADING, figure())})
    assert response.context["form"].errors["file"] == ["These are columns of figures, not of labs."]


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_bytes_are_read_or_refused(content: bytes):
    for start in (b"", b"PK\x03\x04", b"lab,measure,year\n"):
        with suppress(UnreadableFileError):
            sheet = read_sheet(start + content)
            assert all(len(row) == len(sheet.columns) for row in sheet.rows)


@given(st.lists(st.text(max_size=20), min_size=9, max_size=9))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_cells_are_answered(admin: Client, cells: list[str]):
    cells = [cell.replace('"', "'").replace("\x00", "") for cell in cells]
    response = admin.post(PAGE, {"kind": "figures", "file": csv_file(HEADING, cells)})
    assert response.status_code in (200, 422)
