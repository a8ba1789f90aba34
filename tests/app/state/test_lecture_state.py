"""Which lecture an address asks for; a bad address is answered kindly."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.state.explore_view import make_explore_view
from app.state.lecture_state import LONGEST_NAME, LectureState, lecture_state_of, read_lecture_state
from app.state.view_state import ViewState, read_view_state
from graph import Lecture, lecture_of_path
from graph.records.vocabulary import Gate, Level
from tests.shipped import B12

TOURS = sorted(B12.tour)
PATH = {"from": "metformin", "path": "2"}


def told(lecture_state: LectureState) -> Lecture:
    """The lecture, which is there."""
    assert lecture_state.lecture is not None
    return lecture_state.lecture


def stops(**query: str) -> int:
    return len(told(read_lecture_state(B12, query)).stops)


@pytest.mark.parametrize("name", TOURS)
def test_a_tour_is_asked_for_by_its_name(name: str) -> None:
    lecture_state = read_lecture_state(B12, {"tour": name, "from": "metformin", "path": "7"})
    assert told(lecture_state).tour == B12.tour[name]
    assert (lecture_state.address, lecture_state.step, lecture_state.notices) == (f"tour={name}", 0, ())
    assert lecture_state.view.start == told(lecture_state).edges[0].source


def test_a_path_is_asked_for_as_on_the_explore_page() -> None:
    query = {**PATH, "gate": "human", "level": "clinical", "block": "falls", "proposed": "1"}
    lecture_state = read_lecture_state(B12, query)
    view, notices = read_view_state(B12, query)
    explore_view = make_explore_view(B12, view, notices)
    assert told(lecture_state).path == explore_view.path
    assert lecture_state.view == view
    assert dict(parse_qsl(lecture_state.address)) == {**query, "to": "muscle-loss"}


def test_the_chosen_path_of_a_view_is_told_from_its_beginning_whatever_is_open_there() -> None:
    view = ViewState("metformin", "muscle-loss", path=2, step=3, more="nerve", level=Level.CLINICAL)
    explore_view = make_explore_view(B12, view, ["A word."])
    lecture_state = lecture_state_of(explore_view)
    assert explore_view.path is not None
    assert told(lecture_state) == lecture_of_path(B12, explore_view.path, Level.CLINICAL)
    assert lecture_state.step == 0
    assert lecture_state.query == {"from": "metformin", "to": "muscle-loss", "path": "2", "level": "clinical"}
    assert "A word." in lecture_state.notices


def test_a_path_that_only_a_gate_breaks_can_be_told() -> None:
    lecture_state = lecture_state_of(
        make_explore_view(B12, ViewState("metformin", "muscle-loss", gate=Gate.TRIALS), [])
    )
    assert told(lecture_state).path is not None
    assert lecture_state.query["gate"] == "trials"


def test_ends_without_a_path_have_no_lecture_and_the_verdict_says_why() -> None:
    lecture_state = read_lecture_state(B12, {"from": "muscle-loss", "to": "metformin", "step": "2"})
    assert lecture_state.lecture is None
    assert lecture_state.step == 0
    assert lecture_state.query == {"from": "muscle-loss", "to": "metformin"}
    assert lecture_state.notices[-1].startswith("There is no causal path")


def test_an_address_leads_back_to_the_same_lecture() -> None:
    for query in ({"tour": TOURS[0]}, PATH, {"from": "muscle-loss", "to": "metformin"}):
        lecture_state = read_lecture_state(B12, query)
        assert read_lecture_state(B12, dict(parse_qsl(lecture_state.address))) == lecture_state


@pytest.mark.parametrize("name", TOURS)
@pytest.mark.parametrize("beyond", [-1, 0, 1, 2])
def test_behind_the_last_stop_of_a_tour_come_the_whole_chain_and_the_key_points(
    name: str, beyond: int
) -> None:
    last = stops(tour=name) + beyond
    lecture_state = read_lecture_state(B12, {"tour": name, "step": str(last)})
    assert (lecture_state.step, lecture_state.notices) == (last, ())


@pytest.mark.parametrize("step", [1, 2, 3])
def test_a_stop_is_asked_for_by_its_number(step: int) -> None:
    assert read_lecture_state(B12, {**PATH, "step": str(step)}).step == step
    assert read_lecture_state(B12, {"tour": TOURS[0], "step": f" {step} "}).step == step


def test_behind_the_last_stop_of_a_path_comes_the_whole_chain_and_no_more() -> None:
    last = stops(**PATH) + 1
    assert read_lecture_state(B12, {**PATH, "step": str(last)}).step == last
    beyond = read_lecture_state(B12, {**PATH, "step": str(last + 1)})
    assert beyond.step == 0
    assert beyond.notices[-1] == f"This lecture has {last - 1} steps; it is shown from its beginning."


@pytest.mark.parametrize("step", ["-1", "1e3", "1.0", "٣", "³", "x", "9" * 5000, "0000001", "\x00"])
@pytest.mark.parametrize("query", [{"tour": "nerve-route"}, PATH], ids=["tour", "path"])
def test_what_is_no_number_of_a_stop_begins_at_the_beginning_and_says_so_once(
    query: dict[str, str], step: str
) -> None:
    lecture_state = read_lecture_state(B12, {**query, "step": step})
    assert lecture_state.step == 0
    (notice,) = lecture_state.notices
    assert "shown from its beginning" in notice


def test_no_tour_has_three_more_screens_than_stops() -> None:
    for name in TOURS:
        lecture_state = read_lecture_state(B12, {"tour": name, "step": str(stops(tour=name) + 3)})
        assert lecture_state.step == 0
        assert "shown from its beginning" in lecture_state.notices[0]


def test_an_unknown_tour_is_named_the_known_ones_are_listed_and_a_path_is_told() -> None:
    lecture_state = read_lecture_state(B12, {"tour": "nerv-route", "step": "4"})
    assert told(lecture_state).tour is None
    assert lecture_state.step == 0
    (notice,) = lecture_state.notices
    assert "There is no tour “nerv-route”" in notice
    assert all(name in notice for name in TOURS)
    assert "tour" not in lecture_state.query


def test_the_name_of_an_unknown_tour_is_not_repeated_at_any_length() -> None:
    notice = read_lecture_state(B12, {"tour": "x" * 10_000}).notices[0]
    assert f"“{'x' * LONGEST_NAME}”" in notice


@given(
    query=st.dictionaries(
        st.sampled_from(["tour", "from", "to", "path", "step", "gate", "block", "level", "show", "x"]),
        st.text(max_size=40) | st.sampled_from([*TOURS, "metformin", "human", "3"]),
    )
)
@settings(max_examples=60)
def test_no_address_whatever_ends_in_an_error(query: dict[str, str]) -> None:
    lecture_state = read_lecture_state(B12, query)
    most = len(lecture_state.lecture.stops) + 2 if lecture_state.lecture else 0
    assert 0 <= lecture_state.step <= most
    assert read_lecture_state(B12, lecture_state.query).query == lecture_state.query
