"""A lecture: a chain told stop by stop, from a path of an answer or from a tour of the map.

Whatever is shown to a room or carried home from it (page, file, slides, handout, cards) is made from one
:class:`Lecture`, so all of them tell the same stops in the same words with the same references.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graph.paths.causal_path import CausalPath
from graph.paths.subgraph import Subgraph
from graph.records.arguments import require_map, require_word
from graph.records.causal_map import CausalMap
from graph.records.display import Shown, quoted
from graph.records.edge import Edge
from graph.records.joints import step_in_signs
from graph.records.node import Node
from graph.records.reference import Reference
from graph.records.tour import KeyPoint, Tour, TourStep
from graph.records.vocabulary import Direction, Level, Status
from graph.records.wording import counted
from graph.words.explain import (
    TRAP,
    ending_of,
    facts_of,
    require_path,
    sentence_of,
    summary_of,
    whole_chain_note,
)
from graph.words.speaker_notes import notes_of


@dataclass(frozen=True, repr=False)
class Stop(Shown):
    """One stop of a lecture: an arrow that is told, or a question to the room.

    Attributes:
        number: its place in the lecture, from 1.
        words: what stands large under the picture; for a question, the question.
        answer: the answer to a question, shown at the next press; empty for an arrow.
        notes: what the speaker has before them and the room does not see, a paragraph each.
        minutes: how long it takes, in minutes; 0 when nobody said.
        edge: the arrow; ``None`` for a question.
        source: the node at its beginning.
        target: the node at its end.
        reference: the source shown with it, when there is one.
    """

    number: int
    words: str
    notes: tuple[str, ...]
    minutes: int = 0
    answer: str = ""
    edge: Edge | None = None
    source: Node | None = None
    target: Node | None = None
    reference: Reference | None = None

    def in_short(self) -> str:
        """Its number, and the arrow or the question."""
        return f"{self.number}: {quoted(self.edge.id if self.edge else self.words)}"

    @property
    def heading(self) -> str:
        """The two ends joined by the sign that is drawn, or what a question is."""
        if self.edge is None or self.source is None or self.target is None:
            return "A question to the room"
        return step_in_signs(self.source, self.edge, self.target)

    @property
    def facts(self) -> str:
        """Status or contest, certainty, directness, time, reversibility and ending of the arrow in a line."""
        return " · ".join(filter(None, [facts_of(self.edge), self.ending_untold])) if self.edge else ""

    @property
    def ending_untold(self) -> str:
        """What a chain that ends with this arrow ends in, where the map says it and the words do not."""
        ending = ending_of(self.edge) if self.edge else ""
        return "" if ending in self.words else ending


@dataclass(frozen=True, repr=False)
class Lecture(Shown):
    """A chain ready to be told.

    Attributes:
        map: the map it is told from.
        key: names it in addresses and file names: the tour's id, or ``from-to``.
        title: what is told.
        lead: the first screen's sentence or two.
        stops: the stops in order.
        caution: what must be said at the end about the chain as a whole.
        tour: the tour it was made from; ``None`` for a path.
        path: the path it was made from; ``None`` for a tour.
    """

    map: CausalMap
    key: str
    title: str
    lead: str
    stops: tuple[Stop, ...]
    caution: str
    tour: Tour | None = None
    path: CausalPath | None = None

    def in_short(self) -> str:
        """Its key, its title, and how many stops it has."""
        return f"{quoted(self.key)}: {quoted(self.title)}, {counted(len(self.stops), 'stop')}"

    @property
    def audience(self) -> str:
        """Whom it is for; empty for a path."""
        return self.tour.audience if self.tour else ""

    @property
    def minutes(self) -> int:
        """How long it takes, in minutes; 0 when nobody said."""
        return self.tour.minutes if self.tour else 0

    @property
    def duration(self) -> str:
        """How long it takes, in words; empty when nobody said."""
        return in_minutes(self.minutes) if self.minutes else ""

    @property
    def questions(self) -> tuple[str, ...]:
        """What the class can answer afterwards."""
        return self.tour.questions if self.tour else ()

    @property
    def objectives(self) -> tuple[str, ...]:
        """What the class can do afterwards."""
        return self.tour.objectives if self.tour else ()

    @property
    def key_points(self) -> tuple[KeyPoint, ...]:
        """What the class takes home, each with the edges it leans on."""
        return self.tour.key_points if self.tour else ()

    @cached_property
    def arrows(self) -> tuple[Stop, ...]:
        """The stops that tell an arrow."""
        return tuple(stop for stop in self.stops if stop.edge is not None)

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """The arrows in the order in which they are told."""
        return tuple(stop.edge for stop in self.stops if stop.edge is not None)

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of the stop that tells an arrow, by the arrow's id."""
        return {stop.edge.id: stop.number for stop in self.stops if stop.edge is not None}

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """The boxes in the order in which they appear."""
        ids = dict.fromkeys(end for edge in self.edges for end in (edge.source, edge.target))
        return tuple(self.map.node[name] for name in ids)

    @property
    def in_core(self) -> bool:
        """Whether the overview of the map shows every box of it."""
        return all(node.core for node in self.nodes)

    @cached_property
    def subgraph(self) -> Subgraph:
        """What it shows as a subgraph of the map, with references and the notes every export carries."""
        ends = (self.path.nodes[0], self.path.nodes[-1]) if self.path else None
        return Subgraph(self.map, self.title, self.nodes, self.edges, ends)


def in_minutes(minutes: int) -> str:
    """A time in words.

    >>> in_minutes(1), in_minutes(17)
    ('1 minute', '17 minutes')
    """
    return counted(minutes, "minute")


def lecture_of_path(causal_map: CausalMap, path: CausalPath, level: str | None = None) -> Lecture:
    """Any path as a lecture; its words and notes come from the map.

    Args:
        causal_map: the map.
        path: a path of an answer.
        level: the reading level of names and words, else that of the map; the other one goes into the notes.

    Raises:
        TypeError: the map is no map, or the path no path.
        ValueError: the level is not one of the two, or the path runs over another map.
    """
    causal_map, path = require_map(causal_map), require_path(path)
    level = causal_map.level if level is None else require_word(level, Level)
    _must_stand_on(causal_map, [step.id for step in path.steps], "this path")
    causal_map, path = causal_map.in_words(level), path.in_words(level)
    first, last = path.records[0], path.records[-1]
    stops = tuple(
        Stop(number, _words_of(edge, level), notes_of(causal_map, edge, level), **_told(causal_map, edge))
        for number, edge in enumerate(path.steps, start=1)
    )
    return Lecture(
        causal_map,
        f"{first.id}-to-{last.id}",
        f"From {first.name} to {last.name}",
        summary_of(path),
        stops,
        whole_chain_note(path, causal_map),
        path=path,
    )


def lecture_of_tour(causal_map: CausalMap, tour: Tour | str) -> Lecture:
    """A tour of the map as a lecture, with the names of the map's reading level.

    Args:
        causal_map: the map.
        tour: the tour, or its id.

    Raises:
        TypeError: the map is no map, or the tour is given as something else.
        ValueError: the map has no such tour, or the tour tells an arrow that is not on it.
    """
    causal_map = require_map(causal_map)
    tour = _require_tour(causal_map, tour)
    _must_stand_on(causal_map, [step.edge for step in tour.steps if step.edge], f"the tour {tour.id!r}")
    stops = tuple(_stop(causal_map, number, step) for number, step in enumerate(tour.steps, start=1))
    return Lecture(causal_map, tour.id, tour.title, tour.about, stops, TRAP, tour=tour)


def _require_tour(causal_map: CausalMap, value: object) -> Tour:
    if isinstance(value, Tour):
        return value
    known = ", ".join(causal_map.tour) or "none, for this map has no tours"
    refusal = f"the tour must be one of {known}, or a Tour, not {quoted(value)}"
    if not isinstance(value, str):
        raise TypeError(refusal)
    if value not in causal_map.tour:
        raise ValueError(refusal)
    return causal_map.tour[value]


def _must_stand_on(causal_map: CausalMap, edges: Sequence[str], what: str) -> None:
    for edge in edges:
        if edge not in causal_map.edge:
            raise ValueError(f"{what} tells {edge!r}, which is not on this map: take its own map")


def _stop(causal_map: CausalMap, number: int, step: TourStep) -> Stop:
    notes = tuple(part.strip() for part in step.notes.split("\n\n") if part.strip())
    if step.edge is None:
        return Stop(number, step.question or "", notes, step.minutes, step.answer or "")
    told = _told(causal_map, causal_map.edge[step.edge])
    if step.ref is not None and told["reference"] is not None:
        told["reference"] = causal_map.reference[step.ref]
    return Stop(number, step.words or "", notes, step.minutes, **told)


def _told(causal_map: CausalMap, edge: Edge) -> dict[str, Any]:
    """An edge with its ends and the first source that carries its status.

    A proposed arrow has none: a source under it would look as if it supported the arrow.
    """
    order = [Direction.SUPPORTS, Direction.REFUTES, Direction.DISPUTES, Direction.NEUTRAL]
    items = sorted(edge.evidence, key=lambda item: order.index(item.direction))
    return {
        "edge": edge,
        "source": causal_map.node[edge.source],
        "target": causal_map.node[edge.target],
        "reference": None if edge.status is Status.PROPOSED else causal_map.reference[items[0].ref],
    }


def _words_of(edge: Edge, level: Level) -> str:
    """What is said of an arrow of a path; of the last one also what the path ends in."""
    return " ".join(filter(None, [sentence_of(edge, level), ending_of(edge)]))
