"""The map at a glance: its core nodes, with a chain of details drawn as one arrow.

Nodes are marked ``core`` or are details. In the overview an arrow stands for the best supported chain that
leads from one core node to another through details only (often a single edge). It carries the product of
the chain's signs and its weakest certainty, and knows its steps, so that a face can open it. Associations
are no steps of any path and are left to the full map.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from heapq import heappop, heappush
from itertools import pairwise

from graph.paths.ranking import COSTS
from graph.records.causal_map import CausalMap
from graph.records.display import Shown
from graph.records.edge import Edge
from graph.records.node import Node
from graph.records.vocabulary import Accord, Certainty, Effect, Scope, Status
from graph.records.wording import counted


@dataclass(frozen=True)
class Arrow:
    """What is drawn between two boxes: one edge, or a chain of edges through details.

    Attributes:
        source: id of the box it leaves.
        target: id of the box it enters.
        effect: product of the steps' effects.
        certainty: the lowest certainty of a step.
        contested: whether any step has evidence for and against it.
        status: what the evidence makes of it; of a chain the worst of its steps.
        steps: ids of the edges it stands for, in order.
    """

    source: str
    target: str
    effect: Effect
    certainty: Certainty
    contested: bool
    steps: tuple[str, ...]
    status: Status = Status.SUPPORTED

    @property
    def known(self) -> tuple[str, ...]:
        """How well it is known, in words, as ``Edge.known`` has it."""
        certainty = self.status.certainty_words(self.certainty, self.effect is not Effect.ASSOCIATED)
        if self.status is not Status.SUPPORTED:
            return self.status.label, certainty
        return (certainty, Accord.CONTESTED.label) if self.contested else (certainty,)

    @property
    def id(self) -> str:
        """``source--target``, as an edge between the two would be called."""
        return f"{self.source}--{self.target}"


@dataclass(frozen=True, repr=False)
class Extract(Shown):
    """What one scope shows of a map: its nodes, and the arrows between them."""

    scope: Scope
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]

    def in_short(self) -> str:
        """Its scope and size."""
        size = f"{counted(len(self.nodes), 'node')}, {counted(len(self.arrows), 'arrow')}"
        return f"{self.scope.value}: {size}"

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of the nodes."""
        return frozenset(node.id for node in self.nodes)

    @cached_property
    def arrow(self) -> dict[str, Arrow]:
        """The arrows by id."""
        return {arrow.id: arrow for arrow in self.arrows}


@lru_cache(maxsize=16)
def extract(causal_map: CausalMap, scope: Scope) -> Extract:
    """What a scope shows of a map; a map without core nodes has no overview and is shown in full."""
    core = frozenset(node.id for node in causal_map.nodes if node.core)
    if scope is Scope.FULL or not core:
        arrows = tuple(arrow_of([edge]) for edge in causal_map.edges)
        return Extract(Scope.FULL, causal_map.nodes, arrows)
    nodes = tuple(node for node in causal_map.nodes if node.id in core)
    chains = [chain for node in nodes for chain in chains_from(causal_map, node.id, core)]
    return Extract(scope, nodes, tuple(arrow_of(chain) for chain in chains))


def arrow_of(chain: list[Edge]) -> Arrow:
    """One arrow for a chain of edges."""
    sign = 1
    for edge in chain:
        sign *= edge.effect.sign
    effects = {1: Effect.INCREASES, -1: Effect.DECREASES, 0: Effect.ASSOCIATED}
    return Arrow(
        chain[0].source,
        chain[-1].target,
        effects[sign],
        max((edge.certainty for edge in chain), key=lambda certainty: certainty.rank),
        any(edge.contested for edge in chain),
        tuple(edge.id for edge in chain),
        max((edge.status for edge in chain), key=lambda status: status.rank),
    )


def chains_from(causal_map: CausalMap, start: str, core: frozenset[str]) -> list[list[Edge]]:
    """The best supported chain from ``start`` to each core node it reaches through details only.

    A Dijkstra search that goes on from details but stops at core nodes.
    """
    after = _out_edges(causal_map)
    came_by: dict[str, Edge] = {}
    settled: set[str] = set()
    heap: list[tuple[int, str, str]] = [(0, start, "")]
    while heap:
        cost, node, edge_id = heappop(heap)
        if node in settled:
            continue
        settled.add(node)
        if edge_id:
            came_by[node] = causal_map.edge[edge_id]
        if node == start or node not in core:
            for edge in after.get(node, ()):
                if edge.target not in settled:
                    heappush(heap, (cost + COSTS[edge.certainty], edge.target, edge.id))
    return [_spell(came_by, start, node) for node in sorted(settled & core - {start})]


def _spell(came_by: dict[str, Edge], start: str, end: str) -> list[Edge]:
    chain: list[Edge] = []
    while end != start:
        chain.append(came_by[end])
        end = came_by[end].source
    return chain[::-1]


@lru_cache(maxsize=8)
def _out_edges(causal_map: CausalMap) -> dict[str, list[Edge]]:
    after: dict[str, list[Edge]] = {}
    for edge in causal_map.edges:
        if edge.supported:
            after.setdefault(edge.source, []).append(edge)
    return after


@dataclass(frozen=True)
class Leg:
    """A stretch of a path that one arrow of an extract draws: its id, first and last step (from 1)."""

    arrow: str
    first: int
    last: int

    @property
    def label(self) -> str:
        """The steps as a short text: ``3`` or ``3–5``."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def legs_of(nodes: Sequence[str], shown: Extract) -> list[Leg]:
    """The arrows of an extract that draw a path; its first and last node should be shown."""
    stops = [at for at, node in enumerate(nodes) if node in shown.ids]
    return [Leg(f"{nodes[a]}--{nodes[b]}", a + 1, b) for a, b in pairwise(stops)]
