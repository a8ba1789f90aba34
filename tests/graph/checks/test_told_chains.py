"""Whether a tour tells a false chain is known soon, however often the tour parts and meets again."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from graph import CausalMap
from graph.checks.false_chains import no_false_chain_is_an_answer
from graph.records.tour import Tour, TourStep
from tests.graph.drawn_maps import a_map, chain

DIAMONDS = 60


def parting_and_meeting(*false_chains: tuple[str, ...]) -> CausalMap:
    """A tour through boxes that are joined by two ways each."""
    names = [f"n{number:02}" for number in range(DIAMONDS + 1)]
    ways = [
        edge
        for one, other in pairwise(names)
        for between in (f"{one}-a", f"{one}-b")
        for edge in chain(one, between, other)
    ]
    steps = tuple(TourStep(edge=edge.id, words="W.", notes="N.", minutes=1) for edge in ways)
    tour = Tour.model_construct(id="t", steps=steps, key_points=())
    return replace(a_map(ways, false_chains=false_chains), tours=(tour,))


def test_a_chain_through_all_of_a_tour_is_found() -> None:
    told = list(no_false_chain_is_an_answer(parting_and_meeting(("n00", "n30-a", "n60"))))
    assert ["the tour 't' tells this chain" in problem.what for problem in told] == [True]


def test_a_chain_that_no_walk_of_a_tour_takes_is_not() -> None:
    assert list(no_false_chain_is_an_answer(parting_and_meeting(("n00", "n30-a", "n30-b", "n60")))) == []
