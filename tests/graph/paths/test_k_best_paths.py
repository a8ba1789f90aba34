"""The search below the paths: blocks, layers, the backwards probe, and how much work is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise, permutations

import networkx as nx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.paths import completion
from graph.paths.false_chains import FalseChains
from graph.paths.k_best_paths import Blocks, ranked_simple_paths
from graph.paths.ranking import COSTS, UNREACHABLE, ReverseTree, SearchGraph
from graph.paths.steps import Steps
from graph.records.vocabulary import Certainty
from tests.graph.drawn_maps import FEWER, a_map, chain, codes

Edges = dict[tuple[int, int], int]

PAIRS = list(permutations(range(8), 2))
EDGES = codes(26, 2).map(
    lambda code: {
        PAIRS[ends % len(PAIRS)]: 1 + cost % 4 for ends, cost in zip(code[::2], code[1::2], strict=True)
    }
)

STOPS = st.lists(st.integers(0, 7), min_size=2, max_size=4, unique=True)


def graph_of(edges: Edges, size: int = 8) -> SearchGraph:
    return SearchGraph.from_edges(size, [(*pair, cost) for pair, cost in edges.items()])


def listed(edges: Edges, source: int, target: int) -> list[tuple[int, tuple[int, ...]]]:
    """Every simple path with its cost, by brute force, cheapest first."""
    network: nx.DiGraph[int] = nx.DiGraph(list(edges))
    network.add_nodes_from((source, target))
    paths = [tuple(path) for path in nx.all_simple_paths(network, source, target)]
    return sorted((sum(edges[pair] for pair in pairwise(path)), path) for path in paths)


def walks_in_order(path: Sequence[int], stops: Sequence[int]) -> bool:
    """Whether a path passes some nodes in this order, whatever lies between."""
    ahead = iter(path)
    return all(stop in ahead for stop in stops)


def same(found: Iterable[tuple[int, Sequence[int]]], known: list[tuple[int, tuple[int, ...]]]) -> bool:
    """The same paths with the same costs, and the costs in order; equal costs may come in any order."""
    found = [(cost, tuple(nodes)) for cost, nodes in found]
    return sorted(found) == known and [cost for cost, _ in found] == [cost for cost, _ in known]


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The nodes whose ways on were asked for, one entry a time."""
    nodes: list[int] = []
    ways = ReverseTree.ways

    def counted(tree: ReverseTree, node: int) -> Sequence[tuple[int, int, int]]:
        nodes.append(node)
        return ways(tree, node)

    monkeypatch.setattr(ReverseTree, "ways", counted)
    return nodes


@FEWER
@given(edges=EDGES)
def test_walks_come_with_their_cost_and_cheapest_first(edges: Edges) -> None:
    assert same(ranked_simple_paths(graph_of(edges).tree(7), 0), listed(edges, 0, 7))


@FEWER
@given(edges=EDGES, most=st.integers(1, 7), nodes=st.frozensets(st.integers(1, 6), max_size=2))
def test_walks_of_at_most_so_many_steps(edges: Edges, most: int, nodes: frozenset[int]) -> None:
    known = [
        (cost, path) for cost, path in listed(edges, 0, 7) if len(path) - 1 <= most and nodes.isdisjoint(path)
    ]
    assert same(ranked_simple_paths(graph_of(edges).tree(7), 0, Blocks(nodes), most=most), known)


@FEWER
@given(edges=EDGES, nodes=st.frozensets(st.integers(0, 7), max_size=3), data=st.data())
def test_one_tree_serves_every_blocking(edges: Edges, nodes: frozenset[int], data: st.DataObject) -> None:
    closed = frozenset(data.draw(st.sets(st.sampled_from(sorted(edges)), max_size=5)) if edges else ())
    left = {pair: cost for pair, cost in edges.items() if pair not in closed and nodes.isdisjoint(pair)}
    known = [] if nodes & {0, 7} else listed(left, 0, 7)
    assert same(ranked_simple_paths(graph_of(edges).tree(7), 0, Blocks(nodes, closed)), known)


@FEWER
@given(edges=EDGES)
def test_one_tree_serves_every_start(edges: Edges) -> None:
    tree = graph_of(edges).tree(7)
    assert all(same(ranked_simple_paths(tree, start), listed(edges, start, 7)) for start in range(7))


@FEWER
@given(edges=EDGES, data=st.data())
def test_a_layered_search_finds_exactly_the_paths_through_a_given_edge(
    edges: Edges, data: st.DataObject
) -> None:
    via = data.draw(st.sets(st.sampled_from(sorted(edges)), max_size=4)) if edges else set()
    layered = [(one, other + 8 * ((one, other) in via), cost) for (one, other), cost in edges.items()]
    layered += [(one + 8, other + 8, cost) for (one, other), cost in edges.items()]
    found = ranked_simple_paths(SearchGraph.from_edges(16, layered).tree(15), 0, base=8)
    known = [(cost, path) for cost, path in listed(edges, 0, 7) if via & set(pairwise(path))]
    assert same(((cost, [node % 8 for node in nodes]) for cost, nodes in found), known)


@FEWER
@given(
    edges=EDGES, stops=st.lists(st.lists(st.integers(0, 7), min_size=2, max_size=4, unique=True), max_size=3)
)
@example(edges={(0, 1): 1, (1, 2): 1, (2, 7): 1, (0, 7): 4}, stops=[[0, 2]])
@example(
    edges={(0, 2): 1, (0, 1): 3, (2, 7): 1, (1, 2): 2, (6, 7): 1, (2, 1): 1, (1, 6): 2}, stops=[]
)  # the layers' cheapest walk comes to one place twice, and half of what is left costs more
def test_paths_that_walk_a_false_chain_are_passed_over_and_no_other(
    edges: Edges, stops: list[list[int]]
) -> None:
    known = [
        (cost, path)
        for cost, path in listed(edges, 0, 7)
        if not any(walks_in_order(path, chain) for chain in stops)
    ]
    chains = FalseChains(stops)
    assert same(ranked_simple_paths(graph_of(edges).tree(7), 0, false_chains=chains), known)
    through = {(pair[0], pair[1] + 8 * (pair[0] % 2)): cost for pair, cost in edges.items()}
    layered = through | {(one + 8, other + 8): cost for (one, other), cost in edges.items()}
    found = ranked_simple_paths(graph_of(layered, 16).tree(15), 0, base=8, false_chains=chains)
    odd = [(cost, path) for cost, path in known if any(node % 2 for node in path[:-1])]
    assert same(((cost, [node % 8 for node in nodes]) for cost, nodes in found), odd)


def test_a_false_beginning_is_looked_at_once_however_many_ways_lead_on() -> None:
    rungs = [(at, other) for at in range(2, 90, 3) for other in (at + 1, at + 2)]
    edges = dict.fromkeys([(0, 1), (1, 2), *rungs, *((b, a - a % 3 + 5) for a, b in rungs)], 1)
    tree = graph_of(edges, 100).tree(92)
    steps = Steps(1_000)
    assert list(ranked_simple_paths(tree, 0, false_chains=FalseChains([(0, 1)]), steps=steps)) == []
    assert next(ranked_simple_paths(tree, 0, steps=Steps(1_000))), "there are a thousand million of them"


@FEWER
@given(edges=EDGES, probe_after=st.integers(0, 3))
def test_the_probe_never_loses_a_path(edges: Edges, probe_after: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(completion, "PROBE_AFTER", probe_after)
        assert same(ranked_simple_paths(graph_of(edges).tree(7), 0), listed(edges, 0, 7))


@FEWER
@given(edges=EDGES)
def test_the_tree_knows_the_exact_cost_to_go(edges: Edges) -> None:
    network: nx.DiGraph[int] = nx.DiGraph()
    network.add_nodes_from(range(8))
    network.add_weighted_edges_from((other, one, cost) for (one, other), cost in edges.items())
    known = nx.single_source_dijkstra_path_length(network, 7)
    tree = graph_of(edges).tree(7)
    assert tree.to_go == [known.get(node, UNREACHABLE) for node in range(8)]
    for node in range(8):
        assert tree.best(node)[-1:] == ([7] if node in known else [])
        assert sum(edges[pair] for pair in pairwise(tree.best(node))) == known.get(node, 0)


def test_of_parallel_edges_the_cheapest_counts() -> None:
    graph = SearchGraph.from_edges(2, [(0, 1, 5), (0, 1, 2), (0, 1, 9)])
    assert list(ranked_simple_paths(graph.tree(1), 0)) == [(2, (0, 1))]


def test_the_start_that_is_the_target_is_one_walk_of_no_cost() -> None:
    tree = graph_of({(0, 1): 1, (1, 0): 1}).tree(0)
    assert list(ranked_simple_paths(tree, 0)) == [(0, (0,))]
    assert list(ranked_simple_paths(tree, 0, Blocks(frozenset({0})))) == []


def test_a_tree_is_built_once_for_a_target() -> None:
    graph = graph_of({(0, 7): 1})
    assert graph.tree(7) is graph.tree(7)


def walks_of_everyone(size: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    edges = {(one, other): 1 for one in range(size) for other in range(size) if one != other}
    return ranked_simple_paths(graph_of(edges, size).tree(size - 1), 0)


def test_the_next_path_is_not_sought_before_it_is_asked_for(looked_at: list[int]) -> None:
    walks = walks_of_everyone(60)
    assert looked_at == []
    next(walks)
    after_one = len(looked_at)
    assert after_one < 10
    next(walks)
    assert len(looked_at) - after_one < 10


def test_ten_paths_touch_few_nodes_of_a_graph_with_astronomically_many(looked_at: list[int]) -> None:
    assert len(list(islice(walks_of_everyone(60), 10))) == 10
    assert len(looked_at) < 200


def gateway_with_feedback(side: int) -> tuple[SearchGraph, int]:
    """A start with twelve ways to a gateway; behind it the target, and a town that only leads back."""
    gateway, target, first = 13, 14, 15
    edges = {(0, way): 1 for way in range(1, 13)} | {(way, gateway): 1 for way in range(1, 13)}
    edges[gateway, target] = 1
    streets = nx.grid_2d_graph(side, side, create_using=nx.DiGraph).edges
    for (row, column), (next_row, next_column) in streets:
        edges[first + row * side + column, first + next_row * side + next_column] = 1
    for corner in (0, side * side - 1):
        edges[gateway, first + corner] = 1
        edges[first + corner, gateway] = 1
    return graph_of(edges, first + side * side), target


def test_a_town_behind_a_gateway_is_not_searched_in_vain(
    looked_at: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    graph, target = gateway_with_feedback(60)
    assert len(list(ranked_simple_paths(graph.tree(target), 0))) == 12
    with_probe = len(looked_at)
    looked_at.clear()
    monkeypatch.setattr(completion, "PROBE_AFTER", 10**9)
    assert len(list(ranked_simple_paths(graph.tree(target), 0))) == 12
    without_probe = len(looked_at)
    # Without the probe each of the twelve ways walks through all 3,600 places of the town.
    assert without_probe > 11 * 3_600
    assert with_probe < without_probe / 10


def test_no_sum_of_4095_steps_loses_a_bit_in_a_float() -> None:
    for certainty, cost in COSTS.items():
        assert float(4095 * cost) == 4095 * cost < 2**53
        weaker = [COSTS[word] for word in Certainty if word.rank > certainty.rank]
        assert all(4095 * cost < more for more in weaker), (
            "many sure steps never outweigh one that is less sure"
        )
    mixed = sum(count * cost for count, cost in zip((4092, 1, 1, 1), COSTS.values(), strict=True))
    assert float(mixed) == mixed < 2**53
    assert float(mixed) + 1 == mixed + 1


def test_a_chain_of_thousands_of_steps_is_found_whole() -> None:
    names = [f"n{number:04}" for number in range(4096)]
    causal_map = a_map(chain(*names, certainty="very-low"))
    edges = dict.fromkeys(pairwise(range(4096)), COSTS[Certainty.VERY_LOW])
    ((cost, nodes),) = ranked_simple_paths(graph_of(edges, 4096).tree(4095), 0)
    assert cost == 4095 * COSTS[Certainty.VERY_LOW]
    assert len(nodes) == len(causal_map.nodes)
