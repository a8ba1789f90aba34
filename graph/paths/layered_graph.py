"""Copies of a search graph, one for each stage of what a path has to do on its way.

A stage says which of some nodes have been passed, whether one of some edges has been used, and whether the
number of turning edges so far is odd. An edge that changes the stage leads into another copy. So a path that
does all of it is simply a path from the first copy to the last one, found and ranked as any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.paths.ranking import SearchGraph
from graph.paths.steps import OutOfSteps

Edges = frozenset[tuple[int, int]]

MOST_COPIES = 64
"""Nodes to pass that can come in any order double the copies, each of them; beyond this it is a tangle."""


@dataclass(frozen=True)
class LayeredGraph:
    """The copies as one search graph: node ``v`` of the graph is ``v + size * copy`` in them.

    Attributes:
        graph: the copies; the first holds the start of every path.
        size: the number of nodes of one copy.
        done: for an even and an odd number of turns, the copy in which all is done; ``None``: it never is.
    """

    graph: SearchGraph
    size: int
    done: tuple[int | None, int | None]

    def on_walks(self, start: int, end: int, most: int) -> set[tuple[int, int]]:
        """The edges of the graph on walks of at most so many steps from a node to where all is done."""
        if self.done[0] is None:
            return set()
        steps_to_go = self.graph.tree(end + self.size * self.done[0]).steps_to_go
        steps_from, front, found = {start: 0}, [start], set[tuple[int, int]]()
        for here in front:
            for there, _ in self.graph.successors[here]:
                if steps_from[here] + 1 + steps_to_go[there] <= most:
                    found.add((here % self.size, there % self.size))
                    if there not in steps_from:
                        steps_from[there] = steps_from[here] + 1
                        front.append(there)
        return found


def layered_graph(
    graph: SearchGraph, through: Sequence[int] = (), via: Edges | None = None, turning: Edges = frozenset()
) -> LayeredGraph:
    """Copy a graph so that its paths keep account of what they have done.

    Args:
        graph: the graph.
        through: nodes that must all be passed, in any order; none of them is the start.
        via: edges of which at least one must be used; ``None`` for no such demand.
        turning: edges of which an even or an odd number is wanted.

    Raises:
        OutOfSteps: the nodes can be passed in so many orders that there would be too many copies.
    """
    size = len(graph.successors)
    bits = {node: 1 << place for place, node in enumerate(through)}
    used, odd = 1 << len(bits), 2 << len(bits)
    all_done = used - 1 + (used if via is not None else 0)
    # What can still be passed behind a node; what cannot must have been, or the copy is left for nothing.
    ahead = [0] * size
    for node, bit in bits.items():
        for before in _leading_to(graph, node):
            ahead[before] |= bit
    ways = [
        (
            source,
            target,
            cost,
            bits.get(target, 0) | (used if via is not None and (source, target) in via else 0),
            odd if (source, target) in turning else 0,
            (used - 1) & ~ahead[target],
        )
        for source, following in enumerate(graph.successors)
        for target, cost in following
    ]
    met, waiting = {0}, [0]
    onward: list[tuple[int, int, int, int, int]] = []
    while waiting:
        stage = waiting.pop()
        for source, target, cost, done, turn, behind in ways:
            then = (stage | done) ^ turn
            if behind & ~then:
                continue
            onward.append((stage, source, then, target, cost))
            if then not in met:
                met.add(then)
                waiting.append(then)
                if len(met) > MOST_COPIES:
                    raise OutOfSteps
    copy = {stage: number for number, stage in enumerate(sorted(met))}
    edges = (
        (source + size * copy[stage], target + size * copy[then], cost)
        for stage, source, then, target, cost in onward
    )
    return LayeredGraph(
        SearchGraph.from_edges(size * len(copy), edges),
        size,
        (copy.get(all_done), copy.get(all_done | odd)),
    )


def _leading_to(graph: SearchGraph, node: int) -> set[int]:
    """The nodes from which a node can be reached, itself among them."""
    seen, ahead = {node}, [node]
    for here in ahead:
        fresh = [before for before, _ in graph.predecessors[here] if before not in seen]
        seen.update(fresh)
        ahead += fresh
    return seen
