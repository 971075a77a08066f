"""Where the reader's own lab would stand: percentiles, nearest labs, and what those do."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise

from .compare import YOURS, Selection
from .derived import FEWEST_FOR_PERCENTILE
from .facts import BY_KEY
from .filters import FACETS, Question, Row
from .pictures import sizes
from .table import SHORT_KEYS, Table
from .yours import Peer, Yours, nearest, standing


@dataclass(frozen=True)
class Percentile:
    """How one's own figure compares with those of all labs that give theirs.

    `value` is None where there are too few; `known` is how many there are, `smaller` and `equal` how many have
    less and as much.
    """

    key: str
    heading: str | Promise
    text: str
    value: int | None
    known: int
    smaller: int
    equal: int
    fewest: int = FEWEST_FOR_PERCENTILE


@dataclass(frozen=True)
class Practice:
    """Something that peers do or are: its label, which of them, and whether the reader's lab does it too."""

    label: str
    labs: list[Row]
    is_yours: bool


def position(yours: Yours, labs: list[Row]) -> dict[str, Any]:
    """Return all that the page shows of a reader's lab that is filled in well."""
    own = yours.row
    if own is None:
        return {}
    peers = nearest(own, labs)
    codes = [YOURS, *(peer.row.lab.code for peer in peers)]
    question = Question.read(QueryDict("sort=-budget"), [], yours.rest)
    return {
        "percentiles": percentiles(own, labs),
        "peers": peers,
        "activities": practices(own, peers, "activity"),
        "models": practices(own, peers, "governance"),
        "compare_query": Selection(codes, rest=yours.rest).address() if peers else "",
        "pictures": sizes([*labs, own]),
        "table": Table(question, labs, labs, own, tuple(SHORT_KEYS)),
    }


def percentiles(own: Row, labs: list[Row]) -> list[Percentile]:
    """Return the percentile of each figure that the reader gave."""
    values = standing(own, labs)
    found = []
    for key, value in values.items():
        mine: Decimal | None = own.facts[key].order
        if mine is not None:
            others = [row.facts[key].order for row in labs if row.facts[key].order is not None]
            smaller, equal = sum(other < mine for other in others), sum(other == mine for other in others)
            found.append(Percentile(key, BY_KEY[key].heading, own.facts[key].text, value, len(others), smaller, equal))
    return found


def practices(own: Row, peers: list[Peer], key: str) -> list[Practice]:
    """Return what peers do (`activity`) or how they are governed (`governance`), the most frequent first."""
    facet = next(facet for facet in FACETS if facet.key == key)
    choices: Callable[[Row], list[str]] = facet.choices_of
    mine = set(choices(own))
    values = {value for peer in peers for value in choices(peer.row)}
    found = [
        Practice(facet.label(value), [peer.row for peer in peers if value in choices(peer.row)], value in mine)
        for value in values
    ]
    return sorted(found, key=lambda practice: (-len(practice.labs), practice.label))
