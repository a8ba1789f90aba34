"""How the knowledge of a map stands: its edges counted by what carries them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from graph.evidence.gates import passes
from graph.records.causal_map import CausalMap
from graph.records.edge import Edge
from graph.records.vocabulary import Certainty, Direction, Gate, Status, StudyType


@dataclass(frozen=True)
class Tally:
    """A table of numbers with a title; each row has a label, a number, and the edges it counts, if any."""

    title: str
    rows: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """The sum of the numbers."""
        return sum(number for _, number in self.rows)


CARRIED_BY = (
    ("a trial, a systematic review or a meta-analysis in people", Gate.TRIALS),
    ("other evidence in people", Gate.HUMAN),
)


def evidence_summary(causal_map: CausalMap) -> list[Tally]:
    """Edges by status, by certainty, by what carries them, contested or not; references by study type."""
    edges = [edge for edge in causal_map.edges if edge.causal]
    status = Counter(edge.status for edge in edges)
    certainty = Counter(edge.certainty for edge in edges if edge.supported)
    carried = Counter(carried_by(causal_map, edge) for edge in edges)
    labels = [*(label for label, _ in CARRIED_BY), *_WITHOUT]
    contested = sum(edge.contested for edge in edges)
    studies = Counter(reference.study_type for reference in causal_map.references)
    return [
        Tally("What the findings say of causal steps", tuple((each.label, status[each]) for each in Status)),
        Tally("Supported steps by certainty", tuple((tier.label, certainty[tier]) for tier in Certainty)),
        Tally("The best that supports a step", tuple((label, carried[label]) for label in labels)),
        Tally("Disagreement", (("contested", contested), ("not contested", len(edges) - contested))),
        Tally(
            "References by study type",
            tuple((kind.label, studies[kind]) for kind in StudyType if studies[kind]),
        ),
    ]


_WITHOUT = ("animals, cells or mixed sources only", "nothing that was found")


def carried_by(causal_map: CausalMap, edge: Edge) -> str:
    """What kind of evidence supports an edge at best."""
    for label, gate in CARRIED_BY:
        if passes(causal_map, edge, gate):
            return label
    return _WITHOUT[0] if edge.found(Direction.SUPPORTS) else _WITHOUT[1]
