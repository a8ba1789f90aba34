"""A finding says what was measured and of whom, and a text tells no number that no finding has."""

from __future__ import annotations

import re

from graph import CausalMap
from graph.records.edge import Edge
from graph.records.vocabulary import Certainty, Direction, Directness, Measured, Population, Status

SHARE = re.compile(r"\d%|\b(?:odds|risk|hazard|rate) ratio|\brelative risk|\b\d[\d,]* of (?:the )?\d")
NAMED = re.compile(r"\b[A-Za-z]+\d\w*|\binterleukin-\d|\b\d+(?:,\d+)?-(?:methyl|hydroxy)\w*")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
SPELT = {"four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10"}
TEXTS = ("plain", "detail", "why", "uncertainty", "why_differ")
PEOPLE = (Population.HUMAN, Population.MIXED)


def numbers(text: str) -> set[str]:
    """The numbers of a text; those that belong to a name are none.

    >>> sorted(numbers("CD320 and 5-methyltetrahydrofolate in 1,156 people, 28% of ten"))
    ['10', '1156', '28']
    """
    digits = {found.replace(",", "") for found in NUMBER.findall(NAMED.sub("", text))}
    return digits | {SPELT[word] for word in re.findall(r"[a-z]+", text.lower()) if word in SPELT}


def digits(text: str) -> set[str]:
    """The numbers of a text that are written in digits."""
    return {found.replace(",", "") for found in NUMBER.findall(NAMED.sub("", text))}


def behind(b12: CausalMap, edge: Edge) -> set[str]:
    """The numbers that the findings of an edge have, with those of whom they are."""
    said = ([item.finding, item.among or "", b12.reference[item.ref].n or ""] for item in edge.evidence)
    return {number for texts in said for number in numbers(" ".join(texts))}


def test_every_finding_says_what_was_measured(b12: CausalMap) -> None:
    items = [(edge.id, item.ref, item.measured) for edge in b12.edges for item in edge.evidence]
    assert [(edge, ref) for edge, ref, measured in items if measured is None] == []


def test_a_share_or_a_ratio_says_of_whom_it_is(b12: CausalMap) -> None:
    silent = [
        (edge.id, item.ref)
        for edge in b12.edges
        for item in edge.evidence
        if SHARE.search(item.finding) and not item.among
    ]
    assert silent == []


def test_every_number_of_a_text_stands_in_a_finding_of_its_edge(b12: CausalMap) -> None:
    invented = [
        (edge.id, field, sorted(loose))
        for edge in b12.edges
        for field in TEXTS
        if (loose := digits(getattr(edge, field) or "") - behind(b12, edge))
    ]
    assert invented == []


def test_an_invented_number_would_be_seen() -> None:
    assert digits("It fell by 12.5% in 1,234 people on N2O.") == {"12.5", "1234"}
    assert numbers("Seven of 20") == {"7", "20"}


def test_what_is_sure_was_measured_in_people(b12: CausalMap) -> None:
    """What is true by definition needs no measurement; of an absence the items against it are asked."""
    unsure = [
        edge.id
        for edge in b12.edges
        if edge.certainty is Certainty.HIGH
        and edge.directness is not Directness.DEFINITION
        and not any(
            item.measured is Measured.BOTH and b12.reference[item.ref].population in PEOPLE
            for item in edge.found(Direction.SUPPORTS) or edge.against
        )
    ]
    assert unsure == []


def test_what_no_finding_supports_is_proposed_or_told_as_absent(b12: CausalMap) -> None:
    alone = [edge for edge in b12.edges if not edge.found(Direction.SUPPORTS)]
    tested = [edge for edge in alone if edge.status in (Status.NO_EFFECT, Status.REFUTED)]
    assert {edge.status for edge in alone} == {Status.NO_EFFECT, Status.REFUTED, Status.PROPOSED}
    proposed = [edge for edge in alone if edge not in tested]
    assert [edge.id for edge in proposed if edge.certainty is not Certainty.VERY_LOW] == []
    said = re.compile(r"\b(?:no (?:main |large )?(?:effect|link)|absent|absence)\b", re.IGNORECASE)
    assert [edge.id for edge in tested if not said.search(edge.why)] == []


def test_a_trial_in_raised_homocysteine_does_not_speak_against_treating_deficiency(b12: CausalMap) -> None:
    trials = ("swart2016", "vanwijngaarden2014", "vanderzwaluw2014", "clarke2014")
    against = [
        (edge.id, item.ref)
        for edge in b12.edges
        if edge.source in ("oral-b12", "b12-injections", "b12-deficiency")
        for item in edge.against
        if item.ref in trials
    ]
    assert against == []
