"""What an answer says of its two ends beside its best path: the arrow between them, and the other ways."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from graph import CausalMap, causal_paths
from graph.answers.question import Question
from graph.records.edge import Edge
from graph.records.vocabulary import Gate, Kind
from tests.graph.drawn_maps import FEWER, a_map, an_edge, chain, maps
from tests.shipped import B12


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
    assert "commonest" in causal_paths(drawn, "a", "z").headline
    assert "commonest" not in causal_paths(treated, "a", "z").verdict


def test_a_map_that_shows_no_way_does_not_say_that_there_is_none() -> None:
    silence = "That this map shows none does not mean that there is none."
    drawn = a_map([*chain("a", "b"), *chain("c", "d"), an_edge("a", "d", direction="disputes")])
    assert causal_paths(drawn, "a", "c").verdict.endswith(silence)
    assert silence not in causal_paths(drawn, "a", "d").verdict, "the arrow itself says what was found"
    assert silence not in causal_paths(drawn, "a", "b", block="b").verdict, "it was taken away"
    assert silence not in causal_paths(drawn, "a", "b").verdict


def about(subject: str, *arrows: str) -> CausalMap:
    """A map whose subject, the start that is chosen first, is one of its nodes."""
    drawn = a_map([edge for arrow in arrows for edge in chain(*arrow)])
    return CausalMap(
        drawn.header.model_copy(update={"default_start": subject}), drawn.nodes, drawn.edges, drawn.references
    )


@pytest.mark.parametrize(
    ("ways", "said"),
    [
        (["abz"], " It runs through b; any other way is not on this map."),
        (["abz", "abcz"], " All of them run through b; any other way is not on this map."),
        (["abz", "acz"], " Best supported need not be commonest."),
        (["abz", "az"], "certainty."),
        (["az", "cb"], "certainty."),
    ],
)
def test_that_all_paths_run_through_what_the_map_is_about_is_told(ways: list[str], said: str) -> None:
    drawn = about("b", *ways)
    told = causal_paths(drawn, "a", "z")
    assert told.headline.endswith(said)
    assert ("any other way" in told.headline) == said.endswith("not on this map.")
    assert "any other way" not in causal_paths(drawn, "b", "z").verdict


def test_on_the_shipped_map_a_cause_with_an_arm_of_its_own_is_told_without_it() -> None:
    told = "run through Vitamin B12 deficiency; any other way is not on this map."
    assert told in causal_paths(B12, "vegan-diet").headline
    assert told not in causal_paths(B12, "diabetes").headline
    assert told not in causal_paths(B12, "oral-b12").headline


@FEWER
@given(maps(most_nodes=6, most_edges=16, with_false_chains=True), st.sampled_from([1, -1]))
def test_the_best_path_of_each_sign_is_found_or_there_is_none(drawn: CausalMap, sign: int) -> None:
    ends = drawn.nodes[0].id, drawn.nodes[-1].id
    assume(ends[0] != ends[1])
    search = Question(drawn, *ends, Gate.EVERYTHING, ()).search
    of_sign = [
        path for path in causal_paths(drawn, *ends, limit=None).paths if (path.sign == "+") == (sign > 0)
    ]
    found = search.best_of_sign(sign)
    names = tuple(search.index.ids[number] for number in found or ())
    best = {path.nodes for path in of_sign if path.tiers() == of_sign[0].tiers()}
    assert names in best if best else found is None


def test_paths_that_pull_the_other_way_are_told_and_by_way_of_what() -> None:
    def told(*more: Edge) -> str:
        return causal_paths(a_map([*chain("a", "z"), *more]), "a", "z").headline

    assert "agree" not in told(*chain("a", "b", "z"))
    against = an_edge("a", "b", effect="decreases")
    assert told(against, *chain("b", "z")).endswith(
        " Not all paths agree: a ↑ ⊣ b ↑ → z ↑ works the other way."
    )
    assert told(against, *chain("b", "c", "d", "z")).endswith(
        " Not all paths agree: the best supported of those that work the other way ends by way of d ↑."
    )
    assert "agree" not in told(against, *chain("b", "c"))


def test_the_harm_of_a_treatment_is_told_beside_its_good() -> None:
    said = causal_paths(B12, "b12-injections", "muscle-weakness").headline
    assert "B12 injections → Low potassium on treatment → Muscle weakness works the other way." in said
