"""What an answer says of its two ends as a whole, where the map has an arrow between them."""

from __future__ import annotations

import pytest

from graph import CausalMap, causal_paths
from graph.records.vocabulary import Kind
from tests.graph.drawn_maps import a_map, an_edge, chain


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (
            {"direction": "disputes", "certainty": "high"},
            "The whole was looked for and not found: high certainty that there is no large effect.",
        ),
        (
            {"direction": "refutes"},
            "The whole was looked for and not found: moderate certainty that there is no",
        ),
        ({"direction": "neutral"}, "No finding speaks for the whole: it is only proposed."),
        ({"effect": "associated-with"}, "The two are associated, which shows no cause."),
        ({"certainty": "low"}, "Of the whole the map is less sure than of the steps: low certainty."),
        (
            {"effect": "associated-with", "direction": "disputes"},
            "The whole was looked for and not found: moderate certainty that there is no close link.",
        ),
    ],
)
def test_less_than_the_steps_promise_is_said(how: dict[str, str], said: str) -> None:
    drawn = a_map([*chain("a", "b", "z"), an_edge("a", "z", **how)])
    answer = causal_paths(drawn, "a", "z")
    assert said in answer.headline
    assert answer.headline.index("The best supported") < answer.headline.index(said)


@pytest.mark.parametrize("certainty", ["moderate", "high"])
def test_a_whole_that_is_as_sure_as_its_steps_needs_no_word(certainty: str) -> None:
    with_whole = a_map([*chain("a", "b", "z"), an_edge("a", "z", certainty=certainty)])
    assert "whole" not in causal_paths(with_whole, "a", "z").verdict


def test_an_association_is_told_where_no_path_leads() -> None:
    drawn = a_map([an_edge("a", "z", effect="associated-with")])
    assert causal_paths(drawn, "a", "z").verdict == (
        "There is no causal path from a to z on this map. The two are associated, which shows no cause."
    )


def test_a_treatment_works_against_the_fall_and_not_against_what_falls() -> None:
    undoes = an_edge("a", "z", effect="decreases")
    said = causal_paths(a_map([undoes]), "a", "z").verdict
    assert said.endswith("The best supported works against z ↑ in a single step of moderate certainty.")


def test_a_treatment_by_way_of_other_steps_is_told_to_stop_and_not_to_undo() -> None:
    drawn = a_map([an_edge("a", "b", effect="decreases"), *chain("b", "z")])
    treated = CausalMap(
        drawn.header,
        tuple(
            node.model_copy(update={"kind": Kind.TREATMENT}) if node.id == "a" else node
            for node in drawn.nodes
        ),
        drawn.edges,
        drawn.references,
    )
    caution = "To stop a cause is not yet to undo what it did."
    assert caution in causal_paths(treated, "a", "z").headline
    assert caution not in causal_paths(treated, "a", "b").verdict
    assert caution not in causal_paths(drawn, "a", "z").verdict
