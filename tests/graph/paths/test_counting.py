"""Counting without listing, against networkx; and what is said when counting stops."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import CausalMap, causal_paths, reachable_targets
from graph.paths import counting
from graph.paths.counting import Count, PathCounter, strong_parts
from graph.paths.demands import ANY_LENGTH, Demands
from graph.paths.k_best_paths import Blocks
from graph.paths.ranking import SearchGraph
from tests.graph.drawn_maps import (
    FEWER,
    a_map,
    an_edge,
    everyone_to_everyone,
    maps,
    plain_network,
    simple_paths,
    some_ends,
)

PAIRS = some_ends(9, 30)


def graph_of(pairs: set[tuple[int, int]], size: int = 9) -> SearchGraph:
    return SearchGraph.from_edges(size, [(*pair, 1) for pair in pairs])


def network_of(pairs: set[tuple[int, int]], size: int = 9) -> nx.DiGraph[int]:
    network: nx.DiGraph[int] = nx.DiGraph()
    network.add_nodes_from(range(size))
    network.add_edges_from(pairs)
    return network


def number(network: nx.DiGraph[int], source: int, target: int) -> int:
    return sum(1 for _ in nx.all_simple_paths(network, source, target)) if source != target else 0


@FEWER
@given(pairs=PAIRS)
def test_counts_agree_with_networkx_for_every_pair(pairs: set[tuple[int, int]]) -> None:
    network, counter = network_of(pairs), PathCounter(graph_of(pairs))
    for source in (0, 4, 8):
        counts = counter.from_source(source)
        assert all(count.exact for count in counts.values())
        assert [counts.get(node, Count(0)).total for node in network] == [
            number(network, source, node) for node in network
        ]


TWO_LONG_WAYS_IN = {(0, 1), (0, 2), (1, 2), (0, 3), (1, 3)}
"""Ways of one step and of two into the nodes 2 to 8, from which none leads back."""


@FEWER
@given(
    pairs=PAIRS,
    through=st.frozensets(st.integers(1, 8), max_size=2),
    most=st.sampled_from([2, 3, 4, 5, 6, ANY_LENGTH]),
)
def test_what_is_demanded_is_counted_over_loops_that_are_entered_after_one_step_and_after_two(
    pairs: set[tuple[int, int]], through: frozenset[int], most: int
) -> None:
    pairs = TWO_LONG_WAYS_IN | {pair for pair in pairs if min(pair) > 1}
    network, demands = network_of(pairs), Demands(tuple(sorted(through)), most)
    counter = PathCounter(graph_of(pairs), demands=demands)
    counts = counter.from_source(0)
    for node in range(1, 9):
        known = sum(
            1 for path in nx.all_simple_paths(network, 0, node, cutoff=min(most, 9)) if through <= set(path)
        )
        assert counts.get(node, Count(0)) == counter.between(0, node) == Count(known)


@FEWER
@given(pairs=PAIRS, nodes=st.frozensets(st.integers(1, 7), max_size=2), data=st.data())
def test_what_is_blocked_is_not_counted(
    pairs: set[tuple[int, int]], nodes: frozenset[int], data: st.DataObject
) -> None:
    closed = frozenset(data.draw(st.sets(st.sampled_from(sorted(pairs)), max_size=4)) if pairs else ())
    network = network_of(pairs)
    network.remove_edges_from(closed)
    network.remove_nodes_from(nodes)
    counts = PathCounter(graph_of(pairs), Blocks(nodes, closed)).from_source(0)
    assert {node: count.total for node, count in counts.items() if count.total} == {
        node: number(network, 0, node) for node in network if number(network, 0, node)
    }


def test_a_blocked_start_reaches_nothing() -> None:
    assert PathCounter(graph_of({(0, 1)}), Blocks(frozenset({0}))).from_source(0) == {}


def test_eight_nodes_all_joined_have_1957_paths_between_two() -> None:
    answer = causal_paths(everyone_to_everyone(8), "n00", "n07")
    assert (answer.total, answer.total_is_exact) == (1957, True)


def test_a_ladder_of_diamonds_is_counted_without_being_walked() -> None:
    # 2 ** 200 paths: only a sum of products can count them.
    pairs = set()
    for step in range(0, 400, 2):
        pairs |= {(step, step + 1), (step + 1, step + 2), (step, step + 2)}
    assert PathCounter(graph_of(pairs, 401)).from_source(0)[400] == Count(2**200)


@FEWER
@given(pairs=PAIRS)
def test_strong_parts_are_those_of_networkx(pairs: set[tuple[int, int]]) -> None:
    successors = [sorted(after for before, after in pairs if before == node) for node in range(9)]
    part = strong_parts(successors)
    members = {frozenset(node for node in range(9) if part[node] == each) for each in set(part)}
    assert members == {frozenset(each) for each in nx.strongly_connected_components(network_of(pairs))}
    assert sorted(set(part)) == list(range(len(members)))
    assert all(part[before] >= part[after] for before, after in pairs), "edges lead to equal or lower numbers"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counting stops after a hundred steps."""
    monkeypatch.setattr(counting, "MOST_STEPS", 100)


@pytest.mark.usefixtures("impatient")
def test_a_count_that_stopped_is_not_exact_and_never_too_high() -> None:
    answer = causal_paths(everyone_to_everyone(8), "n00", "n07")
    assert not answer.total_is_exact
    assert 0 < answer.total <= 1957
    assert f"more than {answer.total} causal paths" in answer.verdict


@pytest.mark.usefixtures("impatient")
def test_a_target_that_counting_never_got_to_is_reached_all_the_same() -> None:
    tangle = [an_edge(f"n{one}", f"n{other}") for one in range(8) for other in range(8) if one != other]
    way_out = [an_edge("n0", "y"), an_edge("y", "n7"), an_edge("y", "z")]
    causal_map = a_map([*tangle, *way_out])
    answer = causal_paths(causal_map, "n0", "z")
    assert answer.paths[0].nodes == ("n0", "y", "z")
    assert (answer.total, answer.total_is_exact) == (1, False)


@FEWER
@given(causal_map=maps(most_edges=60, with_routes=True))
def test_whatever_the_patience_no_count_is_too_high(causal_map: CausalMap) -> None:
    source, target = causal_map.header.default_start, causal_map.header.default_target
    known = simple_paths(plain_network(causal_map), source, target)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counting, "MOST_STEPS", 100)
        answer = causal_paths(causal_map, source, target, limit=3)
        reached = reachable_targets(causal_map, source)
    assert answer.total <= len(known)
    assert answer.total == len(known) or not answer.total_is_exact
    assert (target in reached) == bool(known)
    of_route: dict[str, int] = {}
    for path in known:
        passed = (route.id for route in causal_map.header.routes if set(route.through) & set(path))
        name = next(passed, "other")
        of_route[name] = of_route.get(name, 0) + 1
    assert {route.id for route in answer.routes} == set(of_route)
    for route in answer.routes:
        assert 0 < route.total <= of_route[route.id]
        assert route.total == of_route[route.id] or not route.total_is_exact


def test_a_stopped_count_taken_away_leaves_nothing_sure() -> None:
    assert Count(900, False) - Count(5, False) == Count(0, False)
    assert Count(900) - Count(5, False) == Count(0, False)
    assert Count(900, False) - Count(5) == Count(895, False)
    assert Count(900) - Count(5) == Count(895)


def test_a_stopped_count_spoils_a_sum() -> None:
    assert Count(1) + Count(2) == Count(3)
    assert Count(1) + Count(2, False) == Count(3, False)


def test_a_count_does_not_depend_on_earlier_questions() -> None:
    causal_map = everyone_to_everyone(12)
    first = causal_paths(causal_map, "n00", "n11").total
    causal_paths(causal_map, "n05", "n11")
    assert (
        causal_paths(causal_map, "n00", "n11").total
        == first
        == causal_paths(everyone_to_everyone(12), "n00", "n11").total
    )
