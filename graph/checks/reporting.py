"""How the rules say what they found."""

from __future__ import annotations

from collections.abc import Iterable

from graph.records.causal_map import CausalMap
from graph.records.problems import Problem
from graph.search.nearest import nearest


def problem(causal_map: CausalMap, where: tuple[str, ...], what: str, cure: str) -> Problem:
    """A problem at the place of a value, given as ``(kind, id, field, ...)``."""
    place = causal_map.place(*where)
    return Problem(place.file, place.line, what, cure)


def did_you_mean(wrong: str, known: Iterable[str], otherwise: str) -> str:
    """A cure that names the known word nearest to a wrong one, or says ``otherwise`` when none is near."""
    near = nearest(wrong, known)
    return f"did you mean {near!r}?" if near else otherwise
