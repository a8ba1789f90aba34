"""All searches of one question, each within its share of the question's steps.

The paths of a route are searched for on two copies of the map, before and after the route's nodes. Whether
such a path exists at all is hard to tell on a tangled map, so that search may spend its share in vain. Then
the paths of the whole question are listed by rank, which is never hard, and those of the route are picked
out, until the share of that is spent too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from itertools import pairwise

from graph.answers.found import Found, Ranked, Walk
from graph.paths.counting import Count
from graph.paths.demands import NO_DEMANDS, Demands
from graph.paths.k_best_paths import Blocks
from graph.paths.layered_graph import Edges
from graph.paths.path_index import PathIndex
from graph.paths.reach import Span, on_paths
from graph.paths.steps import OutOfSteps, Steps
from graph.records.header import Route
from graph.records.vocabulary import Gate

MOST_STEPS = 400_000
"""Steps that the searches of one question may take before a path is found; they share them evenly."""

FOR_EACH_PATH = 500
"""Steps that each path found allows in addition, so that a long list may take longer."""

FOR_EACH_EDGE = 4
"""Steps for each edge of the map on top, where no route is asked for: so the best path is always found."""

AT_FIRST = 2_000
"""Steps for the first path of a route before it is asked whether there can be one."""


@dataclass(frozen=True, slots=True)
class Division:
    """The paths that belong to one route.

    Attributes:
        route: the route.
        blocks: what they must not use, the nodes of the routes before it among that.
        via: the edges of which they must use one; ``None`` where every path that is left belongs to it.
        count: how many there are.
        found: the paths.
    """

    route: Route
    blocks: Blocks
    via: Edges | None
    count: Count
    found: Found


class PathSearch:
    """The searches of one question between two different nodes."""

    def __init__(
        self,
        index: PathIndex,
        source: str,
        target: str,
        gate: Gate,
        block: Sequence[str],
        other: Route,
        demands: Demands = NO_DEMANDS,
    ) -> None:
        """Take up a question; nothing is searched for yet."""
        self.index = index
        self._source, self._target, self._gate = source, target, gate
        self._routes = (*index.map.header.routes, other)
        self.blocks = index.blocks(gate, block)
        self.demands = demands
        # Each route, the whole list, and two more for what the gate breaks; beside them the other sign.
        self._share = MOST_STEPS // (len(self._routes) + 3)

    @cached_property
    def count(self) -> Count:
        """How many paths there are."""
        return self._count(self.blocks)

    @cached_property
    def count_without_gate(self) -> Count:
        """How many there would be if the gate were open."""
        return self._count(Blocks(self.blocks.nodes))

    @cached_property
    def count_of_false(self) -> Count:
        """How many paths more there would be if those that are false as wholes counted."""
        if not self.index.false_chains:
            return Count(0)
        return self._count(self.blocks, false_too=True) - self.count

    def all_pass(self, name: str) -> bool:
        """Whether there are paths, and surely every one of them passes a node."""
        past = Blocks(self.blocks.nodes | {self.index.number[name]}, self.blocks.edges)
        return self.count.total > 0 and self._count(past) == Count(0)

    def best_of_sign(self, sign: int) -> tuple[int, ...] | None:
        """The best path whose effects multiply to a sign, 1 or -1; ``None`` when none was found."""
        steps = Steps(self._share)
        return self.index.best_of_sign(self._source, self._target, self.blocks, sign, steps, self.demands)

    @cached_property
    def count_of_proposed(self) -> Count:
        """How many paths use a step that nothing supports."""
        proposed = self.index.proposed
        if proposed <= self.blocks.edges:
            return Count(0)
        return self.count - self._count(Blocks(self.blocks.nodes, self.blocks.edges | proposed))

    @cached_property
    def proposed(self) -> Found:
        """The paths that use at least one step that nothing supports."""
        proposed = self.index.proposed - self.blocks.edges
        whole = Found(self._plain(self.blocks, 0), self.count)

        def uses_one(walk: Walk) -> bool:
            return not proposed.isdisjoint(pairwise(walk))

        search = self._through(proposed, self.blocks, self._gate, whole, uses_one)
        return Found(search, self.count_of_proposed)

    @cached_property
    def divisions(self) -> list[Division]:
        """The paths by route, in the order of the map."""
        index, closed = self.index, self.blocks.nodes
        asked: list[tuple[Route, Blocks, Edges | None]] = []
        for route in self._routes[:-1]:
            via = None if self._source in route.through else index.into(route.through)
            asked.append((route, Blocks(closed, self.blocks.edges), via))
            closed |= {index.number[name] for name in route.through}
        asked.append((self._routes[-1], Blocks(closed, self.blocks.edges), None))
        counts = [self.count, *(self._count(blocks, len(asked) - 1) for _, blocks, _ in asked[1:]), Count(0)]
        whole = Found(self._plain(self.blocks, 0), self.count)
        divisions = []
        for at, (route, blocks, via) in enumerate(asked):
            count = counts[at] - counts[at + 1]
            search = (
                self._plain(blocks, FOR_EACH_PATH)
                if via is None
                else self._through(via, blocks, self._gate, whole, self._belongs_to(route))
            )
            divisions.append(Division(route, blocks, via, count, Found(search, count)))
        return divisions

    def walks(self) -> Iterator[Walk]:
        """All paths by rank; of equal ones those of the earlier route first, each route's in its own order.

        Raises:
            OutOfSteps: behind the last whose rank is sure.
        """
        searches = [division.found for division in self.divisions]
        return (walk for _, walk in merge(*searches, key=lambda item: item[0]) if walk is not None)

    @cached_property
    def broken(self) -> Found:
        """The paths that use at least one step the gate refuses."""
        failing, nodes = self.blocks.edges, Blocks(self.blocks.nodes)
        count = self.count_without_gate - self.count if failing else Count(0)
        whole = Found(self._plain(nodes, 0), self.count_without_gate)

        def breaks(walk: Walk) -> bool:
            return not failing.isdisjoint(pairwise(walk))

        return Found(self._through(failing, nodes, Gate.EVERYTHING, whole, breaks), count)

    def route_of(self, walk: Walk) -> Route:
        """The first route of the map that a walk passes through."""
        visited = {self.index.ids[number] for number in walk}
        return next(
            (route for route in self._routes if not visited.isdisjoint(route.through)), self._routes[-1]
        )

    def _belongs_to(self, route: Route) -> Callable[[Walk], bool]:
        return lambda walk: self.route_of(walk) is route

    def _count(self, blocks: Blocks, sharers: int = 1, false_too: bool = False) -> Count:
        count = self.index.count(self._source, self._target, blocks, sharers, false_too, self.demands)
        return count if count.exact or not self._cannot_be(blocks) else Count(0)

    def _cannot_be(self, blocks: Blocks) -> bool:
        """Whether surely no path does what is demanded; asked where a search or a count came to no end."""
        if not self.demands:
            return False
        index = self.index
        try:
            if not index.on_walks(self._source, self._target, self.demands):
                return True
        except OutOfSteps:
            return False
        span = self._span(blocks, self._gate if self.blocks.edges <= blocks.edges else Gate.EVERYTHING)
        doubtful = (index.map.edge[name] for name in span.undecided)
        owed = {index.ids[number] for number in self.demands.through}
        return not owed <= span.nodes | {end for edge in doubtful for end in (edge.source, edge.target)}

    def _plain(self, blocks: Blocks, for_each_path: int) -> Ranked:
        """The paths that avoid something."""
        lengths = self.demands.most if self.demands.limited else 1
        steps = Steps(self._share + FOR_EACH_EDGE * lengths * len(self.index.edges))
        try:
            for item in self._walks(blocks, None, steps):
                yield item
                steps.earn(for_each_path)
        except OutOfSteps:
            if not self._cannot_be(blocks):
                raise

    def _through(
        self, via: Edges, blocks: Blocks, gate: Gate, whole: Found, is_one: Callable[[Walk], bool]
    ) -> Ranked:
        """The paths that use one of some edges: searched for, and where that fails picked out of all."""
        steps = Steps(min(AT_FIRST, self._share))
        search = self._walks(blocks, via, steps)
        given: set[Walk] = set()
        cost = 0
        try:
            first = next(search, None)
        except OutOfSteps:
            if self._cannot_be(blocks) or not self._may_use(via, blocks, gate):
                return
            steps = Steps(self._share)
            search = self._walks(blocks, via, steps)
        else:
            if first is None:
                return
            cost = first[0]
            given.add(first[1])
            yield first
            steps.earn(self._share)
        try:
            for cost, walk in search:
                given.add(walk)
                yield cost, walk
                steps.earn(FOR_EACH_PATH)
            return
        except OutOfSteps:
            pass
        for at_least, one in whole:
            cost = max(cost, at_least)
            yield cost, one if one is not None and one not in given and is_one(one) else None

    def _may_use(self, via: Edges, blocks: Blocks, gate: Gate) -> bool:
        """Whether a path may lead along one of some edges; False only where it is sure."""
        span = self._span(blocks, gate)
        return not (span.edges | span.undecided).isdisjoint(self.index.edges[ends].id for ends in via)

    def _walks(self, blocks: Blocks, via: Edges | None, steps: Steps) -> Iterator[tuple[int, Walk]]:
        """The walks under the demands; like the search itself, its preparation waits for the first reader."""
        yield from self.index.walks(self._source, self._target, blocks, via, steps, self.demands)

    def _span(self, blocks: Blocks, gate: Gate) -> Span:
        """What lies on any path, whatever is demanded of it."""
        index = self.index
        block = [index.ids[number] for number in blocks.nodes]
        return on_paths(
            index.map, self._source, self._target, gate=gate, block=block, proposed=bool(index.proposed)
        )
