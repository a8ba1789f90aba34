"""What makes B12 and muscle look linked is drawn as a common cause, and never as a step between the two."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from graph import CausalMap, causal_paths
from graph.records.vocabulary import Kind

LOW_B12 = "b12-deficiency"
MARKERS = ("homocysteine", "methylmalonic-acid")


def leads(b12: CausalMap, source: str, target: str, block: Iterable[str] = ()) -> bool:
    return causal_paths(b12, source, target, limit=0, block=block).total > 0


@pytest.mark.parametrize(
    "cause",
    [
        "older-age",
        "little-animal-food",
        "low-protein-intake",
        "kidney-disease",
        "folate-deficiency",
        "diabetes",
        "alcohol",
        "gastric-bypass",
        "copper-deficiency",
        "iron-deficiency",
    ],
)
def test_low_b12_causes_no_confounder(b12: CausalMap, cause: str) -> None:
    assert not leads(b12, LOW_B12, cause)


TWO_ARMS = {
    "older-age": ("muscle-loss", "sarcopenia"),
    "diabetes": ("muscle-loss", "muscle-atrophy", "muscle-weakness", "peripheral-neuropathy"),
    "alcohol": ("muscle-loss", "muscle-atrophy", "muscle-weakness", "peripheral-neuropathy"),
    "gastric-bypass": ("muscle-loss", "muscle-atrophy"),
    "gastrectomy": ("muscle-loss", "muscle-atrophy"),
    "crohns-disease": ("muscle-loss", "muscle-atrophy", "muscle-weakness"),
    "coeliac-disease": ("muscle-loss", "muscle-atrophy"),
}
"""What lowers B12 and harms nerve or muscle by itself as well."""


@pytest.mark.parametrize("cause", TWO_ARMS)
def test_a_common_cause_lowers_b12_and_harms_muscle_apart_from_it(b12: CausalMap, cause: str) -> None:
    assert leads(b12, cause, LOW_B12)
    for outcome in TWO_ARMS[cause]:
        assert leads(b12, cause, outcome, block=[LOW_B12, *MARKERS])


def test_the_disease_that_lowers_b12_can_lower_haemoglobin_by_way_of_iron(b12: CausalMap) -> None:
    causes = ("pernicious-anaemia", "helicobacter-pylori", "coeliac-disease", "crohns-disease")
    for cause in (*causes, "gastric-bypass", "gastrectomy"):
        assert leads(b12, cause, LOW_B12)
        assert leads(b12, cause, "haemoglobin", block=[LOW_B12])
    assert b12.edge["iron-deficiency--red-cell-size"].compensation, "it hides the large cells"
    assert not leads(b12, "iron-deficiency", LOW_B12)


def test_a_failing_pancreas_goes_with_sarcopenia_and_not_by_way_of_b12(b12: CausalMap) -> None:
    assert not b12.edge["pancreatic-insufficiency--sarcopenia"].causal
    assert leads(b12, "pancreatic-insufficiency", "b12-absorption")
    assert not leads(b12, "pancreatic-insufficiency", LOW_B12)


def test_too_little_protein_is_no_step_from_too_little_animal_food(b12: CausalMap) -> None:
    """Healthy adults who choose plant food eat enough; where all food is short was not studied."""
    assert leads(b12, "little-animal-food", LOW_B12)
    assert b12.edge["little-animal-food--low-protein-intake"].status == "no-effect"
    assert not leads(b12, "low-protein-intake", LOW_B12)
    assert leads(b12, "low-protein-intake", "muscle-atrophy")


def test_kidney_disease_goes_with_sarcopenia_and_is_not_drawn_as_its_cause(b12: CausalMap) -> None:
    """The counts that were found had nobody without kidney disease beside them."""
    assert not b12.edge["kidney-disease--sarcopenia"].causal
    assert not leads(b12, "kidney-disease", "spinal-cord-degeneration")


def test_copper_is_the_mimic_and_no_cause_of_low_b12(b12: CausalMap) -> None:
    for end in ("spinal-cord-degeneration", "peripheral-neuropathy", "haemoglobin"):
        assert leads(b12, "copper-deficiency", end, block=[LOW_B12])
    assert leads(b12, "gastric-bypass", "copper-deficiency", block=[LOW_B12])
    assert not leads(b12, "copper-deficiency", LOW_B12)


def test_diabetes_brings_the_drug_that_lowers_b12_and_the_neuropathy_that_looks_alike(b12: CausalMap) -> None:
    assert b12.edge["diabetes--metformin"].directness == "indirect"
    for end in ("autonomic-dysfunction", "vision", "peripheral-neuropathy", "kidney-disease", "haemoglobin"):
        assert leads(b12, "diabetes", end, block=["metformin"])
    assert not leads(b12, "diabetes", LOW_B12, block=["metformin"])


def test_kidneys_raise_both_markers_without_deficiency(b12: CausalMap) -> None:
    for marker, other in zip(MARKERS, reversed(MARKERS), strict=True):
        assert b12.edge[f"kidney-disease--{marker}"].effect == "increases"
        assert leads(b12, "kidney-disease", marker, block=[LOW_B12, other])
    assert not leads(b12, "kidney-disease", LOW_B12)


def test_sick_kidneys_lower_haemoglobin_and_harm_limb_nerves_without_b12(b12: CausalMap) -> None:
    for end in ("haemoglobin", "fatigue", "peripheral-neuropathy"):
        assert leads(b12, "kidney-disease", end, block=[LOW_B12, *MARKERS])
    assert not b12.edge["kidney-disease--muscle-weakness"].causal


def test_sick_kidneys_break_bones_and_not_by_falls(b12: CausalMap) -> None:
    assert leads(b12, "kidney-disease", "fractures", block=["peripheral-neuropathy"])
    assert not leads(b12, "kidney-disease", "falls")


def test_drink_pregnancy_and_coeliac_disease_bring_large_red_cells_by_way_of_folate(b12: CausalMap) -> None:
    for cause in ("alcohol", "pregnancy", "coeliac-disease"):
        assert leads(b12, cause, "megaloblastic-anaemia", block=[LOW_B12])


def test_what_is_usual_stands_beside_what_lacks_a_vitamin(b12: CausalMap) -> None:
    """Anaemia in pregnancy is mostly lack of iron, and a drinker's large red cells are mostly drink."""
    assert leads(b12, "pregnancy", "haemoglobin", block=[LOW_B12, "folate-deficiency"])
    assert leads(b12, "alcohol", "red-cell-size", block=[LOW_B12, "folate-deficiency"])


@pytest.mark.parametrize("end", ["memory-problems", "haemoglobin", "vision", "position-sense"])
def test_age_goes_with_what_low_b12_is_blamed_for(b12: CausalMap, end: str) -> None:
    assert not b12.edge[f"older-age--{end}"].causal


def test_an_inborn_fault_makes_the_child_itself_ill(b12: CausalMap) -> None:
    for fault, end in (
        ("transcobalamin-deficiency", "infant-deficiency"),
        ("cblc-defect", "infant-hypotonia"),
    ):
        assert b12.edge[f"{fault}--{end}"].causal
    assert not leads(b12, "inherited-receptor-defect", "infant-deficiency")


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


@pytest.mark.parametrize(
    "cause", [*TWO_ARMS, "little-animal-food", "low-protein-intake", "kidney-disease", "physical-activity"]
)
def test_a_confounder_is_called_one_where_it_is_read(b12: CausalMap, cause: str) -> None:
    """On the node, or on the arrow to muscle or nerve."""
    arms = [b12.edge.get(f"{cause}--{end}") for end in TWO_ARMS.get(cause, ())]
    words = " ".join([b12.node[cause].detail, *(arm.detail for arm in arms if arm)]).lower()
    assert re.search("confounder|common cause|rival", words)
