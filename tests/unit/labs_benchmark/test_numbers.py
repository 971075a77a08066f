"""Numbers as people type them in four languages."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labs.numbers import read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("300000", "300000"),
        ("300.000", "300000"),
        ("300,000", "300000"),
        ("300 000", "300000"),
        ("300\u202f000", "300000"),
        ("300\u00a0000", "300000"),
        ("300'000", "300000"),
        ("1.700.000,50", "1700000.50"),
        ("1,700,000.50", "1700000.50"),
        ("45,67", "45.67"),
        ("45.67", "45.67"),
        ("0.500", "0.5"),
        ("-5", "-5"),
        ("€ 300.000", "300000"),
        ("300.000 EUR", "300000"),
        ("１２", "12"),
    ],
)
def test_a_number_is_read_as_it_is_meant(text: str, number: str):
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    ["", "abc", "1,2.5", "1.2.3", "1.70.000", "nan", "inf", "1e5", "1_000", "--5", "12 5", "300k", "9" * 41, "\0", "٫"],
)
def test_what_isnt_clearly_a_number_is_none(text: str):
    assert read_number(text) is None


@given(st.text(max_size=60))
def test_any_text_gives_a_finite_number_or_none(text: str):
    number = read_number(text)
    assert number is None or number.is_finite()


@given(st.integers(0, 10**12), st.sampled_from([".", ",", " ", "\u202f", "'"]))
def test_a_grouped_number_is_itself(number: int, sign: str):
    assert read_number(f"{number:,}".replace(",", sign)) == number
