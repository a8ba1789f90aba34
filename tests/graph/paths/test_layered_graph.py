"""Copies of a graph, on which a path keeps account of what it has done, against networkx."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.paths.k_best_paths import ranked_simple_paths
from graph.paths.layered_graph import MOST_COPIES, layered_graph
from graph.paths.ranking import SearchGraph
from graph.paths.steps import OutOfSteps
from tests.graph.drawn_maps import FEWER, some_ends

SIZE = 7
PAIRS = some_ends(SIZE, 24)


def graph_of(pairs: set[tuple[int, int]], size: int = SIZE) -> SearchGraph:
    return SearchGraph.from_edges(size, [(*pair, 1) for pair in pairs])


@FEWER
@given(
    pairs=PAIRS,
    through=st.sets(st.integers(1, SIZE - 2), max_size=3),
    data=st.data(),
    odd=st.booleans(),
    most=st.integers(1, SIZE),
)
def test_a_path_to_the_last_copy_has_done_it_all(
    pairs: set[tuple[int, int]], through: set[int], data: st.DataObject, odd: bool, most: int
) -> None:
    some = st.frozensets(st.sampled_from(sorted(pairs))) if pairs else st.just(frozenset[tuple[int, int]]())
    via, turning = data.draw(st.none() | some), data.draw(some)
    layers = layered_graph(graph_of(pairs), sorted(through), via, turning)
    network: nx.DiGraph[int] = nx.DiGraph(sorted(pairs))
    network.add_nodes_from(range(SIZE))
    wanted = [
        tuple(path)
        for path in nx.all_simple_paths(network, 0, SIZE - 1, cutoff=most)
        if through <= set(path)
        and (via is None or not via.isdisjoint(pairwise(path)))
        and len(turning.intersection(pairwise(path))) % 2 == odd
    ]
    copy = layers.done[odd]
    found = []
    if copy is not None:
        tree = layers.graph.tree(SIZE - 1 + SIZE * copy)
        walks = ranked_simple_paths(tree, 0, base=SIZE, most=most)
        found = [tuple(node % SIZE for node in walk) for _, walk in walks]
    assert sorted(found) == sorted(wanted)


@FEWER
@given(pairs=PAIRS, through=st.sets(st.integers(1, SIZE - 2), max_size=2), most=st.integers(1, SIZE))
def test_what_is_on_a_path_is_on_a_walk(pairs: set[tuple[int, int]], through: set[int], most: int) -> None:
    network: nx.DiGraph[int] = nx.DiGraph(sorted(pairs))
    network.add_nodes_from(range(SIZE))
    on_walks = layered_graph(graph_of(pairs), sorted(through)).on_walks(0, SIZE - 1, most)
    assert on_walks <= pairs
    for path in nx.all_simple_paths(network, 0, SIZE - 1, cutoff=most):
        if through <= set(path):
            assert on_walks.issuperset(pairwise(path))


def test_nodes_that_can_come_in_any_order_double_the_copies_until_it_is_a_tangle() -> None:
    everyone = graph_of({(one, other) for one in range(12) for other in range(12) if one != other}, 12)
    assert len(layered_graph(everyone, [1, 2, 3]).graph.successors) == 8 * 12
    with pytest.raises(OutOfSteps):
        layered_graph(everyone, range(1, 2 + MOST_COPIES.bit_length()))


def test_nodes_in_a_row_add_a_copy_each() -> None:
    row = graph_of({(node, node + 1) for node in range(11)}, 12)
    assert len(layered_graph(row, [3, 5, 8]).graph.successors) == 4 * 12
