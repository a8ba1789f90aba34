"""What makes B12 and muscle look linked is drawn as a common cause, and never as a step between the two."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from graph import CausalMap, causal_paths
from graph.records.vocabulary import Kind

LOW_B12 = "b12-deficiency"
MARKERS = ("homocysteine", "methylmalonic-acid")


def leads(b12: CausalMap, source: str, target: str, block: Iterable[str] = ()) -> bool:
    return causal_paths(b12, source, target, limit=0, block=block).total > 0


@pytest.mark.parametrize(
    "cause", ["older-age", "little-animal-food", "low-protein-intake", "kidney-disease", "folate-deficiency"]
)
def test_low_b12_causes_no_confounder(b12: CausalMap, cause: str) -> None:
    assert not leads(b12, LOW_B12, cause)


@pytest.mark.parametrize("cause", ["older-age", "little-animal-food"])
def test_a_common_cause_lowers_b12_and_harms_muscle_apart_from_it(b12: CausalMap, cause: str) -> None:
    assert leads(b12, cause, LOW_B12)
    for outcome in ("muscle-loss", "sarcopenia"):
        assert leads(b12, cause, outcome, block=[LOW_B12, *MARKERS])


def test_too_little_protein_travels_with_too_little_b12_but_does_not_cause_it(b12: CausalMap) -> None:
    assert leads(b12, "little-animal-food", "low-protein-intake", block=["b12-intake"])
    assert leads(b12, "little-animal-food", "b12-intake", block=["low-protein-intake"])
    assert not leads(b12, "low-protein-intake", LOW_B12)
    assert leads(b12, "low-protein-intake", "muscle-atrophy")


def test_kidneys_raise_both_markers_without_deficiency(b12: CausalMap) -> None:
    for marker, other in zip(MARKERS, reversed(MARKERS), strict=True):
        assert b12.edge[f"kidney-disease--{marker}"].effect == "increases"
        assert leads(b12, "kidney-disease", marker, block=[LOW_B12, other])
    assert not leads(b12, "kidney-disease", LOW_B12)


def test_low_folate_does_to_homocysteine_and_dna_what_low_b12_does(b12: CausalMap) -> None:
    for target in ("homocysteine", "dna-synthesis", "megaloblastic-anaemia"):
        assert leads(b12, "folate-deficiency", target, block=[LOW_B12])
        assert leads(b12, LOW_B12, target)
    assert not leads(b12, "folate-deficiency", LOW_B12)


def test_inactivity_stands_between_b12_and_muscle(b12: CausalMap) -> None:
    assert leads(b12, LOW_B12, "physical-activity")
    assert leads(b12, "physical-activity", "muscle-loss")
    assert leads(b12, LOW_B12, "muscle-loss", block=["physical-activity"]), "it is not the only way"


def test_inactivity_of_other_causes_harms_muscle_without_b12(b12: CausalMap) -> None:
    symptoms = {node.id for node in b12.nodes if node.kind is Kind.SYMPTOM}
    assert b12.edge["older-age--physical-activity"].effect == "decreases"
    assert leads(b12, "older-age", "physical-activity", block=[LOW_B12, *symptoms])
    assert "confounder" in b12.node["physical-activity"].detail


@pytest.mark.parametrize("cause", ["older-age", "little-animal-food", "kidney-disease", "physical-activity"])
def test_a_confounder_is_called_one_where_it_is_read(b12: CausalMap, cause: str) -> None:
    words = b12.node[cause].detail.lower()
    assert "confounder" in words or "common cause" in words
