"""The header of a map: what ``map.yaml`` says of it as a whole, with its lanes and routes."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 (a field of the header is called date)

from pydantic import Field

from graph.records.base import Name, Record, Slug, Text


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
