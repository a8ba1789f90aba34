"""Null and contradicting results stay on the map, on the step they speak of, and are not called support."""

from __future__ import annotations

import re

import pytest

from graph import CausalMap
from graph.records.vocabulary import Kind

AGAINST = [
    ("swart2016", "b12-deficiency--muscle-weakness", "disputes"),
    ("swart2016", "homocysteine--muscle-weakness", "disputes"),
    ("swart2016", "oral-b12--muscle-weakness", "disputes"),
    ("swart2016", "balance--falls", "neutral"),
    ("swart2016", "b12-folic-acid--muscle-weakness", "disputes"),
    ("swart2016", "b12-folic-acid--falls", "disputes"),
    ("swart2016", "homocysteine--walking-speed", "disputes"),
    ("dangour2015", "oral-b12--nerve-conduction", "disputes"),
    ("dangour2015", "oral-b12--peripheral-neuropathy", "disputes"),
    ("dangour2015", "b12-deficiency--memory-problems", "disputes"),
    ("dangour2015", "oral-b12--memory-problems", "disputes"),
    ("denelzen2010", "b12-deficiency--megaloblastic-anaemia", "disputes"),
    ("lindenbaum1988", "red-cell-production--megaloblastic-anaemia", "neutral"),
    ("clarke2014", "b12-deficiency--memory-problems", "disputes"),
    ("clarke2014", "oral-b12--memory-problems", "disputes"),
    ("markun2021", "b12-deficiency--memory-problems", "disputes"),
    ("markun2021", "oral-b12--memory-problems", "disputes"),
    ("markun2021", "oral-b12--mood-changes", "disputes"),
    ("markun2021", "oral-b12--fatigue", "neutral"),
    ("markun2021", "b12-deficiency--mood-changes", "disputes"),
    ("markun2021", "aerobic-capacity--fatigue", "neutral"),
    ("carmel2003", "methionine-synthase--sam", "disputes"),
    ("guerra2007", "methionine-synthase--sam", "disputes"),
    ("carmel2003", "methylation-capacity--myelin-upkeep", "disputes"),
    ("surtees1993", "propionyl-coa--myelin-upkeep", "disputes"),
    ("misra2007", "b12-deficiency--peripheral-neuropathy", "disputes"),
    ("misra2007", "peripheral-neuropathy--nerve-conduction", "disputes"),
    ("hemmer1998", "demyelination--peripheral-neuropathy", "disputes"),
    ("invece2021", "b12-deficiency--muscle-weakness", "disputes"),
    ("invece2021", "b12-deficiency--sarcopenia", "disputes"),
    ("invece2021", "b12-deficiency--frailty", "disputes"),
    ("vanschoor2012", "b12-deficiency--muscle-weakness", "disputes"),
    ("ng2016", "b12-deficiency--sarcopenia", "disputes"),
    ("ng2016", "b12-deficiency--muscle-weakness", "disputes"),
    ("chae2021", "b12-deficiency--muscle-weakness", "disputes"),
    ("choi2023", "b12-deficiency--muscle-weakness", "neutral"),
    ("swart2013a", "homocysteine--muscle-atrophy", "disputes"),
    ("kumar2015", "homocysteine--insulin-resistance", "disputes"),
    ("sha2022", "b12-deficiency--sarcopenia", "disputes"),
    ("sha2022", "b12-deficiency--muscle-atrophy", "disputes"),
    ("tuttle2020", "inflammation--protein-breakdown", "neutral"),
    ("patel2007", "haemoglobin--muscle-weakness", "disputes"),
    ("patel2007", "oxygen-delivery--muscle-weakness", "disputes"),
    ("patel2007", "megaloblastic-anaemia--walking-speed", "disputes"),
    ("vandelagemaat2019", "homocysteine--oxidative-stress", "neutral"),
    ("vanwijngaarden2014", "oral-b12--muscle-weakness", "neutral"),
    ("vanwijngaarden2014", "b12-folic-acid--fractures", "disputes"),
    ("tani2019", "nitrous-oxide--methionine-synthase", "neutral"),
    ("duzce2011", "helicobacter-pylori--atrophic-gastritis", "disputes"),
    ("golding2016", "holotranscobalamin--b12-deficiency", "disputes"),
    ("golding2016", "liver-stores--b12-deficiency", "neutral"),
    ("obeid2014", "metformin--ileal-uptake", "disputes"),
]


@pytest.mark.parametrize(("ref", "edge", "direction"), AGAINST)
def test_a_result_against_is_on_the_map(b12: CausalMap, ref: str, edge: str, direction: str) -> None:
    said = {item.ref: item.direction for item in b12.edge[edge].evidence}
    assert said[ref] == direction


SAID = [
    ("swart2016", "oral-b12--muscle-weakness", "homocysteine of 12–50"),
    ("swart2016", "b12-folic-acid--muscle-weakness", "homocysteine of 12–50"),
    ("dangour2015", "oral-b12--nerve-conduction", "moderate"),
    ("lindenbaum1988", "red-cell-production--megaloblastic-anaemia", "28%"),
    ("vanwijngaarden2014", "oral-b12--muscle-weakness", "cancer"),
    ("patel2007", "haemoglobin--muscle-weakness", "not in black"),
    ("toprak2014", "b12-deficiency--megaloblastic-anaemia", "marginal"),
    ("guerra2007", "methionine-synthase--sam", "sam was not low"),
    ("huang2013", "homocysteine--insulin-resistance", "mthfr"),
    ("vanwijngaarden2014", "b12-folic-acid--fractures", "cancer"),
    ("swart2013a", "homocysteine--muscle-weakness", "mthfr"),
    ("choi2023", "b12-deficiency--sarcopenia", "women"),
    ("tuttle2020", "inflammation--muscle-weakness", "only weakly"),
]


@pytest.mark.parametrize(("ref", "edge", "words"), SAID)
def test_a_finding_names_its_limit(b12: CausalMap, ref: str, edge: str, words: str) -> None:
    finding = next(item.finding for item in b12.edge[edge].evidence if item.ref == ref)
    told = f"{finding} {b12.edge[edge].uncertainty} {b12.edge[edge].why}".lower()
    assert words in told


def test_shaky_links_of_b12_with_muscle_are_associations_of_low_certainty(b12: CausalMap) -> None:
    for target in ("sarcopenia", "muscle-atrophy", "muscle-weakness"):
        edge = b12.edge[f"b12-deficiency--{target}"]
        assert edge.effect == "associated-with"
        assert edge.certainty in ("low", "very-low")


def test_the_treatment_of_weakness_with_b12_is_marked_untested(b12: CausalMap) -> None:
    edge = b12.edge["oral-b12--muscle-weakness"]
    assert edge.certainty == "very-low"
    assert [item.ref for item in edge.evidence if item.directness == "this-step"] == []
    assert "swart2016" in {item.ref for item in edge.evidence if item.direction == "disputes"}


def test_the_null_trial_speaks_of_the_combination_it_tested_and_nothing_supports_that(b12: CausalMap) -> None:
    for target in ("muscle-weakness", "falls"):
        edge = b12.edge[f"b12-folic-acid--{target}"]
        assert edge.certainty == "very-low"
        this_step = {item.ref: item.direction for item in edge.evidence if item.directness == "this-step"}
        assert this_step == {"swart2016": "disputes"}
        assert [item.ref for item in edge.evidence if item.direction == "supports"] == []


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
