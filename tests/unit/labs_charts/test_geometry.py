from itertools import combinations, pairwise
from math import log10

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labs.charts.geometry import LETTER, WIDTH
from labs.charts.geometry.axis import is_wide, linear_axis, log_axis
from labs.charts.geometry.boxes import Saying, diagram
from labs.charts.geometry.lettering import broken, shortened, width_of
from labs.charts.geometry.levels import flag_levels
from labs.charts.geometry.placement import Box, Line, Spot, place_names
from labs.charts.geometry.tiles import COLUMNS, LAYOUT, PLACES
from labs.charts.ticks import along, upwards

FRAME = Box(0, 0, 480, 400)
amounts = st.floats(min_value=0.01, max_value=1e13)
spots = st.lists(
    st.builds(
        Spot,
        x=st.integers(20, 460),
        y=st.integers(20, 380),
        radius=st.sampled_from([6, 10]),
        width=st.integers(8, 200),
        height=st.just(20),
    ),
    max_size=18,
)
sayings = st.builds(
    Saying, style=st.just("pays"), heading=st.sampled_from(["", "Decides"]), name=st.text(max_size=300),
    detail=st.text(max_size=120),
)  # fmt: skip


def are_apart(boxes):
    return not any(one.overlaps(other) for one, other in combinations(boxes, 2))


def box_of(drawn):
    return Box(drawn.x, drawn.y, drawn.x + drawn.width, drawn.bottom)


@given(spots)
def test_names_cover_neither_each_other_nor_a_mark_and_stay_in_the_picture(points):
    names = place_names(points, FRAME)
    boxes = [name.box for name in names if name]
    assert len(names) == len(points)
    assert are_apart(boxes)
    assert all(box.lies_in(FRAME) for box in boxes)
    assert not any(box.overlaps(spot.mark) for box in boxes for spot in points)


@given(spots)
def test_no_line_to_a_point_runs_through_a_name(points):
    names = [name for name in place_names(points, FRAME) if name]
    assert not any(one.line.crosses(other.box) for one in names if one.line for other in names if other is not one)


def test_a_lonely_name_stands_right_beside_its_point_without_a_line():
    (name,) = place_names([Spot(100, 100, 6, 50, 20)], FRAME)
    assert (name.box.left, name.line) == (110, None)


def test_a_name_that_had_to_move_has_a_line_from_the_edge_of_its_mark():
    crowd = [Spot(100 + 16 * number, 100, 6, 60, 20) for number in range(9)]
    moved = [name for name in place_names(crowd, FRAME) if name and name.line]
    assert moved
    assert all(name.line.x2 in (name.box.left, name.box.right) or name.box.left <= name.line.x2 <= name.box.right
               for name in moved)  # fmt: skip


def test_a_name_without_any_place_is_left_out_rather_than_drawn_over_another():
    assert place_names([Spot(10, 10, 6, 500, 20)], FRAME) == [None]


@pytest.mark.parametrize(
    ("line", "crosses"),
    [
        (Line(0, 5, 20, 5), True),
        (Line(5, 0, 5, 20), True),
        (Line(0, 20, 20, 20), False),
        (Line(20, 0, 20, 20), False),
        (Line(0, 0, 5, 4), False),
    ],
)
def test_a_line_crosses_a_box_only_where_it_touches_it(line, crosses):
    assert line.crosses(Box(4, 4.5, 10, 10)) is crosses


@given(st.lists(amounts, min_size=1, max_size=30))
def test_a_log_axis_holds_all_values_in_order_with_round_ticks_inside(values):
    axis = log_axis(values, 50, 450)
    places = [axis.place(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(50 <= place <= 450 for place in places)
    assert 2 <= len(axis.ticks) <= 6
    assert all(left.value < right.value and left.at < right.at for left, right in pairwise(axis.ticks))
    assert all(50 <= tick.at <= 450 for tick in axis.ticks)
    assert all(round(10 ** (log10(tick.value) % 1), 6) in (1, 2, 5, 10) for tick in axis.ticks)


@given(amounts, amounts)
def test_equal_ratios_are_equal_steps_on_a_log_axis(one, ratio):
    axis = log_axis([1e-3, 1e15], 0, 1000)
    low, high = min(one, 1e6), min(one, 1e6) * 2
    assert axis.place(high) - axis.place(low) == pytest.approx(axis.place(20) - axis.place(10))


@pytest.mark.parametrize("values", [[], [0], [5, -1]])
def test_a_log_axis_refuses_what_has_no_logarithm(values):
    with pytest.raises(ValueError, match="above 0"):
        log_axis(values, 0, 100)


@given(st.floats(min_value=0, max_value=1e13), st.floats(min_value=0, max_value=1e13))
def test_a_linear_axis_has_few_round_ticks_in_equal_steps_around_its_values(one, other):
    low, high = sorted((one, other))
    axis = linear_axis(high, 0, 400, lowest=low)
    assert axis.low <= low
    assert axis.high >= high or axis.high == pytest.approx(high)
    assert 2 <= len(axis.ticks) <= 8
    steps = {round((right.value - left.value) / axis.high, 6) for left, right in pairwise(axis.ticks)}
    assert len(steps) == 1


def test_bars_start_at_zero():
    assert linear_axis(9, 0, 400).ticks[0].value == 0
    assert [tick.value for tick in linear_axis(9, 0, 400).ticks] == [0, 2, 4, 6, 8, 10]


@pytest.mark.parametrize(("values", "wide"), [([], False), ([0, 5], False), ([1, 50], False), ([1, 51], True)])
def test_figures_far_apart_ask_for_a_log_scale(values, wide):
    assert is_wide(values) is wide


@given(st.lists(amounts, min_size=1, max_size=30))
def test_texts_at_ticks_neither_touch_nor_leave_the_picture(values):
    axis = log_axis(values, 50, 460)
    texts = along(axis, lambda value: f"{value:,.2f}"[:24], 100)
    ends = [(text.x - width_of(text.text) / 2, text.x + width_of(text.text) / 2) for text in texts]
    assert texts
    assert all(left >= -1 and right <= WIDTH + 1 for left, right in ends)
    assert all(right <= left for (_, right), (left, _) in pairwise(ends))


@given(st.lists(amounts, min_size=1, max_size=30))
def test_texts_at_an_upright_axis_have_a_line_each(values):
    texts = upwards(log_axis(values, 380, 30, most=9), str, 50)
    assert all(one.y - other.y >= LETTER for one, other in pairwise(texts))


@given(st.lists(st.tuples(st.integers(26, 300), st.integers(10, 200)), max_size=16))
def test_flags_cover_neither_each_other_nor_a_pole(flags):
    levels = flag_levels(flags)
    for one, other in combinations(range(len(flags)), 2):
        (left, right) = sorted((one, other), key=lambda number: flags[number][0])
        if flags[right][0] < sum(flags[left]):
            assert levels[left] != levels[right]
            if flags[left][0] < flags[right][0]:
                assert levels[left] > levels[right]


@given(st.text(max_size=300), st.integers(20, 400), st.integers(1, 5))
def test_broken_lines_fit_and_lose_nothing_without_an_ellipsis(text, width, most):
    lines = broken(text, width, most)
    assert len(lines) <= most
    assert all(width_of(line) <= width for line in lines)
    if lines and not lines[-1].endswith("…"):
        assert "".join(lines).replace(" ", "") == "".join(text.split())


@given(st.text(max_size=200), st.integers(20, 400))
def test_a_shortened_text_fits_and_says_that_it_was_cut(text, width):
    short = shortened(text, width)
    assert width_of(short) <= width
    assert short == " ".join(text.split()) or short.endswith("…")


@given(*[st.lists(sayings, max_size=4)] * 3)
def test_boxes_of_a_diagram_stand_apart_and_in_the_picture(above, left, right):
    drawn = diagram(above, Saying("lab", "", "RIC"), left, right)
    boxes = [box_of(box) for box in drawn.boxes]
    assert len(boxes) == len(above) + len(left) + len(right) + 1
    assert are_apart(boxes)
    assert all(box.lies_in(Box(0, 0, WIDTH, drawn.height)) for box in boxes)
    for box in drawn.boxes:
        for text, y in (*box.lines, *box.details):
            assert box.y < y - LETTER * 0.7
            assert y < box.bottom
            assert width_of(text) <= box.width


def test_every_country_has_one_tile():
    codes = [code for line in LAYOUT for code in line.split() if code != ".."]
    assert len(codes) == len(set(codes)) == len(PLACES) == len(set(PLACES.values()))
    assert all(len(line.split()) == COLUMNS for line in LAYOUT)
    eu = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
    assert set(eu.split()) <= set(codes)


def test_neighbours_are_near():
    for one, other in [("BE", "NL"), ("BE", "FR"), ("PT", "ES"), ("SE", "NO"), ("BE", "LU"), ("GB", "IE")]:
        (x, y), (other_x, other_y) = PLACES[one], PLACES[other]
        assert max(abs(x - other_x), abs(y - other_y)) <= 1, (one, other)
    assert PLACES["NO"][1] < PLACES["DK"][1] < PLACES["IT"][1]
