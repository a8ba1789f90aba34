"""The order of paths as one integer per step, and the graph in the form the path search reads.

A path is better when it has fewer *very-low* steps, then fewer *low*, *moderate* and *high* ones, so the
shorter path wins a tie. Counting each tier in its own 12 bits makes the order additive along a path: a
step costs ``2 ** (12 * tier)``, a path costs the sum, and ordinary shortest-path machinery is exact on
it. With fewer than 4,096 steps a cost stays below 2**53, so a float64 holds it exactly too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from heapq import heappop, heappush

from graph.records.vocabulary import Certainty

BITS_PER_TIER = 12
MOST_TO_COUNT = (1 << BITS_PER_TIER) - 1
"""Steps of one certainty that a cost can count, and so as many as anybody may ask a path to keep within."""
UNREACHABLE = 1 << 62

COSTS: dict[Certainty, int] = {
    certainty: 1 << (BITS_PER_TIER * tier) for tier, certainty in enumerate(Certainty)
}


@dataclass(frozen=True)
class SearchGraph:
    """A directed graph with integer nodes ``0 .. n-1`` and a positive integer cost on each edge.

    Attributes:
        successors: for each node its ``(next node, cost)`` pairs.
        trees: the reverse trees built so far, by target; filled on demand.
    """

    successors: tuple[tuple[tuple[int, int], ...], ...]
    trees: dict[int, ReverseTree] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def from_edges(cls, size: int, edges: Iterable[tuple[int, int, int]]) -> SearchGraph:
        """Build the graph from ``(source, target, cost)``; of parallel edges the cheapest stays."""
        cheapest: list[dict[int, int]] = [{} for _ in range(size)]
        for source, target, cost in edges:
            if cost < cheapest[source].get(target, UNREACHABLE):
                cheapest[source][target] = cost
        return cls(tuple(tuple(sorted(targets.items())) for targets in cheapest))

    @cached_property
    def predecessors(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """For each node its ``(previous node, cost)`` pairs."""
        before: list[list[tuple[int, int]]] = [[] for _ in self.successors]
        for source, targets in enumerate(self.successors):
            for target, cost in targets:
                before[target].append((source, cost))
        return tuple(tuple(pairs) for pairs in before)

    def tree(self, target: int) -> ReverseTree:
        """The reverse shortest-path tree of ``target``, built once."""
        if target not in self.trees:
            self.trees[target] = ReverseTree(self, target)
        return self.trees[target]


class ReverseTree:
    """What it still costs to reach one target, exactly, from every node.

    One tree serves every start, every number of paths and every blocking: taking nodes or edges away only
    makes true costs larger, so :attr:`to_go` stays a lower bound.
    """

    def __init__(self, graph: SearchGraph, target: int) -> None:
        """Run Dijkstra backwards from ``target``."""
        self.graph = graph
        self.target = target
        self.to_go = backward_costs(graph, [(0, target)])
        self._ways: dict[int, Sequence[tuple[int, int, int]]] = {}

    def ways(self, node: int) -> Sequence[tuple[int, int, int]]:
        """The edges out of a node that lead to the target, best first: ``(cost + to go, next, cost)``."""
        ways = self._ways.get(node)
        if ways is None:
            to_go = self.to_go
            ways = sorted(
                (cost + to_go[after], after, cost)
                for after, cost in self.graph.successors[node]
                if to_go[after] < UNREACHABLE
            )
            self._ways[node] = ways
        return ways

    @cached_property
    def steps_to_go(self) -> list[int]:
        """The fewest steps from every node to the target, whatever they cost."""
        steps = [UNREACHABLE] * len(self.to_go)
        steps[self.target] = 0
        front = [self.target]
        for node in front:
            for before, _ in self.graph.predecessors[node]:
                if steps[before] == UNREACHABLE:
                    steps[before] = steps[node] + 1
                    front.append(before)
        return steps

    def best(self, node: int) -> list[int]:
        """The nodes of a best walk from ``node`` to the target (both included); empty when there is none."""
        if self.to_go[node] >= UNREACHABLE:
            return []
        walk = [node]
        while node != self.target:
            node = self.ways(node)[0][1]
            walk.append(node)
        return walk


def backward_costs(graph: SearchGraph, ends: Iterable[tuple[int, int]]) -> list[int]:
    """The least cost from every node to any of ``ends``, given as ``(cost there, node)``."""
    costs = [UNREACHABLE] * len(graph.successors)
    heap: list[tuple[int, int]] = []
    for cost, node in ends:
        heappush(heap, (cost, node))
    while heap:
        cost, node = heappop(heap)
        if costs[node] <= cost:
            continue
        costs[node] = cost
        for before, step in graph.predecessors[node]:
            if cost + step < costs[before]:
                heappush(heap, (cost + step, before))
    return costs
