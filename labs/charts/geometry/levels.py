"""Flags on a line: names above their points, on levels, so that none covers another or its pole."""

from collections.abc import Sequence


def flag_levels(flags: Sequence[tuple[float, float]]) -> list[int]:
    """Return the level (0 is the lowest) of each flag, given as where it stands and how far it reaches right.

    From right to left, each flag flies on the lowest level above all flags that it reaches: so its own
    pole passes no other flag, as those start to its right.
    """
    levels = [0] * len(flags)
    order = sorted(range(len(flags)), key=lambda number: (-flags[number][0], number))
    for place, number in enumerate(order):
        at, reach = flags[number]
        reached = [levels[other] for other in order[:place] if flags[other][0] < at + reach]
        levels[number] = max(reached, default=-1) + 1
    return levels
