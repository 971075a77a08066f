"""Boxes of wrapped text and the arrows between them, from top to bottom: above, middle, below."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from . import LETTER, LINE, WIDTH
from .lettering import BOLD, broken

PADDING = 10
GAP = 12
ARROW = 36
HEAD = 8
MOST_LINES = 4
SIDE_GAP = 20
MARGIN = 2
HALF, WIDE, MIDDLE = (WIDTH - SIDE_GAP) // 2 - MARGIN, 340, 260


@dataclass(frozen=True)
class Saying:
    """What a box says: a heading (its part), a name that wraps, and a detail; `style` is its look."""

    style: str
    heading: str
    name: str
    detail: str = ""
    language: str = ""


@dataclass(frozen=True)
class DrawnBox:
    """A box in its place, with its lines of text; `lines` are texts and the heights at which they stand."""

    saying: Saying
    x: int
    y: int
    width: int
    height: int
    heading_y: int
    lines: tuple[tuple[str, int], ...]
    details: tuple[tuple[str, int], ...]

    @property
    def text_x(self) -> int:
        return self.x + PADDING

    @property
    def centre(self) -> int:
        return self.x + self.width // 2

    @property
    def bottom(self) -> int:
        return self.y + self.height


@dataclass(frozen=True)
class Diagram:
    """All boxes, the path of the lines and the path of the arrow heads, and how high it became."""

    boxes: tuple[DrawnBox, ...]
    lines: str
    heads: str
    height: int


def drawn_box(saying: Saying, x: int, y: int, width: int) -> DrawnBox:
    """Return a box as high as its text needs."""
    room = width - 2 * PADDING
    names = broken(saying.name, room, MOST_LINES, LETTER * BOLD)
    details = broken(saying.detail, room, 2)
    first = y + PADDING + 13
    heading = first if saying.heading else first - LINE
    lines = tuple((text, heading + LINE * number) for number, text in enumerate(names, 1))
    after = heading + LINE * len(names)
    more = tuple((text, after + LINE * number) for number, text in enumerate(details, 1))
    height = after + LINE * len(details) + PADDING - y + 2
    return DrawnBox(saying, x, y, width, height, heading, lines, more)


def diagram(above: Sequence[Saying], middle: Saying, left: Sequence[Saying], right: Sequence[Saying]) -> Diagram:
    """Return `above` in rows of two, an arrow down to the middle, and arrows up to it from two columns."""
    rows = _rows(above)
    centre_y = max(box.bottom for box in rows[-1]) + ARROW if rows else MARGIN
    centre = drawn_box(middle, (WIDTH - MIDDLE) // 2, centre_y, MIDDLE)
    columns = _columns(left, right, centre.bottom + ARROW)
    lines = [f"M{box.centre} {box.bottom}V{lower[0].y}" for row, lower in pairwise(rows) for box in row]
    lines += [_down(box, centre) for box in rows[-1]] if rows else []
    lines += [f"M{_up(column, centre)} {column[0].y}V{centre.bottom + HEAD}" for column in columns]
    lines += [f"M{box.centre} {box.bottom}V{lower.y}" for column in columns for box, lower in pairwise(column)]
    heads = [f"M{centre.centre} {centre.y}l-{HEAD}-{HEAD}h{2 * HEAD}z"] if rows else []
    heads += [f"M{_up(column, centre)} {centre.bottom}l-{HEAD} {HEAD}h{2 * HEAD}z" for column in columns]
    boxes = (*(box for row in rows for box in row), centre, *(box for column in columns for box in column))
    return Diagram(boxes, "".join(lines), "".join(heads), max(box.bottom for box in boxes) + MARGIN)


def _up(column: Sequence[DrawnBox], centre: DrawnBox) -> int:
    """Return where the arrow from a column meets the middle box: above the column, but well inside the box."""
    return min(max(column[0].centre, centre.x + 40), centre.x + centre.width - 40)


def _rows(sayings: Sequence[Saying]) -> list[list[DrawnBox]]:
    """Return boxes two by two; one that is alone in its row is wide."""
    rows: list[list[DrawnBox]] = []
    y = MARGIN
    for start in range(0, len(sayings), 2):
        pair = sayings[start : start + 2]
        if len(pair) == 1:
            rows.append([drawn_box(pair[0], (WIDTH - WIDE) // 2, y, WIDE)])
        else:
            rows.append([drawn_box(pair[0], MARGIN, y, HALF), drawn_box(pair[1], WIDTH - MARGIN - HALF, y, HALF)])
        y = max(box.bottom for box in rows[-1]) + GAP
    return rows


def _columns(left: Sequence[Saying], right: Sequence[Saying], y: int) -> list[list[DrawnBox]]:
    """Return the two columns; a single one stands wide in the middle."""
    if left and right:
        return [_column(left, MARGIN, y, HALF), _column(right, WIDTH - MARGIN - HALF, y, HALF)]
    return [_column(sayings, (WIDTH - WIDE) // 2, y, WIDE) for sayings in (left, right) if sayings]


def _column(sayings: Sequence[Saying], x: int, y: int, width: int) -> list[DrawnBox]:
    boxes: list[DrawnBox] = []
    for saying in sayings:
        boxes.append(drawn_box(saying, x, y, width))
        y = boxes[-1].bottom + GAP
    return boxes


def _down(box: DrawnBox, centre: DrawnBox) -> str:
    """Return the line from a box of the last row to the arrow on the middle box."""
    turn = centre.y - ARROW // 2 - 2
    return f"M{box.centre} {box.bottom}V{turn}H{centre.centre}V{centre.y - HEAD}"
