"""Founding years on a line."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from ..filters import Row
from ..lab import Lab
from .geometry import LINE, WIDTH
from .geometry.axis import Axis, linear_axis
from .geometry.lettering import shortened, width_of
from .geometry.levels import flag_levels
from .ticks import TickText, along
from .words import LeftOut, Table, TableRow, left_out, name_of, page_of

MOST_FLAGS = 16
LONGEST_NAME = 190
STEP, LEFT = 28, 26
GAP = 6


@dataclass(frozen=True)
class Flag:
    """A lab above its founding year: where it stands on the line, and where its name flies."""

    lab: Lab | None
    name: str
    spoken: str
    x: int
    text_y: int

    @property
    def top(self) -> int:
        """Where the pole of the flag ends."""
        return self.text_y - 12

    @property
    def text_x(self) -> int:
        return self.x + GAP


@dataclass(frozen=True)
class Timeline:
    """A line of years with a flag for each lab whose founding year is known."""

    title: str
    description: str
    flags: list[Flag]
    dots: list[int]
    axis: Axis | None
    line_y: int
    left_out: list[LeftOut]
    table: Table
    more: int = 0
    key: str = "chart-founded"
    width: int = WIDTH

    @property
    def height(self) -> int:
        return self.line_y + LINE + 14

    @cached_property
    def ticks(self) -> list[TickText]:
        return along(self.axis, lambda year: f"{year:.0f}", self.line_y + LINE + 8) if self.axis else []

    @cached_property
    def line(self) -> str:
        """The path of the line with a notch at each tick."""
        if self.axis is None:
            return ""
        notches = "".join(f"M{tick.at:.0f} {self.line_y - 5}v10" for tick in self.axis.ticks)
        return f"M{self.axis.start:.0f} {self.line_y}H{WIDTH - LEFT}{notches}"


def build_timeline(rows: list[Row]) -> Timeline:
    """Return the labs on a line of years; those whose year isn't known are listed, the reader's lab left away."""
    rows = [row for row in rows if not row.is_yours]
    known = [row for row in rows if row.facts["founded"].value is not None]
    known.sort(key=lambda row: (row.facts["founded"].value, name_of(row)))
    named = known[-MOST_FLAGS:]
    names = [shortened(f"{name_of(row)} {row.facts['founded'].text}", LONGEST_NAME) for row in named]
    axis = _axis([row.facts["founded"].value for row in known], max(map(width_of, names), default=0))
    places = [round(axis.place(row.facts["founded"].value)) for row in named] if axis else []
    levels = flag_levels([(place, GAP * 2 + width_of(name)) for place, name in zip(places, names, strict=True)])
    line_y = (max(levels, default=0) + 1) * STEP + 12
    return Timeline(
        title=_("Founding years"),
        description=_description(known),
        flags=[
            Flag(page_of(row), name, _spoken(row), place, line_y - 12 - level * STEP - 8)
            for row, name, place, level in zip(named, names, places, levels, strict=True)
        ],
        dots=sorted({round(axis.place(row.facts["founded"].value)) for row in known}) if axis else [],
        axis=axis,
        line_y=line_y,
        left_out=left_out([row for row in rows if row.facts["founded"].value is None], "founded"),
        table=_table(known),
        more=len(known) - len(named),
    )


def _axis(years: list[int], widest: float) -> Axis | None:
    """Return an axis that ends far enough from the right edge for the widest name on the last year."""
    if not years:
        return None
    end = WIDTH - max(widest + GAP * 2, LEFT)
    return linear_axis(max(years), LEFT, end, most=8, lowest=min(years))


def _spoken(row: Row) -> str:
    return f"{name_of(row)}: {row.facts['founded'].text}"


def _description(known: list[Row]) -> str:
    if not known:
        return _("No lab here gives the year in which it was founded.")
    return _("From the oldest to the youngest. %s.") % "; ".join(_spoken(row) for row in known[:MOST_FLAGS])


def _table(known: list[Row]) -> Table:
    return Table(
        [_("Lab"), _("Founded"), _("Note")],
        [TableRow(name_of(row), [row.facts["founded"].text, row.facts["founded"].note], page_of(row)) for row in known],
    )
