"""Which vertical track every link takes in its channel.

Two links whose vertical runs overlap need two tracks, and which of them is further left
decides how often they cross. The order with the fewest crossings is searched by insertion;
then every link takes the nearest track its order allows, so runs that don't overlap share one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import heappush, heapreplace

from graph.layout.specs import ROOMY, Density

_CROWDED = 16
_WIDE_TRACK_GAP = 8.0
_SHARE_GAP = 8.0
# Runs on one line if they are nearer than this, in units.
NEAR = 4.0
# Running on top of another arrow is worse than crossing it.
_OVERLAP_COST = 3
_ROUNDS = 6
MANY_RUNS = 250
"""Above that, pairs are not weighed against each other: such a channel is only roughly laid."""


@dataclass(slots=True)
class Run:
    """A link in its channel.

    Attributes:
        left: the heights of its ends on the left rim.
        right: the same on the right rim.
        top: upper end of the vertical run.
        bottom: lower end of the vertical run.
    """

    left: tuple[float, ...]
    right: tuple[float, ...]
    top: float = field(init=False)
    bottom: float = field(init=False)

    def __post_init__(self) -> None:
        """Look once how far it reaches."""
        self.top, self.bottom = min(self.left + self.right), max(self.left + self.right)


@dataclass(frozen=True, slots=True)
class Channel:
    """Distance of every run's track from the left rim, and the width of the channel."""

    tracks: list[float]
    width: float


def lay_tracks(runs: Sequence[Run], least_width: float, density: Density = ROOMY) -> Channel:
    """Choose the tracks of one channel.

    Args:
        runs: The links of the channel that are not straight.
        least_width: Width of the channel in units if few tracks are needed.
        density: How near to each other tracks may be.
    """
    if not runs:
        return Channel([], least_width)
    if len(runs) > MANY_RUNS:
        levels = _first_free(runs)
    else:
        overlap = [[_overlap(one, other) for other in runs] for one in runs]
        worse = _preferences(runs, overlap)
        levels = _levels(runs, _order(runs, worse), worse, overlap)
    count = max(levels) + 1
    gap = density.crowded_gap if count > _CROWDED else density.track_gap
    if count > 1:
        gap = min(_WIDE_TRACK_GAP, max(gap, (least_width - 2 * density.head_room) / (count - 1)))
    width = max(least_width, 2 * density.head_room + gap * (count - 1))
    first = (width - gap * (count - 1)) / 2
    return Channel([first + gap * level for level in levels], width)


def _overlap(one: Run, other: Run) -> bool:
    return one.top < other.bottom + _SHARE_GAP and other.top < one.bottom + _SHARE_GAP


def _cost(left: Run, right: Run) -> int:
    """Crossings and overlaps if the first run has the track further left."""
    cost = 0
    for y in left.right:
        cost += right.top < y < right.bottom
        cost += _OVERLAP_COST * sum(abs(y - other) < NEAR for other in right.left)
    for y in right.left:
        cost += left.top < y < left.bottom
    return cost


def _first_free(runs: Sequence[Run]) -> list[int]:
    """The first track that is free where a run begins, from the top down: few tracks, at no great cost."""
    levels = [0] * len(runs)
    ends: list[tuple[float, int]] = []
    for index in sorted(range(len(runs)), key=lambda index: (runs[index].top, index)):
        if ends and ends[0][0] + _SHARE_GAP <= runs[index].top:
            level = ends[0][1]
            heapreplace(ends, (runs[index].bottom, level))
        else:
            level = len(ends)
            heappush(ends, (runs[index].bottom, level))
        levels[index] = level
    return levels


def _preferences(runs: Sequence[Run], overlap: list[list[bool]]) -> list[list[int]]:
    """Return for each pair what it costs more to have the first on the left than the second."""
    count = len(runs)
    worse = [[0] * count for _ in range(count)]
    for a in range(count):
        for b in range(a):
            if overlap[a][b]:
                worse[a][b] = _cost(runs[a], runs[b]) - _cost(runs[b], runs[a])
                worse[b][a] = -worse[a][b]
    return worse


def _order(runs: Sequence[Run], worse: list[list[int]]) -> list[int]:
    """Order the runs from left to right with few crossings."""
    order = sorted(range(len(runs)), key=lambda index: (_first_guess(runs[index]), index))
    for _ in range(_ROUNDS):
        moved = False
        for item in list(order):
            start = order.index(item)
            order.pop(start)
            # The total is the cost of this place measured against the far left.
            best, best_place, total, at_start = 0, 0, 0, 0
            for place, other in enumerate(order, start=1):
                total += worse[other][item]
                if place == start:
                    at_start = total
                if total < best:
                    best, best_place = total, place
            if best < at_start:
                moved = True
                order.insert(best_place, item)
            else:
                order.insert(start, item)
        if not moved:
            break
    return order


def _first_guess(run: Run) -> tuple[int, float]:
    if not run.right:
        return 0, run.bottom - run.top
    if not run.left:
        return 2, run.top - run.bottom
    return 1, run.left[0] if run.left[0] > run.right[0] else -run.left[0]


def _levels(
    runs: Sequence[Run], order: list[int], worse: list[list[int]], overlap: list[list[bool]]
) -> list[int]:
    """Number of the track of every run, counted from the left.

    Overlapping runs need different tracks; only where their order makes a difference does it
    bind them.
    """
    levels = [0] * len(runs)
    rivals = [[b for b in order if b != a and overlap[a][b]] for a in range(len(runs))]
    placed: set[int] = set()
    for run in order:
        before = [other for other in rivals[run] if other in placed]
        taken = {levels[other] for other in before}
        level = max((levels[other] + 1 for other in before if worse[other][run] < 0), default=0)
        while level in taken:
            level += 1
        levels[run] = level
        placed.add(run)
    last = max(levels)
    # Runs with room to move: those from the right rim hug it, those across go midway.
    for run in reversed(order):
        taken = {levels[other] for other in rivals[run]}
        low = max((levels[other] + 1 for other in rivals[run] if worse[other][run] < 0), default=0)
        high = min((levels[other] - 1 for other in rivals[run] if worse[run][other] < 0), default=last)
        goal = _goal(runs[run], last)
        free = [level for level in range(low, high + 1) if level not in taken]
        if free:
            levels[run] = min(free, key=lambda level: abs(level - goal))
    return levels


def _goal(run: Run, last: int) -> float:
    if not run.right:
        return 0
    return last if not run.left else last / 2
