"""Ranked simple paths, lazily: the next best path is searched for only when somebody asks for it.

The method is Yen's partition of the paths with Lawler's rule (deviate only at or after the node where a
path branched off) and postponed searches: a part of the partition waits in a heap under a lower bound,
read off the reverse tree, and its best path is sought by A* only when the part reaches the top.

On a layered graph a cheapest walk may come to one place twice, a layer each. Then the part is searched
again twice over, once without the place in the one layer and once without it in the other: a simple path
must do without one of them. (To branch at every node of such a walk would list the walks, of which a tangle
has astronomically many.)

A path that walks a false chain is not yielded. It branches only before the node that ends the chain: whatever
begins with so much of it is false as well, so one look at a false beginning does for all its ways on.

Sources: Yen, "Finding the K shortest loopless paths in a network" (1971); Lawler (1972); the postponed
variant follows Feng, "Finding k shortest simple paths in directed graphs: a node classification
algorithm" (2014); splitting at a conflict is known from Sharon et al., "Conflict-based search" (2015).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush
from itertools import count

from graph.paths.completion import Beginning, Blocks, Walk, cheapest_completion, down_the_tree
from graph.paths.demands import ANY_LENGTH
from graph.paths.false_chains import NONE, FalseChains
from graph.paths.ranking import ReverseTree
from graph.paths.steps import Steps

__all__ = ["Blocks", "ranked_simple_paths"]

LENGTH_PER_STEP = 32
"""So many nodes of a beginning are looked over in the time of about one step."""


@dataclass(slots=True, order=True)
class _Part:
    """The paths with one beginning; or, when ``found``, the best of them.

    Parts with the same number are alternatives: together they hold the paths of one part.
    """

    bound: int
    number: int
    beginning: Beginning = field(compare=False)
    branched_at: int = field(compare=False)
    found: bool = field(compare=False, default=False)


def ranked_simple_paths(
    tree: ReverseTree,
    source: int,
    blocks: Blocks | None = None,
    *,
    base: int | None = None,
    false_chains: FalseChains = NONE,
    steps: Steps | None = None,
    most: int = ANY_LENGTH,
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The simple paths from ``source`` to the tree's target, cheapest first, one at a time.

    Args:
        tree: the reverse tree of the target; blocking does not touch it.
        source: the start.
        blocks: nodes and edges to avoid.
        base: for a layered graph, the number of nodes of one layer: node ``v`` and node ``v + base`` are
            the same place, and a path is simple when it visits no place twice. Blocks speak of places.
        false_chains: places that no path may pass in order.
        steps: what the search may spend; without it, whatever it takes. More may be earned between paths.
        most: how many steps a path may have at most.

    Yields:
        ``(cost, nodes)``. Equal costs come in an order that depends on the graph alone.

    Raises:
        OutOfSteps: the steps were spent before the next path was found.
    """
    blocks, steps = blocks or Blocks(), steps or Steps()
    places = base or len(tree.to_go)
    if source % places in blocks.nodes or tree.target % places in blocks.nodes:
        return
    if source == tree.target:
        yield 0, (source,)
        return
    numbers = count()
    heap: list[_Part] = []
    finished: set[int] = set()
    # The target's place in any other layer would be its first visit, and the target the second.
    twins = frozenset(range(tree.target % places, len(tree.to_go), places)) - {tree.target}

    def wait(nodes: list[int], spent: list[int], forbidden: frozenset[int], branched_at: int) -> None:
        """Put a part in the heap under the cheapest way on that it still allows."""
        steps.spend(1 + len(nodes) // LENGTH_PER_STEP)
        closed = {node % places for node in nodes}
        beginning = Beginning(nodes, spent, closed, forbidden, twins, places, most)
        way = beginning.first_way(tree, blocks, steps)
        if way is not None:
            heappush(heap, _Part(spent[-1] + way[0], next(numbers), beginning, branched_at))

    wait([source], [0], frozenset(), 0)
    while heap:
        part = heappop(heap)
        if part.number in finished:
            continue
        beginning = part.beginning
        if not part.found:
            walk = down_the_tree(tree, beginning, blocks, steps)
            # What a part is searched again without may lie on the way the tree tells: then it costs more.
            if walk is None or walk[1][-1] > part.bound:
                walk = walk or cheapest_completion(tree, beginning, blocks, steps)
                if walk is not None:
                    for each, found in _settled(beginning, walk):
                        heappush(heap, _Part(walk[1][-1], part.number, each, part.branched_at, found))
                continue
            nodes, spent = walk
        else:
            nodes, spent = beginning.nodes, beginning.spent
        finished.add(part.number)
        false_at = false_chains.ended_at([node % places for node in nodes])
        if false_at is None:
            yield spent[-1], tuple(nodes)
        for at in range(part.branched_at, len(nodes) - 1 if false_at is None else false_at):
            forbidden = beginning.forbidden if at == part.branched_at else frozenset()
            wait(nodes[: at + 1], spent[: at + 1], forbidden | {nodes[at + 1]}, at)


def _settled(beginning: Beginning, walk: Walk) -> Iterator[tuple[Beginning, bool]]:
    """A simple walk as it is; else the beginning twice, each without one visit to the place it repeats."""
    nodes, spent = walk
    seen: dict[int, int] = {}
    for node in nodes:
        earlier = seen.setdefault(node % beginning.places, node)
        if earlier != node:
            for visit in (earlier, node):
                yield beginning.without(visit), False
            return
    yield replace(beginning, nodes=nodes, spent=spent), True
