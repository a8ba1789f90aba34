"""The best way of one long arrow through the gaps of all lanes it skips.

With everything else fixed, the crossings of an arrow depend only on the pair of gaps at both
ends of each channel, so the best sequence of gaps is found exactly by dynamic programming.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.layout.arrangement import LEFT, LENGTH_COST, PASSAGE_SIZE, RIGHT, Arrangement

# So many entries of a table take about as long as one exchange of neighbours.
_ENTRIES_PER_STEP = 40

Table: TypeAlias = NDArray[np.float64]


def reroute(state: Arrangement, arrow: int) -> int:
    """Take a long arrow out of its lanes and lay it again where it costs least.

    Returns:
        What that took, in steps of the search budget.
    """
    path = state.paths[arrow]
    for item in path[1:-1]:
        lane = state.lane_of[item]
        state.lanes[lane].remove(item)
        state.restack(lane)
    costs = np.zeros(1)
    slots = [state.position[path[0]]]
    back: list[list[int]] = []
    for index in range(1, len(path)):
        table, targets = _channel_table(state, path, index, slots)
        sums = costs[:, None] + table
        back.append(sums.argmin(axis=0).tolist())
        costs, slots = sums.min(axis=0), targets
    column = 0
    for index in range(len(path) - 1, 0, -1):
        column = back[index - 1][column]
        if index > 1:
            lane = state.lane_of[path[index - 1]]
            state.lanes[lane].insert(column, path[index - 1])
            state.restack(lane)
    return 1 + sum(len(state.lanes[state.lane_of[item]]) ** 2 for item in path) // _ENTRIES_PER_STEP


def _channel_table(
    state: Arrangement, path: tuple[int, ...], index: int, slots: list[int]
) -> tuple[Table, list[int]]:
    """Cost of one link for every slot before and after its channel.

    A slot is the number of items above the arrow; at a box it is the position of that box.
    """
    start, end = path[index - 1], path[index]
    forward = state.lane_of[end] > state.lane_of[start]
    lanes = (state.lane_of[start], state.lane_of[end])
    fixed_start = start if index == 1 else -1
    fixed_end = end if index == len(path) - 1 else -1
    last = state.lanes[lanes[1]]
    targets = [state.position[end]] if fixed_end >= 0 else list(range(len(last) + 1))
    gone = set(path[1:-1])

    across: list[tuple[int, int]] = []
    brackets: tuple[list[int], list[int]] = (
        [0] * (len(state.lanes[lanes[0]]) + 1),
        [0] * (len(last) + 1),
    )
    for rim, lane in enumerate(lanes):
        side = RIGHT if forward == (rim == 0) else LEFT
        fixed = fixed_start if rim == 0 else fixed_end
        for item in state.lanes[lane]:
            for other in state.links[side][item]:
                if other in gone or (fixed in (item, other) and fixed >= 0):
                    continue
                if state.lane_of[other] == lane:
                    low, high = state.position[item], state.position[other]
                    if low < high:
                        _cover(brackets[rim], low, high, fixed >= 0)
                elif rim == 0 and other != fixed_end:
                    across.append((state.position[item], state.position[other]))
    return (
        _sum_up(state, lanes, slots, targets, across, brackets, (fixed_start, fixed_end)),
        targets,
    )


def _cover(counts: list[int], low: int, high: int, at_box: bool) -> None:
    # A box strictly between the ends is inside a bracket; a slot is a place between two items.
    for slot in range(low + 1, high if at_box else high + 1):
        counts[slot] += 1


def _sum_up(
    state: Arrangement,
    lanes: tuple[int, int],
    slots: list[int],
    targets: list[int],
    across: list[tuple[int, int]],
    brackets: tuple[list[int], list[int]],
    fixed: tuple[int, int],
) -> Table:
    """Add up links that go over or under, brackets gone through, and vertical length."""
    # All entries at once: a layout fills many thousands of these tables.
    here, there = (
        np.array(_slot_heights(state, lane, box))[at]
        for lane, box, at in zip(lanes, fixed, (slots, targets), strict=True)
    )
    over, under = (np.array(counts)[at] for counts, at in zip(brackets, (slots, targets), strict=True))
    # Summed up over p rows and q columns: crossings with the links across, for one from slot p to slot q. A
    # link across counts for what ends below its end, and the other way round for what starts below its start.
    changes = np.zeros((len(brackets[0]) + 1, len(brackets[1]) + 1), dtype=np.int64)
    for first, second in across:
        changes[0, second + 1] += 1
        changes[first + 1, 0] += 1
        changes[first + 1, second + 1] -= 2
    crossed = changes.cumsum(axis=0)[slots].cumsum(axis=1)[:, targets]
    table: Table = crossed + over[:, None] + under + LENGTH_COST * np.abs(here[:, None] - there)
    return table


def _slot_heights(state: Arrangement, lane: int, box: int) -> list[float]:
    items = state.lanes[lane]
    if box >= 0:
        return [state.y[box]] * (len(items) + 1)
    if not items:
        return [0.0]
    tops = [state.y[item] - state.size[item] / 2 for item in items]
    last = items[-1]
    return [*tops, state.y[last] + state.size[last] / 2 + PASSAGE_SIZE]
