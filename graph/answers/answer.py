"""What the library answers: one object that every face of the product shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from graph.answers.path_numbers import numbers_of, numbers_taken
from graph.paths.causal_path import Broken, CausalPath, RouteCount
from graph.paths.counting import Count
from graph.records.arguments import require
from graph.records.causal_map import CausalMap
from graph.records.display import Pictured, quoted
from graph.records.header import FalseChain
from graph.records.node import Node
from graph.records.vocabulary import Gate
from graph.records.wording import counted
from graph.words.verdict import NO_WORDS, Verdict


@dataclass(frozen=True, repr=False)
class PathAnswer(Pictured):
    """The causal paths from one node to another.

    Attributes:
        source: the start.
        target: the target.
        gate: the least evidence that was asked for.
        block: ids of the nodes that were supposed not to happen.
        count: how many paths there are, and whether counting went to the end.
        routes: the routes that have paths, the one with the best path first.
        paths: the best paths over all routes, in rank order; as many as were asked for.
        verdict: the answer in one sentence or two.
        broken: what the gate takes away, when it takes anything.
        undecided: what the search left open on a tangled map, each in words that follow "it is not known".
        cut_short: whether fewer paths are listed than were asked for, because the search ended early.
        map: the map that was asked; its lanes and its disclaimer are shown with the answer.
        words: the verdict in its parts.
        proposed: how many paths need a step that nothing supports; part of ``count`` where asked for.
        left_out: how many paths are left out because they are false as wholes.
        false_chains: which of the map's false chains these walk.
        through: ids of the nodes that the paths were asked to pass.
        max_steps: how many steps they were asked to have at most; ``None`` for any number.

    Properties:
        headline: the verdict without what is only proposed or false as a whole.
        total, total_is_exact: the count in two parts.
        numbers: the number of each of ``paths``.
        numbers_taken: how many numbers come before those of the paths that the gate breaks.
    """

    source: Node
    target: Node
    gate: Gate
    block: tuple[str, ...]
    count: Count
    routes: tuple[RouteCount, ...]
    paths: tuple[CausalPath, ...]
    verdict: str
    broken: Broken | None = None
    undecided: tuple[str, ...] = ()
    cut_short: bool = False
    map: CausalMap | None = field(default=None, compare=False)
    words: Verdict = field(default=NO_WORDS, compare=False)
    proposed: Count = field(default_factory=lambda: Count(0))
    left_out: Count = field(default_factory=lambda: Count(0))
    false_chains: tuple[FalseChain, ...] = ()
    through: tuple[str, ...] = ()
    max_steps: int | None = None

    def in_short(self) -> str:
        """Its ends, how many paths and routes there are, and how many paths are listed."""
        more = "" if self.total_is_exact else "more than "
        ways = f"{more}{counted(self.total, 'causal path')} by {counted(len(self.routes), 'route')}"
        ends = f"{quoted(self.source.name)} to {quoted(self.target.name)}"
        return f"{ends}: {ways}, {len(self.paths):,} listed"

    @property
    def headline(self) -> str:
        """The verdict without what is only proposed or false as a whole."""
        return self.words.headline

    @property
    def total(self) -> int:
        """How many paths there are, or were counted before counting stopped."""
        return self.count.total

    @property
    def total_is_exact(self) -> bool:
        """Whether counting went to the end."""
        return self.count.exact

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The number of each of :attr:`paths`, the same everywhere: see ``graph.answers.path_numbers``."""
        return numbers_of(self.routes, self.paths)

    @property
    def numbers_taken(self) -> int:
        """How many numbers are kept for paths that pass the gate; those that it breaks come behind them."""
        return numbers_taken(self.routes, self.total)


def answer_as_dict(answer: PathAnswer) -> dict[str, Any]:
    """The answer in the shape of ``therefore paths --json``; a contract with other programs.

    Args:
        answer: what ``causal_paths`` gave.

    Raises:
        TypeError: it is no answer.
    """
    answer = require(answer, PathAnswer, "what causal_paths gives")
    return {
        "from": answer.source.id,
        "to": answer.target.id,
        "total": answer.total,
        "total_is_exact": answer.total_is_exact,
        "proposed": answer.proposed.total,
        "false_chains": answer.left_out.total,
        "verdict": answer.verdict,
        "routes": [{"id": route.id, "name": route.name, "total": route.total} for route in answer.routes],
        "paths": [
            {"number": number, **_path_as_dict(path)}
            for number, path in zip(answer.numbers, answer.paths, strict=True)
        ],
        "through": list(answer.through),
        "max_steps": answer.max_steps,
    }


def _path_as_dict(path: CausalPath) -> dict[str, Any]:
    weakest = path.weakest
    return {
        "nodes": list(path.nodes),
        "edges": [
            {
                "source": step.source,
                "target": step.target,
                "effect": step.effect.value,
                "certainty": step.certainty.value,
                "contested": step.contested,
                "status": step.status.value,
            }
            for step in path.steps
        ],
        "sign": path.sign,
        "weakest": {
            "source": weakest.source,
            "target": weakest.target,
            "certainty": weakest.certainty.value,
        },
        "route": path.route,
        "text": path.text,
    }
