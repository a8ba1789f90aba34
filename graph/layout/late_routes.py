"""Ways for arrows that come when the picture is drawn: round all boxes that are shown, on free tracks.

An arrow passes each column between two boxes and turns in the channels. With what is there fixed, the best
heights to pass at are found exactly by dynamic programming from channel to channel; then it takes in each
channel the track that crosses and covers least. Afterwards every arrow may choose again, once, knowing all.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

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
# Distance of the heights that are tried, in units, and how many they are at most: a table has that squared.
_GRID, _MOST_HEIGHTS = 1.5, 320
# What it costs to pass or to end nearer than this to another arrow.
_CROWDED = 4.0
_APART = 4.0
# A gap so narrow is not passed, or only when there is no other, in units.
_NARROWEST, _TIGHT = 2.0, 4.0

Stops: TypeAlias = tuple[Numbers, Numbers]
"""Heights at which an arrow may pass or end, and what each costs."""


@dataclass(frozen=True)
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
                start = source.height / 2 - top_inset(
                    self.shapes[source.id], source.height, off, source.width
                )
                end = target.height / 2 - top_inset(self.shapes[target.id], target.height, off, target.width)
                return (x, source.y + down * start), (x, target.y - down * end)
        return None

    def _way(
        self, source: Box, target: Box, channels: Sequence[int], passed: Sequence[int]
    ) -> tuple[float, Polyline]:
        """The best way through these channels and the columns between them, and what it costs."""
        columns = [self._column(source), *passed, self._column(target)]
        leaves_right, enters_right = channels[0] > columns[0], channels[-1] > columns[-1]
        rows = [
            self._ports(source, leaves_right),
            *(self._passages(column) for column in passed),
            self._ports(target, enters_right),
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
        reach = box.width / 2 - side_inset(self.shapes[box.id], box.height, y - box.y, box.width)
        return (box.x + reach if right else box.x - reach), y

    def _ports(self, box: Box, right: bool) -> Stops:
        """Where an arrow may end on a side of a box."""
        reach = port_reach(self.shapes[box.id], box.height)
        heights = self._grid(box.y - reach, box.y + reach)
        taken = [(y, 1.0) for y in self.occupancy.ports.get((box.id, right), ())]
        # A side is left in its middle unless an arrow runs straighter from elsewhere.
        return heights, _crowding(heights, taken) + _A_UNIT / 2 * np.abs(heights - box.y)

    def _passages(self, column: int) -> Stops:
        """Where an arrow may pass a column."""
        free = self.free[column]
        return free[0], free[1] + _crowding(free[0], self.occupancy.passing[column])

    @cached_property
    def free(self) -> list[Stops]:
        """For every column the heights between its boxes, and what it costs to squeeze through there."""
        return [self._gaps(stack) for stack in self.occupancy.stacks]

    def _gaps(self, stack: Sequence[Box]) -> Stops:
        edges = [0.0, *(y for box in stack for y in (box.y - box.height / 2, box.y + box.height / 2))]
        heights, costs = [], []
        for low, high in zip(edges[::2], [*edges[1::2], self.height], strict=True):
            room = min(_CLEARANCE, (high - low) / 2)
            if high - low >= _NARROWEST:
                heights.append(self._grid(low + room, high - room))
                costs.append(np.full(len(heights[-1]), 0.0 if high - low > 3 * _CLEARANCE else _TIGHT))
        if not heights:
            # Boxes from edge to edge: outside the picture there is always a way.
            return np.array([-_CLEARANCE]), np.zeros(1)
        return np.concatenate(heights), np.concatenate(costs)

    def _grid(self, low: float, high: float) -> Numbers:
        """The heights of one grid that all columns share, so that an arrow may run straight through many."""
        step = max(_GRID, self.height / _MOST_HEIGHTS)
        grid = np.arange(math.ceil(low / step), math.floor(high / step) + 1, dtype=np.float64) * step
        return grid if len(grid) else np.array([(low + high) / 2])


def _crowding(heights: Numbers, taken: Sequence[tuple[float, float]]) -> Numbers:
    if not taken:
        return np.zeros(len(heights))
    ys, weights = np.array(taken).T
    near = np.maximum(0.0, 1 - np.abs(heights[:, None] - ys) / _APART)
    crowding: Numbers = (np.minimum(1.0, 2 * near) @ weights) * _CROWDED
    return crowding


def _cheapest(rows: Sequence[Stops]) -> list[float]:
    """One height of each row, with the least sum of crowding, upright way and turns."""
    before = rows[0][1]
    back = []
    for (here, _), (there, costs) in pairwise(rows):
        away = np.abs(here[:, None] - there)
        sums = before[:, None] + _A_UNIT * away + np.where(away > 0.01, _TURN, 0.0)
        back.append(sums.argmin(axis=0))
        before = sums.min(axis=0) + costs
    at = int(before.argmin())
    chosen = [float(rows[-1][0][at])]
    for (heights, _), came in zip(reversed(rows[:-1]), reversed(back), strict=True):
        at = int(came[at])
        chosen.append(float(heights[at]))
    return chosen[::-1]
