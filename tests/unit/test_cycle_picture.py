from itertools import pairwise
from math import dist
from types import SimpleNamespace

import pytest

from toolbox.cycle_picture import NODE_SIZE, RING_RADIUS, SIZE, cycle_picture
from toolbox.templatetags.cycle import cycle_of
from toolbox.templatetags.duration import hours


def centres(picture):
    return [(node.centre.x, node.centre.y) for node in picture.nodes]


def test_the_first_phase_stands_on_top_and_the_others_follow_clockwise():
    first, second, *_rest = cycle_picture(6).nodes
    assert (first.centre.x, first.centre.y) == (SIZE / 2, SIZE / 2 - RING_RADIUS)
    assert second.centre.x > first.centre.x
    assert [node.order for node in cycle_picture(6).nodes] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("count", [2, 3, 6, 8])
def test_no_two_phases_touch_and_all_stay_in_the_picture(count):
    places = centres(cycle_picture(count))
    assert all(dist(one, other) > NODE_SIZE for one, other in pairwise([*places, places[0]]))
    assert all(NODE_SIZE / 2 <= value <= SIZE - NODE_SIZE / 2 for place in places for value in place)


def test_labels_grow_away_from_the_ring():
    anchors = [node.label.anchor for node in cycle_picture(6).nodes]
    assert anchors == ["middle", "start", "start", "middle", "end", "end"]


def test_two_phases_are_joined_by_arcs_that_say_which_way_round_they_go():
    assert all(" 0 0 1 " in node.arc for node in cycle_picture(6).nodes)
    assert cycle_picture(6).view_box == f"0 0 {SIZE} {SIZE}"


@pytest.mark.parametrize("count", [0, 1, 40])
def test_a_ring_that_cant_be_drawn_is_refused_with_a_reason(count):
    with pytest.raises(ValueError, match=f"A cycle of {count} phases cannot be drawn"):
        cycle_picture(count)


def test_phases_are_placed_in_the_order_given():
    phases = [SimpleNamespace(code=code) for code in "abc"]
    assert [step.phase.code for step in cycle_of(phases).steps] == ["a", "b", "c"]


def test_one_phase_makes_no_cycle():
    assert cycle_of([SimpleNamespace(code="a")]) is None


@pytest.mark.parametrize(("minutes", "said"), [(60, "1"), (90, "1,5"), (150, "2,5"), (480, "8"), (100, "1,5")])
def test_durations_are_said_in_half_hours(minutes, said):
    assert hours(minutes) == said
