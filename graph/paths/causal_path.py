"""A causal path with its records, and what is said of many of them: a route's count, what a gate breaks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from graph.evidence.coverage import Stretch, longest_stretch
from graph.paths.counting import Count
from graph.records.display import Pictured, Shown, quoted
from graph.records.edge import Edge, link_between
from graph.records.joints import Joint, end_of, joint_between, step_in_signs
from graph.records.node import Node
from graph.records.vocabulary import Certainty, Level, Link, Status
from graph.records.wording import counted


@dataclass(frozen=True, repr=False)
class CausalPath(Pictured):
    """A directed simple path, with the records of its nodes and steps.

    Attributes:
        nodes: node ids, start first.
        records: the nodes' records, in the same order.
        steps: the edges, one fewer than the nodes.
        route: id of the route the path belongs to.
        in_people: how many steps at least one study of people supports.

    Properties:
        sign: whether the path raises or lowers its end.
        weakest: the step with the lowest certainty.
        longest_stretch: the longest run of steps that one study supports.
        contested: how many steps have evidence for and against them.
        proposed: the steps that no finding supports; only where they were asked for.
        text: the path on one line.
        level: the reading level at which its nodes are called.
        joints: how each box is joined to the next, as it is drawn and said.
        links: how the change of each box bears on that of the next.
        works_against: whether the start undoes the end.
    """

    nodes: tuple[str, ...]
    records: tuple[Node, ...]
    steps: tuple[Edge, ...]
    route: str
    in_people: int = 0

    def in_short(self) -> str:
        """Its ends, its length and its weakest certainty."""
        ends = f"{quoted(self.records[0].name)} to {quoted(self.records[-1].name)}"
        weakest = f", weakest {self.weakest.certainty.label}" if self.steps else ""
        return f"{ends}: {counted(len(self.steps), 'step')}{weakest}"

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
    def proposed(self) -> tuple[Edge, ...]:
        """The steps that no finding supports; only where they were asked for."""
        return tuple(step for step in self.steps if step.status is Status.PROPOSED)

    @property
    def text(self) -> str:
        """The path on one line, joined by the signs that are drawn: → leads to, ⊣ works against."""
        words = [self.records[0].at_arrow]
        for joint, record in zip(self.joints, self.records[1:], strict=True):
            words += [end_of(joint), record.at_arrow]
        return " ".join(words)

    @property
    def joints(self) -> tuple[Joint, ...]:
        """How each box is joined to the next, as it is drawn and said at the level of the names."""
        pairs = zip(pairwise(self.records), self.steps, strict=True)
        return tuple(joint_between(source, step, target) for (source, target), step in pairs)

    @property
    def level(self) -> Level:
        """The reading level at which its nodes are called."""
        return self.records[0].level

    def in_words(self, level: Level) -> CausalPath:
        """The same path with its nodes as they are called at a reading level."""
        return replace(self, records=tuple(node.in_words(level) for node in self.records))

    @property
    def links(self) -> tuple[Link, ...]:
        """How the change of each box bears on that of the next, whatever the level of the names."""
        pairs = zip(pairwise(self.records), self.steps, strict=True)
        return tuple(link_between(source, step, target) for (source, target), step in pairs)

    @property
    def works_against(self) -> bool:
        """Whether the start, changed as its box shows, undoes the end; so it is for a treatment."""
        return sum(link is Link.WORKS_AGAINST for link in self.links) % 2 == 1

    def step_text(self, step: Edge) -> str:
        """One step on a line: its two ends joined by the sign that is drawn."""
        source, target = self.ends(step)
        return step_in_signs(source, step, target)

    def tiers(self) -> dict[Certainty, int]:
        """How many steps there are of each certainty."""
        return {tier: sum(step.certainty is tier for step in self.steps) for tier in Certainty}

    def ends(self, edge: Edge) -> tuple[Node, Node]:
        """The records at the two ends of a step of this path."""
        at = self.steps.index(edge)
        return self.records[at], self.records[at + 1]


@dataclass(frozen=True, repr=False)
class RouteCount(Shown):
    """One route of an answer: how many of the paths belong to it, and the best of them."""

    id: str
    name: str
    about: str
    total: int
    total_is_exact: bool
    best: CausalPath

    def in_short(self) -> str:
        """Its id, its name, and how many paths it has."""
        more = "" if self.total_is_exact else "more than "
        return f"{quoted(self.id)}: {quoted(self.name)}, {more}{counted(self.total, 'causal path')}"


@dataclass(frozen=True, repr=False)
class Broken(Shown):
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

    def in_short(self) -> str:
        """How many of how many, and where the best of them breaks."""
        return f"{self.count} of {counted(self.of.total, 'causal path')}, at {quoted(self.at.id)}"
