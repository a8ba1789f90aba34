"""Ranked causal paths: the question the product exists for.

Order: fewest *very-low* steps first, then fewest *low*, *moderate*, *high*; so the shorter path wins a
tie (``graph.paths.ranking``). Routes keep hundreds of paths readable: a path belongs to the first route of
the map that it passes through, else to ``other``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from graph.answers.answer import PathAnswer
from graph.answers.arguments import require_route
from graph.evidence.gates import passes
from graph.paths.causal_path import Broken, CausalPath, RouteCount
from graph.paths.counting import Count
from graph.paths.k_best_paths import Blocks
from graph.paths.path_index import PathIndex, path_index_of
from graph.paths.ranking import COSTS
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
    routes = tuple(question.routes())
    count = question.count(routes)
    paths = tuple(islice(question.paths(), limit)) if routes else ()
    best = paths[0] if paths else next(question.paths(), None) if routes else None
    broken = question.broken(count)
    words = verdict(
        question.source, question.target, routes, count, best, question.gate, question.blocked, broken
    )
    return PathAnswer(
        question.source,
        question.target,
        question.gate,
        tuple(node.id for node in question.blocked),
        count,
        routes,
        paths,
        words,
        broken,
        question.map,
    )


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
    counts = question.index.counter(question.blocks).from_source(question.index.number[question.source.id])
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
        self.blocked = [causal_map.node[name] for name in resolve_all(causal_map, block)]
        self.blocks = self.index.blocks(self.gate, [node.id for node in self.blocked])

    def paths(self) -> Iterator[CausalPath]:
        """All paths in rank order; the empty path from a node to itself does not count."""
        if self.source.id == self.target.id:
            return
        for walk in self.index.walks(self.source.id, self.target.id, self.blocks):
            yield self._path(walk)

    def paths_of(self, route_id: str) -> Iterator[CausalPath]:
        """The paths of one route: through it, and through none of the routes named before it."""
        if self.source.id == self.target.id:
            return
        for route, blocks, on_route in self._divisions():
            if route.id != route_id:
                continue
            via = None if route is OTHER or self.source.id in on_route else self.index.into(on_route)
            for walk in self.index.walks(self.source.id, self.target.id, blocks, via):
                yield self._path(walk)

    def broken_paths(self) -> Iterator[CausalPath]:
        """The paths that use at least one step the gate refuses."""
        if self.source.id == self.target.id or not self.blocks.edges:
            return
        open_to_all = Blocks(self.blocks.nodes)
        for walk in self.index.walks(self.source.id, self.target.id, open_to_all, self.blocks.edges):
            yield self._path(walk)

    def broken(self, left: Count) -> Broken | None:
        """What the gate takes away, given how many paths it leaves."""
        best = next(self.broken_paths(), None)
        at = first_break(self.map, best, self.gate) if best else None
        if best is None or at is None:
            return None
        of = self._count(Blocks(self.blocks.nodes))
        return Broken(of - left, of, best, at)

    def routes(self) -> Iterable[RouteCount]:
        """The routes that have paths, the one with the best path first."""
        found: list[tuple[int, int, RouteCount]] = []
        divisions = list(self._divisions())
        counts = [self._count(blocks) for _, blocks, _ in divisions]
        for at, (route, _, _) in enumerate(divisions):
            after = counts[at + 1] if at + 1 < len(counts) else Count(0)
            count = counts[at] - after
            paths = self.paths_of(route.id) if count.total or not count.exact else iter(())
            best = next(paths, None)
            if best is not None:
                listed = 0 if count.exact else 1 + sum(1 for _ in islice(paths, MOST_LISTED - 1))
                total = max(count.total, listed)
                rank = sum(COSTS[step.certainty] for step in best.steps)
                found.append(
                    (rank, at, RouteCount(route.id, route.name, route.about, total, count.exact, best))
                )
        return [route for _, _, route in sorted(found, key=lambda item: item[:2])]

    def count(self, routes: Iterable[RouteCount]) -> Count:
        """All paths: counted as a whole, or the sum over the routes where that says more."""
        whole = self._count(self.blocks)
        if whole.exact:
            return whole
        return Count(max(whole.total, sum(route.total for route in routes)), False)

    def _count(self, blocks: Blocks) -> Count:
        if self.source.id == self.target.id:
            return Count(0)
        counts = self.index.counter(blocks).from_source(self.index.number[self.source.id])
        return counts.get(self.index.number[self.target.id], Count(0))

    def _divisions(self) -> Iterator[tuple[Route, Blocks, frozenset[str]]]:
        """Each route with what its paths must not use: the nodes of the routes before it."""
        closed: frozenset[int] = self.blocks.nodes
        for route in (*self.map.header.routes, OTHER):
            through = frozenset(route.through if route is not OTHER else ())
            yield route, Blocks(closed, self.blocks.edges), through
            closed |= {self.index.number[name] for name in through}

    def _path(self, walk: tuple[int, ...]) -> CausalPath:
        nodes = tuple(self.index.ids[number] for number in walk)
        steps = tuple(self.index.edges[ends] for ends in pairwise(walk))
        visited = set(nodes)
        route = next((route.id for route in self.map.header.routes if visited & set(route.through)), OTHER.id)
        return CausalPath(
            nodes,
            tuple(self.map.node[name] for name in nodes),
            steps,
            route,
            sum(ends in self.index.in_people for ends in pairwise(walk)),
        )
