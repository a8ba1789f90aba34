"""Null and contradicting results stay on the map, on the step they speak of, and are not called support."""

from __future__ import annotations

import re

import pytest

from graph import CausalMap
from graph.records.vocabulary import Direction, Kind

AGAINST = [
    ("swart2016", "homocysteine--muscle-weakness", "neutral"),
    ("swart2016", "oral-b12--muscle-weakness", "neutral"),
    ("swart2016", "balance--falls", "neutral"),
    ("swart2016", "b12-folic-acid--muscle-weakness", "disputes"),
    ("swart2016", "b12-folic-acid--falls", "disputes"),
    ("swart2016", "homocysteine--walking-speed", "neutral"),
    ("dangour2015", "oral-b12--nerve-conduction", "disputes"),
    ("dangour2015", "oral-b12--peripheral-neuropathy", "disputes"),
    ("dangour2015", "b12-deficiency--memory-problems", "disputes"),
    ("dangour2015", "oral-b12--memory-problems", "disputes"),
    ("denelzen2010", "b12-deficiency--megaloblastic-anaemia", "neutral"),
    ("lindenbaum1988", "red-cell-production--megaloblastic-anaemia", "neutral"),
    ("clarke2014", "b12-deficiency--memory-problems", "neutral"),
    ("clarke2014", "oral-b12--memory-problems", "neutral"),
    ("markun2021", "b12-deficiency--memory-problems", "neutral"),
    ("markun2021", "oral-b12--memory-problems", "disputes"),
    ("markun2021", "oral-b12--mood-changes", "disputes"),
    ("markun2021", "oral-b12--fatigue", "neutral"),
    ("markun2021", "b12-deficiency--mood-changes", "neutral"),
    ("markun2021", "aerobic-capacity--fatigue", "neutral"),
    ("carmel2003", "methionine-synthase--sam", "neutral"),
    ("guerra2007", "methionine-synthase--sam", "neutral"),
    ("carmel2003", "methylation-capacity--myelin-upkeep", "neutral"),
    ("surtees1993", "propionyl-coa--myelin-upkeep", "refutes"),
    ("misra2007", "b12-deficiency--peripheral-neuropathy", "supports"),
    ("misra2007", "peripheral-neuropathy--nerve-conduction", "neutral"),
    ("hemmer1998", "demyelination--peripheral-neuropathy", "neutral"),
    ("arora2019", "demyelination--peripheral-neuropathy", "neutral"),
    ("cruzjentoft2019", "muscle-atrophy--sarcopenia", "neutral"),
    ("invece2021", "serum-b12--muscle-weakness", "neutral"),
    ("invece2021", "serum-b12--sarcopenia", "neutral"),
    ("invece2021", "serum-b12--frailty", "disputes"),
    ("vanschoor2012", "serum-b12--muscle-weakness", "neutral"),
    ("ng2016", "serum-b12--sarcopenia", "neutral"),
    ("ng2016", "serum-b12--muscle-weakness", "disputes"),
    ("chae2021", "serum-b12--muscle-weakness", "disputes"),
    ("choi2023", "serum-b12--muscle-weakness", "neutral"),
    ("swart2013a", "homocysteine--muscle-atrophy", "neutral"),
    ("kumar2015", "homocysteine--insulin-resistance", "disputes"),
    ("sha2022", "serum-b12--sarcopenia", "neutral"),
    ("sha2022", "serum-b12--muscle-atrophy", "neutral"),
    ("tuttle2020", "inflammation--protein-breakdown", "neutral"),
    ("patel2007", "haemoglobin--muscle-weakness", "neutral"),
    ("patel2007", "haemoglobin--walking-speed", "neutral"),
    ("vanwijngaarden2014", "oral-b12--muscle-weakness", "neutral"),
    ("vanwijngaarden2014", "b12-folic-acid--fractures", "disputes"),
    ("tani2019", "nitrous-oxide--methionine-synthase", "neutral"),
    ("duzce2011", "helicobacter-pylori--atrophic-gastritis", "neutral"),
    ("golding2016", "holotranscobalamin--b12-deficiency", "neutral"),
    ("golding2016", "liver-stores--b12-deficiency", "neutral"),
    ("obeid2014", "metformin--b12-absorption", "neutral"),
    ("huang2013", "homocysteine--insulin-resistance", "neutral"),
    ("ng2016", "homocysteine--muscle-weakness", "disputes"),
    ("vanwijngaarden2014", "homocysteine--fractures", "neutral"),
    ("batsam", "methionine-synthase--sam", "neutral"),
    ("surtees1993", "methionine-synthase--sam", "neutral"),
    ("wierdsma2013", "coeliac-disease--b12-absorption", "neutral"),
    ("toh1997", "older-age--atrophic-gastritis", "neutral"),
    ("martin1985", "alcohol--peripheral-neuropathy", "neutral"),
    ("bahardoust2023", "gastrectomy--intrinsic-factor", "neutral"),
    ("hvas2004", "b12-deficiency--memory-problems", "disputes"),
    ("hvas2004", "b12-deficiency--mood-changes", "disputes"),
    ("ward2015", "b12-deficiency--serum-b12", "disputes"),
    ("lindwall2011", "mood-changes--physical-activity", "neutral"),
    ("fry2015", "muscle-regeneration--muscle-atrophy", "disputes"),
    ("dadamo2005", "muscle-weakness--mobility-disability", "neutral"),
    ("dangour2015", "b12-deficiency--peripheral-neuropathy", "disputes"),
    ("aroda2016", "b12-deficiency--megaloblastic-anaemia", "disputes"),
    ("jayabalan2016", "oral-b12--peripheral-neuropathy", "disputes"),
    ("jayabalan2016", "oral-b12--nerve-conduction", "disputes"),
    ("hvas2004", "b12-injections--memory-problems", "disputes"),
    ("hvas2004", "b12-injections--mood-changes", "disputes"),
    ("widajanti2024", "vitamin-d-supplement--muscle-weakness", "disputes"),
    ("prokopidis2022", "vitamin-d-supplement--muscle-weakness", "disputes"),
    ("rosendahlriise2017", "vitamin-d-supplement--muscle-weakness", "disputes"),
    ("luo2024", "b12-folic-acid--fractures", "disputes"),
    ("garcialopez2017", "b12-folic-acid--fractures", "disputes"),
    ("morris2007", "folic-acid-alone--megaloblastic-anaemia", "neutral"),
    ("qi2014", "folic-acid-alone--megaloblastic-anaemia", "disputes"),
    ("berry2019", "folic-acid-alone--peripheral-neuropathy", "disputes"),
    ("franques2017", "folic-acid-alone--peripheral-neuropathy", "neutral"),
    ("n2oplasma1991", "methionine-synthase--sam", "neutral"),
    ("vandelagemaat2019", "b12-deficiency--oxidative-stress", "neutral"),
    ("caspary1977", "metformin--ileal-uptake", "neutral"),
    ("mcmahon2015", "b12-deficiency--serum-b12", "neutral"),
    ("neufingerl2022", "little-animal-food--low-protein-intake", "disputes"),
    ("mariotti2019", "little-animal-food--low-protein-intake", "disputes"),
    ("gao2021", "nitrous-oxide--motor-axon-loss", "neutral"),
    ("minn2012", "peripheral-neuropathy--nerve-conduction", "neutral"),
    ("marticarvajal2017", "homocysteine--nitric-oxide", "neutral"),
]


@pytest.mark.parametrize(("ref", "edge", "direction"), AGAINST)
def test_a_result_against_is_on_the_map(b12: CausalMap, ref: str, edge: str, direction: str) -> None:
    said = {item.ref: item.direction for item in b12.edge[edge].evidence}
    assert said[ref] == direction


SAID = [
    ("swart2016", "oral-b12--muscle-weakness", "nor people with deficiency"),
    ("swart2016", "homocysteine--muscle-weakness", "against a cause"),
    ("swart2016", "b12-folic-acid--muscle-weakness", "homocysteine of 12–50"),
    ("dangour2015", "oral-b12--nerve-conduction", "moderate"),
    ("lindenbaum1988", "red-cell-production--megaloblastic-anaemia", "28%"),
    ("vanwijngaarden2014", "oral-b12--muscle-weakness", "cancer"),
    ("patel2007", "haemoglobin--muscle-weakness", "not in black"),
    ("toprak2014", "b12-deficiency--megaloblastic-anaemia", "marginal"),
    ("guerra2007", "methionine-synthase--sam", "sam was normal"),
    ("huang2013", "homocysteine--insulin-resistance", "mthfr"),
    ("vanwijngaarden2014", "b12-folic-acid--fractures", "cancer"),
    ("swart2013a", "homocysteine--muscle-weakness", "mthfr"),
    ("choi2023", "serum-b12--sarcopenia", "women"),
    ("fry2015", "muscle-regeneration--muscle-atrophy", "sedentary"),
    ("garcialopez2017", "b12-folic-acid--fractures", "not chosen for lack of b12"),
    ("gao2021", "nitrous-oxide--motor-axon-loss", "motor fibres were not measured"),
    ("agamanolis1976", "b12-deficiency--optic-neuropathy", "monkeys"),
    ("tuttle2020", "inflammation--muscle-weakness", "only weakly"),
    ("wierdsma2013", "coeliac-disease--b12-absorption", "among the healthy too"),
    ("thompsonileal", "ileal-resection--ileal-uptake", "stands for uptake in the ileum"),
]


@pytest.mark.parametrize(("ref", "edge", "words"), SAID)
def test_a_finding_names_its_limit(b12: CausalMap, ref: str, edge: str, words: str) -> None:
    finding = next(item.finding for item in b12.edge[edge].evidence if item.ref == ref)
    told = f"{finding} {b12.edge[edge].uncertainty} {b12.edge[edge].why}".lower()
    assert words in told


def test_a_trial_of_lowering_does_not_dispute_an_association(b12: CausalMap) -> None:
    """It speaks against a cause, not against the company."""
    against = [
        (edge.id, item.ref)
        for edge in b12.edges
        for item in edge.against
        if not edge.causal and b12.reference[item.ref].study_type == "randomised-trial"
    ]
    assert against == []


def test_a_low_value_in_the_blood_is_only_associated_with_weak_or_little_muscle(b12: CausalMap) -> None:
    """The studies are of serum B12, mostly above what is called deficient: they hang on the value."""
    for target in ("sarcopenia", "muscle-atrophy", "muscle-weakness", "frailty"):
        assert f"b12-deficiency--{target}" not in b12.edge
        edge = b12.edge[f"serum-b12--{target}"]
        assert edge.effect == "associated-with"
        assert edge.certainty in ("low", "very-low")


def test_the_treatment_of_weakness_with_b12_is_marked_untested(b12: CausalMap) -> None:
    """The large trial took people for their homocysteine, so it speaks neither for nor against it."""
    edge = b12.edge["oral-b12--muscle-weakness"]
    assert (edge.status, edge.certainty) == ("proposed", "very-low")
    assert [item.ref for item in edge.evidence if item.directness == "this-step"] == []
    assert "swart2016" in {item.ref for item in edge.evidence if item.direction == "neutral"}


ABSENT = {
    "b12-folic-acid--muscle-weakness": ("no-effect", "moderate"),
    "b12-folic-acid--falls": ("no-effect", "moderate"),
    "b12-folic-acid--fractures": ("no-effect", "high"),
    "b12-injections--mood-changes": ("no-effect", "low"),
    "homocysteine--insulin-resistance": ("no-effect", "moderate"),
    "little-animal-food--low-protein-intake": ("no-effect", "moderate"),
    "muscle-regeneration--muscle-atrophy": ("no-effect", "low"),
    "oral-b12--memory-problems": ("no-effect", "moderate"),
    "oral-b12--mood-changes": ("no-effect", "moderate"),
    "propionyl-coa--myelin-upkeep": ("refuted", "low"),
}
"""What was tested and not found, and how sure we are that it is not there."""


def test_what_was_tested_in_vain_is_told_apart_from_what_was_never_studied(b12: CausalMap) -> None:
    said = {
        edge.id: (edge.status.value, edge.certainty.value)
        for edge in b12.edges
        if edge.causal and edge.against and not edge.found(Direction.SUPPORTS)
    }
    assert said == ABSENT


def test_the_null_trial_speaks_of_the_combination_it_tested(b12: CausalMap) -> None:
    for target in ("muscle-weakness", "falls"):
        edge = b12.edge[f"b12-folic-acid--{target}"]
        this_step = {item.ref: item.direction for item in edge.evidence if item.directness == "this-step"}
        assert this_step == {"swart2016": "disputes"}
        assert "not test treatment of real deficiency" in edge.uncertainty or "real B12" in edge.uncertainty


GAP = [
    r"\bno (?:human )?study\b",
    r"\bmuscle mass\b",
    r"\bmeasured\b",
    r"\bbefore\b",
    r"\bafter\b",
    r"\bovert\b",
]


@pytest.mark.parametrize("edge", ["oral-b12--muscle-weakness", "b12-injections--muscle-atrophy"])
def test_the_gap_is_said_on_the_steps_from_treatment_of_deficiency_to_muscle(
    b12: CausalMap, edge: str
) -> None:
    said = b12.edge[edge]
    texts = [said.detail.lower(), said.uncertainty.lower()]
    assert any(all(re.search(words, text) for words in GAP) for text in texts)
    assert said.certainty == "very-low"


def test_no_other_step_leads_from_treatment_of_deficiency_to_muscle(b12: CausalMap) -> None:
    muscle = {node.id for node in b12.nodes if node.kind is Kind.OUTCOME}
    steps = [edge.id for edge in b12.edges if edge.source in ("oral-b12", "b12-injections")]
    assert [step for step in steps if step.partition("--")[2] in muscle] == [
        "oral-b12--muscle-weakness",
        "b12-injections--muscle-atrophy",
    ]
