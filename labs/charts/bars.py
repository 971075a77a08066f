"""Budgets or staff as bars, the largest on top, with those that don't say theirs beside them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..filters import Row
from ..lab import Lab
from .geometry import LETTER, LINE, WIDTH
from .geometry.axis import Axis, is_wide, linear_axis, log_axis
from .geometry.lettering import BOLD, shortened, width_of
from .ticks import TickText, along, grid_lines
from .words import (
    MEASURES,
    LeftOut,
    Table,
    TableRow,
    amount,
    caution,
    drawn_amount,
    left_out,
    name_of,
    page_of,
    short_number,
)

MOST_BARS = 16
STEP, TOP, LEFT, RIGHT = 46, 6, 8, WIDTH - 12
BAR = 12
GAP = 12


@dataclass(frozen=True)
class Bar:
    """A lab's bar: its name and figure in a line, and below them how far the bar reaches."""

    lab: Lab | None
    name: str
    text: str
    spoken: str
    is_yours: bool
    y: int
    length: int

    @property
    def text_y(self) -> int:
        return self.y - 7

    @property
    def end(self) -> int:
        return LEFT + self.length


@dataclass(frozen=True)
class Bars:
    """Bars in order, on a linear scale, or a logarithmic one where the figures lie too far apart for that."""

    key: str
    title: str
    description: str
    scale: str
    bars: list[Bar]
    axis: Axis | None
    more: int
    left_out: list[LeftOut]
    table: Table
    width: int = WIDTH
    left: int = LEFT
    right: int = RIGHT
    bar: int = BAR

    @property
    def bottom(self) -> int:
        return TOP + STEP * len(self.bars)

    @property
    def height(self) -> int:
        return self.bottom + LINE + 8

    @cached_property
    def ticks(self) -> list[TickText]:
        return along(self.axis, short_number, self.bottom + LINE) if self.axis else []

    @cached_property
    def grid(self) -> str:
        return grid_lines(self.axis, TOP, self.bottom, is_upright=True) if self.axis else ""


def build_bars(rows: list[Row], measure: str) -> Bars:
    """Return the bars of a measure ('budget' or 'staff'): the largest first, unknown ones listed by kind."""
    known = [row for row in rows if row.facts[measure].order is not None]
    known.sort(key=lambda row: (-row.facts[measure].order, name_of(row)))
    missing = [row for row in rows if row.facts[measure].order is None]
    drawn = _most_telling(known)
    axis = _axis([float(row.facts[measure].order) for row in drawn])
    is_log = axis is not None and axis.is_log
    return Bars(
        key=f"chart-{measure}",
        title=_("Budget in EUR") if measure == "budget" else str(MEASURES[measure]),
        description=_description(known, measure),
        scale=_scale(is_log),
        bars=[_bar(row, measure, number, axis.place) for number, row in enumerate(drawn)] if axis else [],
        axis=axis,
        more=len(known) - len(drawn),
        left_out=left_out(missing, measure),
        table=_table(known + missing, measure),
    )


def _most_telling(known: list[Row]) -> list[Row]:
    """Return the largest rows that there is room for, always with the reader's own."""
    drawn = known[:MOST_BARS]
    yours = [row for row in known[MOST_BARS:] if row.is_yours]
    return drawn[: MOST_BARS - len(yours)] + yours


def _axis(values: list[float]) -> Axis | None:
    if not values:
        return None
    if min(values) > 0 and is_wide(values):
        return log_axis(values, LEFT, RIGHT)
    return linear_axis(max(values), LEFT, RIGHT)


def _bar(row: Row, measure: str, number: int, place: Callable[[float], float]) -> Bar:
    fact = row.facts[measure]
    size = LETTER * (BOLD if row.is_yours else 1)
    text = shortened(drawn_amount(fact), WIDTH * 0.7, size)
    room = RIGHT - LEFT - GAP - width_of(text, size)
    return Bar(
        lab=page_of(row),
        name=shortened(name_of(row), room, size),
        text=text,
        spoken=f"{name_of(row)}: {amount(fact)}",
        is_yours=row.is_yours,
        y=TOP + STEP * number + LINE + 7,
        length=round(place(float(fact.order))) - LEFT,
    )


def _scale(is_log: bool) -> str:
    if is_log:
        return _("The scale is logarithmic: equal steps multiply, so a bar twice as long means far more than double.")
    return _("The scale is linear: a bar twice as long means twice as much.")


def _description(known: list[Row], measure: str) -> str:
    if not known:
        return _("No lab here gives this figure.")
    labs = ngettext("%d lab", "%d labs", len(known)) % len(known)
    ends = dict.fromkeys(f"{name_of(row)}: {amount(row.facts[measure])}" for row in (known[0], known[-1]))
    return _("%(labs)s, the largest first. %(ends)s.") % {"labs": labs, "ends": "; ".join(ends)}


def _table(rows: list[Row], measure: str) -> Table:
    return Table(
        [_("Lab"), str(MEASURES[measure]), _("Note")],
        [
            TableRow(name_of(row), [amount(row.facts[measure]), caution(row.facts[measure])], page_of(row))
            for row in rows
        ],
    )
