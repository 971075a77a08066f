"""Filtering, sorting and counting, whatever the labs are and whatever the address asks."""

from urllib.parse import urlencode

from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from labs.facts import BY_KEY
from labs.filters import FACETS, RANGES, Question, Row, in_order
from tests.unit.labs_benchmark.rows import many_rows

keys = st.sampled_from(
    [*(facet.key for facet in FACETS), *(f"{n}_{e}" for n in RANGES for e in ("min", "max")), "sort"]
)
values = st.one_of(
    st.text(max_size=20),
    st.integers(-10, 10**13).map(str),
    st.sampled_from(["lab", "agency", "BE", "national", "network", "events", "-budget", "founded", "1.000", "0,5"]),
)
addresses = st.lists(st.tuples(keys, values), max_size=6).map(lambda pairs: QueryDict(urlencode(pairs)))
sorts = st.tuples(st.sampled_from(["", "-"]), st.sampled_from(list(BY_KEY))).map("".join)


def fitting(question: Question, labs: list[Row]) -> list[Row]:
    return [row for row in labs if question.matches(row)]


@given(many_rows, sorts)
def test_sorting_loses_no_lab_and_puts_unknowns_last(labs: list[Row], sort: str):
    found = in_order(labs, sort)
    assert sorted(map(id, found)) == sorted(map(id, labs))
    orders = [row.facts[sort.removeprefix("-")].order for row in found]
    known = [order for order in orders if order is not None]
    assert orders[len(known) :] == [None] * (len(orders) - len(known))
    assert known == sorted(known, reverse=sort.startswith("-"))


@given(many_rows, addresses)
def test_each_count_is_the_number_of_rows_that_choosing_it_alone_leaves(labs: list[Row], address: QueryDict):
    question = Question.read(address, labs)
    for facet in FACETS:
        for choice in question.choices(facet, labs):
            alone = Question.read(address, labs)
            alone.chosen[facet.key] = [choice.value]
            assert choice.count == len(fitting(alone, labs)), (facet.key, choice)


@given(many_rows, addresses)
def test_every_choice_that_a_lab_has_is_offered_also_when_none_is_left(labs: list[Row], address: QueryDict):
    question = Question.read(address, labs)
    for facet in FACETS:
        offered = {choice.value for choice in question.choices(facet, labs)}
        assert offered == {value for row in labs for value in facet.choices_of(row)}


@given(many_rows, addresses)
def test_the_address_of_a_question_asks_the_same_again(labs: list[Row], address: QueryDict):
    question = Question.read(address, labs)
    again = Question.read(QueryDict(question.address()[1:]), labs)
    assert again == question
    assert fitting(again, labs) == fitting(question, labs)


@given(many_rows, addresses)
def test_each_chip_takes_one_thing_away_and_clearing_takes_all(labs: list[Row], address: QueryDict):
    question = Question.read(address, labs)
    applied = sum(map(len, question.chosen.values())) + len(question.ranges)
    chips = question.chips()
    assert len(chips) == applied
    for chip in chips:
        less = Question.read(QueryDict(chip.url[1:]), labs)
        assert len(less.chips()) == applied - 1 or question.mistakes
        assert {id(row) for row in fitting(question, labs)} <= {id(row) for row in fitting(less, labs)} or less.mistakes
    bare = Question.read(QueryDict(question.cleared()[1:]), labs)
    assert bare.is_bare
    assert bare.sort == question.sort
    assert fitting(bare, labs) == labs


@given(many_rows, addresses)
def test_a_lab_whose_figure_isnt_known_never_fits_a_range(labs: list[Row], address: QueryDict):
    question = Question.read(address, labs)
    for name in RANGES:
        if {f"{name}_min", f"{name}_max"} & set(question.ranges):
            assert all(row.facts[name].order is not None for row in fitting(question, labs))


def test_the_wrong_way_round_is_said_at_the_second_field():
    question = Question.read(QueryDict("budget_min=10&budget_max=5"), [])
    assert set(question.mistakes) == {"budget_max"}


def test_ones_own_lab_goes_along_in_every_address():
    question = Question.read(QueryDict("kind=lab"), [], (("my_budget", "5"), ("my_activity", "events")))
    assert question.address() == "?my_budget=5&my_activity=events"
