"""What the library answers: one object that every face of the product shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from graph.counting import Count
from graph.coverage import Stretch, longest_stretch
from graph.model import Edge, Node, link_between
from graph.vocabulary import Certainty, Gate, Link


@dataclass(frozen=True)
class CausalPath:
    """A directed simple path, with the records of its nodes and steps.

    Attributes:
        nodes: node ids, start first.
        records: the nodes' records, in the same order.
        steps: the edges, one fewer than the nodes.
        route: id of the route the path belongs to.
        in_people: how many steps at least one study of people supports.
    """

    nodes: tuple[str, ...]
    records: tuple[Node, ...]
    steps: tuple[Edge, ...]
    route: str
    in_people: int = 0

    @property
    def sign(self) -> str:
        """``"+"`` when the path raises its end as its start is raised, ``"-"`` when it lowers it."""
        product = 1
        for step in self.steps:
            product *= step.effect.sign
        return "+" if product > 0 else "-"

    @cached_property
    def weakest(self) -> Edge:
        """The step with the lowest certainty; of several, the one furthest along."""
        return max(reversed(self.steps), key=lambda step: step.certainty.rank)

    @cached_property
    def longest_stretch(self) -> Stretch | None:
        """The longest run of two or more steps that one study supports, if any."""
        return longest_stretch(self.steps)

    @property
    def contested(self) -> int:
        """How many steps have evidence for and against them."""
        return sum(step.contested for step in self.steps)

    @property
    def text(self) -> str:
        """The path on one line, as claims joined by signs: → leads to, ⊣ works against."""
        words = [self.records[0].claim]
        for link, record in zip(self.links, self.records[1:], strict=True):
            words += [link.value, record.claim]
        return " ".join(words)

    @property
    def links(self) -> tuple[Link, ...]:
        """How each box bears on the next."""
        pairs = zip(pairwise(self.records), self.steps, strict=True)
        return tuple(link_between(source, step, target) for (source, target), step in pairs)

    @property
    def works_against(self) -> bool:
        """Whether the start, changed as its box shows, undoes the end; so it is for a treatment."""
        return sum(link is Link.WORKS_AGAINST for link in self.links) % 2 == 1

    def step_text(self, step: Edge) -> str:
        """One step on a line: its two claims joined by their sign."""
        source, target = self.ends(step)
        return f"{source.claim} {link_between(source, step, target).value} {target.claim}"

    def tiers(self) -> dict[Certainty, int]:
        """How many steps there are of each certainty."""
        return {tier: sum(step.certainty is tier for step in self.steps) for tier in Certainty}

    def ends(self, edge: Edge) -> tuple[Node, Node]:
        """The records at the two ends of a step of this path."""
        at = self.steps.index(edge)
        return self.records[at], self.records[at + 1]


@dataclass(frozen=True)
class RouteCount:
    """One route of an answer: how many of the paths belong to it, and the best of them."""

    id: str
    name: str
    about: str
    total: int
    total_is_exact: bool
    best: CausalPath


@dataclass(frozen=True)
class Broken:
    """What a gate takes away.

    Attributes:
        count: how many paths have a step that fails the gate.
        of: how many paths there are without the gate.
        best: the best supported of the broken paths.
        at: its first step that fails.
    """

    count: Count
    of: Count
    best: CausalPath
    at: Edge


@dataclass(frozen=True)
class PathAnswer:
    """The causal paths from one node to another.

    Attributes:
        source: the start.
        target: the target.
        gate: the least evidence that was asked for.
        block: ids of the nodes that were supposed not to happen.
        total: how many paths there are.
        total_is_exact: False when counting stopped; there are more then.
        routes: the routes that have paths, the one with the best path first.
        paths: the best paths over all routes, in rank order; as many as were asked for.
        verdict: the answer in one sentence or two.
        broken: what the gate takes away, when it takes anything.
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

    @property
    def total(self) -> int:
        """How many paths there are, or were counted before counting stopped."""
        return self.count.total

    @property
    def total_is_exact(self) -> bool:
        """Whether counting went to the end."""
        return self.count.exact


def answer_as_dict(answer: PathAnswer) -> dict[str, Any]:
    """The answer in the shape of ``therefore paths --json``; a contract with other programs."""
    return {
        "from": answer.source.id,
        "to": answer.target.id,
        "total": answer.total,
        "total_is_exact": answer.total_is_exact,
        "verdict": answer.verdict,
        "routes": [{"id": route.id, "name": route.name, "total": route.total} for route in answer.routes],
        "paths": [_path_as_dict(path) for path in answer.paths],
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
