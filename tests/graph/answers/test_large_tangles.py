"""Forty boxes joined at random: no question takes more steps than its bound, and its answer is in order."""

from __future__ import annotations

import random
from itertools import islice

import pytest

from graph import OutOfSteps, causal_paths, reachable_targets, route_paths
from graph.answers import path_search
from graph.records.vocabulary import Certainty
from tests.graph.drawn_maps import a_map, an_edge, rank


@pytest.mark.parametrize(
    ("seed", "gate", "block"),
    [(0, "everything", []), (1, "human", ["n11", "n13"]), (2, "human", []), (3, "everything", ["n07"])],
)
def test_the_work_of_a_question_is_bounded_on_large_tangles(
    spent: list[int], seed: int, gate: str, block: list[str]
) -> None:
    chance = random.Random(seed)
    names = [f"n{number:02}" for number in range(40)]
    ways = {tuple(chance.sample(names, 2)) for _ in range(240)}
    words, studies = [word.value for word in Certainty], ["people", "mice", "trial"]
    edges = [an_edge(*pair, chance.choice(words), study=chance.choice(studies)) for pair in sorted(ways)]
    causal_map = a_map(edges, routes={f"r{number}": chance.sample(names, 2) for number in range(5)})
    bound = 2 * path_search.MOST_STEPS
    spent.clear()
    answer = causal_paths(causal_map, "n00", "n39", gate=gate, block=block)
    assert sum(spent) < bound
    assert [rank(causal_map, path.nodes) for path in answer.paths] == sorted(
        rank(causal_map, path.nodes) for path in answer.paths
    )
    for route in answer.routes:
        spent.clear()
        try:
            found = list(islice(route_paths(causal_map, "n00", "n39", route.id, gate=gate, block=block), 100))
        except OutOfSteps:
            found = []
        assert sum(spent) < bound
        assert found[:1] in ([], [route.best])
    assert set(reachable_targets(causal_map, "n00", gate=gate, block=block)) <= set(names)
