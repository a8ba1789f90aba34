"""How good a drawing is, in numbers.

Everything is measured on plain rectangles (centre, width, height) and polylines, so a drawing
by another program can be put into a `Layout` and measured by the same functions. The boxes an
arrow belongs to are those its two ends lie on.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations, pairwise

from graph.layout.specs import ROOMY, Box, Density, Layout, Point, Polyline
from graph.layout.text import text_width
from graph.layout.wrap import label_height

Segment = tuple[Point, Point]

# Ends may lie a little off the border: other programs leave a hair between arrow and box.
_END_TOLERANCE = 2.5
_HAIR = 1e-6


def count_crossings(layout: Layout) -> int:
    """Count the points where two arrows cross, touching at a common box left out."""
    return len(crossing_points(layout))


def crossing_points(layout: Layout) -> list[tuple[str, str, Point]]:
    """Return every crossing as both arrow ids and its place."""
    own = {arrow: own_boxes(layout, route) for arrow, route in layout.routes.items()}
    frames = {arrow: _frame(route) for arrow, route in layout.routes.items()}
    found = []
    for first, second in combinations(sorted(layout.routes), 2):
        if not _frames_meet(frames[first], frames[second]):
            continue
        shared = [layout.boxes[box] for box in sorted(own[first] & own[second])]
        points = set()
        for one in _segments(layout.routes[first]):
            for other in _segments(layout.routes[second]):
                point = _intersection(one, other)
                if point and not any(_inside(point, box, _END_TOLERANCE) for box in shared):
                    points.add((round(point[0], 1), round(point[1], 1)))
        found += [(first, second, point) for point in sorted(points)]
    return found


def arrows_behind_boxes(layout: Layout) -> list[tuple[str, str]]:
    """Return (arrow id, box id) wherever an arrow touches a box it does not belong to."""
    found = []
    for arrow, route in sorted(layout.routes.items()):
        own = own_boxes(layout, route)
        for box_id, box in sorted(layout.boxes.items()):
            if box_id not in own and any(_touches(part, box) for part in _segments(route)):
                found.append((arrow, box_id))
    return found


def overlapping_boxes(layout: Layout) -> list[tuple[str, str]]:
    """Return the pairs of boxes that overlap or touch."""
    return [
        (one.id, other.id)
        for one, other in combinations(sorted(layout.boxes.values(), key=lambda box: box.id), 2)
        if abs(one.x - other.x) <= (one.width + other.width) / 2
        and abs(one.y - other.y) <= (one.height + other.height) / 2
    ]


def close_parallels(layout: Layout, distance: float = 3.5) -> list[tuple[str, str]]:
    """Return the pairs of arrows that run side by side nearer than a distance in units.

    Only axis-parallel runs that share more than six units of their way are looked at: a shorter
    one reads as a bend. Ends at a common box are meant to be near each other and count too.
    """
    runs = [
        (arrow, vertical, *run)
        for arrow, route in sorted(layout.routes.items())
        for vertical, run in _runs(route)
    ]
    pairs = {
        (one[0], other[0])
        for one, other in combinations(runs, 2)
        if one[0] != other[0]
        and one[1] == other[1]
        and abs(one[2] - other[2]) < distance
        and min(one[4], other[4]) - max(one[3], other[3]) > 6
    }
    return sorted(pairs)


def overfull_boxes(layout: Layout, shapes: dict[str, str], density: Density = ROOMY) -> list[str]:
    """Return the ids of boxes whose text does not fit; `shapes` maps box ids to shapes."""
    return [
        box.id
        for box in layout.boxes.values()
        for lines in (box.lines, box.also)
        if label_height(lines, shapes[box.id], density) > box.height + _HAIR
        or any(text_width(line) > box.width for line in lines)
    ]


def total_length(layout: Layout) -> float:
    """Return the length of all arrows together in units."""
    return sum(math.dist(a, b) for route in layout.routes.values() for a, b in _segments(route))


def own_boxes(layout: Layout, route: Polyline) -> set[str]:
    """Return the boxes on which the route begins and ends."""
    return {
        box.id
        for box in layout.boxes.values()
        for end in (route[0], route[-1])
        if _inside(end, box, _END_TOLERANCE)
    }


def _segments(route: Polyline) -> Iterator[Segment]:
    return pairwise(route)


def _runs(route: Polyline) -> Iterator[tuple[bool, tuple[float, float, float]]]:
    for (x1, y1), (x2, y2) in _segments(route):
        if abs(x1 - x2) < _HAIR:
            yield True, (x1, min(y1, y2), max(y1, y2))
        elif abs(y1 - y2) < _HAIR:
            yield False, (y1, min(x1, x2), max(x1, x2))


def _frame(route: Polyline) -> tuple[float, float, float, float]:
    xs, ys = zip(*route, strict=True)
    return min(xs), max(xs), min(ys), max(ys)


def _frames_meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1] and one[2] <= other[3] and other[2] <= one[3]


def _inside(point: Point, box: Box, margin: float) -> bool:
    return (
        abs(point[0] - box.x) <= box.width / 2 + margin and abs(point[1] - box.y) <= box.height / 2 + margin
    )


def _intersection(one: Segment, other: Segment) -> Point | None:
    """Return where two segments meet; parallel ones never do."""
    (ax, ay), (bx, by) = one
    (cx, cy), (dx, dy) = other
    if max(ax, bx) < min(cx, dx) or max(cx, dx) < min(ax, bx):
        return None
    if max(ay, by) < min(cy, dy) or max(cy, dy) < min(ay, by):
        return None
    turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    if abs(turn) < _HAIR:
        return None
    s = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn
    t = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / turn
    if -_HAIR <= s <= 1 + _HAIR and -_HAIR <= t <= 1 + _HAIR:
        return ax + s * (bx - ax), ay + s * (by - ay)
    return None


def _touches(part: Segment, box: Box) -> bool:
    """Say whether a segment has a point in common with a box (Liang and Barsky 1984)."""
    (ax, ay), (bx, by) = part
    low, high = 0.0, 1.0
    for start, step, centre, half in (
        (ax, bx - ax, box.x, box.width / 2),
        (ay, by - ay, box.y, box.height / 2),
    ):
        if abs(step) < _HAIR:
            if abs(start - centre) > half:
                return False
            continue
        one, other = (centre - half - start) / step, (centre + half - start) / step
        low, high = max(low, min(one, other)), min(high, max(one, other))
    return low <= high
