"""Which lecture an address asks for; a bad address is answered kindly."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.scene import set_scene
from app.state import View, read_view
from app.telling import LONGEST_NAME, Telling, read_telling, telling_of
from graph import Lecture, lecture_of_path, load_map
from graph.vocabulary import Gate, Level

B12 = load_map()
TOURS = sorted(B12.tour)
PATH = {"from": "metformin", "path": "2"}


def told(telling: Telling) -> Lecture:
    """The lecture, which is there."""
    assert telling.lecture is not None
    return telling.lecture


def stops(**query: str) -> int:
    return len(told(read_telling(B12, query)).stops)


@pytest.mark.parametrize("name", TOURS)
def test_a_tour_is_asked_for_by_its_name(name: str) -> None:
    telling = read_telling(B12, {"tour": name, "from": "metformin", "path": "7"})
    assert told(telling).tour == B12.tour[name]
    assert (telling.address, telling.step, telling.notices) == (f"tour={name}", 0, ())
    assert telling.view.start == told(telling).edges[0].source


def test_a_path_is_asked_for_as_on_the_explore_page() -> None:
    query = {**PATH, "gate": "human", "level": "clinical", "block": "falls"}
    telling = read_telling(B12, query)
    view, notices = read_view(B12, query)
    scene = set_scene(B12, view, notices)
    assert told(telling).path == scene.path
    assert telling.view == view
    assert dict(parse_qsl(telling.address)) == {**query, "to": "muscle-loss"}


def test_the_chosen_path_of_a_view_is_told_from_its_beginning_whatever_is_open_there() -> None:
    view = View("metformin", "muscle-loss", path=2, step=3, more="nerve", level=Level.CLINICAL)
    scene = set_scene(B12, view, ["A word."])
    telling = telling_of(scene)
    assert scene.path is not None
    assert told(telling) == lecture_of_path(B12, scene.path, Level.CLINICAL)
    assert telling.step == 0
    assert telling.query == {"from": "metformin", "to": "muscle-loss", "path": "2", "level": "clinical"}
    assert "A word." in telling.notices


def test_a_path_that_only_a_gate_breaks_can_be_told() -> None:
    telling = telling_of(set_scene(B12, View("metformin", "muscle-loss", gate=Gate.TRIALS), []))
    assert told(telling).path is not None
    assert telling.query["gate"] == "trials"


def test_ends_without_a_path_have_no_lecture_and_the_verdict_says_why() -> None:
    telling = read_telling(B12, {"from": "muscle-loss", "to": "metformin", "step": "2"})
    assert telling.lecture is None
    assert telling.step == 0
    assert telling.query == {"from": "muscle-loss", "to": "metformin"}
    assert telling.notices[-1].startswith("There is no causal path")


def test_an_address_leads_back_to_the_same_lecture() -> None:
    for query in ({"tour": TOURS[0]}, PATH, {"from": "muscle-loss", "to": "metformin"}):
        telling = read_telling(B12, query)
        assert read_telling(B12, dict(parse_qsl(telling.address))) == telling


@pytest.mark.parametrize("name", TOURS)
@pytest.mark.parametrize("beyond", [-1, 0, 1, 2])
def test_behind_the_last_stop_of_a_tour_come_the_whole_chain_and_the_key_points(
    name: str, beyond: int
) -> None:
    last = stops(tour=name) + beyond
    telling = read_telling(B12, {"tour": name, "step": str(last)})
    assert (telling.step, telling.notices) == (last, ())


@pytest.mark.parametrize("step", [1, 2, 3])
def test_a_stop_is_asked_for_by_its_number(step: int) -> None:
    assert read_telling(B12, {**PATH, "step": str(step)}).step == step
    assert read_telling(B12, {"tour": TOURS[0], "step": f" {step} "}).step == step


def test_behind_the_last_stop_of_a_path_comes_the_whole_chain_and_no_more() -> None:
    last = stops(**PATH) + 1
    assert read_telling(B12, {**PATH, "step": str(last)}).step == last
    beyond = read_telling(B12, {**PATH, "step": str(last + 1)})
    assert beyond.step == 0
    assert beyond.notices[-1] == f"This lecture has {last - 1} steps; it is shown from its beginning."


@pytest.mark.parametrize("step", ["-1", "1e3", "1.0", "٣", "³", "x", "9" * 5000, "0000001", "\x00"])
@pytest.mark.parametrize("query", [{"tour": "nerve-route"}, PATH], ids=["tour", "path"])
def test_what_is_no_number_of_a_stop_begins_at_the_beginning_and_says_so_once(
    query: dict[str, str], step: str
) -> None:
    telling = read_telling(B12, {**query, "step": step})
    assert telling.step == 0
    (notice,) = telling.notices
    assert "shown from its beginning" in notice


def test_no_tour_has_three_more_screens_than_stops() -> None:
    for name in TOURS:
        telling = read_telling(B12, {"tour": name, "step": str(stops(tour=name) + 3)})
        assert telling.step == 0
        assert "shown from its beginning" in telling.notices[0]


def test_an_unknown_tour_is_named_the_known_ones_are_listed_and_a_path_is_told() -> None:
    telling = read_telling(B12, {"tour": "nerv-route", "step": "4"})
    assert told(telling).tour is None
    assert telling.step == 0
    (notice,) = telling.notices
    assert "There is no tour “nerv-route”" in notice
    assert all(name in notice for name in TOURS)
    assert "tour" not in telling.query


def test_the_name_of_an_unknown_tour_is_not_repeated_at_any_length() -> None:
    notice = read_telling(B12, {"tour": "x" * 10_000}).notices[0]
    assert f"“{'x' * LONGEST_NAME}”" in notice


@given(
    query=st.dictionaries(
        st.sampled_from(["tour", "from", "to", "path", "step", "gate", "block", "level", "show", "x"]),
        st.text(max_size=40) | st.sampled_from([*TOURS, "metformin", "human", "3"]),
    )
)
@settings(max_examples=60)
def test_no_address_whatever_ends_in_an_error(query: dict[str, str]) -> None:
    telling = read_telling(B12, query)
    most = len(telling.lecture.stops) + 2 if telling.lecture else 0
    assert 0 <= telling.step <= most
    assert read_telling(B12, telling.query).query == telling.query
