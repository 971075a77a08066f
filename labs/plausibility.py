"""What looks wrong about figures although it may be right: editors are warned, nothing is refused."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median
from typing import Any

from django.utils.translation import gettext as _

from .balance import shares_difference
from .cells import whole_number
from .changes import FigureChange
from .derived import budget_per_head
from .facts import newest_figures
from .figure import LabFigure
from .lab import Lab

TIMES = 10
# A median of fewer labs says nothing.
FEWEST_FOR_MEDIAN = 3


def doubts_about(labs: Iterable[Lab], lines: Sequence[FigureChange] = ()) -> list[str]:
    """Return warnings about some labs, each once.

    Args:
        labs: those that an editor just changed.
        lines: the lines that the log just got: a figure that jumps is doubtful too.
    """
    changed = {lab.pk for lab in labs}
    every = list(Lab.objects.prefetch_related("figures__shares"))
    heads = {lab.pk: amount for lab in every if (amount := _per_head(lab)) is not None}
    found: list[str] = []
    for lab in every:
        if lab.pk in changed:
            others = [amount for key, amount in heads.items() if key != lab.pk]
            found += [*_jumps(lab), *_shares(lab), *_far_from_the_rest(lab, heads.get(lab.pk), others)]
    found += [text for line in lines if (text := _jump_in_place(line))]
    return list(dict.fromkeys(found))


def is_jump(old: Decimal | None, new: Decimal | None) -> bool:
    """Return whether one number is ten times the other, or more."""
    if not old or not new:
        return False
    return new >= TIMES * old or old >= TIMES * new


def _jumps(lab: Lab) -> list[str]:
    """Return warnings about a year that differs ten times from the known one before it."""
    found = []
    for measure in LabFigure.Measure:
        series = [figure for figure in lab.figures.all() if figure.measure == measure and _size(figure) is not None]
        series.sort(key=lambda figure: figure.year or 0)
        for old, new in pairwise(series):
            if is_jump(_size(old), _size(new)):
                found.append(_jump_text(lab.name, str(measure.label), new.year, _size(old), _size(new)))
    return found


def _size(figure: LabFigure) -> Decimal | None:
    is_amount = figure.unit in (LabFigure.Unit.EUR, LabFigure.Unit.SEK)
    return figure.in_eur if is_amount else figure.value


def _jump_text(lab: str, measure: str, year: int | None, old: Decimal | None, new: Decimal | None) -> str:
    values = {
        "lab": lab,
        "measure": f"{measure}, {year}" if year else measure,
        "old": whole_number(old),
        "new": whole_number(new),
    }
    return _("%(lab)s, %(measure)s: %(new)s, where it was %(old)s before. Is there a zero too many?") % values


def _jump_in_place(line: FigureChange) -> str:
    """Return a warning about a figure that was overwritten by one ten times larger or smaller, or ''."""
    old, new = _known(line.before), _known(line.after)
    if old is None or new is None or old[0] != new[0] or not is_jump(old[1], new[1]):
        return ""
    return _jump_text(line.lab_name, str(line.get_measure_display()), line.year, old[1], new[1])


def _known(state: dict[str, Any] | None) -> tuple[str, Decimal] | None:
    return (state["unit"], Decimal(state["value"])) if state and state["value"] is not None else None


def _shares(lab: Lab) -> list[str]:
    """Return warnings about shares that don't add up to their budget."""
    found = []
    for figure in lab.figures.all():
        shares = [(share.payers, share.amount_eur) for share in figure.shares.all()]
        difference = shares_difference(figure.in_eur, shares)
        if difference:
            values = {"lab": lab.name, "difference": whole_number(abs(difference))}
            text = _("%(lab)s: who pays doesn't add up to the budget. The difference is EUR %(difference)s.")
            found.append(text % values)
    return found


def _per_head(lab: Lab) -> Decimal | None:
    newest = newest_figures(lab)
    budget, staff = newest.get("budget"), newest.get("staff")
    return budget_per_head(budget.in_eur if budget else None, staff.value if staff else None)


def _far_from_the_rest(lab: Lab, own: Decimal | None, others: list[Decimal]) -> list[str]:
    if own is None or len(others) < FEWEST_FOR_MEDIAN or not is_jump(median(others), own):
        return []
    values = {
        "lab": lab.name,
        "own": whole_number(own.quantize(Decimal(1))),
        "median": whole_number(median(others).quantize(Decimal(1))),
    }
    return [
        _("%(lab)s: the budget per head is EUR %(own)s, far from the median of the other labs (EUR %(median)s).")
        % values
    ]
