"""Whether a path leads along one arrow, against the union over all simple paths, and how much work it is."""

from __future__ import annotations

from itertools import pairwise, permutations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from graph.paths.disjoint_paths import DisjointPaths, OutOfSteps
from tests.graph.drawn_maps import FEWER, some_ends

SIZE = 8
ENDS = st.sampled_from(list(permutations(range(SIZE), 2)))


@FEWER
@given(edges=some_ends(SIZE, 26), ends=ENDS)
def test_the_glance_and_the_search_agree_with_all_simple_paths(
    edges: set[tuple[int, int]], ends: tuple[int, int]
) -> None:
    network: nx.DiGraph[int] = nx.DiGraph(edges)
    network.add_nodes_from(range(SIZE))
    true = {leg for path in nx.all_simple_paths(network, *ends) for leg in pairwise(path)}
    disjoint_paths = DisjointPaths(SIZE, sorted(edges), *ends)
    for leg in edges:
        assert disjoint_paths.at_a_glance(*leg) in (None, leg in true)
        path = disjoint_paths.search(*leg, most=10**6)
        assert (path is not None) == (leg in true)
        if path is not None:
            assert (path[0], path[-1]) == ends
            assert leg in pairwise(path)
            assert nx.is_simple_path(network, path)


def test_a_search_that_is_too_long_gives_up_when_its_steps_are_spent() -> None:
    """Streets between 144 crossings, open both ways: from corner to corner, a search may wander for ever."""
    side, most, given_up = 12, 2_000, 0
    streets: nx.DiGraph[int] = nx.convert_node_labels_to_integers(nx.grid_2d_graph(side, side)).to_directed()
    disjoint_paths = DisjointPaths(side * side, sorted(streets.edges), 0, side * side - 1)
    for leg in streets.edges:
        before = disjoint_paths.steps
        try:
            disjoint_paths.search(*leg, most=most)
        except OutOfSteps:
            given_up += 1
        assert disjoint_paths.steps - before <= most + side * side
    assert given_up > 0
