"""The tours say what the map says: no number that no finding has, no association told as a cause."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from graph import CausalMap
from graph.layout.folding import SCREEN, lay_out_folded
from graph.records.edge import Edge
from graph.records.tour import Tour, TourStep
from graph.records.vocabulary import Direction, Effect, Status
from graph.words.lecture import lecture_of_tour
from tests.curation.test_plain_words import ADVICE, AMERICAN, LONGEST_SENTENCE

SUBJECTS = {
    "nerve-route": "b12-deficiency--demyelination",
    "numb-feet": "peripheral-neuropathy--falls",
    "blood-route": "methionine-synthase--folate-trap",
    "nitrous-oxide": "nitrous-oxide--methionine-synthase",
    "reading-the-tests": "b12-deficiency--serum-b12",
    "homocysteine-route": "homocysteine--muscle-weakness",
    "metformin-lag": "metformin--b12-absorption",
    "treatment": "b12-injections--spinal-cord-degeneration",
    "too-simple": "serum-b12--muscle-atrophy",
}
"""Each tour with the edge without which it would miss its subject."""

LONGEST_WORDS = 160
LEAST_TEXT = 24.0
MARGIN = 20.0
FONT = 13.0
LONGEST_RUN = 9
SPELT = {"four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10"}
SPELT |= {"eleven": "11", "twelve": "12", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50"}
NUMBER = re.compile(r"\d+(?:[.,]\d+)*%?")
CITED = re.compile(r"\(([^()\d]+) ((?:19|20)\d\d)\)|\b([A-Z][\w-]+)\s\(?((?:19|20)\d\d)\)")
TOGETHER = re.compile(r"\bassociat(?:ed|ion)\b")
UNSUPPORTED = re.compile(r"\b(?:no|not|nobody|nothing|none|unknown|missing)\b")
"""One of these stands in the words of a step that no finding supports."""
NOT_IN_B12 = {
    "spastic-weakness--physical-activity": "multiple sclerosis",
    "peripheral-neuropathy--muscle-atrophy": "diabetes",
    "peripheral-neuropathy--falls": "counted in lack of B12",
    "homocysteine--satellite-cells": "Mice",
    "muscle-weakness--physical-activity": "not in lack of B12",
    "nitrous-oxide--methionine-synthase": "rats",
}
"""Steps that were measured in another illness, or in animals only: the room is told so as well."""


def said(tour: Tour) -> Iterator[tuple[str, str]]:
    """Everything a tour says, with where it stands."""
    yield "about", tour.about
    for name in ("questions", "objectives"):
        yield from ((name, text) for text in getattr(tour, name))
    yield from (("key point", key_point.point) for key_point in tour.key_points)
    for number, step in enumerate(tour.steps, start=1):
        for name in ("words", "question", "answer", "notes"):
            if getattr(step, name) is not None:
                yield f"stop {number} {name}", getattr(step, name)


def told(b12: CausalMap, tour: Tour) -> list[Edge]:
    return [b12.edge[step.edge] for step in tour.steps if step.edge is not None]


def written(edge: Edge) -> str:
    """All that the map says of an edge."""
    findings = [item.finding for item in edge.evidence]
    return " ".join([edge.plain, edge.detail, edge.why, edge.uncertainty, edge.why_differ or "", *findings])


def numbers_of(b12: CausalMap, edge: Edge) -> set[str]:
    """The numbers that the map has for an edge: in its words and findings, and whom they are of."""
    sizes = (b12.reference[item.ref].n or "" for item in edge.evidence)
    among = (item.among or "" for item in edge.evidence)
    return numbers(" ".join([written(edge), *sizes, *among]))


def numbers(text: str) -> set[str]:
    """The numbers of a text as digits, from four up where they are spelt out.

    >>> sorted(numbers("In 1,156 people 28% of ten; grip 25.3 kg."))
    ['10', '1156', '25.3', '28%']
    """
    digits = {found.replace(",", "") for found in NUMBER.findall(re.sub(r"\bB12\b|\bp38\b", "", text))}
    return digits | {SPELT[word] for word in re.findall(r"[a-z]+", text.lower()) if word in SPELT}


def surname(author: str) -> str:
    """``den Elzen WPJ`` is called den Elzen; a label or a group goes by its first word.

    >>> surname("den Elzen WPJ"), surname("Homocysteine Lowering Trialists' Collaboration")
    ('den Elzen', 'Homocysteine Lowering Trialists')
    """
    return re.sub(r"'? (?:[A-Z]+|Collaboration)$", "", author)


def citations(text: str) -> set[tuple[str, str]]:
    """Who is cited, with the year."""
    return {(match[1] or match[3], match[2] or match[4]) for match in CITED.finditer(" ".join(text.split()))}


def citation(b12: CausalMap, ref: str) -> tuple[str, str] | None:
    reference = b12.reference[ref]
    return (surname(reference.authors[0]), str(reference.year)) if reference.authors else None


def edge_steps(b12: CausalMap) -> list[tuple[str, TourStep, Edge]]:
    return [
        (f"{tour.id} {step.edge}", step, b12.edge[step.edge])
        for tour in b12.tours
        for step in tour.steps
        if step.edge is not None
    ]


def test_each_tour_is_on_its_subject(b12: CausalMap) -> None:
    assert {tour.id for tour in b12.tours} == set(SUBJECTS)
    for name, edge in SUBJECTS.items():
        assert edge in {step.edge for step in b12.tour[name].steps}


def test_the_nerve_route_has_nine_stops(b12: CausalMap) -> None:
    assert len(b12.tour["nerve-route"].steps) == 9


def test_a_tour_fits_into_a_lesson(b12: CausalMap) -> None:
    assert [tour.id for tour in b12.tours if not 5 <= len(tour.steps) <= 10] == []
    assert [tour.id for tour in b12.tours if not 8 <= tour.minutes <= 20] == []


def test_every_number_stands_in_the_evidence_of_the_arrow_it_is_told_with(b12: CausalMap) -> None:
    invented = []
    for tour in b12.tours:
        every = set().union(*(numbers_of(b12, edge) for edge in told(b12, tour)))
        for where, text in said(tour):
            step = tour.steps[int(where.split()[1]) - 1] if where.startswith("stop") else None
            known = numbers_of(b12, b12.edge[step.edge]) if step and step.edge else every
            unsourced = numbers(CITED.sub("", " ".join(text.split()))) - known
            invented += [(tour.id, where, number) for number in unsourced]
    assert invented == []


def test_an_invented_number_would_be_seen() -> None:
    assert numbers("It rose by 12.5% in 1,234 people (Doe 1999).") >= {"12.5%", "1234"}
    assert numbers("Seven of 20") == {"7", "20"}
    assert numbers(CITED.sub("", "as Doe (1999) and (Roe 2001) say")) == set()


def test_who_is_cited_bears_on_an_edge_that_is_told(b12: CausalMap) -> None:
    for tour in b12.tours:
        known = {citation(b12, item.ref) for edge in told(b12, tour) for item in edge.evidence}
        cited = {each for _, text in said(tour) for each in citations(text)}
        assert cited, tour.id
        assert cited - known == set(), tour.id


def test_every_arrow_shows_a_source_and_most_notes_name_one(b12: CausalMap) -> None:
    steps = edge_steps(b12)
    silent = [where for where, step, edge in steps if (step.ref is None) != (edge.status is Status.PROPOSED)]
    assert silent == [], "what no study supports is told without a source, everything else with one"
    assert sum(bool(citations(step.notes)) for _, step, _ in steps) > 0.8 * len(steps)


def test_the_notes_of_a_contested_arrow_cite_both_sides(b12: CausalMap) -> None:
    contested = [each for each in edge_steps(b12) if each[2].contested]
    assert len(contested) > 5
    for where, step, edge in contested:
        cited = citations(step.notes)
        for side in (Direction.SUPPORTS, Direction.DISPUTES):
            assert cited & {citation(b12, item.ref) for item in edge.found(side)}, (where, side)


def test_an_association_is_called_one(b12: CausalMap) -> None:
    associations = [each for each in edge_steps(b12) if each[2].effect is Effect.ASSOCIATED]
    assert associations
    assert [where for where, step, _ in associations if not TOGETHER.search(step.words or "")] == []


def test_what_no_finding_supports_is_said_so_in_the_words(b12: CausalMap) -> None:
    """A proposed step, or one that was tested without effect, is not told to the room as if it were known."""
    bare = [each for each in edge_steps(b12) if each[2].status is not Status.SUPPORTED]
    assert {edge.status for _, _, edge in bare} >= {Status.PROPOSED, Status.NO_EFFECT}
    assert [where for where, step, _ in bare if not UNSUPPORTED.search(step.words or "")] == []


def test_what_was_measured_in_another_illness_or_animal_is_said_so_in_the_words(b12: CausalMap) -> None:
    words = {step.edge: step.words or "" for _, step, _ in edge_steps(b12)}
    assert [edge for edge, said in NOT_IN_B12.items() if said not in words[edge]] == []


def test_no_sentence_is_taken_over_from_the_map(b12: CausalMap) -> None:
    """No run of ten words in a row, so that a sentence with a word changed is seen as well."""
    runs = {run for edge in b12.edges for run in runs_of(written(edge))}
    runs |= {run for node in b12.nodes for run in runs_of(f"{node.plain} {node.detail}")}
    taken = [
        (tour.id, where, " ".join(run))
        for tour in b12.tours
        for where, text in said(tour)
        for run in runs_of(text)
        if run in runs
    ]
    assert taken == []


def runs_of(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[\w.,%–-]*\w", text.lower())
    yield from zip(*(words[start:] for start in range(LONGEST_RUN + 1)), strict=False)


def test_the_room_reads_short_plain_sentences(b12: CausalMap) -> None:
    for tour in b12.tours:
        for where, text in said(tour):
            sentences = re.split(r"(?<=[.!?:;])\s+", text)
            long = [each for each in sentences if len(each.split()) > LONGEST_SENTENCE]
            assert long == [], (tour.id, where)
            assert not AMERICAN.search(text), (tour.id, where)
            assert not ADVICE.search(text), (tour.id, where)
    shown = [step.words or step.question or "" for tour in b12.tours for step in tour.steps]
    assert [text for text in shown if len(text) > LONGEST_WORDS] == []
    assert [text for text in shown if not text.endswith((".", "?"))] == []


def test_a_paragraph_of_the_notes_is_one_line(b12: CausalMap) -> None:
    """One empty line in folded YAML is a line break; a new paragraph takes two."""
    broken = [
        (tour.id, number)
        for tour in b12.tours
        for number, step in enumerate(tour.steps, start=1)
        for paragraph in step.notes.split("\n\n")
        if "\n" in paragraph.strip()
    ]
    assert broken == []


@pytest.mark.parametrize("name", SUBJECTS)
def test_a_tour_becomes_a_lecture_that_tells_what_it_says(b12: CausalMap, name: str) -> None:
    tour = b12.tour[name]
    lecture = lecture_of_tour(b12, tour)
    assert [stop.number for stop in lecture.stops] == list(range(1, len(tour.steps) + 1))
    assert [stop.edge.id if stop.edge else None for stop in lecture.stops] == [s.edge for s in tour.steps]
    assert [stop.words for stop in lecture.stops] == [step.words or step.question for step in tour.steps]
    assert [bool(stop.answer) for stop in lecture.stops] == [step.edge is None for step in tour.steps]
    shown = [stop.reference.id if stop.reference else None for stop in lecture.stops]
    assert shown == [step.ref for step in tour.steps]
    assert all(len(stop.notes) >= 2 for stop in lecture.stops)


@pytest.mark.parametrize("name", SUBJECTS)
def test_a_tour_can_be_read_from_the_last_row(b12: CausalMap, name: str) -> None:
    lecture = lecture_of_tour(b12, b12.tour[name])
    layout = lay_out_folded(
        [(node.id, node.claim, "box") for node in lecture.nodes],
        [(edge.id, edge.source, edge.target) for edge in lecture.edges],
    )
    assert FONT * SCREEN.scale_of(layout, MARGIN) >= LEAST_TEXT
