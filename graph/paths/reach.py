"""What lies on the causal paths between two nodes.

Reachable from the start and able to reach the target is not enough where the map has loops: the way there
and the way on might need the same node. Most steps are decided at a glance; for the few that remain a path
is searched for. Where a map is so tangled that this takes too long, the search stops: a step that is still
undecided then is not counted as part of a path, and :attr:`Span.undecided` names it. The explorer says how
many there are, and so does the title of a subgraph that is carried away.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from graph.paths.demands import Demands, require_max_steps
from graph.paths.disjoint_paths import DisjointPaths
from graph.paths.false_chains import FalseChains, State
from graph.paths.k_best_paths import Blocks
from graph.paths.path_index import PathIndex, path_index_of
from graph.paths.steps import OutOfSteps, Steps
from graph.records.arguments import require_map, require_switch, require_word
from graph.records.causal_map import CausalMap
from graph.records.display import Shown
from graph.records.vocabulary import Gate
from graph.records.wording import counted
from graph.search.nodes import NodeName, resolve, resolve_all

Ends = tuple[int, int]

MOST_STEPS = 400_000
"""Steps that the searches of one question may take; the doubtful edges share them evenly."""

FIRST_LISTED = 1_000
"""Where something is demanded, so many of the best paths settle most edges before any is searched for."""


@dataclass(frozen=True, repr=False)
class Span(Shown):
    """The nodes and edges (by id) that lie on at least one causal path between two nodes.

    ``undecided`` holds the edges for which the search ended without an answer: each may lie on a path, and
    none stands in ``edges``. When it is empty, the span is exact.
    """

    nodes: frozenset[str]
    edges: frozenset[str]
    undecided: frozenset[str] = frozenset()

    def in_short(self) -> str:
        """Its size, and how much is undecided."""
        said = f"{counted(len(self.nodes), 'node')}, {counted(len(self.edges), 'edge')}"
        return f"{said}, {counted(len(self.undecided), 'undecided edge')}" if self.undecided else said


def on_paths(
    causal_map: CausalMap,
    source: NodeName,
    target: NodeName,
    *,
    gate: str = Gate.EVERYTHING,
    block: NodeName | Iterable[NodeName] = (),
    proposed: bool = False,
    through: NodeName | Iterable[NodeName] = (),
    max_steps: int | None = None,
) -> Span:
    """The nodes and edges on any causal path from ``source`` to ``target``.

    Args:
        causal_map: the map.
        source: the start: id, name, synonym or record.
        target: the target, likewise.
        gate: the least evidence accepted of a step: ``everything``, ``human`` or ``trials``.
        block: a node that is supposed not to happen, or several.
        proposed: whether claims that nothing supports are steps too.
        through: a node that the paths must pass, or several in any order.
        max_steps: how many steps they may have at most; ``None`` for any number.

    Raises:
        UnknownNode: a name leads to no node; the error suggests the nearest ones.
        TypeError: an argument is of the wrong sort.
        ValueError: the gate is not one of the three, or ``max_steps`` is less than 1 or huge.
    """
    causal_map = require_map(causal_map)
    start, end = resolve(causal_map, source), resolve(causal_map, target)
    blocked = frozenset(resolve_all(causal_map, block))
    switch = require_switch(proposed, "proposed")
    passed, most = frozenset(resolve_all(causal_map, through)), require_max_steps(max_steps)
    return _on_paths(causal_map, start, end, require_word(gate, Gate), blocked, switch, passed, most)


@lru_cache(maxsize=512)
def _on_paths(
    causal_map: CausalMap,
    source: str,
    target: str,
    gate: Gate,
    block: frozenset[str],
    proposed: bool,
    through: frozenset[str],
    max_steps: int | None,
) -> Span:
    index = path_index_of(causal_map, proposed)
    blocks = index.blocks(gate, block)
    demands = index.demands(through - {source, target}, max_steps)
    if source == target or not block.isdisjoint({source, target, *through}):
        return Span(frozenset(), frozenset())
    # By number and so by id: what is found before the steps are spent must not depend on the order of files.
    edges = sorted(ends for ends in index.edges if ends not in blocks.edges and blocks.nodes.isdisjoint(ends))
    disjoint_paths = DisjointPaths(len(index.ids), edges, index.number[source], index.number[target])
    told = {ends: disjoint_paths.at_a_glance(*ends) for ends in edges}
    used = {ends for ends, answer in told.items() if answer}
    used, undecided = _searched(
        disjoint_paths, used, [ends for ends, answer in told.items() if answer is None]
    )
    walked = index.false_chains.within(frozenset(node for ends in used | undecided for node in ends))
    if walked or demands:
        hopeful = used | undecided
        used, undecided = _on_paths_that_count(index, source, target, blocks, hopeful, walked, demands)
    return Span(
        frozenset(index.ids[number] for ends in used for number in ends),
        frozenset(index.edges[ends].id for ends in used),
        frozenset(index.edges[ends].id for ends in undecided),
    )


def _on_paths_that_count(
    index: PathIndex,
    source: str,
    target: str,
    blocks: Blocks,
    hopeful: set[Ends],
    chains: list[FalseChains],
    demands: Demands,
) -> tuple[set[Ends], set[Ends]]:
    """Of the edges on any path, those on one that counts, not false and as demanded, and the undecided."""
    sure, open_still = set[Ends](), set[Ends]()
    for_copies = 0
    if demands:
        try:
            hopeful = hopeful & index.on_walks(source, target, demands)
            sure, are_all = _on_first_listed(index, source, target, blocks, hopeful, demands)
        except OutOfSteps:
            return sure, hopeful
        if are_all:
            return sure, open_still
        # Each search copies the graph for its edge, which takes longer than most searches.
        for_copies = len(index.edges) << (1 + len(demands.through))
    for chain in chains:
        hopeful = hopeful & _on_walks(hopeful, index.number[source], index.number[target], chain)
    share, copying = MOST_STEPS // max(1, len(hopeful)), Steps(MOST_STEPS)
    for ends in sorted(hopeful):
        if ends in sure:
            continue
        try:
            copying.spend(for_copies)
            found = index.walks(source, target, blocks, frozenset({ends}), Steps(share), demands)
            _, walk = next(found, (0, ()))
        except OutOfSteps:
            open_still.add(ends)
        else:
            sure.update(pairwise(walk))
    return sure, open_still - sure


def _on_first_listed(
    index: PathIndex, source: str, target: str, blocks: Blocks, hopeful: set[Ends], demands: Demands
) -> tuple[set[Ends], bool]:
    """The edges on the best paths that do what is demanded, and whether no other can be on one.

    Raises:
        OutOfSteps: the nodes to pass can be passed in too many orders.
    """
    found = set[Ends]()
    listed = index.walks(source, target, blocks, None, Steps(MOST_STEPS), demands)
    try:
        for _, walk in islice(listed, FIRST_LISTED):
            found.update(pairwise(walk))
            if hopeful <= found:
                return found, True
        return found, next(listed, None) is None
    except OutOfSteps:
        return found, False


def _on_walks(edges: set[Ends], source: int, target: int, chain: FalseChains) -> set[Ends]:
    """The edges on walks between two nodes that do not walk the chain to its end.

    A walk may come by twice, which no path does. So what is on no such walk is on no path: that is told here
    at a glance, where a search would have to try every way.
    """
    onward: dict[int, list[int]] = {}
    for here, there in edges:
        onward.setdefault(here, []).append(there)
    first = (source, chain.begin(source))
    met, came_from = {first}, dict[tuple[int, State], list[tuple[int, State]]]()
    ahead = [first]
    while ahead:
        here, state = stand = ahead.pop()
        for there in onward.get(here, ()):
            then = chain.after(state, there)
            if then is not None:
                came_from.setdefault((there, then), []).append(stand)
                if (there, then) not in met:
                    met.add((there, then))
                    ahead.append((there, then))
    behind = [stand for stand in met if stand[0] == target]
    seen, found = set(behind), set[Ends]()
    while behind:
        stand = behind.pop()
        for before in came_from.get(stand, ()):
            found.add((before[0], stand[0]))
            if before not in seen:
                seen.add(before)
                behind.append(before)
    return found


def _searched(
    disjoint_paths: DisjointPaths, used: set[tuple[int, int]], doubtful: list[tuple[int, int]]
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """The used edges with those that a search adds, and the edges that no search could decide."""
    used, undecided = set(used), set()
    for ends in doubtful:
        if ends in used:
            continue
        try:
            path = disjoint_paths.search(*ends, most=MOST_STEPS // len(doubtful))
        except OutOfSteps:
            undecided.add(ends)
        else:
            used.update(pairwise(path or ()))
    return used, undecided - used
