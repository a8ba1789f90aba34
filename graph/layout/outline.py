"""Where the outline of a box lies: arrows end on it, not on the rectangle around it."""

from __future__ import annotations

import math

from graph.layout.specs import ROOMY
from graph.layout.wrap import PILL_RADIUS

# Neighbouring ends of arrows on one side of a box, in units.
PORT_GAP = 4.5
_CORNER = 4.0
# Room to shift the ports of a full side, so that their arrows can run straight.
_PLAY = 2.5
_PILL_CORNER = 6.0
# Beyond this share of its height an ellipse falls back too far from its rectangle.
_ELLIPSE_SHARE = 0.6


def port_reach(shape: str, height: float) -> float:
    """Return how far above and below the centre arrows may end on a side."""
    if shape == "ellipse":
        return height / 2 * _ELLIPSE_SHARE
    return height / 2 - (_PILL_CORNER if shape == "pill" else _CORNER)


def height_for_ports(shape: str, ports: int, gap: float = PORT_GAP) -> float:
    """Return the least height of a box with so many arrow ends on one side."""
    needed = gap * max(ports - 1, 0) + _PLAY
    if shape == "ellipse":
        return needed / _ELLIPSE_SHARE
    return needed + 2 * (_PILL_CORNER if shape == "pill" else _CORNER)


def side_inset(shape: str, height: float, off_centre: float, width: float = ROOMY.box_width) -> float:
    """Return how far the outline lies inside the rectangle's left or right side."""
    half = height / 2
    if shape == "ellipse":
        return width / 2 * (1 - math.sqrt(max(0.0, 1 - (off_centre / half) ** 2)))
    if shape == "pill":
        radius = min(PILL_RADIUS, half)
        beyond = max(0.0, abs(off_centre) - (half - radius))
        return radius - math.sqrt(max(0.0, radius**2 - beyond**2))
    return 0.0


def top_inset(shape: str, height: float, off_centre: float, width: float = ROOMY.box_width) -> float:
    """Return how far the outline lies inside the rectangle's upper or lower side."""
    if shape == "ellipse":
        share = min(1.0, abs(off_centre) / (width / 2))
        return height / 2 * (1 - math.sqrt(1 - share**2))
    return 0.0
