"""Ranked causal paths: the question the product exists for.

Order: fewest *very-low* steps first, then fewest *low*, *moderate*, *high*; so the shorter path wins a
tie (``graph.paths.ranking``). Routes keep hundreds of paths readable: a path belongs to the first route of
the map that it passes through, else to ``other``. All searches of a question share a number of steps
(``graph.answers.path_search``); what they leave open on a tangled map, the answer says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice, pairwise

from graph.answers.answer import PathAnswer
from graph.answers.arguments import require_route
from graph.answers.path_numbers import DEEPEST, place_of
from graph.answers.path_search import Division, Found, PathSearch, Walk
from graph.evidence.gates import passes
from graph.paths.causal_path import Broken, CausalPath, RouteCount
from graph.paths.counting import Count
from graph.paths.path_index import PathIndex, path_index_of
from graph.paths.ranking import COSTS
from graph.paths.steps import OutOfSteps
from graph.records.arguments import require_limit, require_map, require_word
from graph.records.causal_map import CausalMap
from graph.records.edge import Edge
from graph.records.header import OTHER_ROUTE, Route
from graph.records.vocabulary import Gate
from graph.search.nodes import NodeName, resolve, resolve_all
from graph.words.explain import require_path
from graph.words.verdict import verdict

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


def causal_paths(
    causal_map: CausalMap,
    source: NodeName,
    target: NodeName | None = None,
    *,
    limit: int | None = 10,
    gate: str = Gate.EVERYTHING,
    block: NodeName | Iterable[NodeName] = (),
) -> PathAnswer:
    """The best causal paths from ``source`` to ``target``.

    Args:
        causal_map: the map.
        source: the start: id, name, synonym or record.
        target: the target, likewise; the map's default target when left out.
        limit: how many paths to return at most, best first; ``None`` for all. All are counted anyway.
        gate: the least evidence accepted of a step: ``everything``, ``human`` or ``trials``.
        block: a node that is supposed not to happen, or several.

    Raises:
        UnknownNode: a name leads to no node; the error suggests the nearest ones.
        TypeError: an argument is of the wrong sort.
        ValueError: the gate is not one of the three, or ``limit`` is negative.
    """
    question = _Question(causal_map, source, target, gate, block)
    limit = require_limit(limit)
    undecided: list[str] = []
    routes = tuple(question.routes(undecided))
    paths: list[CausalPath] = []
    cut_short = False
    try:
        paths += islice(question.paths(), limit)
    except OutOfSteps:
        cut_short = True
    count = question.count(routes)
    broken = question.broken(undecided)
    words = verdict(
        question.source,
        question.target,
        routes if causal_map.header.routes else (),
        count,
        routes[0].best if routes else None,
        question.gate,
        question.blocked,
        broken,
        undecided,
    )
    return PathAnswer(
        question.source,
        question.target,
        question.gate,
        tuple(node.id for node in question.blocked),
        count,
        routes,
        tuple(paths),
        words,
        broken,
        tuple(undecided),
        cut_short,
        question.map,
    )


def numbered_path(
    causal_map: CausalMap,
    source: NodeName,
    target: NodeName | None,
    number: int,
    *,
    gate: str = Gate.EVERYTHING,
    block: NodeName | Iterable[NodeName] = (),
) -> CausalPath | None:
    """The causal path of a number, which is the same everywhere; ``None`` when there is none to show.

    Arguments are those of ``causal_paths``; the number counts from 1, as in ``PathAnswer.numbers``.

    Raises:
        OutOfSteps: the search ended before it came to that path.
    """
    question = _Question(causal_map, source, target, gate, block)
    route, place = place_of(question.routes([]), number) or ("", 0)
    if not route or place > DEEPEST:
        return None
    return next(islice(question.paths_of(route), place - 1, None), None)


def route_paths(
    causal_map: CausalMap,
    source: NodeName,
    target: NodeName | None,
    route: str | Route | RouteCount,
    *,
    gate: str = Gate.EVERYTHING,
    block: NodeName | Iterable[NodeName] = (),
) -> Iterator[CausalPath]:
    """The causal paths of one route, best first and lazily.

    Args:
        causal_map: the map.
        source: the start, as ``causal_paths`` takes it.
        target: the target, likewise; ``None`` for the map's default target.
        route: a route of the map or of an answer, or its id; ``other`` for the paths on none of them.
        gate: the least evidence accepted of a step.
        block: a node that is supposed not to happen, or several.

    Raises:
        UnknownNode, TypeError: as ``causal_paths`` does.
        ValueError: the map has no such route, or the gate is not one of the three.
        OutOfSteps: behind the last path, when the search ended early and there may be more.
    """
    question = _Question(causal_map, source, target, gate, block)
    return question.paths_of(require_route(question.map, route))


def broken_paths(
    causal_map: CausalMap,
    source: NodeName,
    target: NodeName | None,
    *,
    gate: str,
    block: NodeName | Iterable[NodeName] = (),
) -> Iterator[CausalPath]:
    """The causal paths that a gate breaks, best first and lazily.

    Arguments and errors are those of ``causal_paths``; a gate must be given.

    Raises:
        OutOfSteps: behind the last path, when the search ended early and there may be more.
    """
    return _Question(causal_map, source, target, gate, block).broken_paths()


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


def reachable_targets(
    causal_map: CausalMap,
    source: NodeName,
    *,
    gate: str = Gate.EVERYTHING,
    block: NodeName | Iterable[NodeName] = (),
) -> dict[str, Count]:
    """Every node that ``source`` reaches, by id, with the number of causal paths to it.

    Arguments and errors are those of ``causal_paths``.
    """
    question = _Question(causal_map, source, None, gate, block)
    counter = question.index.counter(question.index.blocks(question.gate, question.block))
    counts = counter.from_source(question.index.number[question.source.id])
    return {question.index.ids[number]: count for number, count in counts.items() if count.total}


class _Question:
    """One question with its names resolved."""

    def __init__(
        self,
        causal_map: CausalMap,
        source: NodeName,
        target: NodeName | None,
        gate: str,
        block: NodeName | Iterable[NodeName],
    ) -> None:
        self.map = require_map(causal_map)
        self.index: PathIndex = path_index_of(causal_map)
        self.source = causal_map.node[resolve(causal_map, source)]
        self.target = causal_map.node[
            causal_map.header.default_target if target is None else resolve(causal_map, target)
        ]
        self.gate = require_word(gate, Gate)
        self.block = resolve_all(causal_map, block)
        self.blocked = [causal_map.node[name] for name in self.block]
        self.asks_for_nothing = self.source.id == self.target.id

    @cached_property
    def search(self) -> PathSearch:
        """What is searched for between the two ends, the empty path from a node to itself not among it."""
        other = OTHER if self.map.header.routes else ALL
        return PathSearch(self.index, self.source.id, self.target.id, self.gate, self.block, other)

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
                undecided.append(f"whether a path takes the {division.route.name.lower()}")
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
        nodes = tuple(self.index.ids[number] for number in walk)
        return CausalPath(
            nodes,
            tuple(self.map.node[name] for name in nodes),
            tuple(self.index.edges[ends] for ends in pairwise(walk)),
            self.search.route_of(walk).id,
            sum(ends in self.index.in_people for ends in pairwise(walk)),
        )
