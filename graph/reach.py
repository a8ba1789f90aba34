"""What lies on the causal paths between two nodes.

Reachable from the start and able to reach the target is not enough where the map has loops: the way there
and the way on might need the same node. A step is certified when its two best ways share no node; the few
that remain are tried by searching for one path that uses them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from graph.atlas import Atlas, atlas_of
from graph.lazy_search import Blocks
from graph.model import CausalMap
from graph.ranking import UNREACHABLE, SearchGraph
from graph.vocabulary import Gate


@dataclass(frozen=True)
class Span:
    """The nodes and edges (by id) that lie on at least one causal path between two nodes."""

    nodes: frozenset[str]
    edges: frozenset[str]


def on_paths(
    causal_map: CausalMap,
    source: str,
    target: str,
    *,
    gate: str = Gate.EVERYTHING,
    block: Iterable[str] = (),
) -> Span:
    """The nodes and edges on any causal path from ``source`` to ``target`` (both given as ids)."""
    return _on_paths(causal_map, source, target, Gate(gate), frozenset(block))


@lru_cache(maxsize=512)
def _on_paths(causal_map: CausalMap, source: str, target: str, gate: Gate, block: frozenset[str]) -> Span:
    atlas = atlas_of(causal_map)
    blocks = atlas.blocks(gate, block)
    if source == target or source in block or target in block:
        return Span(frozenset(), frozenset())
    used: set[tuple[int, int]] = set()
    there = _ways_there(atlas, atlas.number[source], blocks)
    on = _ways_on(atlas, atlas.number[target], blocks)
    for ends in atlas.edges:
        if ends in used or ends in blocks.edges or ends[0] not in there or ends[1] not in on:
            continue
        if there[ends[0]].isdisjoint(on[ends[1]]):
            used.add(ends)
        else:
            walk = next(atlas.walks(source, target, blocks, frozenset({ends})), None)
            used.update(pairwise(walk) if walk else ())
    return Span(
        frozenset(atlas.ids[number] for ends in used for number in ends),
        frozenset(atlas.edges[ends].id for ends in used),
    )


def _ways_there(atlas: Atlas, source: int, blocks: Blocks) -> dict[int, frozenset[int]]:
    """For each node the start reaches, the nodes of one way to it."""
    return _ways(_without(atlas, blocks, backwards=True), source)


def _ways_on(atlas: Atlas, target: int, blocks: Blocks) -> dict[int, frozenset[int]]:
    """For each node that reaches the target, the nodes of one way on."""
    return _ways(_without(atlas, blocks, backwards=False), target)


def _ways(graph: SearchGraph, end: int) -> dict[int, frozenset[int]]:
    tree = graph.tree(end)
    reached = (node for node, cost in enumerate(tree.to_go) if cost < UNREACHABLE)
    return {node: frozenset(tree.best(node)) for node in reached}


def _without(atlas: Atlas, blocks: Blocks, *, backwards: bool) -> SearchGraph:
    """The map without what is blocked, turned round when asked."""
    edges = [
        (ends[::-1] if backwards else ends) + (1,)
        for ends in atlas.edges
        if ends not in blocks.edges and blocks.nodes.isdisjoint(ends)
    ]
    return SearchGraph.from_edges(len(atlas.ids), edges)
