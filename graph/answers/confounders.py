"""Confounders: what leads to both ends of a question, so that the two go together without a path between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from graph.paths.k_best_paths import Blocks
from graph.paths.path_index import PathIndex, path_index_of
from graph.paths.steps import OutOfSteps, Steps
from graph.records.arguments import require_map
from graph.records.causal_map import CausalMap
from graph.records.node import Node
from graph.records.vocabulary import Kind
from graph.search.nodes import NodeName, resolve, resolve_all

FIRST = frozenset({Kind.RISK_FACTOR, Kind.DEFICIENCY})
"""Named before all others: what a person brings along, and not what the body makes of it."""

Neighbours = Sequence[Sequence[tuple[int, int]]]
"""For each node of a search graph its neighbours on one side, with the costs."""

MOST_STEPS = 20_000
"""What the search for a path that is not false as a whole may take."""


def common_causes(
    causal_map: CausalMap,
    source: NodeName,
    target: NodeName | None = None,
    *,
    block: NodeName | Iterable[NodeName] = (),
) -> tuple[Node, ...]:
    """What leads to ``source`` and, by another way, to ``target``.

    By supported paths only: to the start with the target taken out, and to the target with the start taken
    out. A treatment is none of them: it is what is done about a change and not what brings it about.

    Args:
        causal_map: the map.
        source: the start: id, name, synonym or record.
        target: the target, likewise; the map's default target when left out.
        block: a node that is supposed not to happen, or several.

    Returns:
        Risk factors and deficiencies first, what the start itself leads to last; among them those of the
        overview first, then the nearest.

    Raises:
        UnknownNode: a name leads to no node; the error suggests the nearest ones.
        TypeError: an argument is of the wrong sort.
    """
    causal_map = require_map(causal_map)
    start = resolve(causal_map, source)
    end = causal_map.header.default_target if target is None else resolve(causal_map, target)
    return _common_causes(causal_map, start, end, frozenset(resolve_all(causal_map, block)))


@lru_cache(maxsize=512)
def _common_causes(causal_map: CausalMap, start: str, end: str, block: frozenset[str]) -> tuple[Node, ...]:
    if start == end or {start, end} & block:
        return ()
    index = path_index_of(causal_map)
    to_start = _distances(index.graph.predecessors, index.number[start], _numbers(index, block | {end}))
    to_end = _distances(index.graph.predecessors, index.number[end], _numbers(index, block | {start}))
    after_start = _distances(index.graph.successors, index.number[start], _numbers(index, block))

    def rank(number: int) -> tuple[bool, bool, bool, int, str]:
        node = causal_map.node[index.ids[number]]
        far = to_start[number] + to_end[number]
        return number in after_start, node.kind not in FIRST, not node.core, far, node.name

    found = [causal_map.node[index.ids[number]] for number in sorted(to_start.keys() & to_end, key=rank)]
    return tuple(
        node
        for node in found
        if node.kind is not Kind.TREATMENT
        and _truly_leads(index, node.id, start, block | {end})
        and _truly_leads(index, node.id, end, block | {start})
    )


def _truly_leads(index: PathIndex, source: str, target: str, without: frozenset[str]) -> bool:
    """Whether any path leads there that is not false as a whole; one that is not found in time is none."""
    if not index.false_chains:
        return True
    blocks = Blocks(_numbers(index, without), frozenset())
    try:
        return next(index.walks(source, target, blocks, steps=Steps(MOST_STEPS)), None) is not None
    except OutOfSteps:
        return False


def _numbers(index: PathIndex, ids: Iterable[str]) -> frozenset[int]:
    return frozenset(index.number[name] for name in ids)


def _distances(beside: Neighbours, origin: int, without: frozenset[int]) -> dict[int, int]:
    """Everything that can be reached from a node, itself left out, with the number of steps to it."""
    found, front, far = {origin: 0}, [origin], 0
    while front:
        far += 1
        ahead = (other for node in front for other, _ in beside[node] if other not in without)
        front = [other for other in dict.fromkeys(ahead) if other not in found]
        found |= dict.fromkeys(front, far)
    return {node: steps for node, steps in found.items() if node != origin}
