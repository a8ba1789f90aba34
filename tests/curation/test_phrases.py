"""What stands in sentences and chains: phrases, names inside a sentence, names at the clinical level."""

from __future__ import annotations

import re

from graph import CausalMap
from graph.records.vocabulary import Change, Kind

# Words that keep their capitals or digits wherever they stand.
PROPER = r"B12|DNA|H2|SAH|TNF-alpha|EGF|SAM|Crohn's|Helicobacter|CoA|cblC|D"
STATE = re.compile(
    r"\b(?:low|high|poor|poorly|lack|loss|impaired|slow|faulty|enlarged|shortage|build-up|stress)\b"
)
NO_EVERYDAY_NAME = {"falls", "muscle-cramps"}
"""Symptoms that a clinician calls as everybody does."""


def test_every_node_says_what_happens_in_a_clause_of_its_own(b12: CausalMap) -> None:
    phrases = [node.phrase for node in b12.nodes]
    assert None not in phrases
    assert len(set(phrases)) == len(phrases)
    assert [phrase for phrase in phrases if phrase and len(phrase.split()) < 2] == []


def test_a_phrase_can_stand_in_the_middle_of_a_chain(b12: CausalMap) -> None:
    begun = re.compile(rf"^(?:[a-z]|(?:{PROPER})\b)")
    assert [node.phrase for node in b12.nodes if not begun.match(node.phrase or "")] == []
    assert [node.phrase for node in b12.nodes if re.search(r"[.;:!?→]", node.phrase or "")] == []


def test_a_phrase_has_no_number_and_no_word_of_greek(b12: CausalMap) -> None:
    phrases = [(node.phrase or "").replace("B12", "") for node in b12.nodes]
    assert [phrase for phrase in phrases if re.search(r"[\d%]", phrase)] == []
    greek = re.compile(r"\w+(?:aemia|opathy|trophy|plasia|ectomy|paresis|aesthesia|asis)\b", re.IGNORECASE)
    assert [phrase for phrase in phrases if greek.search(phrase)] == []


def test_inside_a_sentence_a_name_has_no_capital_of_its_own_but_proper_names_keep_theirs(
    b12: CausalMap,
) -> None:
    begun = re.compile(rf"^(?:[a-z]|(?:{PROPER})\b)")
    assert [node.in_sentence for node in b12.nodes if not begun.match(node.in_sentence)] == []
    assert [b12.node[name].in_sentence for name in ("crohns-disease", "h2-blockers", "b12-intake")] == [
        "Crohn's disease",
        "H2 blockers",
        "low B12 intake",
    ]


def test_a_variable_that_is_changed_says_so_inside_a_sentence(b12: CausalMap) -> None:
    # "How does stomach acid lead to ..." would ask for the opposite.
    changed = [node for node in b12.nodes if node.change in (Change.LOWERED, Change.IMPAIRED)]
    assert [node.in_sentence for node in changed if not STATE.search(node.in_sentence)] == []


def test_names_in_the_plural_are_asked_for_in_the_plural(b12: CausalMap) -> None:
    plural = {node.id for node in b12.nodes if node.plural}
    assert {"proton-pump-inhibitors", "h2-blockers", "b12-injections", "falls", "spastic-weakness"} <= plural
    joined = [node.id for node in b12.nodes if re.search(r"^[\w-]+ and [\w-]+$", node.in_sentence)]
    assert [name for name in joined if name not in plural] == []


def test_every_symptom_has_the_name_that_clinicians_use(b12: CausalMap) -> None:
    symptoms = [node for node in b12.nodes if node.kind is Kind.SYMPTOM]
    assert {node.id for node in symptoms if node.clinical is None} == NO_EVERYDAY_NAME
    assert [node.id for node in b12.nodes if node.clinical == node.name] == []


def test_a_clinical_name_fits_three_lines_of_a_box(b12: CausalMap) -> None:
    assert [node.clinical for node in b12.nodes if node.clinical and len(node.clinical) > 44] == []


def test_the_common_starts_are_starts_that_lead_to_muscle(b12: CausalMap) -> None:
    starts = b12.header.common_starts
    assert 6 <= len(starts) <= 8
    assert len(set(starts)) == len(starts)
    assert {b12.node[name].kind for name in starts} <= {Kind.RISK_FACTOR, Kind.DEFICIENCY}
