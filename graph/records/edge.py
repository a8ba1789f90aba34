"""An edge: a causal claim between two nodes, with the evidence for and against it."""

from __future__ import annotations

from typing import Protocol

from pydantic import Field

from graph.records.base import Record, RefKey, Slug, Text
from graph.records.display import quoted
from graph.records.node import Node
from graph.records.vocabulary import (
    Accord,
    Certainty,
    Direction,
    Directness,
    Effect,
    Link,
    Measured,
    Nearness,
    Onset,
    Reversible,
    Status,
)


class Evidence(Record):
    """One reference on one edge: what it found there, in our own words."""

    ref: RefKey
    direction: Direction
    directness: Nearness
    finding: Text
    measured: Measured | None = None
    among: Text | None = None

    def in_short(self) -> str:
        """Its reference, and where it points."""
        return f"{quoted(self.ref)}: {self.direction.value}, {self.directness.value}"


class Edge(Record):
    """A directed causal claim from ``source`` to ``target``, with the evidence for and against it."""

    source: Slug
    target: Slug
    effect: Effect
    directness: Directness
    compensation: bool = False
    harm: bool = False
    plain: Text
    detail: Text
    certainty: Certainty
    why: Text
    uncertainty: Text
    why_differ: Text | None = None
    onset: Onset
    reversible: Reversible
    ending: Text | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)

    @property
    def id(self) -> str:
        """``source--target``; there is at most one edge between two nodes in one direction."""
        return f"{self.source}--{self.target}"

    @property
    def causal(self) -> bool:
        """False for an association, which is never a step of a causal path."""
        return self.effect is not Effect.ASSOCIATED

    @property
    def status(self) -> Status:
        """What the evidence makes of the claim; what holds by definition needs no finding."""
        if self.directness is Directness.DEFINITION or self.found(Direction.SUPPORTS):
            return Status.SUPPORTED
        if self.found(Direction.REFUTES):
            return Status.REFUTED
        return Status.NO_EFFECT if self.against else Status.PROPOSED

    @property
    def supported(self) -> bool:
        """Whether it is a step of a causal path: a causal claim that evidence or a definition carries."""
        return self.causal and self.status is Status.SUPPORTED

    @property
    def effect_words(self) -> str:
        """Its effect; of a claim that was tested in vain or refuted, that it is only claimed."""
        return f"claimed: {self.effect.label}" if self.status.denies else self.effect.label

    @property
    def contested(self) -> bool:
        """True when evidence both supports and disputes this edge."""
        return bool(self.found(Direction.SUPPORTS) and self.against)

    @property
    def doubt(self) -> Status | Accord | None:
        """What is said beside the certainty: a status that is not plain support, or that it is contested."""
        if self.status is not Status.SUPPORTED:
            return self.status
        return Accord.CONTESTED if self.contested else None

    @property
    def certainty_words(self) -> str:
        """How sure we are, and of what: of the step, or that nothing large is there."""
        return self.status.certainty_words(self.certainty, self.causal)

    @property
    def known(self) -> tuple[str, ...]:
        """How well it is known, in words: a status that is not plain support, the certainty, any contest."""
        said = (self.doubt.label,) if self.doubt else ()
        certainty = (self.certainty_words,)
        return certainty + said if self.status is Status.SUPPORTED else said + certainty

    def in_short(self) -> str:
        """Its id, its effect, and how sure we are of it."""
        return f"{quoted(self.id)}: {self.effect.value}, {', '.join(self.known)}"

    def found(self, *directions: Direction) -> tuple[Evidence, ...]:
        """The evidence items that point in one of the directions, in the order of the map."""
        return tuple(item for item in self.evidence if item.direction in directions)

    @property
    def against(self) -> tuple[Evidence, ...]:
        """The evidence items that speak against the step, in the order of the map."""
        return tuple(item for item in self.evidence if item.direction.against)


class HasEffect(Protocol):
    """What is drawn as an arrow: an edge, or the arrow of a picture that stands for several."""

    @property
    def effect(self) -> Effect:
        """What it does to its target, both ends read as neutral variables."""


def link_between(source: Node, arrow: HasEffect, target: Node) -> Link:
    """How the change that ``source`` shows bears, by an arrow, on the change that ``target`` shows.

    What is drawn and said of it follows from the reading level too: see ``graph.records.joints``.
    """
    if arrow.effect is Effect.ASSOCIATED:
        return Link.GOES_WITH
    same = source.change.sign * arrow.effect.sign == target.change.sign
    return Link.LEADS_TO if same else Link.WORKS_AGAINST
