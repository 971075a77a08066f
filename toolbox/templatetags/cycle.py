"""Give templates the geometry of the innovation cycle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import template

from toolbox.cycle_picture import CyclePicture, Node, cycle_picture

register = template.Library()


@dataclass(frozen=True, slots=True)
class PlacedPhase:
    """A phase (anything with code, url and name) and its place in the picture."""

    phase: Any
    node: Node


@dataclass(frozen=True, slots=True)
class Cycle:
    """The picture of a cycle with the phases that stand on it."""

    picture: CyclePicture
    steps: tuple[PlacedPhase, ...]


@register.simple_tag
def cycle_of(phases: Iterable[Any]) -> Cycle | None:
    """Return the phases, in the order given, placed on a ring; or None if there are too few to make one."""
    in_order = list(phases)
    if len(in_order) < 2:
        return None
    picture = cycle_picture(len(in_order))
    placed = (PlacedPhase(phase, node) for phase, node in zip(in_order, picture.nodes, strict=True))
    return Cycle(picture, tuple(placed))
