from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from labs import charts
from labs.charts.geometry import WIDTH
from labs.charts.geometry.lettering import width_of
from labs.charts.words import short_number
from tests.unit.labs_charts.rows import row

numbers = st.one_of(st.none(), st.integers(0, 10**12))
rows_of_labs = st.lists(
    st.builds(row, name=st.text(min_size=1, max_size=60), budget=numbers, staff=numbers, is_yours=st.booleans(),
              founded=st.one_of(st.none(), st.integers(1800, 2030)), country=st.sampled_from(["", "BE", "FR", "US"])),
    max_size=40,
)  # fmt: skip


@given(rows_of_labs)
@settings(max_examples=30, deadline=None)
def test_bars_stand_in_order_stay_in_the_picture_and_leave_no_lab_out(rows):
    bars = charts.build_bars(rows, "budget")
    known = [entry for entry in rows if entry.facts["budget"].value is not None]
    lengths = [bar.length for bar in bars.bars if not bar.is_yours]
    assert lengths == sorted(lengths, reverse=True)
    assert all(bar.length >= 0 and bar.end <= WIDTH for bar in bars.bars)
    assert all(bar.y + bars.bar < after.text_y - 10 for bar, after in pairwise(bars.bars))
    assert all(width_of(bar.name) + width_of(bar.text) < WIDTH for bar in bars.bars)
    assert len(bars.bars) + bars.more == len(known)
    assert sum(len(group.names) for group in bars.left_out) == len(rows) - len(known)
    assert len(bars.table.rows) == len(rows)


@given(rows_of_labs)
@settings(max_examples=30, deadline=None)
def test_each_lab_is_in_the_scatter_or_listed_beside_it(rows):
    scatter = charts.build_scatter(rows)
    shown = [entry for entry in rows if entry.facts["budget"].value and entry.facts["staff"].value]
    assert sum(len(group.names) for group in scatter.left_out) == len(rows) - len(shown)
    assert len(scatter.points) <= len(shown)
    boxes = [point.label.box for point in scatter.points if point.label]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert all(0 <= point.x <= scatter.width and 0 <= point.y <= scatter.height for point in scatter.points)


@given(rows_of_labs)
@settings(max_examples=30, deadline=None)
def test_the_line_of_years_has_every_lab_that_says_its_year_but_not_the_readers(rows):
    line = charts.build_timeline(rows)
    theirs = [entry for entry in rows if not entry.is_yours]
    known = [entry for entry in theirs if entry.lab.founded]
    assert len(line.flags) + line.more == len(known)
    assert sum(len(group.names) for group in line.left_out) == len(theirs) - len(known)
    assert all(flag.text_x + width_of(flag.name) <= WIDTH for flag in line.flags)
    assert all(0 < flag.text_y < line.line_y for flag in line.flags)


@given(rows_of_labs)
@settings(max_examples=20, deadline=None)
def test_the_map_counts_every_lab_but_the_readers(rows):
    chart = charts.build_country_map(rows)
    theirs = [entry.lab.country for entry in rows if not entry.is_yours]
    assert {tile.code: tile.count for tile in chart.tiles} == {
        code: theirs.count(code) for code in ("BE", "FR") if code in theirs
    }
    reasons = {group.reason for group in chart.left_out}
    assert len(reasons) == ("US" in theirs) + ("" in theirs)


def test_figures_far_apart_are_drawn_and_called_logarithmic():
    near = charts.build_bars([row("a", 100), row("b", 200)], "budget")
    far = charts.build_bars([row("a", 100), row("b", 200_000)], "budget")
    with translation.override("en"):
        assert (near.axis.is_log, far.axis.is_log) == (False, True)
        assert "linear" in charts.build_bars([row("a", 100)], "budget").scale
        assert "logarithmic" in charts.build_bars([row("a", 100), row("b", 200_000)], "budget").scale


def test_twice_as_much_is_a_bar_twice_as_long_on_a_linear_scale():
    double, single = charts.build_bars([row("a", 100), row("b", 200)], "budget").bars
    assert double.length == pytest.approx(2 * single.length, abs=1)


def test_the_readers_lab_is_drawn_even_where_it_is_among_the_smallest_of_many():
    many = [row(f"l{number}", 1000 + number, 10) for number in range(60)]
    yours = row("Mine", 10, 1, is_yours=True)
    bars = charts.build_bars([*many, yours], "budget")
    assert [bar.name for bar in bars.bars if bar.is_yours] == ["Mine"]
    scatter = charts.build_scatter([*many, yours])
    assert scatter.points[0].is_yours
    assert scatter.nameless >= 61 - len(scatter.points)
    assert scatter.crowd


def test_zero_is_known_but_has_no_place_on_a_logarithmic_scale():
    rows = [row("none", 0, 3), row("some", 5, 3)]
    assert [point.name for point in charts.build_scatter(rows).points] == ["some"]
    assert [bar.name for bar in charts.build_bars(rows, "budget").bars] == ["some", "none"]


def test_shares_fill_the_whole_bar_one_after_the_other_and_add_up():
    chart = charts.build_share_bar(
        row("RIC", 340_000, shares=[("Elf", 11, Decimal(30_000)), ("Een", 1, Decimal(10_000))])
    )
    eleven, one = chart.parts
    assert (eleven.x, one.end) == (chart.left, chart.right)
    assert eleven.end == one.x
    assert eleven.cuts.count("M") == 10
    assert [part.text for part in chart.parts] == ["11 × EUR 30.000 = EUR 330.000", "EUR 10.000"]
    assert chart.table.rows[-1].cells[-1] == "EUR 340.000"


@pytest.mark.parametrize("shares", [[], [("Wie", 3, None)], [("Wie", 3, None), ("Zij", 1, Decimal(5))]])
def test_shares_without_all_amounts_are_not_drawn(shares):
    assert charts.build_share_bar(row("x", 100, shares=shares)) is None


def test_shares_that_miss_the_budget_say_by_how_much():
    with translation.override("en"):
        chart = charts.build_share_bar(row("x", 100, shares=[("a", 1, Decimal(90))]))
        assert chart.verdict == "That is EUR 10 off the budget."


def test_a_lab_about_which_nothing_is_known_has_a_diagram_that_says_so():
    drawn = charts.build_governance(row("x")).diagram
    assert [box.saying.style for box in drawn.boxes] == ["unknown", "lab", "unknown"]


def test_those_who_decide_stand_above_the_lab_and_those_who_pay_or_advise_below():
    bodies = [("Raad", "decides", 9), ("Denkers", "advises", None), ("Helpers", "supports", 3)]
    drawn = charts.build_governance(row("x", 50, bodies=bodies, shares=[("Fonds", 2, Decimal(25))])).diagram
    by_name = {box.saying.name: box for box in drawn.boxes}
    assert by_name["Raad"].bottom < by_name["x"].y
    assert all(by_name[name].y > by_name["x"].bottom for name in ("Denkers", "Helpers", "Fonds"))
    assert by_name["Fonds"].x < by_name["Denkers"].x
    assert by_name["Fonds"].saying.detail == "2 × EUR 25"


def test_more_bodies_than_there_is_room_for_are_counted():
    with translation.override("en"):
        chart = charts.build_governance(row("x", bodies=[(f"b{n}", "decides", None) for n in range(7)]))
        assert [box.saying.name for box in chart.diagram.boxes][:4] == ["b0", "b1", "b2", "and 4 more"]
        assert len(chart.diagram.boxes) == 6


@pytest.mark.parametrize(
    ("number", "said"), [(0.5, "0,5"), (5, "5"), (20_000, "20.000"), (5e6, "5"), (1e8, "100"), (2e9, "2")]
)
def test_numbers_on_an_axis_are_short_and_localised(number, said):
    assert short_number(number).split("\xa0")[0].split()[0] == said


@pytest.mark.parametrize(
    ("name", "build"),
    [
        ("scatter", charts.build_scatter),
        ("bars", lambda rows: charts.build_bars(rows, "staff")),
        ("timeline", charts.build_timeline),
        ("country_map", charts.build_country_map),
    ],
)
def test_a_picture_of_nothing_says_so_in_words(name, build):
    html = render_to_string(f"labs/charts/{name}.html", {"chart": build([]), "request": RequestFactory().get("/")})
    assert "<figure" in html
    assert ("<svg" in html) == (name == "country_map")


def test_a_share_bar_that_cannot_be_drawn_leaves_nothing():
    html = render_to_string("labs/charts/share_bar.html", {"chart": None, "request": RequestFactory().get("/")})
    assert html.strip() == ""
