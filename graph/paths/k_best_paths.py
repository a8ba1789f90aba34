"""Ranked simple paths, lazily: the next best path is searched for only when somebody asks for it.

The method is Yen's partition of the paths with Lawler's rule (deviate only at or after the node where a
path branched off) and postponed searches: a part of the partition waits in a heap under a lower bound,
read off the reverse tree, and its best path is sought by A* only when the part reaches the top.

Sources: Yen, "Finding the K shortest loopless paths in a network" (1971); Lawler (1972); the postponed
variant follows Feng, "Finding k shortest simple paths in directed graphs: a node classification
algorithm" (2014). The backwards probe is ours: see :func:`_complete`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count

from graph.paths.ranking import ReverseTree

PROBE_AFTER = 64
"""After so many steps of A* without an end, also walk backwards from the target."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """What a search must not use: nodes, and edges as ``(source, target)``."""

    nodes: frozenset[int] = frozenset()
    edges: frozenset[tuple[int, int]] = frozenset()


@dataclass(slots=True, order=True)
class _Part:
    """The paths that begin with ``prefix`` and do not go on to a node in ``forbidden``."""

    bound: int
    number: int
    prefix: list[int] = field(compare=False)
    spent: list[int] = field(compare=False)
    forbidden: frozenset[int] = field(compare=False)
    branched_at: int = field(compare=False)
    found: bool = field(compare=False, default=False)


def ranked_simple_paths(
    tree: ReverseTree, source: int, blocks: Blocks | None = None, *, base: int | None = None
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The simple paths from ``source`` to the tree's target, cheapest first, one at a time.

    Args:
        tree: the reverse tree of the target; blocking does not touch it.
        source: the start.
        blocks: nodes and edges to avoid.
        base: for a layered graph, the number of nodes of one layer: node ``v`` and node ``v + base`` are
            the same place, and a path is simple when it visits no place twice. Blocks speak of places.

    Yields:
        ``(cost, nodes)``. Equal costs come in an order that depends on the graph alone.
    """
    blocks = blocks or Blocks()
    places = base or len(tree.to_go)
    if source % places in blocks.nodes or tree.target % places in blocks.nodes:
        return
    numbers = count()
    heap: list[_Part] = []

    def wait(prefix: list[int], spent: list[int], forbidden: frozenset[int], branched_at: int) -> None:
        """Put a part in the heap under the cheapest way on that it still allows."""
        here = prefix[-1]
        visited = {node % places for node in prefix}
        for bound, after, _ in tree.ways(here):
            if after in forbidden or after % places in visited or _blocked(here, after, blocks, places):
                continue
            heappush(heap, _Part(spent[-1] + bound, next(numbers), prefix, spent, forbidden, branched_at))
            return

    if source == tree.target:
        yield 0, (source,)
        return
    wait([source], [0], frozenset(), 0)
    while heap:
        part = heappop(heap)
        if not part.found:
            walk = _down_the_tree(tree, part, blocks, places)
            if walk is None:
                walk = _complete(tree, part, blocks, places)
                if walk is not None:
                    nodes, spent = walk
                    heappush(
                        heap,
                        _Part(spent[-1], part.number, nodes, spent, part.forbidden, part.branched_at, True),
                    )
                continue
            part.prefix, part.spent = walk
        nodes, spent = part.prefix, part.spent
        simple = _length_of_simple_beginning(nodes, places)
        if simple == len(nodes):
            yield spent[-1], tuple(nodes)
        for at in range(part.branched_at, min(len(nodes) - 1, simple)):
            forbidden = part.forbidden if at == part.branched_at else frozenset()
            wait(nodes[: at + 1], spent[: at + 1], forbidden | {nodes[at + 1]}, at)


def _blocked(here: int, after: int, blocks: Blocks, places: int) -> bool:
    place = after % places
    return place in blocks.nodes or (bool(blocks.edges) and (here % places, place) in blocks.edges)


def _length_of_simple_beginning(nodes: list[int], places: int) -> int:
    """How many nodes stand before the first place that is visited a second time."""
    seen: set[int] = set()
    for length, node in enumerate(nodes):
        if node % places in seen:
            return length
        seen.add(node % places)
    return len(nodes)


def _down_the_tree(
    tree: ReverseTree, part: _Part, blocks: Blocks, places: int
) -> tuple[list[int], list[int]] | None:
    """The way that costs just the part's bound: the tree's own path, when nothing stands in it."""
    nodes, spent = part.prefix[:], part.spent[:]
    visited = {node % places for node in nodes}
    here, first = nodes[-1], True
    while here != tree.target:
        for _, after, cost in tree.ways(here):  # noqa: B007 (used behind the loop)
            free = after % places not in visited and not _blocked(here, after, blocks, places)
            if free and not (first and after in part.forbidden):
                break
            if not first:
                return None
        else:
            return None
        nodes.append(after)
        spent.append(spent[-1] + cost)
        visited.add(after % places)
        here, first = after, False
    return nodes, spent


def _complete(
    tree: ReverseTree, part: _Part, blocks: Blocks, places: int
) -> tuple[list[int], list[int]] | None:
    """The cheapest way from the end of a part's prefix to the target, or ``None``.

    A* with the exact cost to go as its guide. A heap entry stands for *the next edge out of* a settled
    node, so that a hub costs one entry. When many steps have not found the end, a walk backwards from the
    target goes along, a node a step; if it dies out without meeting the prefix, no way exists.
    """
    start = part.prefix[-1]
    closed = {node % places for node in part.prefix}
    parent: dict[int, tuple[int, int]] = {}
    cost_to: dict[int, int] = {start: part.spent[-1]}
    heap: list[tuple[int, int, int, int]] = []

    def offer(node: int, position: int) -> None:
        ways = tree.ways(node)
        while position < len(ways):
            bound, after, _ = ways[position]
            if (
                after not in cost_to
                and after % places not in closed
                and not (node == start and after in part.forbidden)
                and not _blocked(node, after, blocks, places)
            ):
                # Of equal bounds the one further on comes first: a tie is not searched in its breadth.
                heappush(heap, (cost_to[node] + bound, -cost_to[node], node, position))
                return
            position += 1

    offer(start, 0)
    steps = 0
    probe: Iterator[bool] | None = None
    while heap:
        steps += 1
        if steps > PROBE_AFTER:
            probe = probe or _walk_back(tree, start, part.forbidden, closed, blocks, places)
            if next(probe, False) is True:
                return None
        _, _, node, position = heappop(heap)
        _, after, step = tree.ways(node)[position]
        if after not in cost_to:
            cost_to[after] = cost_to[node] + step
            parent[after] = (node, cost_to[after])
            if after == tree.target:
                return _spell(part, parent, after)
            offer(after, 0)
        offer(node, position + 1)
    return None


def _spell(part: _Part, parent: dict[int, tuple[int, int]], end: int) -> tuple[list[int], list[int]]:
    """Write out the prefix and the way found, with the cost spent at each node."""
    nodes: list[int] = []
    spent: list[int] = []
    while end != part.prefix[-1]:
        before, cost = parent[end]
        nodes.append(end)
        spent.append(cost)
        end = before
    return part.prefix + nodes[::-1], part.spent + spent[::-1]


def _walk_back(
    tree: ReverseTree,
    start: int,
    forbidden: frozenset[int],
    closed: set[int],
    blocks: Blocks,
    places: int,
) -> Iterator[bool]:
    """Walk backwards from the target, a node at a time; the last word is True when ``start`` is cut off."""
    seen = {tree.target}
    stack = [tree.target]
    while stack:
        node = stack.pop()
        for before, _ in tree.graph.predecessors[node]:
            if before == start:
                if node not in forbidden and not _blocked(start, node, blocks, places):
                    return
            elif (
                before not in seen
                and before % places not in closed
                and before % places not in blocks.nodes
                and (before % places, node % places) not in blocks.edges
            ):
                seen.add(before)
                stack.append(before)
        yield False
    yield True
