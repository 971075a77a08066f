from decimal import Decimal

import pytest
from django.utils import translation

from labs.cells import figure_cell, legend, missing_cell, whole_number
from labs.figure import LabFigure

SPACES = str.maketrans({"\xa0": " ", "\u202f": " "})


def figure(**values):
    return LabFigure(**{"measure": "budget", "unit": "EUR", "availability": "given", **values})


@pytest.mark.parametrize(
    ("language", "text"),
    [("nl", "EUR 340.000"), ("fr", "EUR 340 000"), ("de", "EUR 340.000"), ("en", "EUR 340,000")],
)
def test_an_amount_is_said_with_the_readers_separators(language, text):
    with translation.override(language):
        assert figure_cell(figure(value=Decimal(340_000))).text.translate(SPACES) == text


def test_an_amount_without_a_period_says_that_it_lacks_one():
    assert figure_cell(figure(value=Decimal(20_000_000))).period_missing
    assert not figure_cell(figure(value=Decimal(20_000_000), period="year")).period_missing


def test_a_count_of_people_needs_no_period_and_compares_as_it_is():
    cell = figure_cell(figure(measure="staff", unit="headcount", value=Decimal(22)))
    assert not cell.period_missing
    assert cell.comparable == 22
    assert cell.eur_text == ""


def test_an_amount_in_another_currency_compares_by_its_euros_and_shows_both():
    cell = figure_cell(figure(unit="SEK", value=Decimal(3_500_000_000), eur_value=Decimal(313_000_000)))
    assert cell.comparable == 313_000_000
    assert cell.text == "SEK 3.500.000.000"
    assert cell.eur_text == "EUR 313.000.000"


def test_an_amount_in_another_currency_without_euros_cant_be_compared():
    assert figure_cell(figure(unit="SEK", value=Decimal(5))).comparable is None


def test_a_figure_that_is_not_exact_says_so_before_the_number():
    with translation.override("en"):
        cell = figure_cell(figure(measure="staff", unit="headcount", value=Decimal(240), precision="about"))
        assert cell.text == "about 240 staff members"


@pytest.mark.parametrize("availability", [value for value in LabFigure.Availability.values if value != "given"])
def test_a_figure_without_a_value_says_why_and_the_legend_explains_it(availability):
    cell = figure_cell(figure(value=None, availability=availability))
    assert cell.comparable is None
    assert cell.text == str(LabFigure.Availability(availability).label)
    (explained,) = legend([cell])
    assert explained.availability == availability
    assert explained.explanation


def test_a_figure_that_nobody_recorded_is_not_given():
    assert missing_cell().availability == "not_given"


def test_the_legend_explains_only_what_occurs_and_each_kind_once():
    cells = [missing_cell(), missing_cell(), figure_cell(figure(value=Decimal(1)))]
    assert [unknown.availability for unknown in legend(cells)] == ["not_given"]


def test_decimals_are_shown_only_where_there_are_any():
    assert whole_number(Decimal("45670000.00")) == "45.670.000"
    assert whole_number(Decimal("2.50")) == "2,50"
    assert whole_number(None) == ""
