"""Which false chains an answer tells: those that a path between its two ends would walk, and no other."""

from __future__ import annotations

from hypothesis import given

from graph import CausalMap, causal_paths
from graph.paths.ordered_stops import passes_in_order
from graph.paths.path_index import path_index_of
from graph.records.vocabulary import Gate
from tests.graph.drawn_maps import (
    FEWER,
    a_map,
    an_edge,
    chain,
    everyone_to_everyone,
    maps,
    plain_network,
    simple_paths,
)

TANGLES = maps(most_nodes=7, most_edges=24, with_false_chains=True)


def walks(path: tuple[str, ...], stops: tuple[str, ...]) -> bool:
    """Whether the stops come in this order on the path."""
    left = iter(path)
    return all(stop in left for stop in stops)


@FEWER
@given(TANGLES)
def test_a_chain_is_told_when_a_path_would_walk_it(drawn: CausalMap) -> None:
    for source, target in (("n0", "n1"), ("n1", "n0")):
        every = simple_paths(plain_network(drawn), source, target)
        walked = [
            each for each in drawn.header.false_chains if any(walks(path, each.stops) for path in every)
        ]
        assert list(causal_paths(drawn, source, target).false_chains) == walked


def test_two_ways_that_need_the_same_node_make_no_path() -> None:
    ways = [*chain("a", "m", "k"), *chain("k", "m", "h"), *chain("h", "z")]
    drawn = a_map(ways, false_chains=[("k", "h")])
    assert causal_paths(drawn, "a", "z").false_chains == ()
    drawn = a_map([*ways, an_edge("k", "h")], false_chains=[("k", "h")])
    assert len(causal_paths(drawn, "a", "z").false_chains) == 1


def test_in_a_tangle_the_search_ends() -> None:
    drawn = everyone_to_everyone(30)
    index = path_index_of(drawn)
    assert passes_in_order(index.graph, [0, 7, 5, 29], index.blocks(Gate.EVERYTHING, ()))


def test_none_counted_for_certain_is_no_number() -> None:
    names = [f"n{number:02}" for number in range(14)]
    drawn = a_map(everyone_to_everyone(len(names)).edges, false_chains=[("n13", "n01")])
    verdict = causal_paths(drawn, "n00", "n13").verdict
    assert "more than 0" not in verdict
