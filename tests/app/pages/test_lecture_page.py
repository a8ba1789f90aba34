"""The Lecture page as Streamlit runs it, without a browser: query in, components out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

import app.main
from app.current_map import MAP_VARIABLE
from app.pages import navigation
from app.pages.explore import LAST_VIEW
from app.pages.navigation import EXPLORE, LECTURE
from graph.answers.tour_order import tours_in_order
from tests.app.reader import HOSTILE, Reader
from tests.graph.small_maps import FOUR_NODES, changed, written
from tests.shipped import B12

LAST_PATH = {"from": "metformin", "to": "muscle-loss", "path": "2"}


def page() -> None:
    """The script of the page alone."""
    from app.pages.lecture import lecture

    lecture()


def follow() -> None:
    """What happens when the link of the session is followed in a component of the page."""
    import streamlit as st

    from app.pages import lecture, navigation

    st.session_state["a component"] = {"go": st.session_state["link"]}
    navigation.following("a component", lecture._follow)()


def run(script: Any = page, session: dict[str, object] | None = None, **query: str) -> AppTest:
    test = AppTest.from_function(script, default_timeout=60)
    for key, value in (session or {}).items():
        test.session_state[key] = value
    for key, value in query.items():
        test.query_params[key] = value
    test.run()
    assert not test.exception
    return test


def parts(test: AppTest) -> dict[str, dict[str, Any]]:
    """What each component was given, by its key, in the order of the page."""
    mounted = [part.proto for part in test.get("bidi_component")]
    return {part.id.rpartition("-")[2]: json.loads(part.json) for part in mounted}


def test_the_page_mounts_its_four_parts_in_order_and_each_says_something() -> None:
    shown = parts(run())
    assert list(shown) == ["lectures", "lecture", "downloads", "transcript"]
    for key in ("lectures", "downloads", "transcript"):
        assert len(Reader(shown[key]["markup"]).text) > 100
        assert Reader(shown[key]["markup"]).open == []


def test_who_asks_for_nothing_gets_the_first_tour() -> None:
    stage = parts(run())["lecture"]
    assert (stage["told"]["key"], stage["step"]) == (tours_in_order(B12)[0].id, 0)
    assert parts(run(step="2"))["lecture"]["step"] == 2


def test_a_tour_and_its_step_are_shown() -> None:
    shown = parts(run(tour="nerve-route", step="3"))
    assert (shown["lecture"]["told"]["key"], shown["lecture"]["step"]) == ("nerve-route", 3)
    assert "api/export/pdf?tour=nerve-route" in Reader(shown["downloads"]["markup"]).links
    assert "?tour=nerve-route&step=3" in Reader(shown["transcript"]["markup"]).links


def test_a_path_is_shown() -> None:
    shown = parts(run(**{"from": "metformin", "path": "2"}))
    assert shown["lecture"]["told"]["key"] == "metformin-to-muscle-loss"
    address = "from=metformin&to=muscle-loss&path=2"
    assert f"api/export/pdf?{address}" in Reader(shown["downloads"]["markup"]).links
    assert f"?{address}&step=1" in Reader(shown["transcript"]["markup"]).links


def test_the_stamp_names_the_lecture_and_not_the_step() -> None:
    def stamp(**query: str) -> str:
        return parts(run(**query))["lecture"]["stamp"]

    assert stamp(tour="nerve-route", step="3") == stamp(tour="nerve-route")
    assert stamp(tour="nerve-route") != stamp(tour="blood-route")


def test_an_unknown_tour_is_named_and_a_path_is_told() -> None:
    shown = parts(run(tour="nerv-route"))
    assert "There is no tour “nerv-route”" in Reader(shown["lectures"]["markup"]).text
    assert shown["lecture"]["told"]["key"] == "b12-deficiency-to-muscle-loss"


def test_ends_without_a_path_leave_the_list_a_reason_and_a_way_out() -> None:
    shown = parts(run(**{"from": "muscle-loss", "to": "metformin"}))
    assert list(shown) == ["lectures"]
    reader = Reader(shown["lectures"]["markup"])
    assert "There is no causal path" in reader.text
    assert "./?from=muscle-loss&to=metformin" in reader.links


@pytest.mark.parametrize(
    "query",
    [
        {"tour": HOSTILE, "step": HOSTILE},
        {"from": HOSTILE, "to": HOSTILE, "block": HOSTILE, "gate": HOSTILE},
        {"tour": "\x00", "step": "9" * 5000},
        {"tour": "nerve-route", "step": "٣"},
        {"tour": " ", "path": "999999999999999999999999"},
        {"from": "metformin", "to": "metformin"},
        {"from": "metformin", "block": "metformin"},
        {"from": "metformin", "gate": "trials", "level": "clinical"},
    ],
    ids=ascii,
)
def test_no_address_ends_in_a_trace_or_in_markup(query: dict[str, str]) -> None:
    shown = parts(run(**query))
    assert "lectures" in shown
    for key in shown.keys() - {"lecture"}:
        reader = Reader(shown[key]["markup"])
        assert not {"img", "script"} & reader.tags
        assert "onerror" not in reader.attributes


def test_the_path_that_was_seen_on_explore_is_offered_and_not_current() -> None:
    shown = parts(run(session={LAST_VIEW: json.dumps(LAST_PATH)}, tour="nerve-route"))
    elements = Reader(shown["lectures"]["markup"]).elements
    link = next(attributes for _, attributes in elements if "path=2" in attributes.get("href", ""))
    assert link["href"] == "?from=metformin&to=muscle-loss&path=2"
    assert "aria-current" not in link


def test_a_map_without_tours_tells_its_default_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {name: text for name, text in FOUR_NODES.items() if not name.startswith("tours")}
    monkeypatch.setenv(MAP_VARIABLE, str(written(tmp_path, files)))
    assert parts(run())["lecture"]["told"]["key"] == "drought-to-crop-loss"


def test_another_map_is_told_when_it_is_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = changed("tours/all.yaml", "Why the crops fail downstream", "Where salt comes from")
    monkeypatch.setenv(MAP_VARIABLE, str(written(tmp_path, files)))
    assert parts(run())["lecture"]["told"]["title"] == "Where salt comes from"


def test_the_app_turns_to_the_page_with_what_shall_be_told() -> None:
    test = AppTest.from_file(app.main.__file__, default_timeout=60)
    test.session_state[navigation._TURN] = (LECTURE, {"tour": "nerve-route", "step": "3"})
    test.run()
    assert not test.exception
    assert parts(test)["lecture"]["step"] == 3
    assert dict(test.query_params) == {"tour": "nerve-route", "step": "3"}


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("?tour=treatment", {"tour": "treatment"}),
        ("?tour=treatment&step=4&embed=true&x=y", {"tour": "treatment"}),
        ("?from=metformin&path=2", LAST_PATH),
        ("?from=muscle-loss&to=metformin", {"from": "muscle-loss", "to": "metformin"}),
        ("?tour=%3Cscript%3E", {"from": "b12-deficiency", "to": "muscle-loss"}),
        ("?tour=é", {"tour": "nerve-route"}),
        (None, {"tour": "nerve-route"}),
    ],
)
def test_a_link_to_another_lecture_writes_what_it_tells_into_the_address(
    link: str | None, address: dict[str, str]
) -> None:
    test = run(follow, {"link": link}, tour="nerve-route")
    assert dict(test.query_params) == address
    assert navigation._TURN not in test.session_state


def test_a_link_to_explore_turns_to_it_with_nothing_but_a_view() -> None:
    test = run(follow, {"link": "./?from=metformin&path=2&embed=true"}, tour="nerve-route")
    assert test.session_state[navigation._TURN] == (EXPLORE, LAST_PATH)
    assert dict(test.query_params) == {"tour": "nerve-route"}
