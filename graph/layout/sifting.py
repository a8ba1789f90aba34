"""Local search: every item looks for the best place in its own lane.

An item walks through its lane by exchanging places with its neighbour; only the crossings
between the links of these two items change, so a step is cheap (sifting, Matuszewski,
Schönfeld and Molitor 1999, here extended to links that stay on one side of a lane).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from graph.layout.arrangement import LENGTH_COST, UPWARD_COST, Arrangement

_EPSILON = 1e-9
_MANY = 16
"""From so many links of a box on, it is faster to sort them than to compare each with each."""


def exchange_cost(state: Arrangement, upper: int, lower: int) -> float:
    """Return what exchanging two neighbours in a lane would add to the cost."""
    # Most of the time of a layout is spent here, so nothing is called and each list is gone through once.
    change = 0
    length = 0.0
    lane_of, position, y = state.lane_of, state.position, state.y
    lane, place, around = lane_of[upper], position[upper], 2 * len(lane_of)
    left, right = state.links
    # The order of an item's links along the rim of a channel, seen from the item downwards: those below it
    # in its lane, those in the other lane from the bottom up, those above it.
    beyond = around + len(lane_of)
    here, step = y[upper], state.size[lower]
    for side in (left, right):
        above, below = side[upper], side[lower]
        if above and below:
            theirs = []
            for other in below:
                if lane_of[other] != lane:
                    theirs.append(around - position[other])
                elif other != upper:
                    at = position[other]
                    theirs.append(at if at > place else beyond + at)
            many = len(theirs) >= _MANY
            if many:
                theirs.sort()
            for other in above:
                away = y[other] - here
                if lane_of[other] != lane:
                    key = around - position[other]
                elif other != lower:
                    at = position[other]
                    key = at if at > place else beyond + at
                else:
                    continue
                length += abs(away - step) - abs(away)
                if many:
                    change += bisect_left(theirs, key) + bisect_right(theirs, key) - len(theirs)
                    continue
                for their in theirs:
                    if key > their:
                        change += 1
                    elif key < their:
                        change -= 1
        else:
            for other in above:
                if other != lower:
                    away = y[other] - here
                    length += abs(away - step) - abs(away)
    here, step = y[lower], state.size[upper]
    for side in (left, right):
        for other in side[lower]:
            if other != upper:
                away = y[other] - here
                length += abs(away + step) - abs(away)
    causes = state.causes
    upward = causes.get((upper, lower), 0) - causes.get((lower, upper), 0)
    return change + LENGTH_COST * length + UPWARD_COST * upward


def exchange(state: Arrangement, upper: int, lower: int) -> None:
    """Let two neighbours in a lane change places."""
    lane = state.lanes[state.lane_of[upper]]
    place = state.position[upper]
    lane[place], lane[place + 1] = lower, upper
    state.position[upper], state.position[lower] = place + 1, place
    state.y[upper] += state.size[lower]
    state.y[lower] -= state.size[upper]


def sift(state: Arrangement, item: int) -> float:
    """Move an item to the best place of its lane.

    Returns:
        What the cost has lost, never negative.
    """
    lane = state.lanes[state.lane_of[item]]
    start = state.position[item]
    best_place, best, total = start, 0.0, 0.0
    upwards_first = start < len(lane) / 2
    for upwards in (upwards_first, not upwards_first):
        while True:
            place = state.position[item]
            if upwards:
                if place == 0:
                    break
                pair = (lane[place - 1], item)
            else:
                if place == len(lane) - 1:
                    break
                pair = (item, lane[place + 1])
            total += exchange_cost(state, *pair)
            exchange(state, *pair)
            if total < best - _EPSILON:
                best_place, best = state.position[item], total
    lane.remove(item)
    lane.insert(best_place, item)
    state.restack(state.lane_of[item])
    return -best


def choose_sides(state: Arrangement) -> float:
    """Send every arrow inside a lane round by the side where it crosses less.

    Returns:
        What the cost has lost, never negative.
    """
    gain = 0
    for arrow in range(len(state.paths)):
        if state.is_bracket(arrow):
            change = flip_cost(state, arrow)
            if change < 0:
                state.set_side(arrow, 1 - state.sides[arrow])
                gain -= change
    return gain


def flip_cost(state: Arrangement, arrow: int) -> int:
    """Return the crossings added if an arrow inside a lane went round by the other side."""
    side = state.sides[arrow]
    return _bracket_crossings(state, arrow, 1 - side) - _bracket_crossings(state, arrow, side)


def _bracket_crossings(state: Arrangement, arrow: int, side: int) -> int:
    lane_of, position, links = state.lane_of, state.position, state.links[side]
    one, two = state.paths[arrow]
    lane, first, last = lane_of[one], position[one], position[two]
    if first > last:
        first, last = last, first
    found = 0
    for item in state.lanes[lane][first + 1 : last]:
        for other in links[item]:
            if lane_of[other] != lane or not first <= position[other] <= last:
                found += 1
    return found
