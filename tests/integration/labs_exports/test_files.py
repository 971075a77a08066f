"""The files behind their addresses: what they hold, how they are sent, and why some can't be had."""

import json
from datetime import date
from unittest.mock import patch

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from labs.models import Lab

from .files import LANGUAGES, csv_cells, fetch, json_cells, workbook, xlsx_cells

pytestmark = pytest.mark.django_db

FORMATS = ("csv", "xlsx", "json")
FORMULAS = ('=HYPERLINK("http://example.org")', "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1")


@pytest.mark.parametrize("extension", FORMATS)
def test_the_table_comes_as_filtered_and_sorted(client: Client, extension: str):
    read = {"csv": csv_cells, "xlsx": xlsx_cells, "json": json_cells}[extension]
    content = fetch(client, f"labs.{extension}", country=["BE", "NL"], sort="-budget", lang="en")
    codes = list(read(content))
    assert codes == ["nmbs-innovation-lab", "ric", "ino", "sandbox-vlaanderen"]


@pytest.mark.parametrize("extension", FORMATS)
def test_ones_own_lab_stands_among_the_others_and_is_kept_nowhere(client: Client, extension: str):
    read = {"csv": csv_cells, "xlsx": xlsx_cells, "json": json_cells}[extension]
    response = client.get(f"/open-data/labs.{extension}", {"my_budget": "350000", "my_name": "Nido"})
    assert read(response.content)["yours"]["name"] == "Nido"
    assert "no-store" in response["Cache-Control"]
    compared = client.get(f"/open-data/comparison.{extension}", {"labs": "ric,yours", "my_budget": "350000"})
    assert list(read(compared.content)) == ["ric", "yours"]


@pytest.mark.parametrize(
    ("address", "media_type"),
    [
        ("labs.csv", "text/csv; charset=utf-8; header=present"),
        ("labs.json", "application/json; charset=utf-8"),
        ("labs.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("comparison.csv?labs=ric,labx", "text/csv; charset=utf-8; header=present"),
        ("codebook.csv", "text/csv; charset=utf-8; header=present"),
        ("codebook.json", "application/json; charset=utf-8"),
    ],
)
def test_a_file_says_what_it_is_and_may_be_kept(client: Client, address: str, media_type: str):
    response = client.get(f"/open-data/{address}")
    assert response["Content-Type"] == media_type
    assert response["Content-Language"] == "en"
    assert f"-en.{address.split('?')[0].split('.')[1]}" in response["Content-Disposition"]
    assert "public" in response["Cache-Control"]
    again = client.get(f"/open-data/{address}", headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", response["ETag"])
    head = client.head(f"/open-data/{address}")
    assert (head.status_code, head.content) == (200, b"")


def test_a_changed_figure_changes_the_etag(client: Client):
    before = client.get("/open-data/labs.csv")["ETag"]
    Lab.objects.get(code="ric").figures.filter(measure="staff").update(value=5)
    assert client.get("/open-data/labs.csv")["ETag"] != before


def test_csv_starts_with_a_byte_order_mark(client: Client):
    content = fetch(client, "labs.csv")
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in content


def test_a_file_takes_no_more_queries_than_a_page_may(client: Client):
    for address in ("labs.csv", "labs.xlsx", "comparison.json?labs=ric,labx", "codebook.csv"):
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/open-data/{address}")
        assert len(queries) <= 12, address


def test_the_workbook_has_its_sheets_with_headings_that_stay(client: Client):
    book = workbook(fetch(client, "labs.xlsx", lang="nl"))
    assert book.sheetnames == ["data", "codebook", "about"]
    assert [sheet.freeze_panes for sheet in book] == ["C2", "A2", "A2"]
    assert book["data"].column_dimensions["B"].width >= 20
    about = [cell for line in book["about"].iter_rows(values_only=True) for cell in line]
    assert any("CC0-1.0" in text for text in about)
    assert date.today().isoformat() in about


def test_the_workbook_of_a_comparison_has_the_labs_side_by_side_with_warnings(client: Client):
    book = workbook(fetch(client, "comparison.xlsx", labs="ric,labx", lang="en"))
    assert book.sheetnames == ["data", "comparison", "codebook", "about"]
    lines = {line[1]: line for line in book["comparison"].iter_rows(values_only=True)}
    assert lines["Staff"][2:4] == ("4 staff members", "7 full-time staff")
    assert lines["Staff"][4]


def test_only_differences_leave_out_what_is_the_same(client: Client):
    whole = csv_cells(fetch(client, "comparison.csv", labs="ric,labx"))["ric"]
    some = csv_cells(fetch(client, "comparison.csv", labs="ric,labx", differences="1"))["ric"]
    assert "level" in whole
    assert "level" not in some
    assert "budget" in some


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_name_that_looks_like_a_formula_stays_a_text(client: Client, formula: str):
    Lab.objects.filter(code="ric").update(name_en=formula, decides_en=formula)
    assert csv_cells(fetch(client, "labs.csv"))["ric"]["name"] == f"'{formula}"
    book = workbook(fetch(client, "labs.xlsx"))
    (cell,) = [line[1] for line in book["data"].iter_rows() if line[0].value == "ric"]
    # XML ends a line its own way.
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", formula.replace("\r", "\n"), True)
    assert json_cells(fetch(client, "labs.json"))["ric"]["name"] == formula


def test_a_workbook_leaves_out_characters_that_xml_cannot_hold(client: Client):
    Lab.objects.filter(code="ric").update(name_en="R\x0bIC\x1f")
    assert xlsx_cells(fetch(client, "labs.xlsx"))["ric"]["name"] == "RIC"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_codebook_explains_every_column_and_every_code_that_occurs(client: Client, language: str):
    book = json.loads(fetch(client, "codebook.json", lang=language))
    columns = {column["key"]: column for column in book["columns"]}
    labs = csv_cells(fetch(client, "labs.csv", lang=language, my_budget="300000"))
    assert list(columns) == list(labs["ric"])
    assert all(column["heading"] and column["meaning"] and column["type"] for column in columns.values())
    codes = {part: {entry["code"] for entry in entries} for part, entries in book["codes"].items()}
    for line in labs.values():
        for column, text in line.items():
            part = column.rsplit("_", 1)[-1]
            if part in ("availability", "precision", "unit", "period") and text:
                assert text in codes[part], column
            if part == "value" and columns[column]["type"] != columns["budget_value"]["type"] and text:
                assert set(text.split(";")) <= codes[column.removesuffix("_value")], column


def test_the_codebook_names_licence_source_and_date(client: Client):
    text = fetch(client, "codebook.csv", lang="en").decode()
    assert "CC0-1.0" in text
    assert "Benchmark of European and Belgian innovation labs" in text
    assert date.today().isoformat() in text


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("labs.{}?lang=xx", 400, "lang=nl"),
        ("labs.{}?lang=", 400, "lang=nl"),
        ("labs.{}?budget_min=abc", 400, "budget_min"),
        ("labs.{}?my_budget=-3", 400, "my_budget"),
        ("comparison.{}", 400, "labs=ric,labx"),
        ("comparison.{}?labs=ric", 400, "labs=ric,labx"),
        ("comparison.{}?labs=ric,ric", 400, "labs=ric,labx"),
        ("comparison.{}?labs=ric,nowhere", 404, "nowhere"),
        ("comparison.{}?labs=ric,yours", 404, "yours"),
    ],
)
@pytest.mark.parametrize("extension", FORMATS)
def test_what_cannot_be_had_says_why(client: Client, address: str, extension: str, status: int, words: str):
    response = client.get(f"/open-data/{address.format(extension)}")
    assert response.status_code == status
    assert "no-store" in response["Cache-Control"]
    assert response["Content-Language"] == "en"
    if extension == "json":
        assert response["Content-Type"] == "application/problem+json"
        problem = json.loads(response.content)
        assert (problem["status"], words in problem["detail"]) == (status, True)
    else:
        assert response["Content-Type"].startswith("text/plain")
        assert words in response.content.decode()


@pytest.mark.parametrize("address", ["labs.pdf", "labs.exe", "codebook.xlsx", "brief.csv", "labs.csv/"])
def test_no_other_address_is_a_file(client: Client, address: str):
    assert client.get(f"/open-data/{address}").status_code == 404


def test_files_are_only_read(client: Client):
    assert client.post("/open-data/labs.csv").status_code == 405


def test_a_fifth_lab_is_left_out_and_said_so(client: Client):
    content = json.loads(fetch(client, "comparison.json", labs="ric,labx,nesta,ino,vinnova", lang="en"))
    assert [lab["code"] for lab in content["labs"]] == ["ric", "labx", "nesta", "ino"]
    assert any("4" in entry["text"] for entry in content["about"] if entry["label"] == "Left out")


def test_a_server_that_cannot_print_says_so(client: Client):
    cache.clear()
    with patch.dict("sys.modules", {"labs.printer": None}):
        response = client.get("/open-data/brief.pdf?labs=ric,labx&lang=en")
    assert response.status_code == 503
    assert "PDF" in response.content.decode()
