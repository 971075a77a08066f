"""The reader's own lab among the others."""

from decimal import Decimal

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from labs.facts import facts_of
from labs.figure import LabFigure
from labs.filters import Row
from labs.lab import Lab, LabActivity
from labs.yours import nearest, read_yours


def lab(code: str, budget: int | None = None, model: str = "", activities: tuple[str, ...] = ()) -> Row:
    record = Lab(code=code, name_nl=code, governance_model=model)
    figures = [LabFigure(measure="budget", value=Decimal(budget), unit="EUR", period="year")] if budget else []
    record.figures.set(figures)
    record.activities.set([LabActivity(kind=kind) for kind in activities])
    return Row(record, facts_of(record))


def yours(address: str) -> Row:
    row = read_yours(QueryDict(address)).row
    assert row is not None
    return row


def test_a_lab_that_says_little_isnt_nearer_than_one_that_is_alike():
    alike = lab("alike", 900_000, "trustees", ("events",))
    silent = lab("silent", None, "network")
    peers = nearest(yours("my_budget=1000000&my_model=network&my_activity=events"), [silent, alike])
    assert [peer.row.lab.code for peer in peers] == ["alike", "silent"]


def test_the_reasons_say_what_is_alike():
    (peer,) = nearest(yours("my_budget=1000000&my_model=network"), [lab("one", 1_500_000, "network")])
    assert len(peer.reasons) == 2


def test_a_lab_that_says_nothing_of_it_is_no_peer():
    assert nearest(yours("my_budget=1000000"), [lab("silent")]) == []


def test_what_the_reader_left_out_is_said_to_be_left_out():
    row = yours("my_budget=1000000")
    assert row.facts["country"].availability == "not_filled_in"
    assert row.facts["budget"].order == 1_000_000


@pytest.mark.parametrize(
    "address",
    ["my_budget=x", "my_staff=-1", "my_budget=0", "my_staff=100001", "my_model=none", "my_activity=none", "my_name=A",
     "my_budget=0.001", "my_name=%00&my_staff=2", "my_budget=99999999999999"],
)  # fmt: skip
def test_wrong_input_is_explained_and_not_shown(address: str):
    found = read_yours(QueryDict(address))
    assert found.row is None
    assert found.form.errors


@given(st.dictionaries(st.sampled_from(["my_name", "my_budget", "my_staff", "my_model", "my_activity"]), st.text()))
def test_any_input_gives_a_lab_or_an_explanation(parameters: dict[str, str]):
    query = QueryDict(mutable=True)
    query.update(parameters)
    found = read_yours(query)
    assert (found.row is not None) or found.form.errors or not parameters
