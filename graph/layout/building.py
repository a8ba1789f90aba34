"""From the caller's boxes and arrows to items, passages and links, with the input checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.layout.arrangement import LEFT, PASSAGE_SIZE, RIGHT, Arrangement
from graph.layout.specs import SHAPES, ArrowSpec, BoxSpec

# Gap between two boxes that the search reckons with, in units.
_ROUGH_GAP = 14.0


def check_input(lanes: Sequence[str], boxes: Sequence[BoxSpec], arrows: Sequence[ArrowSpec]) -> None:
    """Refuse what cannot be drawn.

    Raises:
        ValueError: For a repeated id, an unknown lane or shape, an arrow from or to an unknown
            box, or from a box to itself. The message names the id.
    """
    _check_unique("lane", lanes)
    _check_unique("box", (box.id for box in boxes))
    _check_unique("arrow", (arrow.id for arrow in arrows))
    for box in boxes:
        if box.lane not in lanes:
            raise ValueError(f"box {box.id!r} stands in the unknown lane {box.lane!r}")
        if box.shape not in SHAPES:
            raise ValueError(f"box {box.id!r} has the unknown shape {box.shape!r}; use one of {SHAPES}")
    known = {box.id for box in boxes}
    for arrow in arrows:
        for end in (arrow.source, arrow.target):
            if end not in known:
                raise ValueError(f"arrow {arrow.id!r} has the unknown end {end!r}")
        if arrow.source == arrow.target:
            raise ValueError(f"arrow {arrow.id!r} joins box {arrow.source!r} to itself")


def _check_unique(what: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise ValueError(f"there are two {what} entries with the id {name!r}")
        seen.add(name)


def build_arrangement(
    lanes: Sequence[str],
    boxes: Sequence[BoxSpec],
    arrows: Sequence[ArrowSpec],
    heights: dict[str, float],
) -> Arrangement:
    """Make the starting arrangement.

    Args:
        lanes: Lane ids from left to right.
        boxes: The boxes, sorted by id.
        arrows: The arrows, sorted by id.
        heights: Height of every box in units.

    Returns:
        An arrangement whose item i is boxes[i], and whose path i belongs to arrows[i].
    """
    number = {lane: index for index, lane in enumerate(lanes)}
    index_of = {box.id: index for index, box in enumerate(boxes)}
    lane_of = [number[box.lane] for box in boxes]
    size = [heights[box.id] + _ROUGH_GAP for box in boxes]
    order: list[list[int]] = [[] for _ in lanes]
    for item, lane in enumerate(lane_of):
        order[lane].append(item)
    paths: list[tuple[int, ...]] = []
    sides: list[int] = []
    for arrow in arrows:
        source, target = index_of[arrow.source], index_of[arrow.target]
        path = [source]
        step = 1 if lane_of[target] > lane_of[source] else -1
        for lane in range(lane_of[source] + step, lane_of[target], step):
            if lane_of[source] == lane_of[target]:
                break
            path.append(len(lane_of))
            order[lane].append(len(lane_of))
            lane_of.append(lane)
            size.append(PASSAGE_SIZE)
        path.append(target)
        paths.append(tuple(path))
        # The outermost lanes have a channel of their own on the free side.
        sides.append(LEFT if lane_of[source] == 0 else RIGHT)
    return Arrangement(lane_of, size, len(boxes), paths, order, sides)


def without_hints(state: Arrangement, arrows: int) -> Arrangement:
    """Leave only the first so many arrows, and everything else in its order."""
    kept = [*range(state.box_count), *sorted(item for path in state.paths[:arrows] for item in path[1:-1])]
    now = {item: index for index, item in enumerate(kept)}
    return Arrangement(
        [state.lane_of[item] for item in kept],
        [state.size[item] for item in kept],
        state.box_count,
        [tuple(now[item] for item in path) for path in state.paths[:arrows]],
        [[now[item] for item in lane if item in now] for lane in state.lanes],
        state.sides[:arrows],
    )
