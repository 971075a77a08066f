"""Names beside points: none on another, none outside, with a line to the point where a name had to move."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

NEAR = 4
RINGS = (26, 44, 62, 84, 110, 140, 180)
DIRECTIONS = 16


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def lies_in(self, other: "Box") -> bool:
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True)
class Spot:
    """A point to name: its centre, the radius of its mark, and the size of its name."""

    x: float
    y: float
    radius: float
    width: float
    height: float

    @property
    def mark(self) -> Box:
        return Box(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


@dataclass(frozen=True)
class Line:
    """The line from a moved name to its point."""

    x1: float
    y1: float
    x2: float
    y2: float

    def crosses(self, box: Box) -> bool:
        """Return whether the line touches a box (Liang and Barsky)."""
        first, last = 0.0, 1.0
        dx, dy = self.x2 - self.x1, self.y2 - self.y1
        for step, room in (
            (-dx, self.x1 - box.left),
            (dx, box.right - self.x1),
            (-dy, self.y1 - box.top),
            (dy, box.bottom - self.y1),
        ):
            if step == 0:
                if room < 0:
                    return False
            elif step < 0:
                first = max(first, room / step)
            else:
                last = min(last, room / step)
        return first <= last


@dataclass(frozen=True)
class Name:
    """Where the name of a spot stands, and the line to the spot where it had to move away."""

    box: Box
    line: Line | None = None


def place_names(spots: Sequence[Spot], frame: Box) -> list[Name | None]:
    """Return where the name of each spot stands, in their order: the first ones choose first.

    None is for a name for which there is no place left: it would cover another, or a mark.
    """
    marks = [spot.mark for spot in spots]
    taken: list[Name] = []
    places: list[Name | None] = []
    for number, spot in enumerate(spots):
        others = [mark for other, mark in enumerate(marks) if other != number]
        found = next((name for name in _candidates(spot) if _is_free(name, spot, others, taken, frame)), None)
        places.append(found)
        if found is not None:
            taken.append(found)
    return places


def _is_free(name: Name, spot: Spot, marks: Iterable[Box], taken: Iterable[Name], frame: Box) -> bool:
    if not name.box.lies_in(frame) or name.box.overlaps(spot.mark):
        return False
    if any(name.box.overlaps(mark) or (name.line and name.line.crosses(mark)) for mark in marks):
        return False
    return not any(
        name.box.overlaps(other.box)
        or (name.line and name.line.crosses(other.box))
        or (other.line and other.line.crosses(name.box))
        for other in taken
    )


def _candidates(spot: Spot) -> Iterator[Name]:
    """Yield places for a name, the best first: right, left, above, below, then around and farther away."""
    away = spot.radius + NEAR
    middle = spot.y - spot.height / 2
    yield Name(_box(spot.x + away, middle, spot))
    yield Name(_box(spot.x - away - spot.width, middle, spot))
    yield Name(_box(spot.x - spot.width / 2, spot.y - away - spot.height, spot))
    yield Name(_box(spot.x - spot.width / 2, spot.y + away, spot))
    for ring in RINGS:
        for number in range(DIRECTIONS):
            angle = 2 * pi * number / DIRECTIONS
            yield _moved(spot, spot.radius + ring, angle)


def _box(left: float, top: float, spot: Spot) -> Box:
    return Box(left, top, left + spot.width, top + spot.height)


def _moved(spot: Spot, reach: float, angle: float) -> Name:
    """Return a name whose nearest edge is `reach` away in a direction, with the line to it."""
    x, y = spot.x + reach * cos(angle), spot.y + reach * sin(angle)
    left = x if cos(angle) > 0.3 else x - spot.width if cos(angle) < -0.3 else x - spot.width / 2
    box = _box(left, y - spot.height / 2, spot)
    end_x, end_y = min(max(spot.x, box.left), box.right), min(max(spot.y, box.top), box.bottom)
    length = hypot(end_x - spot.x, end_y - spot.y) or 1
    start = spot.radius / length
    return Name(box, Line(spot.x + (end_x - spot.x) * start, spot.y + (end_y - spot.y) * start, end_x, end_y))
