"""How large the brief's letters may be. An estimate by counting letters, so that it is laid out once, not six times.

Lengths in mm, sizes of letters in points. The page is `static/css/brief.css`, measured.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

POINT = 0.3528
PAGE_HEIGHT, PAGE_WIDTH = 276, 182
LETTER, LINE = 0.49, 1.25
"""Mean width of a letter and height of a line, in parts of the size."""
FIRST_COLUMN = 0.17
CELL_GAP, ROW_GAP = 2.0, 1.55
NOTE_COLUMNS, NOTE_SIZE, NOTE_GAP = 2, 0.93, 0.5
TITLE_SIZE = 17
AROUND = 36
"""Head, and the space between the parts."""


@dataclass(frozen=True)
class Fit:
    """How tightly the sheet is set: the size of its letters, and the longest text and note that it takes.

    Where `longest_note` is 0, the notes are left out, and the sheet says so.
    """

    size: float
    longest: int = 10_000
    longest_note: int = 10_000

    @property
    def name(self) -> str:
        """The style sheet's name for the size: `size-85` for 8.5 points."""
        return f"size-{self.size * 10:.0f}"


# From roomy to tight; a text is only shortened where the smallest letters don't do.
SIZES = (10, 9.5, 9, 8.5, 8, 7.5, 7)
FITS = [
    *(Fit(size) for size in SIZES),
    Fit(SIZES[-1], 140, 160),
    Fit(SIZES[-1], 90, 90),
    Fit(SIZES[-1], 60, 60),
    Fit(SIZES[-1], 40, 0),
]


@dataclass(frozen=True)
class Content:
    """What takes room: lengths of texts in letters, and the height of the pictures."""

    title: int
    table: Sequence[Sequence[int]]
    """Of each line its heading and cells."""
    notes: Sequence[int]
    foot: Sequence[int]
    pictures: float


def estimated_height(content: Content, size: float) -> float:
    """Return about how high the content is with letters of a size."""
    labs = max((len(line) - 1 for line in content.table), default=1)
    cell = PAGE_WIDTH * (1 - FIRST_COLUMN) / labs - CELL_GAP
    heading = PAGE_WIDTH * FIRST_COLUMN - CELL_GAP
    rows = sum(
        max(_lines(line[0], heading, size), *(_lines(text, cell, size) for text in line[1:])) * _line_height(size)
        + ROW_GAP
        for line in content.table
    )
    small = size * NOTE_SIZE
    note_width = PAGE_WIDTH / NOTE_COLUMNS - 8
    notes = sum(_lines(text, note_width, small) * _line_height(small) + NOTE_GAP for text in content.notes)
    foot = sum(_lines(text, PAGE_WIDTH, small) * _line_height(small) for text in content.foot)
    title = _lines(content.title, PAGE_WIDTH, TITLE_SIZE) * _line_height(TITLE_SIZE)
    return AROUND + title + content.pictures + rows + notes / NOTE_COLUMNS + foot


def first_fit(content: Content) -> int:
    """Return the place in `FITS` of the largest letters that probably fit."""
    for place, size in enumerate(SIZES):
        if estimated_height(content, size) <= PAGE_HEIGHT:
            return place
    return len(SIZES) - 1


def _lines(letters: int, width: float, size: float) -> int:
    return max(1, ceil(letters * LETTER * size * POINT / width))


def _line_height(size: float) -> float:
    return size * LINE * POINT
