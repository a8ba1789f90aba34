"""The ten best paths: ours, warm and cold, beside networkx and scipy with the same weights."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from statistics import median
from time import process_time
from typing import Any

import networkx as nx
import numpy as np
from scipy.sparse import csgraph, csr_matrix

from graph import causal_paths, load_map
from graph.paths.k_best_paths import Blocks, ranked_simple_paths
from graph.paths.path_index import PathIndex, path_index_of
from graph.paths.ranking import COSTS, SearchGraph
from graph.records.causal_map import CausalMap
from tests.benchmarks.table import Line, judged

Paths = Sequence[Sequence[int]]

TEN = 10
STARTS = 20
"""How many starts are asked on a random graph."""
WARM = 0.002
"""Seconds that the issue allows for ten paths."""


@dataclass(frozen=True)
class Network:
    """One weighted graph in the form that each of the peers reads."""

    weighted: nx.DiGraph[int]
    target: int
    false_chains: Paths = ()

    @classmethod
    def of(
        cls, edges: dict[tuple[int, int], int], size: int, target: int, false_chains: Paths = ()
    ) -> Network:
        """Give every edge its cost as the weight."""
        weighted: nx.DiGraph[int] = nx.DiGraph()
        weighted.add_nodes_from(range(size))
        weighted.add_weighted_edges_from((source, end, cost) for (source, end), cost in edges.items())
        return cls(weighted, target, false_chains)

    def starts(self) -> list[int]:
        """Every node with a path to the target."""
        return sorted(nx.ancestors(self.weighted, self.target))

    def networkx(self, start: int) -> list[list[int]]:
        """The ten best paths by `nx.shortest_simple_paths`, false ones passed over."""
        paths = nx.shortest_simple_paths(self.weighted, start, self.target, "weight")
        return list(islice((path for path in paths if not self._is_false(path)), TEN))

    def _is_false(self, path: Sequence[int]) -> bool:
        return any(_passes_in_order(iter(path), chain) for chain in self.false_chains)

    def costs(self, paths: Paths) -> list[int]:
        """What each path costs."""
        return [sum(self.weighted[a][b]["weight"] for a, b in pairwise(path)) for path in paths]

    def yen(self) -> Callable[[int], object] | None:
        """The same by `scipy.sparse.csgraph.yen`, where this scipy has it."""
        if not hasattr(csgraph, "yen"):
            return None
        rows, columns, costs = zip(*self.weighted.edges(data="weight"), strict=True)
        size = len(self.weighted)
        matrix = csr_matrix((np.array(costs, float), (rows, columns)), shape=(size, size))
        return lambda start: csgraph.yen(matrix, start, self.target, TEN, return_predecessors=True)


def _passes_in_order(ahead: Iterator[int], chain: Sequence[int]) -> bool:
    return all(stop in ahead for stop in chain)


def measure(rounds: int) -> tuple[str, list[Line]]:
    """The shipped map first, then two random graphs."""
    return f"ten best paths (median and worst start, {rounds} rounds)", [
        *_shipped(load_map(), rounds),
        *_random(100, 200, rounds),
        *_random(1_000, 5_000, rounds),
    ]


def _shipped(causal_map: CausalMap, rounds: int) -> Iterator[Line]:
    index = path_index_of(causal_map)
    target = causal_map.header.default_target
    edges = {ends: COSTS[edge.certainty] for ends, edge in index.edges.items()}
    chains = [[index.number[stop] for stop in chain.stops] for chain in causal_map.header.false_chains]
    network = Network.of(edges, len(index.ids), index.number[target], chains)
    starts = network.starts()

    def search(start: int, of: PathIndex = index) -> Paths:
        return [walk for _, walk in islice(of.walks(of.ids[start], target, Blocks()), TEN)]

    def answer(start: int) -> object:
        return causal_paths(causal_map, index.ids[start], limit=TEN)

    yield _within(f"shipped map, {len(starts)} starts: the search, warm", _timed(search, starts, 5 * rounds))
    yield _within("  with counts, routes and verdict (causal_paths)", _timed(answer, starts, 5 * rounds))
    # Where there are fewer than ten, networkx must list every false path too before it is at the end.
    starts = [start for start in starts if len(search(start)) == TEN]
    peer = _timed(network.networkx, starts, rounds)
    warm = _timed(search, starts, 5 * rounds)
    cold = _timed(lambda start: search(start, PathIndex(causal_map)), starts, rounds)
    yield _faster(f"  the {len(starts)} with ten paths: warm", warm, "networkx", peer, bound=10)
    yield _faster("  the search, cold (a fresh PathIndex)", cold, "networkx", peer)
    yield from _beside_scipy(network, search, warm, starts, rounds)
    yield _agreement(network, search, starts)


def _random(size: int, count: int, rounds: int) -> Iterator[Line]:
    """A graph of random arrows with random certainties; the same one every time."""
    chance = random.Random(size)
    edges: dict[tuple[int, int], int] = {}
    while len(edges) < count:
        source, end = chance.sample(range(size), 2)
        edges[source, end] = chance.choice(list(COSTS.values()))
    triples = [(source, end, cost) for (source, end), cost in edges.items()]
    graph = SearchGraph.from_edges(size, triples)
    network = max((Network.of(edges, size, end) for end in range(5)), key=lambda each: len(each.starts()))
    starts = sorted(chance.sample(network.starts(), STARTS))

    def search(start: int, of: SearchGraph = graph) -> Paths:
        return [walk for _, walk in islice(ranked_simple_paths(of.tree(network.target), start), TEN)]

    peer = _timed(network.networkx, starts, rounds)
    warm = _timed(search, starts, 5 * rounds)
    cold = _timed(lambda start: search(start, SearchGraph(graph.successors)), starts, rounds)
    yield _faster(f"random {size:,} nodes, {count:,} arrows, {STARTS} starts: warm", warm, "networkx", peer)
    yield _faster("  cold (builds the tree)", cold, "networkx", peer)
    yield from _beside_scipy(network, search, warm, starts, rounds)
    yield _agreement(network, search, starts)


def _timed(ask: Callable[[int], Any], starts: list[int], rounds: int) -> list[float]:
    """The median seconds of processor time of each start, so that busy neighbours do not count.

    A first round is not timed: it makes everything warm that can be.
    """
    for start in starts:
        ask(start)
    times: dict[int, list[float]] = {start: [] for start in starts}
    for _ in range(rounds):
        for start in starts:
            began = process_time()
            ask(start)
            times[start].append(process_time() - began)
    return [median(each) for each in times.values()]


def _spelt(times: list[float]) -> str:
    return f"{median(times) * 1000:.2f}, worst {max(times) * 1000:.2f} ms"


def _within(what: str, ours: list[float]) -> Line:
    return Line(what, _spelt(ours), "", "", "worst <= 2 ms", judged(max(ours) <= WARM))


def _faster(what: str, ours: list[float], name: str, peer: list[float], bound: float = 0) -> Line:
    times = median(peer) / median(ours)
    bounds = (f">= {bound:.0f} times", judged(times >= bound)) if bound else ("", "")
    return Line(what, _spelt(ours), f"{name} {_spelt(peer)}", f"{times:.1f} times faster", *bounds)


def _beside_scipy(
    network: Network, search: Callable[[int], Paths], warm: list[float], starts: list[int], rounds: int
) -> Iterator[Line]:
    yen = network.yen()
    if yen is None:
        yield Line("  scipy's csgraph.yen", "", "not in this scipy")
        return
    yield _faster("  the search, warm", warm, "scipy yen", _timed(yen, starts, rounds))


def _agreement(network: Network, search: Callable[[int], Paths], starts: list[int]) -> Line:
    same = sum(network.costs(search(start)) == network.costs(network.networkx(start)) for start in starts)
    return Line("  starts with the same ten costs", f"{same} of {len(starts)}", "networkx")
