"""How wide a text is, and how it breaks into lines, without a browser to ask."""

from . import LETTER

# Widths in parts of the letter's height: those of Atkinson Hyperlegible Next, a little on the wide side so that
# the fonts that stand in for it fit as well.
BOLD = 1.08
_WIDTHS = {0.3: "'|ijl,.:;`!¡ìíîï \u00a0\u202f’·", 0.4: '()[]frt{}-I"/\\1', 0.53: "csvxyzçJ?L*7–", 0.9: "mMWwæœ%@…"}
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_SMALL, _CAPITAL = 0.58, 0.73
ELLIPSIS = "…"


def width_of(text: str, size: float = LETTER) -> float:
    """Return an upper estimate of the width of a text in letters of a size."""
    return size * sum(
        _WIDTH_OF.get(letter, _CAPITAL if letter.isupper() else _width_of_other(letter)) for letter in text
    )


def _width_of_other(letter: str) -> float:
    """Return the width of a letter outside the table: letters beyond Latin, such as Chinese, are as wide as high."""
    return _SMALL if ord(letter) < 0x250 else 1.0


def shortened(text: str, width: float, size: float = LETTER) -> str:
    """Return a text that is no wider than `width`, ended by an ellipsis where it had to be cut."""
    text = " ".join(text.split())
    if width_of(text, size) <= width:
        return text
    while text and width_of(text + ELLIPSIS, size) > width:
        text = text[:-1]
    return text.rstrip(" ,.;:") + ELLIPSIS


def broken(text: str, width: float, most: int, size: float = LETTER) -> list[str]:
    """Return a text as at most `most` lines no wider than `width`; an ellipsis ends what is left out.

    A word that is too long for a line is broken where the line is full.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        for piece in _pieces(word, width, size):
            longer = f"{line} {piece}" if line else piece
            if line and width_of(longer, size) > width:
                lines.append(line)
                line = piece
            else:
                line = longer
    if line:
        lines.append(line)
    if len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        lines = [*lines[: most - 1], shortened(rest, width, size)]
    return lines


def _pieces(word: str, width: float, size: float) -> list[str]:
    """Return a word in pieces that each fit in a line."""
    pieces: list[str] = []
    piece = ""
    for letter in word:
        if piece and width_of(piece + letter, size) > width:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]
