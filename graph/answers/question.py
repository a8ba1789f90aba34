"""One question with its names resolved: what is searched for, and what of it makes an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise

from graph.answers.found import Found, Walk
from graph.answers.path_search import Division, PathSearch
from graph.evidence.gates import passes
from graph.paths.causal_path import Broken, CausalPath, RouteCount
from graph.paths.counting import Count
from graph.paths.demands import require_max_steps
from graph.paths.path_index import PathIndex, path_index_of
from graph.paths.ranking import COSTS
from graph.paths.steps import OutOfSteps
from graph.records.arguments import require_map, require_switch, require_word
from graph.records.causal_map import CausalMap
from graph.records.edge import Edge
from graph.records.header import OTHER_ROUTE, FalseChain, Route
from graph.records.vocabulary import Gate, Kind
from graph.search.nodes import NodeName, resolve, resolve_all
from graph.words.explain import require_path
from graph.words.verdict import Asked, Whole

OTHER = Route(
    id=OTHER_ROUTE,
    name="Other routes",
    about="Paths that pass through none of the named routes.",
    through=("none",),
)

ALL = OTHER.model_copy(update={"name": "All paths", "about": "Every causal path; the map names no routes."})
"""The same on a map without routes."""

MOST_LISTED = 100
"""Where counting stopped, so many paths of a route are listed instead, to say "more than" truly."""


class Question:
    """One question with its names resolved."""

    def __init__(
        self,
        causal_map: CausalMap,
        source: NodeName,
        target: NodeName | None,
        gate: str,
        block: NodeName | Iterable[NodeName],
        proposed: bool = False,
        through: NodeName | Iterable[NodeName] = (),
        max_steps: int | None = None,
    ) -> None:
        self.map = require_map(causal_map)
        self.with_proposed = require_switch(proposed, "proposed")
        self.index: PathIndex = path_index_of(causal_map, proposed)
        self.source = causal_map.node[resolve(causal_map, source)]
        self.target = causal_map.node[
            causal_map.header.default_target if target is None else resolve(causal_map, target)
        ]
        self.gate = require_word(gate, Gate)
        self.block = resolve_all(causal_map, block)
        self.blocked = [causal_map.node[name] for name in self.block]
        self.through = [causal_map.node[name] for name in resolve_all(causal_map, through)]
        self.max_steps = require_max_steps(max_steps)
        self.demands = self.index.demands((node.id for node in self.through), self.max_steps)
        self.asks_for_nothing = self.source.id == self.target.id

    @cached_property
    def search(self) -> PathSearch:
        """What is searched for between the two ends, the empty path from a node to itself not among it."""
        return self._search_in(self.index)

    @cached_property
    def search_with_proposed(self) -> PathSearch:
        """The same with the claims that nothing supports as steps."""
        return self.search if self.with_proposed else self._search_in(path_index_of(self.map, True))

    def _search_in(self, index: PathIndex) -> PathSearch:
        other = OTHER if self.map.header.routes else ALL
        ends = self.source.id, self.target.id
        demands = self.demands.besides(*(index.number[name] for name in ends))
        return PathSearch(index, *ends, self.gate, self.block, other, demands)

    def paths(self) -> Iterator[CausalPath]:
        """All paths in rank order."""
        return iter(()) if self.asks_for_nothing else map(self._path, self.search.walks())

    def paths_of(self, route_id: str) -> Iterator[CausalPath]:
        """The paths of one route: through it, and through none of the routes named before it."""
        if self.asks_for_nothing:
            return iter(())
        found = (each.found for each in self.search.divisions if each.route.id == route_id)
        return self._paths(next(found, None))

    def broken_paths(self) -> Iterator[CausalPath]:
        """The paths that use at least one step the gate refuses."""
        return iter(()) if self.asks_for_nothing else self._paths(self.search.broken)

    def proposed_paths(self) -> Iterator[CausalPath]:
        """The paths that need at least one step that nothing supports."""
        if self.asks_for_nothing:
            return iter(())
        search = self.search_with_proposed
        return (self._path_in(search, walk) for walk in search.proposed.walks())

    def proposed(self) -> Count:
        """How many paths need a step that nothing supports."""
        return Count(0) if self.asks_for_nothing else self.search_with_proposed.count_of_proposed

    def left_out(self) -> Count:
        """How many paths are left out because they are false as wholes."""
        return Count(0) if self.asks_for_nothing else self.search.count_of_false

    def whole(self, best: CausalPath | None) -> Whole:
        """What is known of the two ends beside the best path between them, if there is one."""
        subject = self.map.node[self.map.header.default_start]
        looked_at = subject not in (self.source, self.target) and self.source.kind is not Kind.TREATMENT
        # Under a demand it would tell of what was asked and not of the map.
        looked_at = looked_at and not (self.asks_for_nothing or self.search.demands)
        through = looked_at and self.search.all_pass(subject.id)
        other = self.search.best_of_sign(-1 if best.sign == "+" else 1) if best else None
        return Whole(
            self.map.edge_between(self.source.id, self.target.id),
            subject if through else None,
            self._path(other) if other else None,
        )

    def false_chains(self) -> tuple[FalseChain, ...]:
        """The false chains of the map that a path between the two ends would walk."""
        ends = self.source.id, self.target.id
        return self.index.walked_chains(*ends, self.search.blocks, self.search.demands)

    def asked(self, count: Count, broken: Broken | None) -> Asked:
        """What the paths were asked to do, and how many there are without that where none does it."""
        otherwise = None
        if count == Count(0) and broken is None and not self.asks_for_nothing and self.search.demands:
            otherwise = self.index.count(self.source.id, self.target.id, self.search.blocks)
        return Asked(tuple(self.through), self.max_steps, otherwise)

    def broken(self, undecided: list[str]) -> Broken | None:
        """What the gate takes away; into ``undecided`` goes what the search left open."""
        try:
            best = next(self.broken_paths(), None)
        except OutOfSteps:
            undecided.append(f"whether {self.gate.label} only breaks a path")
            return None
        at = first_break(self.map, best, self.gate) if best else None
        if best is None or at is None:
            return None
        of = self.search.count_without_gate
        return Broken(of - self.search.count, of, best, at)

    def routes(self, undecided: list[str]) -> list[RouteCount]:
        """The routes that have paths, the one with the best path first.

        Args:
            undecided: what the search left open is added to it, in words.
        """
        routes = []
        for division in () if self.asks_for_nothing else self.search.divisions:
            try:
                route = self._route(division)
            except OutOfSteps:
                undecided.append(f"whether a path belongs to “{division.route.name}”")
            else:
                routes += [route] if route else []
        return sorted(routes, key=lambda route: sum(COSTS[step.certainty] for step in route.best.steps))

    def _route(self, division: Division) -> RouteCount | None:
        paths = self._paths(division.found)
        best = next(paths, None)
        if best is None:
            return None
        route, count = division.route, division.count
        listed = 1
        try:
            while not count.exact and listed < MOST_LISTED and next(paths, None):
                listed += 1
        except OutOfSteps:
            pass
        return RouteCount(route.id, route.name, route.about, max(count.total, listed), count.exact, best)

    def count(self, routes: Iterable[RouteCount]) -> Count:
        """All paths: counted as a whole, or the sum over the routes where that says more."""
        if self.asks_for_nothing:
            return Count(0)
        whole = self.search.count
        if whole.exact:
            return whole
        return Count(max(whole.total, sum(route.total for route in routes)), False)

    def _paths(self, found: Found | None) -> Iterator[CausalPath]:
        return map(self._path, found.walks() if found else ())

    def _path(self, walk: Walk) -> CausalPath:
        return self._path_in(self.search, walk)

    def _path_in(self, search: PathSearch, walk: Walk) -> CausalPath:
        index = search.index
        nodes = tuple(index.ids[number] for number in walk)
        return CausalPath(
            nodes,
            tuple(self.map.node[name] for name in nodes),
            tuple(index.edges[ends] for ends in pairwise(walk)),
            search.route_of(walk).id,
            sum(ends in index.in_people for ends in pairwise(walk)),
        )


def first_break(causal_map: CausalMap, path: CausalPath, gate: str) -> Edge | None:
    """The first step of a path that fails a gate, or ``None``.

    Args:
        causal_map: the map.
        path: a path of an answer.
        gate: the least evidence accepted of a step.

    Raises:
        TypeError: an argument is of the wrong sort.
        ValueError: the gate is not one of the three.
    """
    causal_map, steps, least = require_map(causal_map), require_path(path).steps, require_word(gate, Gate)
    return next((step for step in steps if not passes(causal_map, step, least)), None)
