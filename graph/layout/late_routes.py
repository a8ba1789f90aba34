"""Ways for arrows that come when the picture is drawn: round all boxes that are shown, on free tracks.

An arrow passes each column between two boxes and turns in the channels. With what is there fixed, the best
heights to pass at are found exactly by dynamic programming from channel to channel; then it takes in each
channel the track that crosses and covers least. Afterwards every arrow may choose again, once, knowing all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from graph.layout.drawing import tidy
from graph.layout.occupancy import LIT, Numbers, Occupancy
from graph.layout.outline import port_reach, side_inset, top_inset
from graph.layout.specs import ArrowSpec, Box, Point, Polyline

# What one unit of upright way costs, and a turn, in crossings.
_A_UNIT, _TURN = 0.04, 4.0
# An arrow between two boxes one above the other needs room for its head, in units.
_SHORTEST = 11.0
_SIDE_BY_SIDE = 14.0
_CLEARANCE = 3.0
_GRID = 1.5
# What it costs to pass or to end nearer than this to another arrow.
_CROWDED = 4.0
_APART = 4.0
# A gap so narrow is not passed, or only when there is no other, in units.
_NARROWEST, _TIGHT = 2.0, 4.0
_REACH = 140.0

Stop = tuple[float, float]
"""A height at which an arrow may pass or end, and what that costs."""


@dataclass(frozen=True, slots=True)
class LateRouter:
    """Finds ways among boxes that stand.

    Attributes:
        occupancy: what is where; every found way is put into it.
        boxes: all boxes that are shown, by id.
        shapes: their shapes.
        height: of the picture, in units.
    """

    occupancy: Occupancy
    boxes: Mapping[str, Box]
    shapes: Mapping[str, str]
    height: float

    def route_all(self, arrows: Sequence[ArrowSpec], rounds: int = 1) -> dict[str, Polyline]:
        """Ways for arrows, the most important first."""
        routes: dict[str, Polyline] = {}
        for turn in range(1 + rounds):
            for arrow in arrows:
                if turn:
                    self.occupancy.remove(routes[arrow.id], arrow.source, arrow.target, LIT)
                routes[arrow.id] = self._route(arrow)
                self.occupancy.add(routes[arrow.id], arrow.source, arrow.target, LIT)
        return routes

    def _route(self, arrow: ArrowSpec) -> Polyline:
        source, target = self.boxes[arrow.source], self.boxes[arrow.target]
        start, end = self._column(source), self._column(target)
        if start == end:
            straight = self._straight(start, source, target)
            if straight:
                return straight
            return min(self._way(source, target, [start + 1], []), self._way(source, target, [start], []))[1]
        if start < end:
            return self._way(source, target, range(start + 1, end + 1), range(start + 1, end))[1]
        return self._way(source, target, range(start, end, -1), range(start - 1, end, -1))[1]

    def _column(self, box: Box) -> int:
        columns = self.occupancy.columns
        return next(at for at, (left, right) in enumerate(columns) if left < box.x < right)

    def _straight(self, column: int, source: Box, target: Box) -> Polyline | None:
        """The upright way to the next box above or below, where there is room for a head."""
        stack = [box.id for box in self.occupancy.stacks[column]]
        if abs(stack.index(source.id) - stack.index(target.id)) != 1:
            return None
        down = 1 if source.y < target.y else -1
        gap = abs(source.y - target.y) - (source.height + target.height) / 2
        if gap < _SHORTEST:
            return None
        low, high = sorted((source.y, target.y))
        taken = [x for x, top, bottom in self.occupancy.inside[column] if top < high and low < bottom]
        for off in (0.0, *(side * step * _SIDE_BY_SIDE for step in (1, 2, 3, 4) for side in (1, -1))):
            x = source.x + off
            if all(abs(x - other) >= _SIDE_BY_SIDE - 4 for other in taken):
                start = source.height / 2 - top_inset(self.shapes[source.id], source.height, off)
                end = target.height / 2 - top_inset(self.shapes[target.id], target.height, off)
                return (x, source.y + down * start), (x, target.y - down * end)
        return None

    def _way(
        self, source: Box, target: Box, channels: Sequence[int], passed: Sequence[int]
    ) -> tuple[float, Polyline]:
        """The best way through these channels and the columns between them, and what it costs."""
        columns = [self._column(source), *passed, self._column(target)]
        leaves_right, enters_right = channels[0] > columns[0], channels[-1] > columns[-1]
        rows = [
            self._ports(source, leaves_right, target.y),
            *(self._passages(column, (source.y, target.y)) for column in passed),
            self._ports(target, enters_right, source.y),
        ]
        heights = _cheapest(rows)
        points = [self._end(source, leaves_right, heights[0])]
        total = 0.0
        for channel, sides, (one, other) in zip(channels, pairwise(columns), pairwise(heights), strict=True):
            room = self.occupancy.channels[channel]
            first, last = (room.left if column < channel else room.right for column in sides)
            track, cost = room.best_track(one, other, (first, last))
            total += cost + _A_UNIT * abs(one - other)
            points += [(track, one), (track, other)]
        return total, tidy([*points, self._end(target, enters_right, heights[-1])])

    def _end(self, box: Box, right: bool, y: float) -> Point:
        reach = box.width / 2 - side_inset(self.shapes[box.id], box.height, y - box.y)
        return (box.x + reach if right else box.x - reach), y

    def _ports(self, box: Box, right: bool, wish: float) -> list[Stop]:
        """Where an arrow may end on a side of a box, near to where it would run straight."""
        reach = port_reach(self.shapes[box.id], box.height)
        free = np.arange(-reach, reach + 0.01, _GRID) + box.y if reach > 0 else np.array([box.y])
        taken = [(y, 1.0) for y in self.occupancy.ports.get((box.id, right), ())]
        return _best_of(free, taken, (wish, box.y, box.y - reach, box.y + reach))

    def _passages(self, column: int, wishes: tuple[float, float]) -> list[Stop]:
        """Where an arrow may pass a column, in every gap between its boxes."""
        stack = self.occupancy.stacks[column]
        edges = [0.0, *(y for box in stack for y in (box.y - box.height / 2, box.y + box.height / 2))]
        stops: list[Stop] = []
        for low, high in zip(edges[::2], [*edges[1::2], self.height], strict=True):
            near = high > min(wishes) - _REACH and low < max(wishes) + _REACH
            if near and high - low >= _NARROWEST:
                room = min(_CLEARANCE, (high - low) / 2)
                free = np.arange(low + room, high - room + 0.01, _GRID)
                taken = [each for each in self.occupancy.passing[column] if low < each[0] < high]
                tight = _TIGHT if high - low < 3 * _CLEARANCE else 0.0
                some = _best_of(free, taken, (*wishes, (low + high) / 2))
                stops += [(y, cost + tight) for y, cost in some]
        return stops


def _best_of(free: Numbers, taken: Sequence[tuple[float, float]], wishes: Sequence[float]) -> list[Stop]:
    """For each wish the free height nearest to it, or the least crowded one."""
    low, high = float(free[0]), float(free[-1])
    exact = [min(max(wish, low), high) for wish in wishes]
    heights = np.array([*free, *exact])
    cost = np.zeros(len(heights))
    if taken:
        ys, weights = np.array(taken).T
        near = np.maximum(0.0, 1 - np.abs(heights[:, None] - ys) / _APART)
        cost = (np.minimum(1.0, 2 * near) @ weights) * _CROWDED
    best = (cost + 0.06 * np.abs(heights - np.array(wishes)[:, None])).argmin(axis=1)
    return sorted({round(float(heights[at]), 2): float(cost[at]) for at in best}.items())


def _cheapest(rows: Sequence[Sequence[Stop]]) -> list[float]:
    """One height of each row, with the least sum of crowding, upright way and turns."""
    before = np.array([cost for _, cost in rows[0]])
    back = []
    for one, other in pairwise(rows):
        here, there = (np.array([y for y, _ in row])[:, None] for row in (one, other))
        away = np.abs(here - there.T)
        sums = before[:, None] + _A_UNIT * away + np.where(away > 0.01, _TURN, 0.0)
        back.append(sums.argmin(axis=0))
        before = sums.min(axis=0) + np.array([cost for _, cost in other])
    at = int(before.argmin())
    chosen = [rows[-1][at][0]]
    for row, came in zip(reversed(rows[:-1]), reversed(back), strict=True):
        at = int(came[at])
        chosen.append(row[at][0])
    return chosen[::-1]
