"""Budget against staff: who has how much for how many people."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..filters import Row
from ..lab import Lab
from .geometry import LETTER, LINE, WIDTH
from .geometry.axis import Axis, log_axis
from .geometry.lettering import BOLD, shortened, width_of
from .geometry.placement import Box, Name, Spot, place_names
from .ticks import TickText, along, grid_lines, upwards
from .words import MEASURES, LeftOut, Table, TableRow, amount, caution, left_out, name_of, page_of, short_number

HEIGHT = 440
LEFT, RIGHT, TOP, BOTTOM = 58, WIDTH - 16, 34, HEIGHT - 58
FRAME = Box(LEFT + 2, TOP, WIDTH, BOTTOM - 2)
RADIUS, YOUR_RADIUS = 7, 10
MOST_NAMES, NAMES_IN_A_CROWD = 18, 8
DOT = 6
LONGEST_NAME = 200


@dataclass(frozen=True)
class Point:
    """A lab in the picture: its mark, its name where there is room for it, and what it says when read aloud."""

    lab: Lab | None
    name: str
    spoken: str
    is_yours: bool
    with_care: bool
    x: int
    y: int
    label: Name | None

    @property
    def anchor(self) -> str:
        """On which side of the name its point is: the name is drawn from there."""
        if self.label is None or self.label.box.left >= self.x:
            return "start"
        return "end" if self.label.box.right <= self.x else "middle"

    @property
    def label_x(self) -> int:
        box = self.label.box if self.label else Box(self.x, 0, self.x, 0)
        return round({"start": box.left, "end": box.right, "middle": (box.left + box.right) / 2}[self.anchor])

    @property
    def label_y(self) -> int:
        return round((self.label.box.top if self.label else self.y) + LINE * 0.75)

    @property
    def leader(self) -> str:
        line = self.label.line if self.label else None
        return f"M{line.x1:.0f} {line.y1:.0f}L{line.x2:.0f} {line.y2:.0f}" if line else ""


@dataclass(frozen=True)
class Scatter:
    """Points on two logarithmic axes, budget to the right and staff upwards."""

    title: str
    description: str
    points: list[Point]
    crowd: str
    nameless: int
    x_axis: Axis | None
    y_axis: Axis | None
    left_out: list[LeftOut]
    table: Table
    key: str = "chart-scatter"
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def middle(self) -> int:
        """Where the title of the level axis stands."""
        return (LEFT + RIGHT) // 2

    @cached_property
    def x_ticks(self) -> list[TickText]:
        return along(self.x_axis, short_number, BOTTOM + LINE + 5) if self.x_axis else []

    @cached_property
    def y_ticks(self) -> list[TickText]:
        return upwards(self.y_axis, short_number, LEFT - 8) if self.y_axis else []

    @cached_property
    def grid(self) -> str:
        if self.x_axis is None or self.y_axis is None:
            return ""
        return grid_lines(self.x_axis, TOP, BOTTOM, is_upright=True) + grid_lines(self.y_axis, LEFT, RIGHT)

    @property
    def has_care(self) -> bool:
        return any(point.with_care for point in self.points)

    @property
    def has_yours(self) -> bool:
        return any(point.is_yours for point in self.points)


def build_scatter(rows: list[Row]) -> Scatter:
    """Return the picture of labs by budget and staff; those that don't say both are left out and listed."""
    drawn = [row for row in rows if _can_stand(row)]
    drawn.sort(key=lambda row: (not row.is_yours, -row.facts["budget"].order, name_of(row)))
    missing = [row for row in rows if not _can_stand(row)]
    x_axis = log_axis([float(row.facts["budget"].order) for row in drawn], LEFT, RIGHT) if drawn else None
    y_axis = log_axis([float(row.facts["staff"].order) for row in drawn], BOTTOM, TOP, most=9) if drawn else None
    named, others = _told_apart(drawn)
    points = _points(named, x_axis, y_axis) if x_axis and y_axis else []
    return Scatter(
        title=_("Budget and staff"),
        description=_description(drawn),
        points=points,
        crowd=_crowd([_place(row, x_axis, y_axis) for row in others]) if x_axis and y_axis else "",
        nameless=len(others) + sum(point.label is None for point in points),
        x_axis=x_axis,
        y_axis=y_axis,
        left_out=_reasons(missing),
        table=_table(rows),
    )


def _can_stand(row: Row) -> bool:
    return all(row.facts[key].order is not None and row.facts[key].order > 0 for key in ("budget", "staff"))


def _told_apart(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """Return which labs are named in the picture, and those that are only dots where there are very many.

    Of very many, the reader's own is named and some that are spread evenly from large to small.
    """
    if len(rows) <= MOST_NAMES:
        return rows, []
    step = (len(rows) - 1) / (NAMES_IN_A_CROWD - 1)
    chosen = {round(number * step) for number in range(NAMES_IN_A_CROWD)}
    named = [row for number, row in enumerate(rows) if number in chosen]
    return named, [row for number, row in enumerate(rows) if number not in chosen]


def _place(row: Row, x_axis: Axis, y_axis: Axis) -> tuple[int, int]:
    budget, staff = row.facts["budget"].order, row.facts["staff"].order
    return round(x_axis.place(float(budget))), round(y_axis.place(float(staff)))


def _crowd(places: list[tuple[int, int]]) -> str:
    """Return a path of round dots; those that would hide each other are one dot."""
    dots = sorted({(x // DOT * DOT, y // DOT * DOT) for x, y in places})
    steps = [(x - old_x, y - old_y) for (x, y), (old_x, old_y) in zip(dots, [(0, 0), *dots], strict=False)]
    return "".join(f"m{x} {y}h0" for x, y in steps)


def _points(rows: list[Row], x_axis: Axis, y_axis: Axis) -> list[Point]:
    names = [shortened(name_of(row), LONGEST_NAME, _size(row)) for row in rows]
    places = [_place(row, x_axis, y_axis) for row in rows]
    spots = [
        Spot(x, y, YOUR_RADIUS if row.is_yours else RADIUS, width_of(name, _size(row)), LINE)
        for row, name, (x, y) in zip(rows, names, places, strict=True)
    ]
    labels = place_names(spots, FRAME)
    return [
        Point(page_of(row), name, _spoken(row), row.is_yours, bool(_care(row)), x, y, label)
        for row, name, (x, y), label in zip(rows, names, places, labels, strict=True)
    ]


def _size(row: Row) -> float:
    """Return the size of a name's letters; the reader's own is bold."""
    return LETTER * (BOLD if row.is_yours else 1)


def _spoken(row: Row) -> str:
    return f"{name_of(row)}: {amount(row.facts['budget'])}, {amount(row.facts['staff'])}"


def _care(row: Row) -> str:
    notes = dict.fromkeys(caution(row.facts[key]) for key in ("budget", "staff"))
    return " ".join(note for note in notes if note)


def _description(drawn: list[Row]) -> str:
    if not drawn:
        return _("No lab here says both its budget and its staff.")
    labs = ngettext("%d lab", "%d labs", len(drawn)) % len(drawn)
    text = _("%s by budget in EUR (to the right) and staff (upwards). Both axes are logarithmic.") % labs
    largest = max(drawn, key=lambda row: row.facts["budget"].order)
    smallest = min(drawn, key=lambda row: row.facts["budget"].order)
    if largest is smallest:
        return f"{text} {_spoken(largest)}."
    return f"{text} " + _("From %(least)s to %(most)s.") % {"least": _spoken(smallest), "most": _spoken(largest)}


def _reasons(rows: list[Row]) -> list[LeftOut]:
    no_budget = [row for row in rows if not row.facts["budget"].order]
    only_staff = [row for row in rows if row.facts["budget"].order]
    groups = [LeftOut(f"{MEASURES['budget']}: {group.reason}", group.names) for group in left_out(no_budget, "budget")]
    return groups + [
        LeftOut(f"{MEASURES['staff']}: {group.reason}", group.names) for group in left_out(only_staff, "staff")
    ]


def _table(rows: list[Row]) -> Table:
    return Table(
        [_("Lab"), *map(str, MEASURES.values()), _("Note")],
        [
            TableRow(name_of(row), [amount(row.facts["budget"]), amount(row.facts["staff"]), _care(row)], page_of(row))
            for row in rows
        ],
    )
