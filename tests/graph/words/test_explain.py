from __future__ import annotations

import pytest

from graph import CausalMap, CausalPath, causal_paths, explain, summary_of, whole_chain_note, words_of
from tests.graph.drawn_maps import a_map, an_edge


@pytest.fixture
def longer(four_nodes: CausalMap) -> CausalPath:
    """Drought, river flow, salt, crop loss."""
    return causal_paths(four_nodes, "drought").paths[0]


@pytest.fixture
def shorter(four_nodes: CausalMap) -> CausalPath:
    """Drought, river flow, crop loss; nothing supports its last step."""
    return causal_paths(four_nodes, "drought", proposed=True).paths[1]


def test_a_step_is_told_in_plain_or_in_clinical_words(longer: CausalPath) -> None:
    assert [step.sentence for step in words_of(longer)] == [step.plain for step in longer.steps]
    assert [step.sentence for step in words_of(longer, "clinical")] == [step.detail for step in longer.steps]


def test_a_level_that_is_none_is_refused(longer: CausalPath) -> None:
    with pytest.raises(ValueError, match="childish"):
        words_of(longer, "childish")


def test_steps_are_numbered_and_joined(longer: CausalPath) -> None:
    steps = words_of(longer)
    assert [step.number for step in steps] == [1, 2, 3]
    assert [step.source.id for step in steps[1:]] == [step.target.id for step in steps[:-1]]


def test_evidence_is_sorted_by_what_it_says(longer: CausalPath, shorter: CausalPath) -> None:
    salty, direct = words_of(longer)[1], words_of(shorter)[1]
    assert [item.ref for item in salty.supporting] == ["field2001"]
    assert [item.ref for item in salty.disputing] == ["pots2003"]
    assert [item.ref for item in direct.neutral] == ["pots2003"]
    assert direct.supporting == direct.disputing == ()


def test_the_facts_of_a_step_stand_on_one_line(longer: CausalPath) -> None:
    assert [step.facts for step in words_of(longer)] == [
        "high certainty · direct · takes weeks · fully reversible",
        "moderate certainty · contested · direct · takes months · partly reversible",
        "low certainty · direct · takes months · partly reversible",
    ]


def test_the_summary_counts_steps_with_evidence_in_people(longer: CausalPath) -> None:
    assert summary_of(longer) == (
        "3 steps, 2 of them with evidence in people. Weakest step: Salt ↑ → Crop loss (low certainty)."
    )


def test_the_summary_of_one_step_says_so(four_nodes: CausalMap) -> None:
    path = causal_paths(four_nodes, "drought", "river-flow").paths[0]
    assert summary_of(path) == "A single step: Drought → River flow ↓ (high certainty)."
    assert whole_chain_note(path) == "This is one step; its evidence is about the step itself."


CAUTION = "Each step has its own evidence; a chain of true steps need not be true as a whole."


def test_a_study_that_follows_part_of_the_chain_is_named(longer: CausalPath) -> None:
    assert whole_chain_note(longer) == (
        f"{CAUTION} No study on this map follows the whole chain; "
        "the longest stretch that one study supports is steps 1 to 2 (field2001)."
    )


def test_a_chain_without_such_a_study_says_so(shorter: CausalPath) -> None:
    assert (
        whole_chain_note(shorter)
        == f"{CAUTION} On this map no study supports two steps of this chain in a row."
    )


def test_a_study_of_the_whole_chain_is_named() -> None:
    path = causal_paths(a_map([an_edge("a", "b"), an_edge("b", "z")]), "a", "z").paths[0]
    assert whole_chain_note(path) == f"{CAUTION} One study bears on every step of this chain: people."


def test_the_explanation_holds_every_step_in_order_and_the_caution_last(longer: CausalPath) -> None:
    text = explain(longer)
    lines = text.splitlines()
    assert lines[0] == "Drought → River flow ↓ → Salt ↑ → Crop loss"
    assert lines[1] == summary_of(longer)
    assert [line for line in lines if line[:2] in ("1.", "2.", "3.")] == [
        "1. Drought → River flow ↓",
        "2. River flow ↓ → Salt ↑",
        "3. Salt ↑ → Crop loss",
    ]
    assert all(step.plain in text and step.why in text for step in longer.steps)
    assert lines[-1] == whole_chain_note(longer)


def test_the_clinical_explanation_uses_the_clinical_words(longer: CausalPath) -> None:
    assert all(step.detail in explain(longer, "clinical") for step in longer.steps)
    assert longer.steps[0].plain not in explain(longer, "clinical")
