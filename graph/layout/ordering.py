"""Which item stands above which: several starts, annealing, then descent to the bottom.

The search is bounded by a budget of steps instead of a clock, so the same graph always gets
the same picture on any machine.
"""

from __future__ import annotations

from graph.layout.annealing import anneal
from graph.layout.arrangement import Arrangement
from graph.layout.rerouting import reroute
from graph.layout.sifting import choose_sides, sift
from graph.layout.spectral_orders import ITERATIONS, ROUGH_ITERATIONS, spectral_orders

# One step is one exchange of neighbours: some five microseconds on a slow machine.
STEP_BUDGET = 180_000
# Small graphs settle early: steps for every item.
_STEPS_PER_ITEM = 1_500
_TRIAL_SHARE = 0.12
_DESCENT_SHARE = 0.3
_VIBRATIONS = 2
_EPSILON = 1e-6


MOST_PAIRS = 250_000
"""So many pairs of links may share a channel; above that, the steps become fewer as they become dearer."""


def optimise_order(state: Arrangement, budget: int = STEP_BUDGET) -> bool:
    """Bring the items of all lanes into an order with few crossings and short arrows.

    Returns:
        Whether the whole budget was there for it; on a tangle it is not, and the order is a rough one.
    """
    if not any(len(lane) > 1 for lane in state.lanes):
        return True
    pairs = sum(len(links) ** 2 for links in state.channel_links())
    steps = min(budget, _STEPS_PER_ITEM * len(state.lane_of))
    steps = steps * MOST_PAIRS // max(MOST_PAIRS, pairs)
    in_full = pairs <= MOST_PAIRS
    # To lay one arrow of a tangle anew costs more than all other steps together.
    long_arrows = [arrow for arrow, path in enumerate(state.paths) if len(path) > 2] if in_full else []
    sides = state.snapshot()[1]
    trials, begun = [], []
    for order in spectral_orders(state, _VIBRATIONS, ITERATIONS if in_full else ROUGH_ITERATIONS):
        if order in begun:
            continue  # the same beginning has the same end
        begun.append([list(lane) for lane in order])
        state.restore((order, sides))
        choose_sides(state)
        anneal(state, int(steps * _TRIAL_SHARE), long_arrows, hot=1.5)
        trials.append((round(state.cost(), 6), state.snapshot()))
    state.restore(min(trials, key=lambda trial: trial[0])[1])
    anneal(state, int(steps * (1 - 2 * _VIBRATIONS * _TRIAL_SHARE)), long_arrows)
    descend(state, int(steps * _DESCENT_SHARE), long_arrows)
    return in_full


def descend(state: Arrangement, steps: int, long_arrows: list[int]) -> None:
    """Take every improvement there is, until there is none or the steps are used up."""
    boxes = range(state.box_count)
    before = state.cost()
    while steps > 0:
        for arrow in long_arrows:
            if steps > 0:
                steps -= reroute(state, arrow)
        for box in boxes:
            if steps > 0:
                sift(state, box)
                steps -= len(state.lanes[state.lane_of[box]])
        choose_sides(state)
        after = state.cost()
        if after > before - _EPSILON:
            break
        before = after
