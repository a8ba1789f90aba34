"""The geometry of an arrow's end: its head, and the bar or the cross on the line of what was not found.

SVG and slides draw by it; ``app/static/shared/arrows.js`` does the same on the page's canvas.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from graph.layout.specs import Point
from graph.records.joints import End
from graph.records.vocabulary import Status

HEAD = 9.0
"""How long the tip of an arrow is, in units of the picture."""
BAR = 0.62
"""Half the length of a bar, as a part of a head's length."""
_BEHIND = 8.0
_ACROSS = 4.2
_CROSS = 4.8


def shortened(points: Sequence[Point], length: float) -> list[Point]:
    """A route that ends ``length`` units before its end."""
    (x, y), (dx, dy) = ending(points)
    return [*points[:-1], (x - dx * length, y - dy * length)]


def ending(points: Sequence[Point]) -> tuple[Point, Point]:
    """The tip of a route and the direction, of length 1, in which it is reached."""
    return points[-1], _direction(points[-2], points[-1])


def head_of(points: Sequence[Point], end: End, hollow: bool = False, size: float = HEAD) -> list[Point]:
    """The corners of a head: the triangle of a tip, or a bar, wide enough to be hollow.

    Args:
        points: the route.
        end: what the arrow ends in.
        hollow: whether it is outlined only.
        size: how long it is.
    """
    (x, y), (dx, dy) = ending(points)
    if end is End.TIP:
        half, back = size / 2, (x - dx * size, y - dy * size)
        return [
            (x, y),
            (back[0] - dy * half, back[1] + dx * half),
            (back[0] + dy * half, back[1] - dx * half),
        ]
    half = size * BAR
    near, far = (0.6, 5.0) if hollow else (1.0, 4.0)
    return [
        (x - dx * back - dy * side, y - dy * back + dx * side)
        for back, side in ((near, -half), (near, half), (far, half), (far, -half))
    ]


def strokes_across(points: Sequence[Point], status: Status, grow: float = 0.0) -> list[tuple[Point, Point]]:
    """The bar across what was tested and not found, the cross on what is refuted; else none.

    Args:
        points: the route.
        status: what the evidence makes of the arrow.
        grow: how much heavier than usual its line is; the sign grows with it.
    """
    if not status.denies:
        return []
    (x, y), (dx, dy) = _place_of_sign(points, grow)
    if status is Status.NO_EFFECT:
        half = _ACROSS + grow
        return [((x - dy * half, y + dx * half), (x + dy * half, y - dx * half))]
    slants = [(dx + dy, dy - dx), (dx - dy, dy + dx)]
    part = (_CROSS + grow) / math.sqrt(2)
    return [((x - a * part, y - b * part), (x + a * part, y + b * part)) for a, b in slants]


def _place_of_sign(points: Sequence[Point], grow: float) -> tuple[Point, Point]:
    """Just behind the head; where the last stretch is too short for that, in the middle of the longest."""
    (x, y), (dx, dy) = ending(points)
    back = HEAD + _BEHIND + 2 * grow
    if math.dist(points[-2], points[-1]) >= back + _CROSS + grow:
        return (x - dx * back, y - dy * back), (dx, dy)
    start, end = max(pairwise(points), key=lambda ends: math.dist(*ends))
    return ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2), _direction(start, end)


def _direction(start: Point, end: Point) -> Point:
    length = math.dist(start, end) or 1.0
    return (end[0] - start[0]) / length, (end[1] - start[1]) / length
