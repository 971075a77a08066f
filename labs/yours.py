"""Where would we stand? The reader's own (planned) lab beside the others. Nothing is stored."""

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .derived import percentile
from .figure import LabFigure
from .filters import LARGEST, Row, read_number
from .lab import Lab, LabActivity

CODE = "yours"
MOST_PEERS = 3
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
        if number <= 0:
            raise forms.ValidationError(_("Fill in a number above 0."))
        if number > self.largest:
            raise forms.ValidationError(_("That is more than any lab could have. Is there a zero too many?"))
        return number


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
    return any(key.startswith("my_") for key in parameters)


def your_row(cleaned: dict[str, Any]) -> Row:
    """Return the reader's lab as a row like any other, made of rows that are never saved."""
    lab = Lab(code=CODE, kind="", country="", level="", status="", governance_model=cleaned.get("my_model") or "")
    name = cleaned.get("my_name") or _("Your lab")
    for code in ("nl", "fr", "de", "en"):
        setattr(lab, f"name_{code}", name)
        setattr(lab, f"short_name_{code}", name)
    budget, staff = cleaned.get("my_budget"), cleaned.get("my_staff")
    figures = [LabFigure(measure="budget", value=budget, unit="EUR", period="year")] if budget else []
    figures += [LabFigure(measure="staff", value=staff, unit="headcount")] if staff else []
    lab.figures.set(figures)
    lab.activities.set([LabActivity(kind=kind) for kind in cleaned.get("my_activity") or []])
    return Row.of(lab, is_yours=True)


@dataclass(frozen=True)
class Peer:
    """A lab near the reader's, how near (0 is the same), and why."""

    row: Row
    distance: float
    reasons: list[str]


def nearest(yours: Row, others: list[Row]) -> list[Peer]:
    """Return the nearest labs, nearest first.

    The distance is the mean, over what both labs say, of: the difference of the logarithms (base 10)
    of budget and of staff, 0 or 1 for the same or another governance model, and the part of all
    activities of both that only one of them has. Labs that share no known dimension are left out.
    """
    peers = [peer for other in others if (peer := _peer(yours, other)) is not None]
    return sorted(peers, key=lambda peer: (peer.distance, peer.row.facts["name"].text))[:MOST_PEERS]


def _peer(yours: Row, other: Row) -> Peer | None:
    parts: list[float] = []
    reasons: list[str] = []
    for key, reason in (("budget", _("a budget of the same size")), ("staff", _("a team of the same size"))):
        mine, theirs = yours.facts[key].order, other.facts[key].order
        if mine and theirs:
            part = abs(math.log10(float(mine)) - math.log10(float(theirs)))
            parts.append(part)
            if part <= math.log10(2):
                reasons.append(reason)
    mine, theirs = yours.facts["governance_model"].value, other.facts["governance_model"].value
    if mine and theirs:
        parts.append(float(mine != theirs))
        if mine == theirs:
            reasons.append(_("the same governance model"))
    my_activities, activities = set(yours.facts["activities"].value or []), set(other.facts["activities"].value or [])
    if my_activities and activities:
        shared = my_activities & activities
        parts.append(1 - len(shared) / len(my_activities | activities))
        if shared:
            labels = dict(LabActivity.Kind.choices)
            reasons.append(_("shared activities: %s") % ", ".join(sorted(str(labels[kind]) for kind in shared)))
    return Peer(other, sum(parts) / len(parts), reasons) if parts else None


def standing(yours: Row, others: list[Row]) -> dict[str, int | None]:
    """Return the percentile of budget and staff among the labs that say theirs; None where too few do."""
    known = {key: [row.facts[key].order for row in others if row.facts[key].order is not None] for key in MEASURES}
    return {key: percentile(yours.facts[key].order, values) for key, values in known.items()}
