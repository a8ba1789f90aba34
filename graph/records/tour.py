"""The records of a tour: a told way through the map, written by a person for a class.

What must hold between a tour and its map stands in ``graph.checks.tours``; how it is told, in
``graph.words.lecture``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from graph.records.base import IN_DIGITS, EdgeId, Record, RefKey, Saying, Slug, Text
from graph.records.display import quoted
from graph.records.wording import counted

DRAFT_MARK = "REWRITE"
"""What begins a text that a program wrote into a new tour, for a person to put into their own words."""

_MARKED = re.compile(rf"\b{DRAFT_MARK}\b")


class KeyPoint(Record):
    """What the class should take home, and the edges that it leans on."""

    point: Saying
    edges: tuple[EdgeId, ...] = Field(min_length=1)


class TourStep(Record):
    """One stop of a tour: an arrow that is told, or a question to the room with its answer."""

    edge: EdgeId | None = None
    words: Saying | None = None
    ref: RefKey | None = None
    question: Saying | None = None
    answer: Saying | None = None
    notes: Text
    minutes: Annotated[int, Field(ge=1, le=60), IN_DIGITS]

    def in_short(self) -> str:
        """The edge or the question."""
        return quoted(self.edge or self.question)


class Tour(Record):
    """A told way through the map: for whom, how long, what it answers, and its stops in order."""

    id: Slug
    title: Saying
    about: Saying
    audience: Saying
    minutes: Annotated[int, Field(ge=1, le=240), IN_DIGITS]
    questions: tuple[Saying, ...] = Field(min_length=1)
    objectives: tuple[Saying, ...] = Field(min_length=1)
    key_points: tuple[KeyPoint, ...] = Field(min_length=1)
    steps: tuple[TourStep, ...] = Field(min_length=1)

    def in_short(self) -> str:
        """Its id, its title, and how long it is."""
        said = f"{counted(len(self.steps), 'step')}, {counted(self.minutes, 'minute')}"
        return f"{quoted(self.id)}: {quoted(self.title)}, {said}"

    @property
    def draft(self) -> bool:
        """True while a text still waits for a person's words."""
        return any(True for _ in self.unwritten())

    def unwritten(self) -> Iterator[tuple[str, ...]]:
        """The way to each text that still says :data:`DRAFT_MARK`, such as ``("steps", "0", "words")``."""
        return _marked(self.model_dump(), ())


def _marked(value: Any, way: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _marked(inner, (*way, key))
    elif isinstance(value, tuple | list):
        for index, inner in enumerate(value):
            yield from _marked(inner, (*way, str(index)))
    elif isinstance(value, str) and _MARKED.search(value):
        yield way
