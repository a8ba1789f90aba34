"""How the knowledge of a map stands, in numbers."""

from __future__ import annotations

from graph.evidence.summary import evidence_summary
from graph.records.vocabulary import Status
from tests.graph.drawn_maps import a_map, an_edge
from tests.shipped import B12


def test_each_causal_step_is_counted_once_by_what_the_findings_say() -> None:
    directions = zip("abcd", ("supports", "neutral", "disputes", "refutes"), strict=True)
    edges = [an_edge(name, "z", direction=direction) for name, direction in directions]
    statuses, certainty, *_ = evidence_summary(a_map([*edges, an_edge("e", "z", effect="associated-with")]))
    assert statuses.rows == tuple((status.label, 1) for status in Status)
    assert certainty.total == 1, "the certainty of an absence is not counted among that of steps"


def test_the_shipped_map_adds_up() -> None:
    statuses, certainty, carried, contested, _ = evidence_summary(B12)
    causal = sum(edge.causal for edge in B12.edges)
    assert statuses.total == carried.total == contested.total == causal
    assert certainty.total == dict(statuses.rows)["supported"]
