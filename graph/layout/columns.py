"""Lanes with more boxes than fit one above the other: several columns side by side.

Causes stand left and effects right, as between lanes, so an arrow inside such a lane is short and straight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.layout.placing import TOP_MARGIN
from graph.layout.specs import ArrowSpec, Density

_CHANNEL = 58.0
"""How wide a channel between two columns is expected to be, in units."""
# What an arrow costs that runs back or beside its column, and one unit of unequal height, in columns passed.
_BACKWARD, _BESIDE, _UNEVEN = 2.0, 0.7, 0.02
_ROUNDS = 12

Name = tuple[str, int]
"""A column: its lane and its place in it from the left."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns from left to right, and the one that each box stands in."""

    names: tuple[Name, ...]
    of: Mapping[str, Name]


def choose_columns(
    lanes: Sequence[str],
    lane_of: Mapping[str, str],
    heights: Mapping[str, float],
    arrows: Sequence[ArrowSpec],
    room: tuple[float, float],
    density: Density,
) -> Columns:
    """Divide the highest lanes, as far as the width allows, and spread their boxes.

    Args:
        lanes: lane ids from left to right.
        lane_of: the lane of every box.
        heights: the height of every box, in units.
        arrows: what joins the boxes.
        room: width and height to fill, in units.
        density: how near to each other boxes stand.
    """
    place = {lane: at for at, lane in enumerate(lanes)}
    needs = dict.fromkeys(lanes, 2 * TOP_MARGIN)
    for box, lane in lane_of.items():
        needs[lane] += heights[box] + density.box_gap
    for arrow in arrows:
        ends = sorted(place[lane_of[end]] for end in (arrow.source, arrow.target))
        for lane in lanes[ends[0] + 1 : ends[1]]:
            needs[lane] += density.passing_gap
    count = dict.fromkeys(lanes, 1)
    while lanes:
        highest = max(lanes, key=lambda lane: needs[lane] / count[lane])
        wider = (sum(count.values()) + 1) * (density.box_width + _CHANNEL)
        if needs[highest] <= room[1] * count[highest] or wider > room[0]:
            break
        count[highest] += 1
    of = {box: (lane, 0) for box, lane in lane_of.items()}
    for lane in lanes:
        if count[lane] > 1:
            of |= _spread(lane, count[lane], lanes, lane_of, heights, arrows, density)
    return Columns(tuple((lane, at) for lane in lanes for at in range(count[lane])), of)


def _spread(
    lane: str,
    count: int,
    lanes: Sequence[str],
    lane_of: Mapping[str, str],
    heights: Mapping[str, float],
    arrows: Sequence[ArrowSpec],
    density: Density,
) -> dict[str, Name]:
    """Move boxes between the columns of a lane as long as that makes arrows shorter or heights more even."""
    own = sorted(box for box in lane_of if lane_of[box] == lane)
    here = lanes.index(lane)
    links: dict[str, list[tuple[str | int, bool]]] = {box: [] for box in own}
    for arrow in arrows:
        for box, other, leaves in ((arrow.source, arrow.target, True), (arrow.target, arrow.source, False)):
            if box in links:
                away = lanes.index(lane_of[other])
                links[box].append((other if away == here else -1 if away < here else count, leaves))

    def drawn_right(box: str) -> float:
        inside = [leaves for other, leaves in links[box] if isinstance(other, str)]
        outside = [other for other, _ in links[box] if not isinstance(other, str)]
        return sum(-1 if leaves else 1 for leaves in inside) + sum(1 if lane > 0 else -1 for lane in outside)

    at: dict[str, int] = {}
    fill = [0.0] * count
    share = sum(heights[box] + density.box_gap for box in own) / count
    for box in sorted(own, key=lambda box: (drawn_right(box), box)):
        at[box] = next((column for column in range(count) if fill[column] < share - 1), count - 1)
        fill[at[box]] += heights[box] + density.box_gap

    def cost(box: str, column: int) -> float:
        total = 0.0
        for other, leaves in links[box]:
            to = at[other] if isinstance(other, str) else other
            ahead = to - column if leaves else column - to
            outside = not isinstance(other, str)
            if outside:
                total += abs(to - column) - 1
            else:
                total += _BESIDE if ahead == 0 else max(0, ahead - 1) if ahead > 0 else _BACKWARD
        return total

    for _ in range(_ROUNDS):
        moved = False
        for box in own:
            size, before = heights[box] + density.box_gap, at[box]
            fill[before] -= size

            def rating(column: int, box: str = box, size: float = size) -> tuple[float, int]:
                # How much the fullest column grows beyond an even share.
                over = max(0.0, fill[column] + size - sum(fill) / count)
                return cost(box, column) + _UNEVEN * over, column

            at[box] = min(range(count), key=rating)
            fill[at[box]] += size
            moved = moved or at[box] != before
        if not moved:
            break
    return {box: (lane, column) for box, column in at.items()}
