"""The records a map is made of: frozen, typed, and complete enough to be shown as they are.

The records say what is known. Where each value was read stands in :class:`CausalMap.places`;
the rules about the knowledge stand in ``graph.checks``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 (a field of the header is called date)
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from graph.problems import Place
from graph.record import Name, Record, RefKey, Slug, Text
from graph.tour import Tour
from graph.vocabulary import (
    Certainty,
    Change,
    Direction,
    Directness,
    Disagreement,
    Effect,
    Identified,
    Kind,
    Link,
    Nearness,
    Onset,
    Population,
    Reversible,
    StudyType,
)

if TYPE_CHECKING:
    import networkx as nx


class Node(Record):
    """A variable, named neutrally, with the change it shows on this map."""

    id: Slug
    name: Name
    kind: Kind
    lane: Slug
    change: Change
    plain: Text
    detail: Text
    synonyms: tuple[Name, ...] = ()
    measured_by: Text | None = None
    core: bool = False
    xrefs: tuple[Text, ...] = ()

    @property
    def claim(self) -> str:
        """The name with its arrow, as a box shows it: ``Homocysteine ↑``."""
        return f"{self.name} {self.change.arrow}".strip()


def link_between(source: Node, edge: Edge, target: Node) -> Link:
    """How the change that ``source`` shows bears on the change that ``target`` shows."""
    if not edge.causal:
        return Link.GOES_WITH
    same = source.change.sign * edge.effect.sign == target.change.sign
    return Link.LEADS_TO if same else Link.WORKS_AGAINST


class Evidence(Record):
    """One reference on one edge: what it found there, in our own words."""

    ref: RefKey
    direction: Direction
    directness: Nearness
    finding: Text


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
    def disagreement(self) -> Disagreement | None:
        """What the findings say together, where that is not plain support."""
        supported, disputed = self.found(Direction.SUPPORTS), self.found(Direction.DISPUTES)
        if disputed:
            return Disagreement.CONTESTED if supported else Disagreement.NO_EFFECT
        return None if supported else Disagreement.NO_STUDY

    @property
    def contested(self) -> bool:
        """True when evidence both supports and disputes this edge."""
        return self.disagreement is Disagreement.CONTESTED

    def found(self, direction: Direction) -> tuple[Evidence, ...]:
        """The evidence items that point in one direction, in the order of the map."""
        return tuple(item for item in self.evidence if item.direction is direction)


_AFTER_NAME = re.compile(r" ([^\W\d_a-z]{1,4}(-[^\W\d_a-z]{1,3})?| ?\(.*\))$")
"""A person's initials, or what is said about a group in brackets."""


class Reference(Record):
    """A source in the literature. Identifiers are only those that were seen; none is made up."""

    id: RefKey
    type: Literal["article-journal", "webpage", "report"] = "article-journal"
    title: Text
    authors: tuple[Name, ...] = ()
    more_authors: bool = False
    year: int | None = Field(default=None, ge=1800, le=2100)
    journal: Text | None = None
    volume: Text | None = None
    issue: Text | None = None
    pages: Text | None = None
    doi: Text | None = None
    pmid: Text | None = None
    pmcid: Text | None = None
    url: Text | None = None
    study_type: StudyType
    population: Population
    n: Text | None = None
    identified: Identified = Identified.FULLY
    note: Text | None = None
    justification: Text | None = None

    @property
    def line(self) -> str:
        """The reference as one line of plain text."""
        people = [*self.authors, "et al."] if self.more_authors else [*self.authors]
        known = [
            ", ".join(people) or "Authors not seen",
            str(self.year or ""),
            self.title,
            self.journal or "",
        ]
        ids = [("doi:", self.doi), ("PMID ", self.pmid), ("", self.pmcid), ("", self.url)]
        seen = next((f"{prefix}{value}" for prefix, value in ids if value), "no identifier seen")
        return ". ".join(part.rstrip(".") for part in [*known, seen] if part)

    @property
    def short_name(self) -> str:
        """First author and year, as people cite it in a sentence; a group of authors has no initials."""
        first = _AFTER_NAME.sub("", self.authors[0]) if self.authors else self.title
        others = " et al." if self.more_authors or len(self.authors) > 1 else ""
        return f"{first}{others} {self.year or ''}".strip()


class Lane(Record):
    """A column of the picture, from left to right in the order of the map."""

    id: Slug
    name: Name
    about: Text


OTHER_ROUTE = "other"
"""The route of a path that passes through none of the named ones; no route of a map may be called so."""


class Route(Record):
    """A named way through the map; a path belongs to the first route it passes through."""

    id: Slug
    name: Name
    about: Text
    through: tuple[Slug, ...] = Field(min_length=1)


class Retired(Record):
    """An id that the map no longer uses, and the node that took its place: old links still resolve."""

    id: Slug
    now: Slug
    why: Text


class Header(Record):
    """What ``map.yaml`` says about the map as a whole."""

    id: Slug
    title: Text
    question: Text
    about: Text
    version: Text
    date: Text
    disclaimer: Text
    default_start: Slug
    default_target: Slug
    lanes: tuple[Lane, ...] = Field(min_length=1)
    routes: tuple[Route, ...] = ()
    retired: tuple[Retired, ...] = ()
    gaps: tuple[Text, ...] = ()
    sources: Text | None = None

    @property
    def day(self) -> Day | None:
        """The date as a day of the calendar; ``None`` when it is written in another way than 2026-11-25."""
        try:
            return Day.fromisoformat(self.date)
        except ValueError:
            return None


@dataclass(frozen=True, eq=False)
class CausalMap:
    """A whole map: its header, its records, and the place in the files of each.

    A dataclass and not a record, because it is put together from many files and looks things up. Two maps
    are equal only when they are the same object, so a map can be the key of a cache.

    Attributes:
        header: title, lanes, routes, default start and target, disclaimer.
        nodes: all nodes, in the order of the files.
        edges: all edges, associations included.
        references: all references.
        places: from ``(record, field)`` to where it stands; see :meth:`place`.
        tours: told ways through the map, in the order of the files.
    """

    header: Header
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    references: tuple[Reference, ...]
    places: Mapping[tuple[str, ...], Place] = field(default_factory=dict, repr=False)
    tours: tuple[Tour, ...] = ()

    @cached_property
    def node(self) -> dict[str, Node]:
        """Nodes by id."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def edge(self) -> dict[str, Edge]:
        """Edges by id (``source--target``)."""
        return {edge.id: edge for edge in self.edges}

    @cached_property
    def reference(self) -> dict[str, Reference]:
        """References by id."""
        return {reference.id: reference for reference in self.references}

    @cached_property
    def tour(self) -> dict[str, Tour]:
        """Tours by id."""
        return {tour.id: tour for tour in self.tours}

    @cached_property
    def now(self) -> dict[str, str]:
        """From a retired id to the node that took its place."""
        return {retired.id: retired.now for retired in self.header.retired}

    @cached_property
    def network(self) -> nx.DiGraph[str]:
        """The causal edges as a ``networkx.DiGraph``; associations are left out (``graph.network``)."""
        from graph.network import build_network

        return build_network(self)

    def place(self, *where: str) -> Place:
        """Where a value stands, or the nearest thing around it that has a place.

        Args:
            where: kind and id of the record, then the field: ``("node", "homocysteine", "change")``.
        """
        while where:
            if where in self.places:
                return self.places[where]
            where = where[:-1]
        return Place("map.yaml", 1)
