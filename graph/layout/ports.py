"""Where on the sides of the boxes arrows begin and end, and how high exactly passages run.

Ports stand in the order in which their arrows turn away, so arrows of one box don't cross.
Then ports and passages are shifted a little so that as many links as possible run straight.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.layout.arrangement import PASSAGE_SIZE, Arrangement
from graph.layout.outline import PORT_GAP, port_reach
from graph.layout.placing import Placement
from graph.layout.spacing import space_out
from graph.layout.turning import port_offsets

_ROUNDS = 8
# Ends nearer to each other than this pull the link straight, in units.
_PULL = 14.0
_SNAP = 7.0
_CLEARANCE = 6.0
_STRAIGHT = 0.01


@dataclass(slots=True)
class Anchor:
    """A height an arrow goes through: a port or a passage, with the room it may move in."""

    y: float
    home: float
    low: float
    high: float
    is_port: bool


@dataclass(frozen=True, slots=True)
class Link:
    """The part of an arrow that lies in one channel.

    Attributes:
        arrow: Index of the arrow.
        channel: Index of the channel.
        ends: Indices of the anchors, in the direction of the arrow.
        on_left: For each end, whether it lies on the left rim of the channel.
    """

    arrow: int
    channel: int
    ends: tuple[int, int]
    on_left: tuple[bool, bool]


@dataclass(slots=True)
class Anchoring:
    """All anchors, the links between them, and the groups that share a border or a gap."""

    anchors: list[Anchor]
    links: list[Link]
    groups: list[list[int]]


def anchor_links(state: Arrangement, placement: Placement, shapes: Sequence[str]) -> Anchoring:
    """Set the ports of all boxes and the passages of all gaps."""
    result = _collect(state, placement, shapes)
    _pull_straight(result)
    _snap(result)
    return result


def _collect(state: Arrangement, placement: Placement, shapes: Sequence[str]) -> Anchoring:
    anchors: list[Anchor] = []
    groups: list[list[int]] = []
    anchor_at: dict[tuple[int, int], int] = {}
    for (item, _), ends in sorted(placement.sides.items()):
        y, height = placement.y[item], placement.heights[item]
        reach = port_reach(shapes[item], height)
        groups.append([])
        for (arrow, _), off in zip(
            ends, port_offsets(len(ends), shapes[item], height), strict=True
        ):
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
            anchors.append(Anchor(y, y, *_gap_room(state, placement, item), False))
    links = []
    for arrow, path in enumerate(state.paths):
        if arrow in placement.straight:
            continue
        for a, b in zip(path, path[1:], strict=False):
            channel = state.lane_of[a] + state.side_of_link(arrow, a, b)
            start, end = (
                anchor_at[arrow if item < state.box_count else -1, item] for item in (a, b)
            )
            rims = (state.lane_of[a] < channel, state.lane_of[b] < channel)
            links.append(Link(arrow, channel, (start, end), rims))
    return Anchoring(anchors, links, [group for group in groups if group])


def _gap_room(state: Arrangement, placement: Placement, item: int) -> tuple[float, float]:
    items = state.lanes[state.lane_of[item]]
    place = state.position[item]
    low, high = 1.0, placement.height - 1.0
    for other in items[:place]:
        if other < state.box_count:
            low = placement.y[other] + placement.heights[other] / 2 + _CLEARANCE
    for other in reversed(items[place + 1 :]):
        if other < state.box_count:
            high = placement.y[other] - placement.heights[other] / 2 - _CLEARANCE
    return low, high


def _pull_straight(plan: Anchoring) -> None:
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
            gap = PORT_GAP if first.is_port else PASSAGE_SIZE
            gaps = [gap] * (len(group) - 1)
            for index, y in zip(
                group, space_out(wanted, weights, gaps, first.low, first.high), strict=True
            ):
                plan.anchors[index].y = y


def _snap(plan: Anchoring) -> None:
    """Make links that are nearly straight exactly so, where there is room to."""
    neighbours: dict[int, tuple[int | None, int | None]] = {}
    for group in plan.groups:
        padded = [None, *group, None]
        for before, index, after in zip(padded, group, padded[2:], strict=False):
            neighbours[index] = (before, after)
    settled: set[int] = set()
    by_passages = sorted(
        range(len(plan.links)),
        key=lambda index: (sum(plan.anchors[end].is_port for end in plan.links[index].ends), index),
    )
    for index in by_passages:
        one, other = plan.links[index].ends
        away = abs(plan.anchors[one].y - plan.anchors[other].y)
        if _STRAIGHT < away < _SNAP:
            ends = sorted((one, other), key=lambda end: (end in settled, not plan.anchors[end].is_port))
            for mover, fixed in (ends, ends[::-1]):
                if mover not in settled and _fits(plan, mover, neighbours[mover], plan.anchors[fixed].y):
                    plan.anchors[mover].y = plan.anchors[fixed].y
                    break
        if abs(plan.anchors[one].y - plan.anchors[other].y) <= _STRAIGHT:
            settled |= {one, other}


def _fits(plan: Anchoring, index: int, beside: tuple[int | None, int | None], y: float) -> bool:
    anchor = plan.anchors[index]
    if not anchor.low <= y <= anchor.high:
        return False
    before, after = beside
    above_ok = before is None or y - plan.anchors[before].y >= PORT_GAP - 0.5
    return above_ok and (after is None or plan.anchors[after].y - y >= PORT_GAP - 0.5)
