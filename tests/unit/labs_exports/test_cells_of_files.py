"""Plain cells: numbers, texts, and what a spreadsheet must not take for a formula."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labs.exports import FORMULA_STARTS, columns, csv_of, defused, plain


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("340000.00"), 340_000),
        (Decimal("45.67"), 45.67),
        (Decimal(10) / 3, 3.333333),
        (Decimal(0), 0),
        ("", None),
        (None, None),
        ("text", "text"),
        (["a", "b"], ["a", "b"]),
    ],
)
def test_a_value_becomes_plain(value: object, expected: object):
    assert plain(value) == expected
    assert type(plain(value)) is type(expected)


@given(st.text())
def test_no_text_starts_like_a_formula_and_none_is_lost(text: str):
    safe = defused(text)
    assert not str(safe).startswith(FORMULA_STARTS)
    assert safe in (text, f"'{text}")


@pytest.mark.parametrize("value", [0, 12, 45.67, None])
def test_a_number_is_no_formula(value: object):
    assert defused(value) == value


def test_csv_keeps_commas_quotes_and_new_lines_in_their_cell():
    assert csv_of([["a,b", 'say "x"', "two\nlines", 1, None]]) == (b'\xef\xbb\xbf"a,b","say ""x""","two\nlines",1,\r\n')


def test_no_two_columns_have_one_name():
    names = [column.name for column in columns()]
    assert len(names) == len(set(names))


def test_a_comparison_of_some_facts_keeps_code_and_name():
    assert [column.name for column in columns(["level"])] == [
        *("code", "name", "level", "level_value", "level_availability", "website")
    ]
