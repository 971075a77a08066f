"""The geometry of the innovation cycle: a ring of phases joined by arrows.

Plain numbers for a template to draw: this module knows no phase by name, no HTTP and no database. The picture starts
at the top and goes round clockwise. The labels are HTML, placed by `static/css/src/components/cycle.css` on the same
circle (LABEL_RADIUS) so that they wrap and grow with the reader's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import asin, cos, degrees, pi, radians, sin

SIZE = 400
RING_RADIUS = 150
NODE_SIZE = 64
LABEL_RADIUS = 200
GAP = 8
ARROW_LENGTH = 13
ARROW_WIDTH = 9


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the picture, in the units of its viewBox."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Label:
    """Where a node's label goes: the point on the outer circle, and the side of the text that touches it."""

    at: Point
    anchor: str


@dataclass(frozen=True, slots=True)
class Node:
    """One phase of the ring: its number, its centre, the corner of its shape, its label and the arc that leaves it."""

    order: int
    centre: Point
    corner: Point
    label: Label
    arc: str
    arrow: str


@dataclass(frozen=True, slots=True)
class CyclePicture:
    """A ring of nodes with arrows between them, ready to draw."""

    size: int
    node_size: int
    nodes: tuple[Node, ...]

    @property
    def view_box(self) -> str:
        """The SVG viewBox of the picture."""
        return f"0 0 {self.size} {self.size}"


@cache
def cycle_picture(count: int = 6) -> CyclePicture:
    """Lay out `count` phases on a ring.

    Args:
        count: How many phases the cycle has; at least two, or there is nothing to join.

    Raises:
        ValueError: If the ring would have fewer than two nodes, or so many that they touch.
    """
    step = 360 / max(count, 1)
    margin = degrees(2 * asin((NODE_SIZE / 2 + GAP) / (2 * RING_RADIUS)))
    if count < 2 or step <= 2 * margin:
        raise ValueError(f"A cycle of {count} phases cannot be drawn: choose at least 2, and few enough not to touch.")
    nodes = tuple(_node(order, step, margin) for order in range(1, count + 1))
    return CyclePicture(size=SIZE, node_size=NODE_SIZE, nodes=nodes)


def _node(order: int, step: float, margin: float) -> Node:
    """Place one node, with the arc from it to the next."""
    angle = (order - 1) * step
    centre = _on_circle(angle, RING_RADIUS)
    start, end = angle + margin, angle + step - margin
    # The arc stops where the arrow's head begins.
    head = degrees(ARROW_LENGTH / RING_RADIUS)
    return Node(
        order=order,
        centre=centre,
        corner=Point(round(centre.x - NODE_SIZE / 2, 1), round(centre.y - NODE_SIZE / 2, 1)),
        label=Label(at=_on_circle(angle, LABEL_RADIUS), anchor=_anchor(angle)),
        arc=_arc(start, end - head),
        arrow=_arrow(end, head),
    )


def _on_circle(angle: float, radius: float) -> Point:
    """Return the point at `angle` degrees clockwise from the top."""
    turn = radians(angle) - pi / 2
    return Point(round(SIZE / 2 + radius * cos(turn), 1), round(SIZE / 2 + radius * sin(turn), 1))


def _anchor(angle: float) -> str:
    """Return the SVG text-anchor of a label: it grows away from the ring."""
    sideways = sin(radians(angle))
    if abs(sideways) < 0.1:
        return "middle"
    return "start" if sideways > 0 else "end"


def _arc(start: float, end: float) -> str:
    """Return the path along the ring from one angle to another."""
    first, last = _on_circle(start, RING_RADIUS), _on_circle(end, RING_RADIUS)
    large = int(end - start > 180)
    return f"M{first.x} {first.y}A{RING_RADIUS} {RING_RADIUS} 0 {large} 1 {last.x} {last.y}"


def _arrow(tip_angle: float, head: float) -> str:
    """Return the path of an arrow's head whose point is at `tip_angle`."""
    tip = _on_circle(tip_angle, RING_RADIUS)
    outer = _on_circle(tip_angle - head, RING_RADIUS + ARROW_WIDTH)
    inner = _on_circle(tip_angle - head, RING_RADIUS - ARROW_WIDTH)
    return f"M{tip.x} {tip.y}L{outer.x} {outer.y}L{inner.x} {inner.y}z"
