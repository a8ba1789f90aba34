"""Whether a simple path passes some nodes in order, whatever lies between.

Asked pair by pair the answer is too often yes: two ways that are there one by one may need the same node. So
the path is followed, and given up as soon as a later stop can no longer be reached past what it has used.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from graph.paths.demands import NO_DEMANDS, Demands
from graph.paths.k_best_paths import Blocks
from graph.paths.ranking import SearchGraph

MOST_STEPS = 200_000
"""Nodes looked at until the search is given up; such a tangle is taken to have the path."""


def passes_in_order(
    graph: SearchGraph, stops: Sequence[int], blocks: Blocks, demands: Demands = NO_DEMANDS
) -> bool:
    """Whether a simple path begins at the first stop, passes the others in order, and ends at the last.

    Args:
        graph: the graph.
        stops: node numbers; one that follows itself is one stop.
        blocks: what not to use.
        demands: what the path must do beside.
    """
    way = [stop for at, stop in enumerate(stops) if at == 0 or stop != stops[at - 1]]
    if len(set(way)) < len(way) or not blocks.nodes.isdisjoint(way):
        return False
    search = _Search(graph, way, blocks, demands)
    if len(way) == 1:
        return search.has_done_all({way[0]})
    used = {way[0]}
    trail = [(way[0], 1, search.onward(way[0], 1, used))]
    while trail:
        _, at, choices = trail[-1]
        node = next(choices, None)
        if node is None:
            used.discard(trail.pop()[0])
            continue
        at += node == way[at]
        if search.steps > MOST_STEPS or (at == len(way) and search.has_done_all({*used, node})):
            return True
        if at == len(way):
            continue
        used.add(node)
        trail.append((node, at, search.onward(node, at, used)))
    return False


class _Search:
    """The steps from a node that leave every later stop, and all that is demanded, within reach."""

    def __init__(self, graph: SearchGraph, way: list[int], blocks: Blocks, demands: Demands) -> None:
        self.graph, self.way, self.blocks, self.demands = graph, way, blocks, demands
        self.steps = 0

    def has_done_all(self, used: set[int]) -> bool:
        """Whether a path of these nodes has done what is demanded."""
        return used.issuperset(self.demands.through) and len(used) - 1 <= self.demands.most

    def onward(self, node: int, at: int, used: set[int]) -> Iterator[int]:
        """The next nodes to try; none where a stop that is still to come cannot be reached."""
        legs = pairwise((node, *self.way[at:]))
        if self._can_do_all(node, used) and all(
            self._reaches(one, other, {*used, *self.way[at:]} - {other}) for one, other in legs
        ):
            later = self.way[at + 1 :]
            yield from (after for after in self._after(node) if after not in used and after not in later)

    def _can_do_all(self, node: int, used: set[int]) -> bool:
        """Whether steps are left for the way on, and each node still to pass can be reached and left."""
        end, most = self.way[-1], self.demands.most
        if self.demands.limited and len(used) - 1 + self.graph.tree(end).steps_to_go[node] > most:
            return False
        owed = (each for each in self.demands.through if each not in used and each != end)
        return all(
            self._reaches(node, each, {*used, end}) and self._reaches(each, end, used) for each in owed
        )

    def _after(self, node: int) -> Iterator[int]:
        closed = self.blocks
        for after, _ in self.graph.successors[node]:
            if after not in closed.nodes and (node, after) not in closed.edges:
                yield after

    def _reaches(self, one: int, other: int, closed: Collection[int]) -> bool:
        seen, ahead = {one}, [one]
        while ahead:
            node = ahead.pop()
            self.steps += 1
            for after in self._after(node):
                if after == other:
                    return True
                if after not in seen and after not in closed:
                    seen.add(after)
                    ahead.append(after)
        return False
