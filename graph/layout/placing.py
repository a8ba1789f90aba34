"""How high every box stands and every passage runs.

The order is settled; here it gets distances. Lanes are as high as the fullest one needs, and
in lanes with room to spare the boxes move towards what they are linked to.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from graph.layout.arrangement import Arrangement
from graph.layout.outline import height_for_ports
from graph.layout.port_order import (
    End,
    Side,
    ends_by_side,
    port_offsets,
    sides_taken,
    straight_arrows,
)
from graph.layout.spacing import space_out
from graph.layout.specs import ROOMY, Density

TOP_MARGIN = 4.0
_SWEEPS = 30
# How strongly a box holds on to its place in an evenly filled lane, relative to the pull of a
# link that is one unit from running straight.
_EVEN_WEIGHT = 0.01
_PASSAGE_WEIGHT = 0.001
_NEAR = 1.5


@dataclass(slots=True)
class Placement:
    """Vertical places of all items.

    Attributes:
        y: Centre of every item in units.
        heights: Height of every box in units; passages have none.
        straight: Arrows inside a lane that run straight to the next box.
        sides: The arrow ends on every side of every box from top to bottom.
        height: Height of the whole picture in units.
    """

    y: list[float]
    heights: list[float]
    straight: set[int]
    sides: dict[Side, list[End]]
    height: float


def place(
    state: Arrangement,
    heights: Sequence[float],
    shapes: Sequence[str],
    least: float = 0.0,
    density: Density = ROOMY,
) -> Placement:
    """Give every item its vertical place.

    Args:
        state: The settled arrangement.
        heights: Height every box needs for its label, in units.
        shapes: Shape of every box.
        least: Height to spread over, in units, when the boxes need less.
        density: How near to each other things may stand.
    """
    straight = straight_arrows(state)
    sides = ends_by_side(state, straight)
    full = [0.0] * len(state.lane_of)
    for item, ports in enumerate(sides_taken(sides, range(state.box_count))):
        full[item] = max(heights[item], height_for_ports(shapes[item], ports, density.port_gap))
    joined = {frozenset(state.paths[arrow]) for arrow in straight}
    gaps = [_gaps(state, lane, full, joined, density) for lane in range(len(state.lanes))]
    ends = [_ends(state, lane, full) for lane in range(len(state.lanes))]
    total = max(
        (top + sum(gap) + bottom for gap, (top, bottom) in zip(gaps, ends, strict=True)),
        default=0.0,
    )
    total = max(total, least)
    even = [0.0] * len(state.lane_of)
    for items, gap, (top, bottom) in zip(state.lanes, gaps, ends, strict=True):
        # Spare room goes in equal parts to every gap and to both ends.
        part = (total - top - sum(gap) - bottom) / (len(items) + 1)
        at = top + part
        for item, step in zip(items, [*gap, 0.0], strict=False):
            even[item] = at
            at += step + part
    y = list(even)
    pulls = _pulls(state, sides, shapes, full)
    for sweep in range(_SWEEPS):
        lanes = range(len(state.lanes))
        for lane in lanes if sweep % 2 == 0 else reversed(lanes):
            limits = (ends[lane][0], total - ends[lane][1])
            _settle(state, state.lanes[lane], y, even, pulls, gaps[lane], limits)
    return Placement(y, full, straight, sides, total)


def _pulls(
    state: Arrangement,
    sides: dict[Side, list[End]],
    shapes: Sequence[str],
    heights: Sequence[float],
) -> list[list[tuple[int, float]]]:
    """For every item, what it is linked to across a channel.

    Each entry is the other item and by how much this one would have to stand below it for the
    link to run straight.
    """
    offset: dict[tuple[int, int], float] = {}
    for (item, _), ends in sides.items():
        for (arrow, _), off in zip(ends, port_offsets(len(ends), shapes[item], heights[item]), strict=True):
            offset[arrow, item] = off
    pulls: list[list[tuple[int, float]]] = [[] for _ in state.lane_of]
    for arrow, path in enumerate(state.paths):
        if not state.is_bracket(arrow):
            for a, b in itertools.pairwise(path):
                below = offset.get((arrow, b), 0.0) - offset.get((arrow, a), 0.0)
                pulls[a].append((b, below))
                pulls[b].append((a, -below))
    return pulls


def _gaps(
    state: Arrangement, lane: int, heights: list[float], joined: set[frozenset[int]], density: Density
) -> list[float]:
    """Least distances between the centres of neighbouring items."""
    items = state.lanes[lane]
    gaps = []
    above = None
    for index, (upper, lower) in enumerate(itertools.pairwise(items)):
        both = (heights[upper] + heights[lower]) / 2
        if upper < state.box_count:
            above = upper
        below = next((item for item in items[index + 1 :] if item < state.box_count), None)
        arrow_here = frozenset((above, below)) in joined
        boxes = (upper < state.box_count) + (lower < state.box_count)
        if boxes == 2:
            gaps.append(both + (density.arrow_gap if arrow_here else density.box_gap))
        elif boxes == 1:
            gaps.append(both + (density.arrow_gap / 2 if arrow_here else density.passage_gap))
        else:
            gaps.append(density.passing_gap)
    return gaps


def _ends(state: Arrangement, lane: int, heights: list[float]) -> tuple[float, float]:
    items = state.lanes[lane]
    if not items:
        return 0.0, 0.0
    return TOP_MARGIN + heights[items[0]] / 2, TOP_MARGIN + heights[items[-1]] / 2


def _settle(
    state: Arrangement,
    items: list[int],
    y: list[float],
    even: list[float],
    pulls: list[list[tuple[int, float]]],
    gaps: list[float],
    limits: tuple[float, float],
) -> None:
    """Move the items of one lane towards what they are linked to.

    The nearer a link is to running straight, the stronger it pulls (least absolute instead of
    least squared distances), because one straight link reads better than two with a small step.
    """
    wanted, weights = [], []
    for item in items:
        hold = _EVEN_WEIGHT if item < state.box_count else _PASSAGE_WEIGHT
        total, weight = hold * even[item], hold
        for other, below in pulls[item]:
            goal = y[other] + below
            pull = 1 / (abs(goal - y[item]) + _NEAR)
            total += pull * goal
            weight += pull
        wanted.append(total / weight)
        weights.append(weight)
    for item, middle in zip(items, space_out(wanted, weights, gaps, *limits), strict=True):
        y[item] = middle
