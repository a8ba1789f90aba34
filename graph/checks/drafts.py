"""A tour that was begun by a program is finished by a person."""

from __future__ import annotations

from collections.abc import Iterator

from graph.checks.reporting import problem
from graph.records.causal_map import CausalMap
from graph.records.problems import Problem
from graph.records.tour import DRAFT_MARK


def tours_are_written(causal_map: CausalMap) -> Iterator[Problem]:
    """No text of a tour still says that it is to be written anew."""
    for tour in causal_map.tours:
        for way in tour.unwritten():
            key = next(part for part in reversed(way) if not part.isdigit())
            what = f"`{key}` of the tour {tour.id!r} still says {DRAFT_MARK}"
            yield problem(causal_map, ("tour", tour.id, *way), what, "write it in your own words")
