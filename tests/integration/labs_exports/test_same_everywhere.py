"""Every figure and unknown of all seeded labs is the same in the facts, in CSV, XLSX and JSON, in four languages."""

from decimal import Decimal

import pytest
from django.test import Client
from django.utils import translation

from labs import selectors
from labs.exports import CODED, FIGURES
from labs.facts import FIELDS

from .files import LANGUAGES, csv_cells, fetch, json_cells, xlsx_cells

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def as_text(value: object) -> str:
    """Return a cell as CSV writes it."""
    if isinstance(value, list):
        return ";".join(value)
    return "" if value is None else str(value)


def test_all_twelve_labs_are_in_every_file(client: Client, language: str):
    with translation.override(language):
        codes = [row.lab.code for row in selectors.rows()]
    assert len(codes) == 12
    assert set(csv_cells(fetch(client, "labs.csv", lang=language))) == set(codes)
    assert set(xlsx_cells(fetch(client, "labs.xlsx", lang=language))) == set(codes)
    assert set(json_cells(fetch(client, "labs.json", lang=language))) == set(codes)


def test_the_text_of_every_fact_is_in_every_file(client: Client, language: str):
    files = [
        csv_cells(fetch(client, "labs.csv", lang=language)),
        xlsx_cells(fetch(client, "labs.xlsx", lang=language)),
        json_cells(fetch(client, "labs.json", lang=language)),
    ]
    with translation.override(language):
        for row in selectors.rows():
            for field in FIELDS:
                fact = row.facts[field.key]
                for cells in files:
                    assert cells[row.lab.code][field.key] == fact.text, (row.lab.code, field.key)
                    if field.key != "name":
                        assert cells[row.lab.code][f"{field.key}_availability"] == fact.availability


def test_csv_and_xlsx_and_json_agree_on_every_cell(client: Client, language: str):
    as_csv = csv_cells(fetch(client, "labs.csv", lang=language))
    as_xlsx = xlsx_cells(fetch(client, "labs.xlsx", lang=language))
    as_json = json_cells(fetch(client, "labs.json", lang=language))
    for code, line in as_csv.items():
        for column, text in line.items():
            assert text == as_text(as_xlsx[code][column]), (code, column)
            assert text == as_text(as_json[code][column]), (code, column)


def test_a_figure_is_a_number_with_all_that_is_known_of_it(client: Client, language: str):
    as_xlsx = xlsx_cells(fetch(client, "labs.xlsx", lang=language))
    with translation.override(language):
        for row in selectors.rows():
            for key in FIGURES:
                fact, cells = row.facts[key], as_xlsx[row.lab.code]
                if fact.value is None:
                    assert cells[f"{key}_value"] is None
                else:
                    assert isinstance(cells[f"{key}_value"], int | float)
                    assert Decimal(str(cells[f"{key}_value"])) == pytest.approx(
                        Decimal(fact.value), abs=Decimal("1e-6")
                    )
                assert cells[f"{key}_eur"] == (None if fact.eur is None else int(fact.eur))
                assert (cells[f"{key}_unit"] or "", cells[f"{key}_precision"] or "") == (fact.unit, fact.precision)
                assert (cells[f"{key}_note"] or "", cells[f"{key}_year"]) == (fact.note, fact.year)
                assert (cells[f"{key}_source"] or "") == (fact.source.title if fact.source else "")


def test_codes_are_the_same_in_all_languages(client: Client):
    files = [csv_cells(fetch(client, "labs.csv", lang=code)) for code in LANGUAGES]
    for code, line in files[0].items():
        for key in CODED:
            assert len({cells[code][f"{key}_value"] for cells in files}) == 1, (code, key)
            assert line[f"{key}_value"] or line[f"{key}_availability"] == "not_given"


def test_an_unknown_is_never_zero(client: Client, language: str):
    for line in xlsx_cells(fetch(client, "labs.xlsx", lang=language)).values():
        for key in FIGURES:
            if line[f"{key}_availability"] != "given":
                assert line[f"{key}_value"] is None
                assert line[f"{key}_eur"] is None


def test_a_comparison_says_the_same_as_the_table(client: Client, language: str):
    table = csv_cells(fetch(client, "labs.csv", lang=language))
    compared = csv_cells(fetch(client, "comparison.csv", labs="vinnova,ric,sandbox-vlaanderen", lang=language))
    assert list(compared) == ["vinnova", "ric", "sandbox-vlaanderen"]
    assert all(table[code] == line for code, line in compared.items())
