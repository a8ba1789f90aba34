"""The working state of the ordering: which item stands above which in every lane.

An *item* is a box, or a passage: the place where an arrow that skips a lane goes through
between two boxes of that lane. An arrow is a chain of items, and every link of the chain runs
in one channel (the space left of a lane). Channels are discs with the items around their rim,
so two links cross exactly if their ends alternate around the rim, and the orthogonal routing
achieves that number. Nothing here knows coordinates, except as a rough measure of length.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

LEFT, RIGHT = 0, 1
PASSAGE_SIZE = 4.5
# Cost of one unit of vertical run, and of an arrow that points up in its lane, in crossings.
LENGTH_COST = 1 / 220
UPWARD_COST = 2.0


@dataclass(slots=True)
class Arrangement:
    """Items in their lanes, and the links between them.

    Attributes:
        lane_of: Lane number of every item; boxes come first, then passages.
        size: Height every item takes up in its stack, in units.
        box_count: How many of the items are boxes.
        paths: The items every arrow goes through, source first.
        lanes: The items of every lane from top to bottom.
        sides: For every arrow that stays in its lane, the side it goes round by.
        position: Index of every item in its lane.
        y: Rough vertical centre of every item in units, lanes centred on 0.
        links: Items linked to an item through its left and its right channel.
        causes: How many arrows run from the first to the second box inside one lane.
    """

    lane_of: list[int]
    size: list[float]
    box_count: int
    paths: list[tuple[int, ...]]
    lanes: list[list[int]]
    sides: list[int]
    position: list[int] = field(default_factory=list)
    y: list[float] = field(default_factory=list)
    links: tuple[list[list[int]], list[list[int]]] = ([], [])
    causes: dict[tuple[int, int], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        count = len(self.lane_of)
        self.position = [0] * count
        self.y = [0.0] * count
        self.links = ([[] for _ in range(count)], [[] for _ in range(count)])
        for arrow, path in enumerate(self.paths):
            for a, b in itertools.pairwise(path):
                side = self.side_of_link(arrow, a, b)
                self.links[side][a].append(b)
                same = self.lane_of[a] == self.lane_of[b]
                self.links[side if same else 1 - side][b].append(a)
            if self.is_bracket(arrow):
                pair = (path[0], path[1])
                self.causes[pair] = self.causes.get(pair, 0) + 1
        for lane in range(len(self.lanes)):
            self.restack(lane)

    def is_bracket(self, arrow: int) -> bool:
        """Say whether an arrow joins two boxes of one lane."""
        path = self.paths[arrow]
        return len(path) == 2 and self.lane_of[path[0]] == self.lane_of[path[1]]

    def side_of_link(self, arrow: int, a: int, b: int) -> int:
        """Return the side of item `a` on which the link to `b` leaves it."""
        step = self.lane_of[b] - self.lane_of[a]
        return self.sides[arrow] if step == 0 else (RIGHT if step > 0 else LEFT)

    def restack(self, lane: int) -> None:
        """Bring positions and rough coordinates of a lane into line with its order."""
        items = self.lanes[lane]
        top = -sum(self.size[item] for item in items) / 2
        for index, item in enumerate(items):
            self.position[item] = index
            self.y[item] = top + self.size[item] / 2
            top += self.size[item]

    def set_order(self, lanes: Sequence[Sequence[int]]) -> None:
        """Take over an order of all lanes."""
        for lane, items in enumerate(lanes):
            self.lanes[lane] = list(items)
            self.restack(lane)

    def set_side(self, arrow: int, side: int) -> None:
        """Let an arrow inside a lane go round by the given side."""
        old = self.sides[arrow]
        if old == side:
            return
        a, b = self.paths[arrow]
        for first, second in ((a, b), (b, a)):
            self.links[old][first].remove(second)
            self.links[side][first].append(second)
        self.sides[arrow] = side

    def channel_links(self) -> list[list[tuple[int, int, int, int]]]:
        """Return the links of every channel as (rim place, rim place, item, item).

        Rim places run down the left rim and up the right one, so that alternating places
        mean a crossing.
        """
        channels: list[list[tuple[int, int, int, int]]] = [[] for _ in range(len(self.lanes) + 1)]
        around = 2 * len(self.lane_of) + 2
        for arrow, path in enumerate(self.paths):
            for a, b in itertools.pairwise(path):
                channel = self.lane_of[a] + self.side_of_link(arrow, a, b)
                places = []
                for item in (a, b):
                    on_left_rim = self.lane_of[item] < channel
                    place = self.position[item]
                    places.append((place if on_left_rim else around - place, item))
                (low, first), (high, second) = sorted(places)
                channels[channel].append((low, high, first, second))
        return channels

    def crossings(self) -> int:
        """Count the crossings the routing will need."""
        total = 0
        for links in self.channel_links():
            # The far ends of the links that begin before this one, in order; equals do not cross.
            ends: list[int] = []
            for low, together in itertools.groupby(sorted(links), key=lambda link: link[0]):
                highs = [link[1] for link in together]
                total += sum(bisect_left(ends, high) - bisect_right(ends, low) for high in highs)
                for high in highs:
                    insort(ends, high)
        return total

    def cost(self) -> float:
        """Return crossings, upward arrows and vertical length as one number of crossings."""
        length = 0.0
        for path in self.paths:
            for a, b in itertools.pairwise(path):
                length += abs(self.y[a] - self.y[b])
        upward = sum(count for (a, b), count in self.causes.items() if self.position[a] > self.position[b])
        return self.crossings() + LENGTH_COST * length + UPWARD_COST * upward

    def snapshot(self) -> tuple[list[list[int]], list[int]]:
        """Return a copy of order and sides, to come back to with `restore`."""
        return [list(lane) for lane in self.lanes], list(self.sides)

    def restore(self, saved: tuple[list[list[int]], list[int]]) -> None:
        """Go back to an earlier order and earlier sides."""
        self.set_order(saved[0])
        for arrow, side in enumerate(saved[1]):
            if self.is_bracket(arrow):
                self.set_side(arrow, side)
