"""In which order arrows leave and reach the sides of their boxes.

Arrows stand in the order in which they turn away, so that arrows of one box don't cross.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.layout.arrangement import Arrangement
from graph.layout.outline import port_reach

_WIDE_PORT_GAP = 9.0

# Box and side; arrow and the item it goes to or comes from.
Side = tuple[int, int]
End = tuple[int, int]


def straight_arrows(state: Arrangement) -> set[int]:
    """Return the arrows that join two boxes of a lane with no third box between them."""
    rank: dict[int, int] = {}
    for items in state.lanes:
        boxes = [item for item in items if item < state.box_count]
        rank.update({item: index for index, item in enumerate(boxes)})
    return {
        arrow
        for arrow, path in enumerate(state.paths)
        if state.is_bracket(arrow) and abs(rank[path[0]] - rank[path[1]]) == 1
    }


def ends_by_side(state: Arrangement, straight: set[int]) -> dict[Side, list[End]]:
    """Return the arrow ends on every side of every box from top to bottom."""
    sides: dict[Side, list[End]] = {}
    for arrow, path in enumerate(state.paths):
        if arrow in straight:
            continue
        for item, other in ((path[0], path[1]), (path[-1], path[-2])):
            side = state.side_of_link(arrow, item, other)
            sides.setdefault((item, side), []).append((arrow, other))
    for (item, _), ends in sides.items():
        ends.sort(key=lambda end: _turning_order(state, item, end))
    return sides


def port_offsets(count: int, shape: str, height: float) -> list[float]:
    """Return how far below its centre a box has its ports if nothing pulls at them."""
    room = 2 * port_reach(shape, height)
    step = min(_WIDE_PORT_GAP, room / max(count - 1, 1))
    return [step * (index - (count - 1) / 2) for index in range(count)]


def sides_taken(sides: dict[Side, list[End]], boxes: Sequence[int]) -> list[int]:
    """Return for every box the number of ends on its fuller side."""
    return [max(len(sides.get((box, side), ())) for side in (0, 1)) for box in boxes]


def _turning_order(state: Arrangement, item: int, end: End) -> tuple[float, int]:
    """Sort key from top to bottom.

    First what goes up beside the lane (the nearest first), then what goes across from top to
    bottom, then what goes down (the nearest last).
    """
    arrow, other = end
    place = state.position[other]
    count = len(state.lane_of)
    if state.lane_of[other] != state.lane_of[item]:
        return place, arrow
    if place < state.position[item]:
        return -place - count, -arrow
    return 2 * count - place, arrow
