"""Where would we stand? The reader's own (planned) lab beside the others. Nothing is stored."""

import math
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .compare import YOURS
from .derived import percentile
from .facts import NOT_GIVEN, Fact, alphabetical, facts_of
from .figure import LabFigure
from .filters import LARGEST, Row, read_number
from .lab import Lab, LabActivity

MOST_PEERS = 3
# Up to twice as much, on a scale of powers of ten.
SAME_SIZE = math.log10(2)
LEAST = Decimal("0.01")
LONGEST_VALUE, MOST_VALUES = 60, 20
MEASURES = ("budget", "staff")


class NumberField(forms.CharField):
    """A number as people type it: `1.700.000`, `1 700 000` or `45,67`."""

    def __init__(self, largest: Decimal, **kwargs: Any) -> None:
        self.largest = largest
        super().__init__(max_length=40, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **kwargs)

    def clean(self, value: Any) -> Any:
        """Return the number, or None for an empty field.

        Raises:
            ValidationError: it isn't a number, not above 0, or absurdly large.
        """
        text = super().clean(value)
        if not text:
            return None
        number = read_number(text)
        if number is None:
            raise forms.ValidationError(_("Fill in a number, such as 300000."))
        if number < LEAST:
            raise forms.ValidationError(_("Fill in a number above 0."))
        if number > self.largest:
            raise forms.ValidationError(_("That is more than any lab could have. Is there a zero too many?"))
        return number.quantize(LEAST)


class YourLabForm(forms.Form):
    """What the reader says of the lab that they have or plan; all of it stands in the address."""

    my_name = forms.CharField(label=gettext_lazy("Name"), max_length=60, required=False)
    my_budget = NumberField(LARGEST, label=gettext_lazy("Budget in EUR a year"), required=False)
    my_staff = NumberField(Decimal(100_000), label=gettext_lazy("Staff"), required=False)
    my_model = forms.ChoiceField(
        label=gettext_lazy("Governance model"),
        choices=[("", gettext_lazy("Not decided yet")), *Lab.GovernanceModel.choices],
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Choose a governance model from the list.")},
    )
    my_activity = forms.MultipleChoiceField(
        label=gettext_lazy("Activities"),
        choices=LabActivity.Kind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": gettext_lazy("Choose activities from the list.")},
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not any(
            cleaned.get(key) for key in ("my_budget", "my_staff", "my_model", "my_activity")
        ):
            raise forms.ValidationError(_("Fill in at least one field, so that there is something to compare."))
        return cleaned


def is_asked(parameters: Any) -> bool:
    """Return whether an address says anything about the reader's own lab."""
    return any(key in parameters for key in YourLabForm.base_fields)


@dataclass(frozen=True)
class Yours:
    """What an address says of the reader's own lab.

    `form` is bound where it says anything; `row` is there where all of it is right. `rest` are the parameters
    themselves, for other addresses to carry on.
    """

    form: YourLabForm
    row: Row | None = None
    rest: tuple[tuple[str, str], ...] = ()

    @property
    def query(self) -> str:
        return f"?{urlencode(self.rest)}" if self.rest else ""


def read_yours(parameters: QueryDict) -> Yours:
    """Return the reader's own lab as an address gives it."""
    if not is_asked(parameters):
        return Yours(YourLabForm())
    form = YourLabForm(parameters)
    # The hidden fields and links that carry these on would be refused or overlong with more than this.
    rest = tuple(
        (key, value[:LONGEST_VALUE])
        for key in YourLabForm.base_fields
        for value in list(dict.fromkeys(parameters.getlist(key)))[:MOST_VALUES]
        if value.strip() and "\0" not in value
    )
    return Yours(form, your_row(form.cleaned_data) if form.is_valid() else None, rest)


def your_row(cleaned: dict[str, Any]) -> Row:
    """Return the reader's lab as a row like any other, made of rows that are never saved."""
    lab = Lab(code=YOURS, kind="", country="", level="", status="", governance_model=cleaned.get("my_model") or "")
    name = cleaned.get("my_name") or _("Your lab")
    for code in ("nl", "fr", "de", "en"):
        setattr(lab, f"name_{code}", name)
        setattr(lab, f"short_name_{code}", name)
    budget, staff = cleaned.get("my_budget"), cleaned.get("my_staff")
    figures = [LabFigure(measure="budget", value=budget, unit="EUR", period="year")] if budget else []
    figures += [LabFigure(measure="staff", value=staff, unit="headcount")] if staff else []
    lab.figures.set(figures)
    lab.activities.set([LabActivity(kind=kind) for kind in cleaned.get("my_activity") or []])
    return Row(lab, {key: _as_yours(fact) for key, fact in facts_of(lab).items()}, is_yours=True)


def _as_yours(fact: Fact) -> Fact:
    """Return a fact that the reader left out as such: no source is silent about it."""
    if fact.availability != NOT_GIVEN:
        return fact
    return replace(fact, text=_("Not filled in"), availability="not_filled_in", note="")


@dataclass(frozen=True)
class Peer:
    """A lab near the reader's, how near (0 is the same), and why."""

    row: Row
    distance: float
    reasons: list[str]


def nearest(yours: Row, others: list[Row]) -> list[Peer]:
    """Return the nearest labs, nearest first.

    The distance is the mean, over what the reader's lab says, of: the difference of the logarithms (base
    10) of budget and of staff, 0 or 1 for the same or another governance model, and the part of all
    activities of both that only one of them has. What the other lab doesn't say counts as 1; a lab that says
    nothing of it is left out.
    """
    peers = [peer for other in others if (peer := _peer(yours, other)) is not None]
    return sorted(peers, key=lambda peer: (peer.distance, alphabetical(peer.row.facts["name"].text)))[:MOST_PEERS]


def _peer(yours: Row, other: Row) -> Peer | None:
    compared = [
        _size(yours, other, "budget", _("a budget of the same size")),
        _size(yours, other, "staff", _("a team of the same size")),
        _model(yours, other),
        _activities(yours, other),
    ]
    asked = [part for part in compared if part is not None]
    if all(part.distance is None for part in asked):
        return None
    distances = [1.0 if part.distance is None else part.distance for part in asked]
    return Peer(other, sum(distances) / len(distances), [part.reason for part in asked if part.reason])


@dataclass(frozen=True)
class _Part:
    """How two labs differ in one respect (None: the other says nothing), and what they have in common."""

    distance: float | None = None
    reason: str = ""


def _size(yours: Row, other: Row, key: str, reason: str) -> _Part | None:
    mine, theirs = yours.facts[key].order, other.facts[key].order
    if not mine:
        return None
    if not theirs:
        return _Part()
    distance = abs(math.log10(float(mine)) - math.log10(float(theirs)))
    return _Part(distance, reason if distance <= SAME_SIZE else "")


def _model(yours: Row, other: Row) -> _Part | None:
    mine, theirs = yours.facts["governance_model"].value, other.facts["governance_model"].value
    if not mine:
        return None
    if not theirs:
        return _Part()
    return _Part(0, _("the same governance model")) if mine == theirs else _Part(1)


def _activities(yours: Row, other: Row) -> _Part | None:
    mine, theirs = (set(row.facts["activities"].value or []) for row in (yours, other))
    if not mine:
        return None
    if not theirs:
        return _Part()
    shared = mine & theirs
    labels = dict(LabActivity.Kind.choices)
    names = ", ".join(sorted(str(labels[kind]) for kind in shared))
    return _Part(1 - len(shared) / len(mine | theirs), _("shared activities: %s") % names if shared else "")


def standing(yours: Row, others: list[Row]) -> dict[str, int | None]:
    """Return the percentile of budget and staff among the labs that say theirs; None where too few do."""
    known = {key: [row.facts[key].order for row in others if row.facts[key].order is not None] for key in MEASURES}
    return {key: percentile(yours.facts[key].order, values) for key, values in known.items()}
