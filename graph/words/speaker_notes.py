"""What a speaker should have at hand for an arrow: the other reading level, certainty, a finding a side."""

from __future__ import annotations

from graph.records.causal_map import CausalMap
from graph.records.edge import Edge, Evidence
from graph.records.vocabulary import Accord, Direction, Level
from graph.words.explain import scope_of, sentence_of


def notes_of(causal_map: CausalMap, edge: Edge, level: Level) -> tuple[str, ...]:
    """What a speaker should have at hand for an edge: the other reading level, certainty, findings."""
    other = Level.CLINICAL if level is Level.PLAIN else Level.PLAIN
    notes = [
        sentence_of(edge, other),
        f"Why {edge.certainty_words}: {edge.why}",
        f"What is uncertain: {edge.uncertainty}",
    ]
    if edge.doubt and edge.doubt is not Accord.CONTESTED:
        notes.insert(1, f"{edge.doubt.label.capitalize()}: {edge.doubt.definition}")
    against = edge.found(Direction.REFUTES) or edge.against
    for items, lead in ((edge.found(Direction.SUPPORTS), "For"), (against, "Against")):
        notes += [f"{_lead(lead, item)}: {_finding(causal_map, item)}" for item in items[:1]]
    return tuple(notes)


def _lead(side: str, item: Evidence) -> str:
    refutes = item.direction is Direction.REFUTES
    return f"{side} ({item.direction.label})" if refutes else side


def _finding(causal_map: CausalMap, item: Evidence) -> str:
    return f"{item.finding} ({', '.join([causal_map.reference[item.ref].short_name, *scope_of(item)])})"
