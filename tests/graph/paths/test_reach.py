"""What lies on the paths, against the union over all simple paths."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import CausalMap, on_paths
from graph.paths.reach import Span
from graph.paths.subgraph import every_path
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

CROSSED = [*chain("a", "m", "t", "h", "m", "z"), *chain("a", "x", "w", "t")]
"""The shortest ways to t and on from h both use m; only a search finds the way through x and w."""


@FEWER
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


def test_a_tangle_behind_a_gateway_is_left_out_without_a_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """The town has some 10^7 ways from t0 to t5, and all of them come back to the gate."""
    monkeypatch.setattr("graph.paths.reach.MOST_STEPS", 0)
    town = [f"t{number}" for number in range(12)]
    tangle = [an_edge(one, other) for one in town for other in town if one != other]
    causal_map = a_map([*chain("a", "gate", "z"), *tangle, an_edge("gate", "t0"), an_edge("t5", "gate")])
    span = on_paths(causal_map, "a", "z")
    assert (span.nodes, span.undecided) == ({"a", "gate", "z"}, frozenset())


def test_a_way_that_only_a_false_chain_goes_on_from_is_left_out_without_a_long_search() -> None:
    """The town has some 10^7 ways on to the zenith, and the marker opens none of them."""
    town = [f"t{number:02}" for number in range(12)]
    tangle = [an_edge(one, other) for one in town for other in town if one != other]
    ways = [*chain("gut", "store", "t00"), *chain("gut", "marker", "t00"), an_edge("t11", "zenith")]
    causal_map = a_map([*ways, *tangle], false_chains=[("gut", "marker", "t00")])
    span = on_paths(causal_map, "gut", "zenith")
    assert span.undecided == frozenset()
    assert "marker" not in span.nodes
    assert {"store", *town} <= span.nodes


def test_where_everything_leads_to_everything_only_the_ends_leave_edges_out() -> None:
    causal_map = everyone_to_everyone(40)
    span = on_paths(causal_map, "n00", "n39")
    useless = {edge.id for edge in causal_map.edges if edge.target == "n00" or edge.source == "n39"}
    assert span == Span(frozenset(causal_map.node), frozenset(causal_map.edge) - useless)


@FEWER
@given(causal_map=maps(), steps=st.integers(0, 60))
def test_what_no_search_could_decide_is_named_and_stands_apart(causal_map: CausalMap, steps: int) -> None:
    source, target = causal_map.header.default_start, causal_map.header.default_target
    known = simple_paths(plain_network(causal_map), source, target)
    true = {f"{one}--{other}" for path in known for one, other in pairwise(path)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("graph.paths.reach.MOST_STEPS", steps)
        span = on_paths(causal_map, source, target)
    assert span.edges <= true <= span.edges | span.undecided
    assert span.edges.isdisjoint(span.undecided)


def test_a_piece_says_how_many_edges_were_left_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.paths.reach.MOST_STEPS", 0)
    causal_map = a_map(CROSSED)
    span = on_paths(causal_map, "a", "z")
    subgraph = every_path(causal_map, "a", "z")
    assert "t--h" in span.undecided
    assert subgraph.title == f"All causal paths from a to z, without {len(span.undecided)} undecided edges"
    assert {edge.id for edge in subgraph.edges} == span.edges
