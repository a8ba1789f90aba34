"""Ranked causal paths: the question the product exists for.

A step is an edge that evidence or a definition supports; a path that is false as a whole is no answer.
Order: fewest *very-low* steps first, then fewest *low*, *moderate*, *high*; so the shorter path wins a tie
(``graph.paths.ranking``). Routes keep hundreds of paths readable: a path belongs to the first route of the
map that it passes through, else to ``other``. All searches of a question share a number of steps
(``graph.answers.path_search``); what they leave open on a tangled map, the answer says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from graph.answers.answer import PathAnswer
from graph.answers.arguments import require_route
from graph.answers.path_numbers import DEEPEST, place_of
from graph.answers.question import Question
from graph.paths.causal_path import CausalPath, RouteCount
from graph.paths.counting import Count
from graph.paths.steps import OutOfSteps
from graph.records.arguments import require_limit
from graph.records.causal_map import CausalMap
from graph.records.header import Route
from graph.records.vocabulary import Gate
from graph.search.nodes import NodeName
from graph.words.verdict import Apart, verdict


def causal_paths(
    causal_map: CausalMap,
    source: NodeName,
    target: NodeName | None = None,
    *,
    limit: int | None = 10,
    gate: str = Gate.EVERYTHING,
    block: NodeName | Iterable[NodeName] = (),
    proposed: bool = False,
    through: NodeName | Iterable[NodeName] = (),
    max_steps: int | None = None,
) -> PathAnswer:
    """The best causal paths from ``source`` to ``target``.

    Args:
        causal_map: the map.
        source: the start: id, name, synonym or record.
        target: the target, likewise; the map's default target when left out.
        limit: how many paths to return at most, best first; ``None`` for all. All are counted anyway.
        gate: the least evidence accepted of a step: ``everything``, ``human`` or ``trials``.
        block: a node that is supposed not to happen, or several.
        proposed: whether claims that nothing supports are steps too. Without it the paths that need one are
            only counted; claims that were tested in vain or refuted are never a step.
        through: a node that the paths must pass, or several; all of them, in any order.
        max_steps: how many steps a path may have at most; ``None`` for any number.

    Raises:
        UnknownNode: a name leads to no node; the error suggests the nearest ones.
        TypeError: an argument is of the wrong sort.
        ValueError: the gate is not one of the three, ``limit`` is negative, or ``max_steps`` is less than 1
            or huge.
    """
    question = Question(causal_map, source, target, gate, block, proposed, through, max_steps)
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
    needing, left_out = question.proposed(), question.left_out()
    best = routes[0].best if routes else None
    words = verdict(
        question.source,
        question.target,
        routes if causal_map.header.routes else (),
        count,
        best,
        question.gate,
        question.blocked,
        broken,
        undecided,
        Apart(needing, proposed, left_out),
        question.whole(best),
        question.asked(count, broken),
    )
    return PathAnswer(
        question.source,
        question.target,
        question.gate,
        tuple(node.id for node in question.blocked),
        count,
        routes,
        tuple(paths),
        str(words),
        broken,
        tuple(undecided),
        cut_short,
        question.map,
        words,
        needing,
        left_out,
        question.false_chains() if left_out != Count(0) else (),
        tuple(node.id for node in question.through),
        question.max_steps,
    )


def numbered_path(
    causal_map: CausalMap,
    source: NodeName,
    target: NodeName | None,
    number: int,
    *,
    gate: str = Gate.EVERYTHING,
    block: NodeName | Iterable[NodeName] = (),
    proposed: bool = False,
    through: NodeName | Iterable[NodeName] = (),
    max_steps: int | None = None,
) -> CausalPath | None:
    """The causal path of a number, which is the same everywhere; ``None`` when there is none to show.

    Arguments are those of ``causal_paths``; the number counts from 1, as in ``PathAnswer.numbers``.

    Raises:
        OutOfSteps: the search ended before it came to that path.
    """
    question = Question(causal_map, source, target, gate, block, proposed, through, max_steps)
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
    proposed: bool = False,
    through: NodeName | Iterable[NodeName] = (),
    max_steps: int | None = None,
) -> Iterator[CausalPath]:
    """The causal paths of one route, best first and lazily.

    Args:
        causal_map: the map.
        source: the start, as ``causal_paths`` takes it.
        target: the target, likewise; ``None`` for the map's default target.
        route: a route of the map or of an answer, or its id; ``other`` for the paths on none of them.
        gate: the least evidence accepted of a step.
        block: a node that is supposed not to happen, or several.
        proposed: whether claims that nothing supports are steps too.
        through: a node that the paths must pass, or several.
        max_steps: how many steps a path may have at most.

    Raises:
        UnknownNode, TypeError: as ``causal_paths`` does.
        ValueError: the map has no such route, or as ``causal_paths`` does.
        OutOfSteps: behind the last path, when the search ended early and there may be more.
    """
    question = Question(causal_map, source, target, gate, block, proposed, through, max_steps)
    return question.paths_of(require_route(question.map, route))


def broken_paths(
    causal_map: CausalMap,
    source: NodeName,
    target: NodeName | None,
    *,
    gate: str,
    block: NodeName | Iterable[NodeName] = (),
    proposed: bool = False,
    through: NodeName | Iterable[NodeName] = (),
    max_steps: int | None = None,
) -> Iterator[CausalPath]:
    """The causal paths that a gate breaks, best first and lazily.

    Arguments and errors are those of ``causal_paths``; a gate must be given.

    Raises:
        OutOfSteps: behind the last path, when the search ended early and there may be more.
    """
    return Question(causal_map, source, target, gate, block, proposed, through, max_steps).broken_paths()


def proposed_paths(
    causal_map: CausalMap,
    source: NodeName,
    target: NodeName | None = None,
    *,
    gate: str = Gate.EVERYTHING,
    block: NodeName | Iterable[NodeName] = (),
    through: NodeName | Iterable[NodeName] = (),
    max_steps: int | None = None,
) -> Iterator[CausalPath]:
    """The paths that need a step which nothing supports, best first and lazily.

    Arguments and errors are those of ``causal_paths``.

    Raises:
        OutOfSteps: behind the last path, when the search ended early and there may be more.
    """
    question = Question(causal_map, source, target, gate, block, False, through, max_steps)
    return question.proposed_paths()


def reachable_targets(
    causal_map: CausalMap,
    source: NodeName,
    *,
    gate: str = Gate.EVERYTHING,
    block: NodeName | Iterable[NodeName] = (),
    proposed: bool = False,
    through: NodeName | Iterable[NodeName] = (),
    max_steps: int | None = None,
) -> dict[str, Count]:
    """Every node that ``source`` reaches, by id, with the number of causal paths to it.

    Arguments and errors are those of ``causal_paths``.
    """
    question = Question(causal_map, source, None, gate, block, proposed, through, max_steps)
    blocks = question.index.blocks(question.gate, question.block)
    counter = question.index.counter(blocks, demands=question.demands)
    counts = counter.from_source(question.index.number[question.source.id])
    return {question.index.ids[number]: count for number, count in counts.items() if count.total}
