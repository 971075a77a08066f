"""Which labs an address compares."""

from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from labs.compare import MOST, read_selection

KNOWN = {"ric", "labx", "nesta", "ino", "vinnova", "yours"}
asked = st.lists(st.one_of(st.sampled_from(sorted(KNOWN)), st.text(max_size=10)), max_size=12).map(",".join)


@given(st.one_of(asked, st.text(max_size=3000)))
def test_a_selection_holds_known_labs_once_and_no_more_than_fit(text: str):
    selection = read_selection(text, KNOWN)
    assert len(selection.labs) <= MOST
    assert set(selection.labs) | set(selection.left_out) <= KNOWN
    assert not set(selection.unknown) & KNOWN
    everything = [*selection.labs, *selection.left_out, *selection.unknown]
    assert len(everything) == len(set(everything))


@given(asked, st.booleans())
def test_the_address_gives_the_same_selection_again(text: str, only_differences: bool):
    selection = read_selection(text, KNOWN, only_differences, (("my_budget", "5"),))
    query = QueryDict(selection.address()[1:])
    again = read_selection(query["labs"], KNOWN, query.get("differences") == "1", (("my_budget", query["my_budget"]),))
    assert (again.labs, again.only_differences, again.rest) == (selection.labs, only_differences, selection.rest)


@given(asked)
def test_columns_move_by_one_place_and_not_over_the_edge(text: str):
    selection = read_selection(text, KNOWN)
    for place, code in enumerate(selection.labs):
        right = selection.moved(code, 1)
        assert bool(right) == (place < len(selection.labs) - 1)
        if right:
            labs = QueryDict(right[1:])["labs"].split(",")
            assert labs.index(code) == place + 1
            assert sorted(labs) == sorted(selection.labs)
        assert code not in QueryDict(selection.without(code)[1:])["labs"].split(",")
