"""A map made ready for searching: integers for ids, and everything worth keeping between questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from graph.evidence.gates import is_found, passes
from graph.paths.counting import Count, PathCounter
from graph.paths.demands import ANY_LENGTH, NO_DEMANDS, Demands
from graph.paths.false_chains import NONE, FalseChains
from graph.paths.k_best_paths import Blocks, ranked_simple_paths
from graph.paths.layered_graph import Edges, LayeredGraph, layered_graph
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
        self._fails: dict[Gate, Edges] = {}
        self._counters: dict[tuple[Blocks, int, bool, Demands], PathCounter] = {}
        self._counts: dict[tuple[str, str, Blocks, int, bool, Demands], Count] = {}
        self._walked: dict[tuple[str, str, Blocks, Demands], tuple[FalseChain, ...]] = {}
        self._of_sign: dict[tuple[str, str, Blocks, int, Demands], tuple[int, ...]] = {}
        self._layered: dict[tuple[tuple[int, ...], Edges | None, bool], LayeredGraph] = {}

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
    def in_people(self) -> Edges:
        """The edges that at least one study of people supports."""
        return frozenset(ends for ends, edge in self.edges.items() if is_found(self.map, edge, Gate.HUMAN))

    def _closed(self, gate: Gate) -> Edges:
        """The edges that fail a gate."""
        if gate not in self._fails:
            failing = (ends for ends, edge in self.edges.items() if not passes(self.map, edge, gate))
            self._fails[gate] = frozenset(failing)
        return self._fails[gate]

    @cached_property
    def proposed(self) -> Edges:
        """The edges that nothing supports."""
        return frozenset(ends for ends, edge in self.edges.items() if edge.status is Status.PROPOSED)

    def demands(self, through: Iterable[str], max_steps: int | None) -> Demands:
        """What a path must do, given as ids and as the most steps it may take; ``None`` for any number."""
        # No path is longer than there are nodes: a larger number demands nothing.
        most = ANY_LENGTH if max_steps is None or max_steps >= len(self.ids) - 1 else max_steps
        return Demands(tuple(sorted({self.number[name] for name in through})), most)

    def counter(
        self, blocks: Blocks, sharers: int = 1, false_too: bool = False, demands: Demands = NO_DEMANDS
    ) -> PathCounter:
        """The counter for one blocking, kept for the next question.

        Args:
            blocks: what not to use.
            sharers: how many such counters share the steps that one may take.
            false_too: whether paths that are false as wholes count as well.
            demands: what every path that counts must do.
        """
        chains = NONE if false_too else self.false_chains
        key = blocks, sharers, bool(chains), demands
        counter = self._counters.get(key)
        if counter is None:
            _make_room(self._counters)
            counter = self._counters[key] = PathCounter(self.graph, blocks, sharers, chains, demands)
        return counter

    def count(
        self,
        source: str,
        target: str,
        blocks: Blocks,
        sharers: int = 1,
        false_too: bool = False,
        demands: Demands = NO_DEMANDS,
    ) -> Count:
        """The number of simple paths between two different nodes, kept for the next question.

        Arguments beside the two ends are those of :meth:`counter`.
        """
        if not blocks.nodes.isdisjoint(demands.through):
            return Count(0)
        key = source, target, blocks, sharers, false_too, demands
        count = self._counts.get(key)
        if count is None:
            _make_room(self._counts, MOST_COUNTS)
            counter = self.counter(blocks, sharers, false_too, demands)
            count = self._counts[key] = counter.between(self.number[source], self.number[target])
        return count

    def walks(
        self,
        source: str,
        target: str,
        blocks: Blocks,
        via: Edges | None = None,
        steps: Steps | None = None,
        demands: Demands = NO_DEMANDS,
        sign: int | None = None,
    ) -> Iterator[tuple[int, tuple[int, ...]]]:
        """The ranked simple paths between two nodes: ``(cost, node numbers)``; false ones are passed over.

        Args:
            source: id of the start.
            target: id of the target.
            blocks: what not to use.
            via: edges of which a path must use at least one.
            steps: what the search may spend; without it, whatever it takes.
            demands: what a path must do beside.
            sign: to what its effects must multiply, 1 or -1.

        Raises:
            OutOfSteps: the steps were spent before the next path was found.
        """
        start, end = self.number[source], self.number[target]
        through = demands.besides(start, end).through
        if not blocks.nodes.isdisjoint(through):
            return iter(())
        if not through and via is None and sign is None:
            tree, size = self.graph.tree(end), None
        else:
            layers = self._layers(through, via, sign is not None)
            copy, size = layers.done[sign == -1], layers.size
            if copy is None:
                return iter(())
            tree = layers.graph.tree(end + size * copy)
        walks = ranked_simple_paths(
            tree,
            start,
            blocks,
            base=size,
            false_chains=self.false_chains,
            steps=steps,
            most=demands.most,
        )
        return ((cost, tuple(node % size for node in nodes)) for cost, nodes in walks) if size else walks

    def best_of_sign(
        self,
        source: str,
        target: str,
        blocks: Blocks,
        sign: int,
        steps: Steps,
        demands: Demands = NO_DEMANDS,
    ) -> tuple[int, ...] | None:
        """The best simple path whose effects multiply to a sign, 1 or -1, kept for the next question.

        ``None`` when there is no such path, or the steps were spent before one was found.
        """
        key = source, target, blocks, sign, demands
        found = self._of_sign.get(key)
        if found is None:
            _make_room(self._of_sign, MOST_COUNTS)
            try:
                _, found = next(self.walks(source, target, blocks, None, steps, demands, sign), (0, ()))
            except OutOfSteps:
                found = ()
            self._of_sign[key] = found
        return found or None

    def _layers(self, through: tuple[int, ...], via: Edges | None, by_sign: bool) -> LayeredGraph:
        """Copies of the graph on which paths keep account of what they have done, kept likewise."""
        key = through, via, by_sign
        layers = self._layered.get(key)
        if layers is None:
            _make_room(self._layered)
            turning = self._lowering if by_sign else frozenset()
            layers = self._layered[key] = layered_graph(self.graph, through, via, turning)
        return layers

    @cached_property
    def _lowering(self) -> Edges:
        return frozenset(ends for ends, edge in self.edges.items() if edge.effect.sign < 0)

    def walked_chains(
        self, source: str, target: str, blocks: Blocks, demands: Demands = NO_DEMANDS
    ) -> tuple[FalseChain, ...]:
        """The false chains of the map that a simple path between two nodes would walk, kept as counts are."""
        key = source, target, blocks, demands
        walked = self._walked.get(key)
        if walked is None:
            _make_room(self._walked)
            walked = self._walked[key] = tuple(
                chain
                for chain in self.map.header.false_chains
                if passes_in_order(
                    self.graph,
                    [self.number[name] for name in (source, *chain.stops, target)],
                    blocks,
                    demands,
                )
            )
        return walked

    def on_walks(self, source: str, target: str, demands: Demands) -> set[tuple[int, int]]:
        """The edges on walks between two nodes that do what is demanded; a walk may come by twice.

        What is on no such walk is on no path either, and that is told without a search.

        Raises:
            OutOfSteps: the nodes to pass can be passed in too many orders.
        """
        start, end = self.number[source], self.number[target]
        layers = self._layers(demands.besides(start, end).through, None, False)
        return layers.on_walks(start, end, demands.most)

    def into(self, nodes: Iterable[str]) -> Edges:
        """The edges that lead into any of the given nodes."""
        numbers = {self.number[name] for name in nodes}
        return frozenset(ends for ends in self.edges if ends[1] in numbers)


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
