"""What is said of a claim that is not plainly supported, and of the end of a path."""

from __future__ import annotations

import pytest

from graph import causal_paths, explain, lecture_of_path, summary_of
from graph.records.edge import Edge
from graph.records.vocabulary import Accord, Directness, Level, Measured, Status
from graph.words.explain import ending_of, facts_of, scope_of
from graph.words.speaker_notes import notes_of
from tests.graph.drawn_maps import a_map, an_edge

ENDING = "lost strength; the muscle may be healthy"
DIRECTIONS = dict(zip(Status, ("supports", "neutral", "disputes", "refutes"), strict=True))


def edge_of(status: str, **changes: object) -> Edge:
    return an_edge("a", "b", "low", direction=DIRECTIONS[Status(status)]).model_copy(update=changes)


@pytest.mark.parametrize(
    ("status", "facts"),
    [
        ("supported", "low certainty · direct · takes weeks · fully reversible"),
        ("proposed", "proposed · low certainty · direct · takes weeks · fully reversible"),
        ("no-effect", "tested, no effect found · low certainty that there is no large effect"),
        ("refuted", "refuted · low certainty that there is no large effect"),
    ],
)
def test_the_certainty_of_what_was_tested_is_that_of_the_absence(status: str, facts: str) -> None:
    edge = edge_of(status)
    assert facts_of(edge) == facts
    assert " · ".join(edge.known) in facts
    assert repr(edge) == f"<Edge 'a--b': increases, {', '.join(edge.known)}>"


def test_a_contested_step_is_supported_and_says_both() -> None:
    items = edge_of("supported").evidence + edge_of("no-effect").evidence
    edge = edge_of("supported", evidence=items)
    assert (edge.status, edge.doubt, edge.contested) == ("supported", Accord.CONTESTED, True)
    assert edge.known == ("low certainty", "contested")


def test_a_definition_against_which_something_was_found_is_not_contested() -> None:
    edge = edge_of("no-effect", directness=Directness.DEFINITION)
    assert (edge.doubt, edge.contested) == (None, False)


def test_a_finding_says_among_whom_and_what_was_measured_where_that_was_not_both() -> None:
    item = edge_of("supported").evidence[0]
    assert scope_of(item) == []
    whole = item.model_copy(update={"measured": Measured.BOTH, "among": "57 people"})
    assert scope_of(whole) == ["among 57 people"]
    assert scope_of(item.model_copy(update={"measured": Measured.SOURCE})) == ["measured: the cause only"]


def test_a_path_says_which_of_its_steps_are_only_proposed() -> None:
    drawn = a_map([edge_of("proposed"), an_edge("b", "c"), an_edge("c", "d", direction="neutral")])
    path = causal_paths(drawn, "a", "d", proposed=True).paths[0]
    assert "Steps 1 and 3 are only proposed: no supporting finding was seen." in summary_of(path)
    shorter = causal_paths(drawn, "a", "c", proposed=True).paths[0]
    assert "Step 1 is only proposed: no supporting finding was seen." in summary_of(shorter)
    assert "proposed" not in summary_of(causal_paths(drawn, "b", "c").paths[0])


def test_the_end_is_told_with_the_path_and_at_its_last_stop() -> None:
    last = an_edge("b", "c").model_copy(update={"ending": ENDING})
    drawn = a_map([an_edge("a", "b"), last])
    path = causal_paths(drawn, "a", "c").paths[0]
    said = f"Ends in {ENDING}."
    assert ending_of(last) == said
    assert summary_of(path).endswith(said)
    assert said in explain(path)
    lecture = lecture_of_path(drawn, path)
    assert said in lecture.lead
    assert [said in stop.words for stop in lecture.stops] == [False, True]
    assert said not in lecture.stops[1].facts, "once is enough"
    assert "Ends in" not in summary_of(causal_paths(drawn, "a", "b").paths[0])


def test_no_source_stands_under_a_proposed_step_and_the_refuting_one_under_a_refuted_step() -> None:
    drawn = a_map([edge_of("proposed"), an_edge("b", "c")])
    path = causal_paths(drawn, "a", "c", proposed=True).paths[0]
    assert [bool(stop.reference) for stop in lecture_of_path(drawn, path).stops] == [False, True]


def test_a_speaker_reads_what_the_status_means_and_what_refutes() -> None:
    items = edge_of("no-effect").evidence + an_edge("a", "b", direction="refutes", study="mice").evidence
    edge = edge_of("refuted", evidence=items)
    notes = notes_of(a_map([edge]), edge, Level.PLAIN)
    assert notes[1] == f"Refuted: {Status.REFUTED.definition}"
    assert "Why low certainty that there is no large effect: Why." in notes
    assert notes[-1] == "Against (refutes): F. (mice)"
