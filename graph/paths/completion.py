"""The cheapest way on from the beginning of a path: what the search for the k best asks for each part.

The guide is the reverse tree, which knows the exact cost from every node as if nothing were closed. The
backwards probe is ours: see :func:`cheapest_completion`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from typing import NamedTuple

from graph.paths.demands import ANY_LENGTH
from graph.paths.ranking import ReverseTree
from graph.paths.steps import Steps

PROBE_AFTER = 64
"""After so many steps of A* without an end, also walk backwards from the target."""

Walk = tuple[list[int], list[int]]
"""Nodes, and the cost spent at each."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """What a search must not use: nodes, and edges as ``(source, target)``."""

    nodes: frozenset[int] = frozenset()
    edges: frozenset[tuple[int, int]] = frozenset()


@dataclass(slots=True)
class Beginning:
    """How a path begins, and what it may not do after that.

    Attributes:
        nodes: the nodes, start first.
        spent: the cost spent at each of them.
        closed: the places of the nodes; a path may visit none of them again.
        forbidden: the nodes that must not come next.
        shut: the nodes that must not come at all.
        places: node ``v`` and node ``v + places`` are the same place.
        most: how many steps the whole path may take.
    """

    nodes: list[int]
    spent: list[int]
    closed: set[int]
    forbidden: frozenset[int]
    shut: frozenset[int]
    places: int
    most: int = ANY_LENGTH

    @property
    def limited(self) -> bool:
        """Whether the number of steps is."""
        return self.most < ANY_LENGTH

    def without(self, node: int) -> Beginning:
        """The same with one more node shut."""
        return replace(self, shut=self.shut | {node})

    def first_way(self, tree: ReverseTree, blocks: Blocks, steps: Steps) -> tuple[int, int, int] | None:
        """The best edge on, by the tree: ``(cost + to go, next, cost)``."""
        here, places, edges = self.nodes[-1], self.places, blocks.edges
        steps_to_go = tree.steps_to_go if self.limited else None
        left = self.most - len(self.nodes)
        for way in tree.ways(here):
            after = way[1]
            place = after % places
            if not (
                place in self.closed
                or after in self.forbidden
                or after in self.shut
                or place in blocks.nodes
                or (edges and (here % places, place) in edges)
                or (steps_to_go and steps_to_go[after] > left)
            ):
                return way
            steps.spend()
        return None

    def may_go(self, here: int, after: int, blocks: Blocks) -> bool:
        """Whether the way on may lead from one node to the next."""
        place = after % self.places
        return not (
            place in self.closed
            or after in self.shut
            or place in blocks.nodes
            or (bool(blocks.edges) and (here % self.places, place) in blocks.edges)
            or (here == self.nodes[-1] and after in self.forbidden)
        )


def down_the_tree(tree: ReverseTree, beginning: Beginning, blocks: Blocks, steps: Steps) -> Walk | None:
    """The way that costs just what the tree says: its own path, when nothing stands in it and it fits."""
    way = beginning.first_way(tree, blocks, steps)
    if way is None:
        return None
    nodes, spent, fresh = beginning.nodes[:], beginning.spent[:], beginning.closed.copy()
    places, edges, closed, shut = beginning.places, blocks.edges, blocks.nodes, beginning.shut
    while True:
        _, here, cost = way
        nodes.append(here)
        spent.append(spent[-1] + cost)
        if here == tree.target:
            steps.spend(len(nodes) - len(beginning.nodes))
            return (nodes, spent) if len(nodes) <= beginning.most + 1 else None
        fresh.add(here % places)
        way = tree.ways(here)[0]
        after = way[1]
        place = after % places
        if place in fresh or after in shut or place in closed or (edges and (here % places, place) in edges):
            steps.spend(len(nodes) - len(beginning.nodes))
            return None


class _Label(NamedTuple):
    """A way from the end of a beginning to a node: what it costs, how many steps in all, and what it extends.

    Without a limit no steps are counted, so that of all ways to a node only the cheapest matters.
    """

    node: int
    cost: int
    length: int
    before: int


def cheapest_completion(tree: ReverseTree, beginning: Beginning, blocks: Blocks, steps: Steps) -> Walk | None:
    """The cheapest way from the end of a beginning to the target, or ``None``.

    A* with the exact cost to go as its guide. A heap entry stands for *the next edge out of* a settled
    node, so that a hub costs one entry. When many steps have not found the end, a walk backwards from the
    target goes along, a node a step; if it dies out without meeting the beginning, no way exists.

    Where the number of steps is limited, a dearer way to a node still counts when it is shorter (labels and
    their dominance, as in the resource constrained shortest path problem).
    """
    start, most = beginning.nodes[-1], beginning.most
    steps_to_go, one = (tree.steps_to_go, 1) if beginning.limited else (None, 0)
    labels = [_Label(start, beginning.spent[-1], one * (len(beginning.nodes) - 1), -1)]
    shortest = {start: labels[0].length}
    heap: list[tuple[int, int, int, int, int]] = []

    def is_new(after: int, length: int) -> bool:
        return length < shortest.get(after, ANY_LENGTH) and not (
            steps_to_go and length + steps_to_go[after] > most
        )

    def offer(at: int, position: int) -> None:
        node, cost, length, _ = labels[at]
        ways = tree.ways(node)
        while position < len(ways):
            bound, after, _ = ways[position]
            if is_new(after, length + one) and beginning.may_go(node, after, blocks):
                # Of equal bounds the one further on comes first: a tie is not searched in its breadth.
                heappush(heap, (cost + bound, -cost, node, position, at))
                return
            position += 1
            steps.spend()

    offer(0, 0)
    taken = 0
    probe: Iterator[bool] | None = None
    while heap:
        taken += 1
        steps.spend()
        if taken > PROBE_AFTER:
            probe = probe or _walk_back(tree, beginning, blocks, steps)
            if next(probe, False) is True:
                return None
        _, _, node, position, at = heappop(heap)
        _, after, step = tree.ways(node)[position]
        length = labels[at].length + one
        if is_new(after, length):
            shortest[after] = length
            labels.append(_Label(after, labels[at].cost + step, length, at))
            if after == tree.target:
                return _spell(beginning, labels)
            offer(len(labels) - 1, 0)
        offer(at, position + 1)
    return None


def _spell(beginning: Beginning, labels: list[_Label]) -> Walk:
    """Write out the beginning and the way to the last label, with the cost spent at each node."""
    nodes: list[int] = []
    spent: list[int] = []
    label = labels[-1]
    while label.before >= 0:
        nodes.append(label.node)
        spent.append(label.cost)
        label = labels[label.before]
    return beginning.nodes + nodes[::-1], beginning.spent + spent[::-1]


def _walk_back(tree: ReverseTree, beginning: Beginning, blocks: Blocks, steps: Steps) -> Iterator[bool]:
    """Walk backwards from the target, a node at a time; the last word is True when the start is cut off."""
    start = beginning.nodes[-1]
    places = beginning.places
    seen = {tree.target}
    stack = [tree.target]
    while stack:
        node = stack.pop()
        for before, _ in tree.graph.predecessors[node]:
            steps.spend()
            if before == start:
                if beginning.may_go(start, node, blocks):
                    return
            elif (
                before not in seen
                and before % places not in beginning.closed
                and before not in beginning.shut
                and before % places not in blocks.nodes
                and (before % places, node % places) not in blocks.edges
            ):
                seen.add(before)
                stack.append(before)
        yield False
    yield True
