"""What stands at the ticks of an axis, without two texts touching."""

from collections.abc import Callable
from dataclasses import dataclass

from .geometry import LETTER, WIDTH
from .geometry.axis import Axis
from .geometry.lettering import width_of

GAP = 8


@dataclass(frozen=True)
class TickText:
    """The text of a tick and where it stands."""

    text: str
    x: int
    y: int


def along(axis: Axis, say: Callable[[float], str], y: int) -> list[TickText]:
    """Return the texts below a level axis, centred on their ticks; one that would touch the last is left out."""
    texts: list[TickText] = []
    free_from = 0.0
    for tick in axis.ticks:
        text = say(tick.value)
        half = width_of(text, LETTER) / 2
        middle = min(max(tick.at, half), WIDTH - half)
        if middle - half >= free_from:
            texts.append(TickText(text, round(middle), y))
            free_from = middle + half + GAP
    return texts


def upwards(axis: Axis, say: Callable[[float], str], x: int) -> list[TickText]:
    """Return the texts left of an upright axis, each in the middle of its tick."""
    texts: list[TickText] = []
    for tick in axis.ticks:
        if not texts or abs(texts[-1].y - (tick.at + 5)) >= LETTER:
            texts.append(TickText(say(tick.value), x, round(tick.at) + 5))
    return texts


def grid_lines(axis: Axis, start: int, end: int, is_upright: bool = False) -> str:
    """Return a path with a line through the picture at each tick."""
    if is_upright:
        return "".join(f"M{tick.at:.0f} {start}V{end}" for tick in axis.ticks)
    return "".join(f"M{start} {tick.at:.0f}H{end}" for tick in axis.ticks)
