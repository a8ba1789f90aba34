"""Where on the sides of the boxes arrows begin and end, and how high exactly passages run.

Ports stand in the order in which their arrows turn away, so arrows of one box don't cross.
Then ports and passages are shifted a little so that as many links as possible run straight.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from graph.layout.anchors import Anchor, Anchoring, Link
from graph.layout.arrangement import Arrangement
from graph.layout.outline import PORT_GAP, port_reach
from graph.layout.placing import Placement
from graph.layout.port_order import port_offsets
from graph.layout.spacing import space_out
from graph.layout.specs import ROOMY, Density
from graph.layout.straightening import straighten

_ROUNDS = 8
# Ends nearer to each other than this pull the link straight, in units.
_PULL = 14.0
_CLEARANCE = 4.5


def anchor_links(
    state: Arrangement, placement: Placement, shapes: Sequence[str], density: Density = ROOMY
) -> Anchoring:
    """Set the ports of all boxes and the passages of all gaps."""
    result = _collect(state, placement, shapes, min(_CLEARANCE, density.passage_gap))
    _pull_straight(result, density.passing_gap)
    straighten(result)
    return result


def _collect(state: Arrangement, placement: Placement, shapes: Sequence[str], clearance: float) -> Anchoring:
    anchors: list[Anchor] = []
    groups: list[list[int]] = []
    anchor_at: dict[tuple[int, int], int] = {}
    for (item, _), ends in sorted(placement.sides.items()):
        y, height = placement.y[item], placement.heights[item]
        reach = port_reach(shapes[item], height)
        groups.append([])
        for (arrow, _), off in zip(ends, port_offsets(len(ends), shapes[item], height), strict=True):
            anchor_at[arrow, item] = len(anchors)
            groups[-1].append(len(anchors))
            anchors.append(Anchor(y + off, y + off, y - reach, y + reach, True))
    for items in state.lanes:
        groups.append([])
        for item in items:
            if item < state.box_count:
                groups.append([])
                continue
            anchor_at[-1, item] = len(anchors)
            groups[-1].append(len(anchors))
            y = placement.y[item]
            anchors.append(Anchor(y, y, *_gap_room(state, placement, item, clearance), False))
    links = []
    for arrow, path in enumerate(state.paths):
        if arrow in placement.straight:
            continue
        for a, b in itertools.pairwise(path):
            channel = state.lane_of[a] + state.side_of_link(arrow, a, b)
            start, end = (anchor_at[arrow if item < state.box_count else -1, item] for item in (a, b))
            rims = (state.lane_of[a] < channel, state.lane_of[b] < channel)
            links.append(Link(arrow, channel, (start, end), rims))
    return Anchoring(anchors, links, [group for group in groups if group])


def _gap_room(state: Arrangement, placement: Placement, item: int, clearance: float) -> tuple[float, float]:
    items = state.lanes[state.lane_of[item]]
    place = state.position[item]
    low, high = 1.0, placement.height - 1.0
    for other in items[:place]:
        if other < state.box_count:
            low = placement.y[other] + placement.heights[other] / 2 + clearance
    for other in reversed(items[place + 1 :]):
        if other < state.box_count:
            high = placement.y[other] - placement.heights[other] / 2 - clearance
    return low, high


def _pull_straight(plan: Anchoring, passing_gap: float) -> None:
    """Let the ends of nearly straight links pull each other to one height."""
    partners: list[list[int]] = [[] for _ in plan.anchors]
    for link in plan.links:
        one, other = link.ends
        partners[one].append(other)
        partners[other].append(one)
    for _ in range(_ROUNDS):
        for group in plan.groups:
            wanted, weights = [], []
            for index in group:
                anchor = plan.anchors[index]
                pulls = [
                    plan.anchors[other].y
                    for other in partners[index]
                    if abs(plan.anchors[other].y - anchor.y) < _PULL
                ]
                weight = len(pulls) + 0.15
                wanted.append((sum(pulls) + 0.15 * anchor.home) / weight)
                weights.append(weight)
            first = plan.anchors[group[0]]
            gap = PORT_GAP if first.is_port else passing_gap
            gaps = [gap] * (len(group) - 1)
            for index, y in zip(group, space_out(wanted, weights, gaps, first.low, first.high), strict=True):
                plan.anchors[index].y = y
