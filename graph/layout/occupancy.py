"""What runs where in a finished layout, and what it costs to run there too.

The picture is cut into columns of boxes and the channels between them. In a channel arrows run level or
upright; across a column they pass between two boxes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.layout.specs import Box, LaneColumn, Polyline

Numbers: TypeAlias = NDArray[np.float64]

PALE, LIT = 1.0, 6.0
"""How much an arrow minds being crossed or run over: one of the background, and one that is looked at."""
NEAR = 3.6
"""Two arrows nearer than this run on one line, in units."""
# Arrows that are looked at are told apart better with more between them; how much of the cost of one line.
_BETTER, _SHARE = 7.5, 0.2
# What it costs to run over another arrow, at all and for every unit; a crossing costs 1.
_OVER, _OVER_A_UNIT = 5.0, 0.25
_TOUCH = 2.0
# An arrow that turns so near to the rim leaves no room for its head.
_HEAD = 10.0
# Distance of the tracks that are tried, in units, and how many they are at most.
_STEP, _MOST_TRACKS = 2.0, 100

# Upright: x, top, bottom, weight. Level: y, left, right, weight.
Stretch: TypeAlias = tuple[float, float, float, float]


@dataclass(slots=True)
class Channel:
    """The room between two columns, and what runs in it."""

    left: float
    right: float
    upright: list[Stretch] = field(default_factory=list)
    level: list[Stretch] = field(default_factory=list)

    def arrays(self) -> tuple[Numbers, Numbers]:
        """The stretches as rows, with one that is nowhere: an array without rows is a case of its own."""
        nowhere = (-1e6, -1e6, -1e6, 0.0)
        return np.array([*self.upright, nowhere]).T, np.array([*self.level, nowhere]).T

    def best_track(self, one: float, other: float, rims: tuple[float, float]) -> tuple[float, float]:
        """Where an arrow between two heights turns, and what that costs.

        Args:
            one: its height at its first rim.
            other: its height at its last.
            rims: the x of these rims; the same for an arrow that comes back.
        """
        upright, level = self.arrays()
        if one == other and rims[0] != rims[1]:
            return rims[1], float(_along(one, self.left, np.array([self.right]), upright, level)[0])
        margin = min(_HEAD, (self.right - self.left) / 3)
        step = max(_STEP, (self.right - self.left) / _MOST_TRACKS)
        tracks = np.arange(self.left + margin, self.right - margin + 0.01, step)
        low, high = min(one, other), max(one, other)
        x, top, bottom, weight = upright
        beside = np.minimum(bottom, high) - np.maximum(top, low)
        over = np.where(beside > -_TOUCH, weight * (_OVER + _OVER_A_UNIT * np.maximum(beside, 0)), 0)
        cost = _nearness(np.abs(tracks[:, None] - x), weight) @ over
        y, left, right, weight = level
        between = np.where((low - _TOUCH < y) & (y < high + _TOUCH), weight, 0)
        cost = cost + ((left < tracks[:, None]) & (tracks[:, None] < right)) @ between
        for height, rim in ((one, rims[0]), (other, rims[1])):
            cost = cost + _along(height, rim, tracks, upright, level)
        # Among equals the one nearest to where the arrow comes from keeps lines apart that go the same way.
        cost = cost + 0.002 * np.abs(tracks - (self.left + self.right) / 2)
        best = int(cost.argmin())
        return float(tracks[best]), float(cost[best])


def _nearness(away: Numbers, weight: Numbers) -> Numbers:
    nearness: Numbers = (away < NEAR) + _SHARE * ((away >= NEAR) & (away < _BETTER) & (weight >= LIT))
    return nearness


def _along(y: float, rim: float, tracks: Numbers, upright: Numbers, level: Numbers) -> Numbers:
    """What it costs to run level from a rim to each of the tracks."""
    low, high = np.minimum(tracks, rim)[:, None], np.maximum(tracks, rim)[:, None]
    x, top, bottom, weight = upright
    cost: Numbers = ((low < x) & (x < high)) @ np.where((top - _TOUCH < y) & (y < bottom + _TOUCH), weight, 0)
    heights, left, right, weight = level
    shared = np.minimum(high, right) - np.maximum(low, left)
    near = _nearness(np.abs(heights - y), weight) * weight
    cost += np.where(shared > 0, _OVER + _OVER_A_UNIT * shared, 0) @ near
    return cost


@dataclass(slots=True)
class Occupancy:
    """The columns and channels of a picture with what is in them.

    Attributes:
        columns: left and right rim of every column.
        channels: the channels; one more than columns.
        stacks: the boxes of every column from top to bottom.
        passing: what passes each column, as height and weight.
        inside: the upright arrows between two boxes of each column, as x, top and bottom.
        ports: the heights at which arrows end on a side of a box, by box and whether it is the right side.
    """

    columns: list[tuple[float, float]]
    channels: list[Channel]
    stacks: list[list[Box]]
    passing: list[list[tuple[float, float]]]
    inside: list[list[tuple[float, float, float]]]
    ports: dict[tuple[str, bool], list[float]] = field(default_factory=dict)

    @classmethod
    def of(cls, columns: Sequence[LaneColumn], width: float, boxes: Mapping[str, Box]) -> Occupancy:
        """The picture with its boxes, before any arrow."""
        rims = [(column.x - column.width / 2, column.x + column.width / 2) for column in columns]
        edges = [0.0, *(x for rim in rims for x in rim), width]
        stacks: list[list[Box]] = [[] for _ in columns]
        for box in sorted(boxes.values(), key=lambda box: box.y):
            stacks[min(range(len(columns)), key=lambda at: abs(columns[at].x - box.x))].append(box)
        return cls(
            rims,
            [Channel(left, right) for left, right in zip(edges[::2], edges[1::2], strict=True)],
            stacks,
            [[] for _ in columns],
            [[] for _ in columns],
        )

    def add(self, route: Polyline, source: str, target: str, weight: float) -> None:
        """Let an arrow take its way."""
        for taken, stretch in self._taken(route, source, target, weight):
            taken.append(stretch)

    def remove(self, route: Polyline, source: str, target: str, weight: float) -> None:
        """Give the way of an arrow free again."""
        for taken, stretch in self._taken(route, source, target, weight):
            taken.remove(stretch)

    def _taken(
        self, route: Polyline, source: str, target: str, weight: float
    ) -> Iterator[tuple[list[Any], Any]]:
        for (x1, y1), (x2, y2) in pairwise(route):
            if x1 == x2:
                yield from self._upright(x1, min(y1, y2), max(y1, y2), weight)
            else:
                yield from self._level(y1, min(x1, x2), max(x1, x2), weight)
        for box, end, inner in ((source, route[0], route[1]), (target, route[-1], route[-2])):
            if end[1] == inner[1]:
                yield self.ports.setdefault((box, inner[0] > end[0]), []), end[1]

    def _upright(self, x: float, top: float, bottom: float, weight: float) -> Iterator[tuple[list[Any], Any]]:
        for channel in self.channels:
            if channel.left <= x <= channel.right:
                yield channel.upright, (x, top, bottom, weight)
                return
        for at, (left, right) in enumerate(self.columns):
            if left < x < right:
                yield self.inside[at], (x, top, bottom)

    def _level(self, y: float, left: float, right: float, weight: float) -> Iterator[tuple[list[Any], Any]]:
        for channel in self.channels:
            if left < channel.right and channel.left < right:
                yield channel.level, (y, max(left, channel.left), min(right, channel.right), weight)
        for at, (low, high) in enumerate(self.columns):
            if left <= low and high <= right:
                yield self.passing[at], (y, weight)
