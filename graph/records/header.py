"""The header of a map: what ``map.yaml`` says of it as a whole, with its lanes and routes."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 (a field of the header is called date)
from typing import Annotated, NamedTuple

from pydantic import ConfigDict, Field, StringConstraints

from graph.records.base import Name, Record, RefKey, Slug, Text
from graph.records.vocabulary import Kind, Level, Term

Label = Annotated[str, StringConstraints(min_length=1, max_length=30, strip_whitespace=True)]
"""As much as a line of a legend holds."""


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


class FalseChain(Record):
    """Steps that hold one by one and not as a whole: no path that passes its stops in order is an answer."""

    model_config = ConfigDict(populate_by_name=True)

    source: Slug = Field(alias="from")
    through: tuple[Slug, ...] = ()
    target: Slug = Field(alias="to")
    why: Text
    ref: RefKey | None = None

    @property
    def stops(self) -> tuple[str, ...]:
        """The ids of its nodes in order."""
        return (self.source, *self.through, self.target)


class KindWords(Record):
    """What a map calls a kind of node, and what it says of it."""

    kind: Kind
    label: Label
    about: Text


class LevelWords(Record):
    """What a map calls a reading level, and what it says of it."""

    level: Level
    label: Label
    about: Text


class Words(NamedTuple):
    """A closed word as a map shows it."""

    label: str
    definition: str

    @property
    def inside(self) -> str:
        """The label as it stands inside a sentence; capitals that do not only begin it, as in DNA, stay."""
        first, rest = self.label[:1], self.label[1:]
        return self.label if rest[:1].isupper() else first.lower() + rest


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
    common_starts: tuple[Slug, ...] = ()
    same_words: tuple[tuple[Name, ...], ...] = ()
    routes: tuple[Route, ...] = ()
    false_chains: tuple[FalseChain, ...] = ()
    retired: tuple[Retired, ...] = ()
    gaps: tuple[Text, ...] = ()
    sources: Text | None = None
    kinds: tuple[KindWords, ...] = ()
    levels: tuple[LevelWords, ...] = ()

    @property
    def day(self) -> Day | None:
        """The date as a day of the calendar; ``None`` when it is written in another way than 2026-11-25."""
        try:
            return Day.fromisoformat(self.date)
        except ValueError:
            return None

    def words_for(self, word: Term) -> Words:
        """The label and definition of a word: the map's own where it has them, else the vocabulary's."""
        for kind in self.kinds:
            if kind.kind is word:
                return Words(kind.label, kind.about)
        for level in self.levels:
            if level.level is word:
                return Words(level.label, level.about)
        return Words(word.label, word.definition)
