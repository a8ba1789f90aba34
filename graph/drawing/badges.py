"""Where the badges of a drawing stand: on their arrow, clear of its head, of boxes and of each other."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.drawing.arrow_ends import HEAD
from graph.drawing.drawings import Drawing
from graph.layout.specs import Point

# What a badge may cover, worst first.
_ON_BADGE, _ON_BOX, _ON_HEAD, _OFF_LINE, _ON_LINE = 1000, 300, 100, 10, 3


@dataclass(frozen=True)
class Badge:
    """A badge that wants a place, and the one it got, by its centre.

    Attributes:
        arrow: id of the arrow it belongs to.
        words: what it says.
        radius: half its height, in units of the picture.
        loud: whether it is a step's number, which stands out, or a mark.
        at: its centre.
    """

    arrow: str
    words: str
    radius: float
    loud: bool
    at: Point = (0.0, 0.0)

    @property
    def half(self) -> tuple[float, float]:
        """Half its width and half its height."""
        return half_width(self.words, self.radius), self.radius


def half_width(words: str, radius: float) -> float:
    """Half the width of a badge: round for a sign or two, longer for more."""
    return max(radius, 0.42 * radius * len(words) + 0.5 * radius)


def place_badges(drawing: Drawing, wanted: Sequence[Badge]) -> list[Badge]:
    """Give each badge the place on or beside its arrow where it covers least, one after another."""
    placed: list[Badge] = []
    for badge in wanted:
        route = drawing.layout.routes[badge.arrow]
        # The early half of an arrow is for its number, the late one for its mark.
        parts = (0.38, 0.5, 0.25, 0.65, 0.8) if badge.loud else (0.7, 0.6, 0.5, 0.82, 0.3)
        best, least = route[0], math.inf
        for place, cost in sorted(_candidates(route, parts, badge), key=lambda candidate: candidate[1]):
            if cost >= least:  # whatever it covers, no later one is better
                break
            whole = cost + _covered(drawing, badge, place, placed)
            if whole < least:
                best, least = place, whole
        placed.append(Badge(badge.arrow, badge.words, badge.radius, badge.loud, best))
    return placed


def _candidates(
    route: Sequence[Point], parts: Sequence[float], badge: Badge
) -> Iterator[tuple[Point, float]]:
    """Places on the stretches of a route, the longest first, then beside them; each with its cost."""
    width, height = badge.half
    stretches = sorted(pairwise(route), key=lambda ends: -round(math.dist(*ends), 2))
    for rank, ((ax, ay), (bx, by)) in enumerate(stretches):
        upright = abs(by - ay) > abs(bx - ax)
        aside = (width + HEAD * 0.62 + 2, 0.0) if upright else (0.0, height + HEAD * 0.62 + 2)
        for order, part in enumerate(parts):
            x, y = ax + (bx - ax) * part, ay + (by - ay) * part
            cost = rank + order / 10
            yield (x, y), cost
            side = -1 if badge.loud else 1
            yield (x + side * aside[0], y + side * aside[1]), cost + _OFF_LINE
            yield (x - side * aside[0], y - side * aside[1]), cost + _OFF_LINE + 0.05


def _covered(drawing: Drawing, badge: Badge, at: Point, placed: Sequence[Badge]) -> float:
    """What a badge would cover at a place, as a cost."""
    width, height = badge.half
    cost = 0.0
    for other in placed:
        cost += _ON_BADGE * _meet(at, (width + 1, height + 1), other.at, other.half)
    for box in drawing.layout.boxes.values():
        cost += _ON_BOX * _meet(at, (width + 1, height), (box.x, box.y), (box.width / 2, box.height / 2))
    for name, route in drawing.layout.routes.items():
        (ax, ay), (x, y) = route[-2:]
        back = min(1.0, HEAD / (math.dist((ax, ay), (x, y)) or 1.0))
        head = (x + (ax - x) * back / 2, y + (ay - y) * back / 2)
        cost += _ON_HEAD * _meet(at, (width, height), head, (HEAD * 0.6, HEAD * 0.6))
        if name != badge.arrow:
            cost += _ON_LINE * any(_crosses(at, (width, height), *ends) for ends in pairwise(route))
    return cost


def _meet(a: Point, a_half: Point, b: Point, b_half: Point) -> bool:
    """Whether two rectangles, each by its centre and half its size, overlap."""
    return abs(a[0] - b[0]) < a_half[0] + b_half[0] and abs(a[1] - b[1]) < a_half[1] + b_half[1]


def _crosses(at: Point, half: Point, start: Point, end: Point) -> bool:
    """Whether a stretch, which runs along an axis, goes through a rectangle."""
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    return _meet(at, half, middle, (abs(end[0] - start[0]) / 2, abs(end[1] - start[1]) / 2))
