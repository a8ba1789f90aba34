"""A path and a tour of the four-node example, told as lectures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph import CausalMap, causal_paths, load_map
from graph.records.vocabulary import Level
from graph.words.lecture import TRAP, Lecture, lecture_of_path, lecture_of_tour
from tests.graph.small_maps import changed, written

SALTY = ("drought", "river-flow", "salt", "crop-loss")


@pytest.fixture
def path_lecture(four_nodes: CausalMap) -> Lecture:
    answer = causal_paths(four_nodes, "drought", "crop-loss")
    return lecture_of_path(four_nodes, next(path for path in answer.paths if path.nodes == SALTY))


@pytest.fixture
def tour_lecture(four_nodes: CausalMap) -> Lecture:
    return lecture_of_tour(four_nodes, four_nodes.tour["down-the-river"])


def test_a_path_is_told_step_by_step_from_its_first_box_to_its_last(path_lecture: Lecture) -> None:
    assert [(stop.number, stop.edge.id if stop.edge else None) for stop in path_lecture.stops] == [
        (1, "drought--river-flow"),
        (2, "river-flow--salt"),
        (3, "salt--crop-loss"),
    ]
    assert [node.id for node in path_lecture.nodes] == list(SALTY)
    assert path_lecture.arrows == path_lecture.stops


def test_a_path_is_told_in_the_words_of_the_map(path_lecture: Lecture) -> None:
    assert "Without rain the river falls." in path_lecture.stops[0].words
    assert path_lecture.stops[0].heading == "Drought → River flow ↓"
    assert path_lecture.stops[0].facts.startswith("high certainty")


def test_the_other_reading_level_of_a_path_is_in_the_notes(four_nodes: CausalMap) -> None:
    path = causal_paths(four_nodes, "drought", "crop-loss").paths[0]
    plain, clinical = (lecture_of_path(four_nodes, path, level).stops[0] for level in Level)
    assert plain.words == clinical.notes[0]
    assert clinical.words == plain.notes[0]
    assert plain.words != clinical.words


def test_the_notes_of_a_contested_step_have_a_finding_from_each_side(path_lecture: Lecture) -> None:
    assert path_lecture.stops[1].notes[-2:] == (
        "For: Salt rose. (Rivers 2001)",
        "Against: It did not in pots. (Pots 2003)",
    )


def test_a_path_has_a_name_a_title_and_no_class_yet(path_lecture: Lecture) -> None:
    assert path_lecture.key == "drought-to-crop-loss"
    assert path_lecture.title == "From Drought to Crop loss"
    assert path_lecture.lead
    assert path_lecture.caution
    assert (path_lecture.audience, path_lecture.minutes) == ("", 0)
    assert (path_lecture.questions, path_lecture.objectives, path_lecture.key_points) == ((), (), ())


def test_a_tour_is_told_in_its_own_words(tour_lecture: Lecture) -> None:
    assert [stop.words for stop in tour_lecture.stops] == [
        "The river falls.",
        "Where does the salt go?",
        "The salt stays.",
        "The crops fail.",
    ]
    assert [stop.minutes for stop in tour_lecture.stops] == [2, 1, 4, 2]
    assert tour_lecture.stops[2].notes == ("Tell both sides.",)


def test_a_tour_says_for_whom_it_is_and_how_it_ends(tour_lecture: Lecture) -> None:
    assert (tour_lecture.key, tour_lecture.title) == ("down-the-river", "Why the crops fail downstream")
    assert tour_lecture.lead == "What the river no longer carries stays in the soil."
    assert (tour_lecture.audience, tour_lecture.minutes) == ("First-year students", 9)
    assert tour_lecture.questions == ("Why does salt stay in the soil?",)
    assert tour_lecture.objectives == ("Name the step that is contested.",)
    assert [key_point.point for key_point in tour_lecture.key_points] == ["The salt stays."]
    assert tour_lecture.caution == TRAP


def test_a_question_to_the_room_has_an_answer_and_no_arrow(tour_lecture: Lecture) -> None:
    question = tour_lecture.stops[1]
    assert (question.heading, question.answer) == ("A question to the room", "It stays.")
    assert (question.edge, question.source, question.target, question.reference) == (None,) * 4
    assert question.facts == ""
    assert question not in tour_lecture.arrows


def test_the_source_shown_is_the_one_the_tour_names_else_the_first_in_favour(tour_lecture: Lecture) -> None:
    shown = [stop.reference.id for stop in tour_lecture.arrows if stop.reference]
    assert shown == ["field2001", "pots2003", "pots2003"]


def test_the_first_source_in_favour_is_shown_though_one_against_stands_before_it(tmp_path: Path) -> None:
    against = "{ref: pots2003, direction: disputes, directness: by-inference, finding: It did not in pots.}"
    favour = "      - {ref: field2001, direction: supports, directness: this-step, finding: Salt rose.}\n"
    files = changed("edges/all.yaml", favour, "")
    files = changed("edges/all.yaml", f"      - {against}\n", f"      - {against}\n{favour}", files)
    files = changed("tours/all.yaml", "ref: pots2003, ", "", files)
    turned = load_map(written(tmp_path, files))
    stop = lecture_of_tour(turned, turned.tours[0]).stops[2]
    assert stop.edge is not None
    assert [item.ref for item in stop.edge.evidence] == ["pots2003", "field2001"]
    assert stop.reference == turned.reference["field2001"]


def test_an_empty_line_in_the_notes_begins_a_paragraph(four_nodes: CausalMap) -> None:
    tour = four_nodes.tours[0]
    steps = (tour.steps[0].model_copy(update={"notes": "Show it.\n\n\n  Wait.  \n\n"}), *tour.steps[1:])
    lecture = lecture_of_tour(four_nodes, tour.model_copy(update={"steps": steps}))
    assert lecture.stops[0].notes == ("Show it.", "Wait.")


def test_what_is_carried_home_is_what_was_told(path_lecture: Lecture, tour_lecture: Lecture) -> None:
    for lecture in (path_lecture, tour_lecture):
        assert lecture.subgraph.nodes == lecture.nodes
        assert lecture.subgraph.edges == lecture.edges
        assert lecture.subgraph.title == lecture.title
        assert [reference.id for reference in lecture.subgraph.references] == [
            "field2001",
            "pots2003",
            "trial2005",
        ]
    assert path_lecture.subgraph.ends == ("drought", "crop-loss")
    assert tour_lecture.subgraph.ends is None


def test_a_box_that_is_told_twice_appears_once(four_nodes: CausalMap) -> None:
    tour = four_nodes.tours[0]
    again = tour.steps[3].model_copy(update={"edge": "river-flow--crop-loss"})
    lecture = lecture_of_tour(four_nodes, tour.model_copy(update={"steps": (*tour.steps, again)}))
    assert [node.id for node in lecture.nodes] == list(SALTY)
    assert len(lecture.edges) == 4


def test_a_lecture_cannot_be_changed_but_a_changed_one_can_be_made(tour_lecture: Lecture) -> None:
    assert replace(tour_lecture, title="Other").subgraph.title == "Other"
