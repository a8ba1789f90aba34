"""What lies on the paths, against the union over all simple paths."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import CausalMap, on_paths
from graph.ranking import ReverseTree
from tests.graph.drawn_maps import a_map, an_edge, chain, maps, plain_network, simple_paths


@given(
    causal_map=maps(),
    gate=st.sampled_from(["everything", "human", "trials"]),
    block=st.sets(st.sampled_from([f"n{number}" for number in range(9)]), max_size=3),
)
def test_the_span_is_the_union_of_all_simple_paths(causal_map: CausalMap, gate: str, block: set[str]) -> None:
    block &= set(causal_map.node)
    source, target = causal_map.header.default_start, causal_map.header.default_target
    known = simple_paths(plain_network(causal_map, gate, block), source, target)
    span = on_paths(causal_map, source, target, gate=gate, block=block)
    assert span.nodes == {node for path in known for node in path}
    assert span.edges == {f"{one}--{other}" for path in known for one, other in pairwise(path)}


def test_a_loop_that_only_leads_back_is_not_on_a_path() -> None:
    causal_map = a_map([*chain("a", "b", "z"), *chain("b", "c", "b")])
    assert on_paths(causal_map, "a", "z").nodes == {"a", "b", "z"}


def test_a_dead_end_and_a_foreign_cause_are_not_on_a_path() -> None:
    causal_map = a_map([*chain("a", "b", "z"), an_edge("b", "end"), an_edge("cause", "b")])
    assert on_paths(causal_map, "a", "z").nodes == {"a", "b", "z"}


def test_an_edge_between_two_nodes_of_paths_may_still_be_on_none() -> None:
    causal_map = a_map([*chain("a", "b", "c", "z"), an_edge("c", "b")])
    assert on_paths(causal_map, "a", "z").edges == {"a--b", "b--c", "c--z"}


@pytest.mark.parametrize(("source", "target"), [("a", "a"), ("z", "a"), ("b", "a")])
def test_without_a_path_nothing_lies_on_one(source: str, target: str) -> None:
    span = on_paths(a_map(chain("a", "b", "z")), source, target)
    assert (span.nodes, span.edges) == (frozenset(), frozenset())


def test_a_blocked_end_leaves_nothing() -> None:
    causal_map = a_map(chain("a", "b", "z"))
    for end in ("a", "z"):
        assert on_paths(causal_map, "a", "z", block=[end]).nodes == frozenset()


def test_a_tangle_behind_a_gateway_is_left_out_without_listing_its_ways(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    ways = ReverseTree.ways
    monkeypatch.setattr(ReverseTree, "ways", lambda tree, node: (asked.append(node), ways(tree, node))[1])
    town = [f"t{number}" for number in range(12)]
    tangle = [an_edge(one, other) for one in town for other in town if one != other]
    causal_map = a_map([*chain("a", "gate", "z"), *tangle, an_edge("gate", "t0"), an_edge("t5", "gate")])
    assert on_paths(causal_map, "a", "z").nodes == {"a", "gate", "z"}
    # The town has some 10^7 ways from t0 to t5; for each of its edges each edge may be looked at.
    assert len(asked) < 4 * len(causal_map.edges) ** 2
