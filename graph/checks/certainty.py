"""The word for certainty must follow from the body of evidence behind it."""

from __future__ import annotations

from collections.abc import Iterator

from graph.checks.evidence import sources_are_clear
from graph.checks.reporting import problem
from graph.records.causal_map import CausalMap
from graph.records.edge import Edge
from graph.records.problems import Problem
from graph.records.vocabulary import Certainty, Direction, Population


def certainty_follows_the_evidence(causal_map: CausalMap) -> Iterator[Problem]:
    """No edge is surer than its evidence, whether that is of an effect or of its absence.

    What counts is the side the edge stands on: its supporting items, or, where none supports it, the items
    against it. ``high`` needs two of them, at least one in people; without any in people ``low`` is the most;
    an edge with neither is ``very-low``. What mixes people with animals or cells is not counted as human
    evidence.
    """
    for edge in causal_map.edges:
        fault = _fault(causal_map, edge) if sources_are_clear(causal_map, edge) else None
        if fault:
            yield problem(causal_map, ("edge", edge.id, "certainty"), *fault)


def _fault(causal_map: CausalMap, edge: Edge) -> tuple[str, str] | None:
    supporting = edge.found(Direction.SUPPORTS)
    carrying = supporting or edge.against
    which = "supporting item(s)" if supporting or not carrying else "item(s) against it"
    in_people = Population.HUMAN in [causal_map.reference[item.ref].population for item in carrying]
    if edge.certainty is Certainty.HIGH and (len(carrying) < 2 or not in_people):
        what = f"certainty is high on {len(carrying)} {which}"
        return what, "add a second one, at least one of them in people, or write `moderate`"
    if not carrying and edge.certainty is not Certainty.VERY_LOW:
        return f"certainty is {edge.certainty.label}, but no item supports the edge", "write `very-low`"
    if carrying and not in_people and edge.certainty.rank < Certainty.LOW.rank:
        what = (
            f"certainty is {edge.certainty.label} without {'support' if supporting else 'a test'} in people"
        )
        return what, "write `low`, or add evidence in people"
    return None
