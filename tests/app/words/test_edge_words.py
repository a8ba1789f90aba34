"""One edge as markup: its status, certainty of an absence, and the findings on either side."""

from __future__ import annotations

import pytest

from app.words.about import about_words
from app.words.edge import evidence, evidence_of, facts
from graph.records.edge import Edge
from graph.records.vocabulary import Accord, Level, Status
from tests.app.reader import Reader
from tests.graph.drawn_maps import a_map, an_edge
from tests.shipped import B12

MAP = a_map([an_edge("a", "b")])
DIRECTIONS = dict(zip(Status, ("supports", "neutral", "disputes", "refutes"), strict=True))


def edge_of(*statuses: str, **changes: object) -> Edge:
    """An edge with a finding for each status named, each by another study."""
    items = tuple(
        an_edge("a", "b", direction=DIRECTIONS[Status(status)], study=study).evidence[0]
        for status, study in zip(statuses, ("people", "trial", "mice"), strict=False)
    )
    return an_edge("a", "b").model_copy(update={"evidence": items, **changes})


@pytest.mark.parametrize("status", Status)
def test_a_status_that_is_not_plain_support_is_a_term_with_its_definition(status: Status) -> None:
    edge = edge_of(status)
    markup = facts(MAP, edge)
    assert (f'title="{status.definition}"' in markup) == (status is not Status.SUPPORTED)
    words = Reader(markup).text
    assert edge.certainty_words in words
    assert ("claimed: leads to" in words) == status.denies, "never as if it were an effect"
    assert ("takes weeks" in words) == (not status.denies)


def test_a_contested_step_says_so() -> None:
    assert Accord.CONTESTED.definition in facts(MAP, edge_of("supported", "no-effect"))


def test_the_ending_is_said_where_the_map_has_one() -> None:
    edge = edge_of("supported", ending="lost <b>tissue</b>")
    assert "Ends in lost &lt;b&gt;tissue&lt;/b&gt;." in facts(MAP, edge)
    assert "Ends in" not in facts(MAP, edge, False) + facts(MAP, edge_of("supported"))


def test_what_refutes_stands_with_what_is_against_under_its_own_label() -> None:
    edge = edge_of("refuted", "no-effect", "proposed")
    words = Reader(evidence_of(a_map([edge]), edge, Level.PLAIN)).text
    assert "Against 2" in " ".join(words.split())
    assert words.count("refutes") == 1
    assert "Why moderate certainty that there is no large effect." in words
    tally = Reader(evidence(a_map([edge]), edge, Level.PLAIN)).text
    assert "0 for, 2 against, 1 of them refutes, 1 neither" in tally
    assert "refutes" not in Reader(evidence(B12, edge_of("supported"), Level.PLAIN)).text


def test_a_finding_says_among_whom_and_what_it_measured() -> None:
    edge = edge_of("supported")
    item = type(edge.evidence[0])(
        **edge.evidence[0].model_dump(exclude={"among", "measured"}), among="57 <patients>", measured="target"
    )
    edge = edge.model_copy(update={"evidence": (item,)})
    words = Reader(evidence_of(a_map([edge]), edge, Level.PLAIN)).text
    assert "among 57 <patients>" in words
    assert "measured: the effect only" in words


def test_the_about_page_explains_every_status() -> None:
    words = Reader(about_words(B12)).text
    for word in (*Status, Accord.CONTESTED):
        assert word.label in words
        assert word.definition in words
