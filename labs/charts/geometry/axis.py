"""Axes with sensible ticks: at 1, 2 and 5 times a power of ten."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, isclose, log10

FEWEST_TICKS = 2
STEPS = (1, 2, 5)


@dataclass(frozen=True)
class Tick:
    """A value that the axis names, and where it stands."""

    value: float
    at: float


@dataclass(frozen=True)
class Axis:
    """A range of values drawn from `start` to `end` (which may be the smaller), with the ticks named on it."""

    low: float
    high: float
    start: float
    end: float
    is_log: bool
    ticks: tuple[Tick, ...] = ()

    def place(self, value: float) -> float:
        """Return where a value stands; values outside the range stand at its edge."""
        value = min(max(value, self.low), self.high)
        if self.is_log:
            part = (log10(value) - log10(self.low)) / (log10(self.high) - log10(self.low))
        else:
            part = (value - self.low) / (self.high - self.low)
        return self.start + part * (self.end - self.start)


def log_axis(values: Iterable[float], start: float, end: float, most: int = 6) -> Axis:
    """Return an axis on which every step of ten is equally long, from just below to just above the values.

    Args:
        values: what is to be drawn; all above 0.
        start: where the low end stands.
        end: where the high end stands.
        most: how many ticks there is room for.

    Raises:
        ValueError: a value isn't above 0, or there is none.
    """
    values = list(values)
    if not values or min(values) <= 0:
        raise ValueError("A logarithmic axis needs values above 0: leave the others out of the picture.")
    low, high = _round_below(min(values) * 0.9), _round_above(max(values) * 1.1)
    axis = Axis(low, high, start, end, is_log=True)
    return Axis(low, high, start, end, True, _named(axis, _log_ticks(low, high, most)))


def linear_axis(highest: float, start: float, end: float, most: int = 6, lowest: float = 0) -> Axis:
    """Return an axis from `lowest` (0: bars need it) to just above the highest value, in equal steps."""
    span = max(highest - lowest, 1)
    step = next(step for step in _steps_upwards(span / most / 10) if ceil(span / step) < most)
    low, high = floor(lowest / step) * step, ceil(max(highest, lowest + 1) / step) * step
    axis = Axis(low, high, start, end, is_log=False)
    count = round((high - low) / step)
    return Axis(low, high, start, end, False, _named(axis, [low + step * number for number in range(count + 1)]))


def _named(axis: Axis, values: Iterable[float]) -> tuple[Tick, ...]:
    return tuple(Tick(value, round(axis.place(value))) for value in values)


def _log_ticks(low: float, high: float, most: int) -> list[float]:
    """Return as many round values as there is room for: 1, 2, 5, or 1, or 1 of every second, third… power of ten."""
    first, last = floor(log10(low)), ceil(log10(high))
    choices = [[step * 10.0**power for power in range(first, last + 1) for step in STEPS]]
    choices += [[10.0**power for power in range(first, last + 1) if power % every == 0] for every in range(1, 20)]
    for values in choices:
        inside = [value for value in values if _at_least(value, low) and _at_least(high, value)]
        if FEWEST_TICKS <= len(inside) <= most:
            return inside
    return [low, high]


def _at_least(value: float, other: float) -> bool:
    return value > other or isclose(value, other)


def _round_below(value: float) -> float:
    power = 10.0 ** floor(log10(value))
    return max(step * power for step in STEPS if _at_least(value, step * power))


def _round_above(value: float) -> float:
    power = 10.0 ** floor(log10(value))
    return min(step * power for step in (*STEPS, 10) if _at_least(step * power, value))


def _steps_upwards(smallest: float) -> Iterable[float]:
    """Yield round steps from a size on; never below 1, as there is no half person or euro."""
    power = max(floor(log10(smallest)), 0) if smallest > 0 else 0
    while True:
        for step in STEPS:
            yield step * 10.0**power
        power += 1


def is_wide(values: Iterable[float], times: float = 50) -> bool:
    """Return whether values lie so far apart that equal steps would hide the small ones."""
    above = sorted(value for value in values if value > 0)
    return bool(above) and above[-1] / above[0] > times
