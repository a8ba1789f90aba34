"""A map made ready for searching: integers for ids, and everything worth keeping between questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from graph.evidence.gates import is_found, passes
from graph.paths.counting import Count, PathCounter
from graph.paths.false_chains import NONE, FalseChains
from graph.paths.k_best_paths import Blocks, ranked_simple_paths
from graph.paths.ordered_stops import passes_in_order
from graph.paths.ranking import COSTS, SearchGraph
from graph.paths.steps import OutOfSteps, Steps
from graph.records.causal_map import CausalMap
from graph.records.edge import Edge
from graph.records.header import FalseChain
from graph.records.vocabulary import Gate, Level, Status

STEPS = frozenset({Status.SUPPORTED})
"""What may be a step of a causal path, unless proposed steps are asked for."""

MOST_KEPT = 256
"""How many counters (one per blocking) and layered graphs are kept."""

MOST_COUNTS = 16_384
"""How many counts between two nodes are kept."""


class PathIndex:
    """The steps of one map as a :class:`SearchGraph`, with the trees and counts found so far."""

    def __init__(self, causal_map: CausalMap, proposed: bool = False) -> None:
        """Number the nodes by id, so that the order of the files plays no part.

        Args:
            causal_map: the map.
            proposed: whether claims that nothing supports are steps too; tested and refuted ones never are.
        """
        self.map = causal_map
        steps = STEPS | {Status.PROPOSED} if proposed else STEPS
        self.ids = sorted(causal_map.node)
        self.number = {name: number for number, name in enumerate(self.ids)}
        self.edges: dict[tuple[int, int], Edge] = {
            (self.number[edge.source], self.number[edge.target]): edge
            for edge in causal_map.edges
            if edge.causal and edge.status in steps
        }
        self.false_chains = FalseChains(
            [self.number[name] for name in chain.stops]
            for chain in causal_map.header.false_chains
            if self.number.keys() >= set(chain.stops)
        )
        self._fails: dict[Gate, frozenset[tuple[int, int]]] = {}
        self._counters: dict[tuple[Blocks, int, bool], PathCounter] = {}
        self._counts: dict[tuple[str, str, Blocks, int, bool], Count] = {}
        self._walked: dict[tuple[str, str, Blocks], tuple[FalseChain, ...]] = {}
        self._of_sign: dict[tuple[str, str, Blocks, int], tuple[int, ...]] = {}
        self._layered: dict[frozenset[tuple[int, int]], SearchGraph] = {}

    @cached_property
    def graph(self) -> SearchGraph:
        """The map's steps with the cost of their certainty."""
        return SearchGraph.from_edges(len(self.ids), self._costs())

    def _costs(self) -> Iterator[tuple[int, int, int]]:
        for (source, target), edge in self.edges.items():
            yield source, target, COSTS[edge.certainty]

    def blocks(self, gate: Gate, block: Iterable[str]) -> Blocks:
        """What a gate and a list of blocked ids take away."""
        return Blocks(frozenset(self.number[name] for name in block), self._closed(gate))

    @cached_property
    def in_people(self) -> frozenset[tuple[int, int]]:
        """The edges that at least one study of people supports."""
        return frozenset(ends for ends, edge in self.edges.items() if is_found(self.map, edge, Gate.HUMAN))

    def _closed(self, gate: Gate) -> frozenset[tuple[int, int]]:
        """The edges that fail a gate."""
        if gate not in self._fails:
            failing = (ends for ends, edge in self.edges.items() if not passes(self.map, edge, gate))
            self._fails[gate] = frozenset(failing)
        return self._fails[gate]

    @cached_property
    def proposed(self) -> frozenset[tuple[int, int]]:
        """The edges that nothing supports."""
        return frozenset(ends for ends, edge in self.edges.items() if edge.status is Status.PROPOSED)

    def counter(self, blocks: Blocks, sharers: int = 1, false_too: bool = False) -> PathCounter:
        """The counter for one blocking, kept for the next question.

        Args:
            blocks: what not to use.
            sharers: how many such counters share the steps that one may take.
            false_too: whether paths that are false as wholes count as well.
        """
        chains = NONE if false_too else self.false_chains
        key = blocks, sharers, bool(chains)
        counter = self._counters.get(key)
        if counter is None:
            _make_room(self._counters)
            counter = self._counters[key] = PathCounter(self.graph, blocks, sharers, chains)
        return counter

    def count(
        self, source: str, target: str, blocks: Blocks, sharers: int = 1, false_too: bool = False
    ) -> Count:
        """The number of simple paths between two different nodes, kept for the next question.

        Arguments beside the two ends are those of :meth:`counter`.
        """
        key = source, target, blocks, sharers, false_too
        count = self._counts.get(key)
        if count is None:
            _make_room(self._counts, MOST_COUNTS)
            counter = self.counter(blocks, sharers, false_too)
            count = self._counts[key] = counter.between(self.number[source], self.number[target])
        return count

    def walks(
        self,
        source: str,
        target: str,
        blocks: Blocks,
        via: frozenset[tuple[int, int]] | None = None,
        steps: Steps | None = None,
    ) -> Iterator[tuple[int, tuple[int, ...]]]:
        """The ranked simple paths between two nodes: ``(cost, node numbers)``; false ones are passed over.

        Args:
            source: id of the start.
            target: id of the target.
            blocks: what not to use.
            via: edges of which a path must use at least one. The search then runs on two copies of the
                graph, before and after such an edge.
            steps: what the search may spend; without it, whatever it takes.

        Raises:
            OutOfSteps: the steps were spent before the next path was found.
        """
        if via is None:
            tree, start = self.graph.tree(self.number[target]), self.number[source]
            return ranked_simple_paths(tree, start, blocks, false_chains=self.false_chains, steps=steps)
        return self._walks_on(self._layers(via), source, self.number[target] + len(self.ids), blocks, steps)

    def best_of_sign(
        self, source: str, target: str, blocks: Blocks, sign: int, steps: Steps
    ) -> tuple[int, ...] | None:
        """The best simple path whose effects multiply to a sign, 1 or -1, kept for the next question.

        The search runs on two copies of the graph, and each step that lowers leads to the other one.
        ``None`` when there is no such path, or the steps were spent before one was found.
        """
        key = source, target, blocks, sign
        found = self._of_sign.get(key)
        if found is None:
            _make_room(self._of_sign, MOST_COUNTS)
            end = self.number[target] + len(self.ids) * (sign < 0)
            try:
                _, found = next(self._walks_on(self._by_sign, source, end, blocks, steps), (0, ()))
            except OutOfSteps:
                found = ()
            self._of_sign[key] = found
        return found or None

    def _walks_on(
        self, copies: SearchGraph, source: str, end: int, blocks: Blocks, steps: Steps | None
    ) -> Iterator[tuple[int, tuple[int, ...]]]:
        """The walks on two copies of the graph, from the start in the first copy, told as of one graph."""
        size, start = len(self.ids), self.number[source]
        walks = ranked_simple_paths(
            copies.tree(end), start, blocks, base=size, false_chains=self.false_chains, steps=steps
        )
        return ((cost, tuple(node % size for node in nodes)) for cost, nodes in walks)

    @cached_property
    def _by_sign(self) -> SearchGraph:
        lowering = frozenset(ends for ends, edge in self.edges.items() if edge.effect.sign < 0)
        return self._copies(lowering, there_and_back=True)

    def walked_chains(self, source: str, target: str, blocks: Blocks) -> tuple[FalseChain, ...]:
        """The false chains of the map that a simple path between two nodes would walk, kept as counts are."""
        key = source, target, blocks
        walked = self._walked.get(key)
        if walked is None:
            _make_room(self._walked)
            walked = self._walked[key] = tuple(
                chain
                for chain in self.map.header.false_chains
                if passes_in_order(
                    self.graph, [self.number[name] for name in (source, *chain.stops, target)], blocks
                )
            )
        return walked

    def into(self, nodes: Iterable[str]) -> frozenset[tuple[int, int]]:
        """The edges that lead into any of the given nodes."""
        numbers = {self.number[name] for name in nodes}
        return frozenset(ends for ends in self.edges if ends[1] in numbers)

    def _layers(self, via: frozenset[tuple[int, int]]) -> SearchGraph:
        layers = self._layered.get(via)
        if layers is None:
            _make_room(self._layered)
            layers = self._layered[via] = self._copies(via, there_and_back=False)
        return layers

    def _copies(self, crossing: frozenset[tuple[int, int]], *, there_and_back: bool) -> SearchGraph:
        """Two copies of the graph; some edges lead from the first to the second, and maybe back again."""
        size = len(self.ids)
        edges: list[tuple[int, int, int]] = []
        for source, target, cost in self._costs():
            over = size * ((source, target) in crossing)
            back = over if there_and_back else 0
            edges += [(source, target + over, cost), (source + size, target + size - back, cost)]
        return SearchGraph.from_edges(2 * size, edges)


def _make_room(kept: dict, most: int = MOST_KEPT) -> None:  # type: ignore[type-arg]
    if len(kept) < most:
        return
    # Visitors ask from several threads: another one may have made room meanwhile.
    for key in list(kept)[: max(0, len(kept) - most + 1)]:
        kept.pop(key, None)


def path_index_of(causal_map: CausalMap, proposed: bool = False) -> PathIndex:
    """The index of a map, made once; with the claims that nothing supports, or without.

    Paths are the same whatever their nodes are called, so both reading levels share one.
    """
    return _made(causal_map.in_words(Level.PLAIN), proposed)


@lru_cache(maxsize=16)
def _made(causal_map: CausalMap, proposed: bool) -> PathIndex:
    return PathIndex(causal_map, proposed)
