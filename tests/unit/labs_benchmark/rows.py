"""Rows of the benchmark from any facts that a lab can have, without a database."""

from decimal import Decimal

from hypothesis import strategies as st

from labs.facts import FIELDS, GIVEN, Fact, alphabetical
from labs.figure import LabFigure
from labs.filters import Row
from labs.lab import Lab, LabActivity

UNKNOWN = [value for value in LabFigure.Availability.values if value != GIVEN]
CHOICES = {
    "kind": Lab.Kind.values,
    "country": ["BE", "FR", "SE", "XX"],
    "level": Lab.Level.values,
    "governance_model": Lab.GovernanceModel.values,
}


def known(key: str, value: object, order: object) -> Fact:
    return Fact(key, str(value), value=value, order=order)


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """Any lab: each fact is known or not, for one of the reasons that there are."""
    facts: dict[str, Fact] = {}
    for field in FIELDS:
        unknown = Fact(field.key, "?", draw(st.sampled_from(UNKNOWN)))
        if field.key == "name":
            name = draw(st.text(min_size=1, max_size=8))
            facts["name"] = known("name", name, alphabetical(name))
        elif draw(st.booleans()):
            facts[field.key] = unknown
        elif field.key in CHOICES:
            value = draw(st.sampled_from(CHOICES[field.key]))
            facts[field.key] = known(field.key, value, value)
        elif field.key == "activities":
            kinds = draw(st.lists(st.sampled_from(LabActivity.Kind.values), min_size=1, unique=True))
            facts["activities"] = known("activities", sorted(kinds), len(kinds))
        else:
            number = Decimal(draw(st.integers(0, 10**6)))
            facts[field.key] = known(field.key, number, number)
    return Row(Lab(code=f"lab-{draw(st.integers(0, 10**6))}"), facts)


many_rows = st.lists(rows(), max_size=12)
