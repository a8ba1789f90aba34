"""Simulated annealing over the order of the lanes, with a fixed seed and a fixed budget.

Plain descent stops in poor orders here, because the arrows inside a lane hold each other in
place. Annealing lets the order get a little worse on the way (Kirkpatrick, Gelatt and Vecchi
1983). The seed is part of the method: the same graph always gets the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

from graph.layout.arrangement import Arrangement
from graph.layout.rerouting import reroute
from graph.layout.sifting import exchange_cost, flip_cost

# Temperatures in crossings.
HOT, COLD = 2.5, 0.3
_REACH = 5
_FLIP_SHARE = 0.15
_REROUTE_EVERY = 60


def anneal(
    state: Arrangement, steps: int, long_arrows: Sequence[int], hot: float = HOT, seed: int = 1
) -> None:
    """Change the order at random, ever less willing to accept what makes it worse.

    Args:
        state: The arrangement, changed in place.
        steps: How many exchanges of neighbours may be tried.
        long_arrows: The arrows that may be laid anew, each as a whole.
        hot: Temperature to begin with, in crossings.
        seed: Seed of the random numbers.
    """
    chance = Random(seed).random
    items = [item for lane in state.lanes if len(lane) > 1 for item in sorted(lane)]
    brackets = [arrow for arrow in range(len(state.paths)) if state.is_bracket(arrow)]
    left, moves, cooling = steps, 0, COLD / hot
    while left > 0 and items:
        moves += 1
        heat = hot * cooling ** (1 - left / steps)
        allowed = -heat * math.log(1 - chance())
        if brackets and chance() < _FLIP_SHARE:
            arrow = brackets[int(chance() * len(brackets))]
            if flip_cost(state, arrow) <= allowed:
                state.set_side(arrow, 1 - state.sides[arrow])
            left -= 1
        elif long_arrows and moves % _REROUTE_EVERY == 0:
            left -= reroute(state, long_arrows[int(chance() * len(long_arrows))])
        else:
            item = items[int(chance() * len(items))]
            distance = 1 + int(chance() * _REACH)
            left -= _try_move(state, item, distance, chance() < 0.5, allowed)


def _try_move(state: Arrangement, item: int, distance: int, upwards: bool, allowed: float) -> int:
    """Walk an item along its lane, and back again if that costs too much.

    Returns:
        How many exchanges were tried, at least one.
    """
    lane, position, y, size = state.lanes[state.lane_of[item]], state.position, state.y, state.size
    start = place = position[item]
    end = max(0, start - distance) if upwards else min(len(lane) - 1, start + distance)
    step = -1 if upwards else 1
    total = 0.0
    mine = size[item]
    # What `exchange` does is written out here: it is done a million times a picture.
    while place != end:
        other = lane[place + step]
        total += exchange_cost(state, other, item) if upwards else exchange_cost(state, item, other)
        lane[place], position[other] = other, place
        place += step
        lane[place], position[item] = item, place
        y[item] += step * size[other]
        y[other] -= step * mine
    if total > allowed:
        while place != start:
            other = lane[place - step]
            lane[place], position[other] = other, place
            place -= step
            lane[place], position[item] = item, place
            y[item] -= step * size[other]
            y[other] += step * mine
    return abs(end - start) or 1
