"""The pictures of the real labs: small, titled, linked, and with the figures of the benchmark below them."""

import re
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from labs import charts
from labs.charts.words import amount
from labs.filters import Row
from labs.lab import Lab
from labs.yours import your_row

LARGEST = 6000
LANGUAGES = ("nl", "fr", "de", "en")
ALL_ROWS = [
    ("scatter", charts.build_scatter),
    ("bars", lambda rows: charts.build_bars(rows, "budget")),
    ("bars", lambda rows: charts.build_bars(rows, "staff")),
    ("timeline", charts.build_timeline),
    ("country_map", charts.build_country_map),
]


@pytest.fixture
def rows(db):
    labs = Lab.objects.prefetch_related(
        "figures__source", "figures__shares__organisation", "bodies__organisations", "activities"
    )
    return [Row.of(lab) for lab in labs]


@pytest.fixture
def yours():
    return your_row({"my_name": "Ons <lab>", "my_budget": Decimal(500_000), "my_staff": Decimal(5)})


def draw(name, chart, language):
    with translation.override(language):
        request = RequestFactory().get(f"/{language}/")
        return render_to_string(f"labs/charts/{name}.html", {"chart": chart, "request": request})


def svg_of(html):
    found = re.search(r"<svg.*?</svg>", html, re.DOTALL)
    return found.group() if found else ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "build"), ALL_ROWS)
def test_each_picture_is_small_titled_described_and_told_in_a_table(rows, yours, name, build, language):
    with translation.override(language):
        chart = build([*rows, yours])
    html = draw(name, chart, language)
    svg = svg_of(html)
    assert 0 < len(svg.encode()) < LARGEST
    page = BeautifulSoup(html, "html.parser")
    drawn = page.svg
    assert page.find(id=drawn["aria-labelledby"]).text == chart.title
    assert page.find(id=drawn["aria-describedby"]).text == chart.description
    assert len(page.select("details tbody tr")) == len(chart.table.rows) > 0
    assert "style=" not in html
    assert not re.search(r'="[^"]*\d,\d[^"]*"', re.sub(r'aria-label="[^"]*"', "", svg))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_governance_of_each_lab_and_of_none_is_drawn(rows, yours, language):
    assert len(rows) == 12
    for row in [*rows, yours]:
        with translation.override(language):
            chart = charts.build_governance(row)
        html = draw("governance", chart, language)
        assert 0 < len(svg_of(html).encode()) < LARGEST
        assert row.is_yours or row.facts["name"].text


def test_the_points_and_bars_link_to_the_labs_and_yours_does_not(rows, yours):
    for name, build in ALL_ROWS[:3]:
        drawn = BeautifulSoup(draw(name, build([*rows, yours]), "nl"), "html.parser").svg
        links = {link["href"].split("/")[-2]: link["aria-label"] for link in drawn.find_all("a")}
        assert "ric" in links
        assert links["ric"].startswith("RIC: ")
        (mine,) = drawn.select(".chart__yours")
        assert mine.name == "g"
        assert mine["aria-label"].startswith("Ons <lab>: ")
        assert mine.select(".chart__mark")


def test_the_table_below_a_picture_says_the_figures_as_the_benchmark_does(rows):
    scatter = charts.build_scatter(rows)
    for row, line in zip(rows, scatter.table.rows, strict=True):
        assert line.cells[:2] == [amount(row.facts["budget"]), amount(row.facts["staff"])]
        assert line.cells[0].startswith(row.facts["budget"].text)


def test_only_the_shares_of_ric_are_all_known_and_they_add_up(rows):
    drawn = {row.lab.code: charts.build_share_bar(row) for row in rows}
    assert [code for code, chart in drawn.items() if chart] == ["ric"]
    html = draw("share_bar", drawn["ric"], "nl")
    assert 0 < len(svg_of(html).encode()) < LARGEST
    assert "11 × EUR 30.000 = EUR 330.000" in html
    assert "EUR 340.000" in html


def test_pictures_ask_the_database_for_nothing(rows, django_assert_num_queries):
    with django_assert_num_queries(0):
        for _name, build in ALL_ROWS:
            build(rows)
        for row in rows:
            charts.build_governance(row)
            charts.build_share_bar(row)


def test_pictures_of_very_many_labs_stay_small(rows, yours):
    many = [row for number in range(40) for row in rows]
    for name, build in ALL_ROWS:
        assert len(svg_of(draw(name, build([*many, yours]), "de")).encode()) < LARGEST
