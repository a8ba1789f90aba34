"""What the stage of a lecture is given: plain data that says all of it, and badges that hide nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest

from app.words.stage import stage_of
from graph import Lecture, lecture_of_tour
from graph.drawing.badges import half_width
from graph.drawing.drawings import drawing_of_lecture
from tests.app.reader import HOSTILE, hostile
from tests.app.takeaway.printed import one_step, path_lecture, told, tour_lectures
from tests.shipped import B12

LECTURES = {
    **{name: lambda name=name: tour_lectures()[name] for name in tour_lectures()},
    "a path": lambda: path_lecture("metformin"),
    "the longest path": lambda: path_lecture("pernicious-anaemia", "longest"),
    "one step": one_step,
    "a small tour": told,
}
DEEPEST = 2.5
"""How far a badge may dip into a box, in units: the frame and not the words, which are 13 high."""

Place = tuple[tuple[float, float], tuple[float, float]]


@pytest.fixture(scope="module", params=LECTURES)
def lecture(request: pytest.FixtureRequest) -> Lecture:
    return LECTURES[request.param]()


@pytest.fixture(scope="module")
def stage(lecture: Lecture) -> dict[str, Any]:
    return stage_of(lecture)


@pytest.fixture(scope="module")
def spoilt() -> list[dict[str, Any]]:
    """The stages of a map that would like to be markup."""
    causal_map = hostile(B12)
    return [stage_of(lecture_of_tour(causal_map, tour)) for tour in causal_map.tours]


def leaves(data: Any) -> Iterator[Any]:
    """Everything in plain data that is no list and no dictionary."""
    if isinstance(data, dict | list | tuple):
        for part in data.values() if isinstance(data, dict) else data:
            yield from leaves(part)
    else:
        yield data


def overlap(one: Place, other: Place) -> float:
    """How deep two rectangles, each by its centre and half its size, stand in each other."""
    return min(one[1][axis] + other[1][axis] - abs(one[0][axis] - other[0][axis]) for axis in (0, 1))


def places(stage: dict[str, Any]) -> list[tuple[str, Place]]:
    return [
        (badge["words"], (badge["at"], (half_width(badge["words"], badge["radius"]), badge["radius"])))
        for badge in stage["picture"]["badges"]
    ]


def test_the_stage_is_plain_data(stage: dict[str, Any]) -> None:
    assert {type(leaf) for leaf in leaves(stage)} <= {str, int, float, bool, type(None)}
    assert json.loads(json.dumps(stage, allow_nan=False)).keys() == stage.keys()


def test_every_stop_is_there_in_order_with_its_words_and_notes(
    lecture: Lecture, stage: dict[str, Any]
) -> None:
    said = [(stop["heading"], stop["words"], stop["notes"], stop["minutes"]) for stop in stage["stops"]]
    assert said == [(stop.heading, stop.words, list(stop.notes), stop.minutes) for stop in lecture.stops]


def test_an_arrow_says_its_ends_its_certainty_what_is_disputed_and_its_source(
    lecture: Lecture, stage: dict[str, Any]
) -> None:
    for stop, said in zip(lecture.stops, stage["stops"], strict=True):
        if stop.edge is None:
            continue
        assert "answer" not in said
        edge = stop.edge
        assert (said["edge"], said["source"], said["target"]) == (
            stop.edge.id,
            stop.edge.source,
            stop.edge.target,
        )
        absent = "large effect" if edge.causal else "close link"
        of_absence = f" that there is no {absent}" if edge.status in ("no-effect", "refuted") else ""
        assert (said["tier"], said["status"]) == (edge.certainty.value, edge.status.value)
        assert said["certainty"] == f"{edge.certainty.label} certainty{of_absence}"
        assert bool(said["doubt"]) == (edge.contested or edge.status != "supported")
        assert ("contested" in said["doubt"]) == edge.contested
        assert said["facts"] == stop.facts
        assert (stop.reference is None) == (edge.status == "proposed"), "a source would seem to support it"
        assert said["reference"] == (stop.reference.short_name if stop.reference else "")
        assert (stop.reference.title.rstrip(".") if stop.reference else "") in said["source_line"]


def test_a_question_has_its_answer_and_no_arrow(lecture: Lecture, stage: dict[str, Any]) -> None:
    questions = [
        (stop, said) for stop, said in zip(lecture.stops, stage["stops"], strict=True) if stop.edge is None
    ]
    assert bool(questions) == (lecture.tour is not None)
    for stop, said in questions:
        assert said["answer"] == stop.answer != ""
        assert not {"edge", "source", "target", "certainty", "reference"} & said.keys()


def test_each_key_point_names_the_steps_that_tell_its_arrows(lecture: Lecture, stage: dict[str, Any]) -> None:
    assert [point["point"] for point in stage["keyPoints"]] == [point.point for point in lecture.key_points]
    for point, said in zip(lecture.key_points, stage["keyPoints"], strict=True):
        assert said["steps"] == sorted(said["steps"])
        assert [stage["stops"][step - 1]["edge"] for step in said["steps"]] == sorted(
            point.edges, key=[stop.get("edge") for stop in stage["stops"]].index
        )


def test_the_first_and_the_last_screen_have_what_they_say(lecture: Lecture, stage: dict[str, Any]) -> None:
    header = lecture.map.header
    assert (stage["key"], stage["title"], stage["caution"]) == (lecture.key, lecture.title, lecture.caution)
    assert stage["lead"].split() == lecture.lead.split() != []
    assert stage["questions"] == list(lecture.questions)
    assert lecture.audience in stage["facts"]
    assert lecture.duration in stage["facts"]
    assert stage["about"] == f"{header.title}, version {header.version}, {header.date}"
    assert stage["disclaimer"].split() == header.disclaimer.split() != []


def test_the_picture_shows_the_boxes_and_the_arrows_that_are_told(
    lecture: Lecture, stage: dict[str, Any]
) -> None:
    assert [node["id"] for node in stage["picture"]["nodes"]] == [node.id for node in lecture.nodes]
    assert [edge["id"] for edge in stage["picture"]["edges"]] == [edge.id for edge in lecture.edges]


def test_there_is_a_number_for_each_told_arrow_and_a_mark_for_each_contested_one(
    lecture: Lecture, stage: dict[str, Any]
) -> None:
    wanted = Counter((stop.edge.id, str(stop.number)) for stop in lecture.stops if stop.edge)
    wanted += Counter((edge.id, "?") for edge in lecture.edges if edge.contested)
    assert Counter((badge["edge"], badge["words"]) for badge in stage["picture"]["badges"]) == wanted


def test_no_badge_covers_another(stage: dict[str, Any]) -> None:
    for (words, one), (other_words, other) in combinations(places(stage), 2):
        assert overlap(one, other) <= 0, (words, other_words)


def test_no_badge_covers_the_words_of_a_box_or_leaves_the_picture(
    lecture: Lecture, stage: dict[str, Any]
) -> None:
    layout = drawing_of_lecture(lecture).layout
    for words, place in places(stage):
        (x, y), (across, down) = place
        assert across <= x <= layout.width - across, words
        assert down <= y <= layout.height - down, words
        for box in layout.boxes.values():
            assert overlap(place, ((box.x, box.y), (box.width / 2, box.height / 2))) <= DEEPEST, (
                words,
                box.id,
            )


def test_of_a_hostile_map_nothing_is_lost(spoilt: list[dict[str, Any]]) -> None:
    assert len(spoilt) == len(B12.tours)
    for stage in spoilt:
        assert {stage[key] for key in ("title", "lead", "disclaimer")} == {HOSTILE}
        assert stage["facts"].startswith(HOSTILE)
        assert stage["about"] == f"{HOSTILE}, version {HOSTILE}, {HOSTILE}"
        assert set(stage["questions"]) == {point["point"] for point in stage["keyPoints"]} == {HOSTILE}
        assert {(stop["words"], *stop["notes"]) for stop in stage["stops"]} == {(HOSTILE, HOSTILE)}
        assert {stop["answer"] for stop in stage["stops"] if "edge" not in stop} == {HOSTILE}
        for stop in stage["stops"]:
            if "edge" in stop:
                assert stop["heading"].count(HOSTILE) == 2
                assert stop["reference"].startswith(HOSTILE) == (stop["status"] != "proposed")
                if stop["status"] == "proposed":
                    continue
                assert stop["source_line"].count(HOSTILE) == 4, "authors, title, journal and identifier"
        assert all(HOSTILE in node["claim"] for node in stage["picture"]["nodes"])


def test_of_a_hostile_map_nothing_is_escaped_since_nothing_is_read_as_markup(
    spoilt: list[dict[str, Any]],
) -> None:
    for stage in spoilt:
        assert not [leaf for leaf in leaves(stage) if isinstance(leaf, str) and "&lt;" in leaf]
