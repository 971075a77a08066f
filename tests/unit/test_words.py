"""Dates, sizes, headings and names as readers see them."""

import datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import strip_tags

from labs.lab import first_sentences
from nido_portal.core.countries import country_name
from nido_portal.core.furniture import absolute, json_for_html
from nido_portal.core.templatetags import portal


@pytest.mark.parametrize(
    ("language", "date", "words"),
    [
        ("nl", "2020-12-15", "15 december 2020"),
        ("fr", "2020-12-15", "15 décembre 2020"),
        ("de", "2025-09", "September 2025"),
        ("en", "2025-09", "September 2025"),
        ("nl", "2024", "2024"),
        ("nl", "", ""),
    ],
)
def test_a_date_is_written_out_as_precisely_as_it_is_given(language, date, words):
    with translation.override(language):
        assert portal.written_date(date) == words


@pytest.mark.parametrize(("precision", "words"), [("day", "17 november 2020"), ("month", "november 2020")])
def test_a_session_says_its_day_only_where_it_is_known(precision, words):
    html = render_to_string("components/date.html", {"date": datetime.date(2020, 11, 17), "precision": precision})
    assert strip_tags(html).strip() == words


def test_a_size_has_the_readers_decimal_sign():
    size = {"size": Decimal("1.2"), "unit": "MB"}
    assert portal.file_size(size) == "1,2 MB"
    with translation.override("en"):
        assert portal.file_size(size) == "1.2 MB"


def test_a_text_for_a_script_element_cant_end_it():
    assert "<" not in json_for_html({"name": "</script><script>alert(1)</script> & more"})


def test_lines_are_the_parts_of_a_text_that_are_not_empty():
    assert portal.split_lines(" een \n\n twee\n") == ["een", "twee"]
    assert portal.split_lines(None) == []


@pytest.mark.parametrize(
    ("address", "host"),
    [("https://www.belgium.be/nl", "belgium.be"), ("https://labx.gov.pt/", "labx.gov.pt"), ("", "")],
)
def test_an_outside_link_names_its_host(address, host):
    assert portal.domain(address) == host


def test_an_unknown_country_shows_its_code():
    assert country_name("BE") == "België"
    assert country_name("XX") == "XX"


def test_an_address_that_is_absolute_already_stays_as_it_is():
    assert absolute("https://example.org/x") == "https://example.org/x"
    assert absolute("/nl/") == "http://testserver/nl/"


def test_an_unknown_kind_of_link_gets_a_plain_icon():
    assert portal.icon_of_kind("lab") == "landmark"
    assert portal.icon_of_kind("something else") == "link"


def test_a_list_of_contents_is_made_only_where_there_are_three_parts():
    def heading(text):
        return SimpleNamespace(block_type="heading", value=text, block=SimpleNamespace(meta=SimpleNamespace()))

    assert portal.page_contents([heading("Eén"), heading("Twee")]) == []
    contents = portal.page_contents([heading(text) for text in ("Eén", "Twee", "Drie")])
    assert contents[0] == {"id": portal.heading_id("Eén"), "title": "Eén"}


@pytest.mark.parametrize(
    ("html", "start"),
    [
        ("<p>Kort.</p>", "Kort."),
        ("<p>Eén.</p><p>Twee.</p>", "Eén. Twee."),
        ("", ""),
        (None, ""),
    ],
)
def test_a_short_text_is_its_own_summary(html, start):
    assert first_sentences(html) == start


def test_a_long_text_is_ended_at_a_sentence():
    sentence = "Deze zin is lang genoeg om er een samenvatting van te maken voor een lijst. "
    assert first_sentences(f"<p>{sentence * 5}</p>", 200) == (sentence * 2).strip()


def test_a_long_first_sentence_is_ended_with_an_ellipsis():
    summary = first_sentences(f"<p>{'woord ' * 100}</p>", 100)
    assert summary.endswith("…")
    assert len(summary) <= 100
