"""The choices above the picture: none is offered that changes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.current_map import MAP_VARIABLE
from tests.app.pages.test_explore_page import data, run
from tests.shipped import B12


def choices_of(**query: str) -> dict[str, Any]:
    test = run(**query)
    assert not test.exception
    return next(part for part in data(test) if "light" in part)


def test_the_switch_for_proposed_steps_is_there_where_it_changes_something() -> None:
    switch = choices_of(**{"from": "homocysteine"})["proposed"]
    assert switch["label"] == "Show proposed steps"
    assert [option["label"] for option in switch["options"]] == ["No", "Yes"]
    assert all("propose" in option["about"] for option in switch["options"])
    assert switch["chosen"] == "no"
    assert switch["options"][1]["link"] == "?from=homocysteine&to=muscle-loss&proposed=1&route=homocysteine"
    on = choices_of(**{"from": "homocysteine", "proposed": "1", "path": "2"})
    assert on["proposed"]["chosen"] == "yes"
    assert "proposed=1" in on["link"]["from"]
    assert "proposed" not in on["proposed"]["options"][0]["link"]


def test_where_nothing_is_proposed_there_is_no_switch(
    monkeypatch: pytest.MonkeyPatch, example_folder: Path
) -> None:
    monkeypatch.setenv(MAP_VARIABLE, str(example_folder))
    assert "proposed" not in choices_of()
    assert choices_of(proposed="1")["proposed"]["options"] != []


def test_both_ends_are_exchanged_by_one_link_which_asks_for_the_best_path_anew() -> None:
    choices = choices_of(**{"from": "metformin", "to": "falls", "path": "2", "step": "1", "gate": "human"})
    assert choices["link"]["swap"] == "?from=falls&to=metformin&gate=human"
    assert choices["link"]["both"] == "?from=START&to=TARGET&gate=human"
    assert choices["link"]["from"] == "?from=START&to=falls&gate=human"


def test_the_closed_options_say_what_is_not_as_usual() -> None:
    assert choices_of()["said"] == []
    said = choices_of(gate="trials", level="clinical", proposed="1")["said"]
    assert said == ["trials and reviews only", "proposed steps", "clinical"]
    assert choices_of()["light"]["said"] == ""
    assert choices_of(show="map")["light"]["said"] == "whole map"


def test_the_closed_options_say_through_what_and_how_long_paths_may_be() -> None:
    choices = choices_of(**{"from": "metformin", "through": "homocysteine", "steps": "6"})
    name = B12.node["homocysteine"].name
    assert choices["through"]["chosen"][0]["name"] == name
    assert "THROUGH" in choices["through"]["link"]
    assert f"through {name}" in choices["said"]
    assert choices["steps"]["chosen"] == "6"


def test_the_picture_lights_what_is_listed_unless_something_else_is_asked_for() -> None:
    light = choices_of()["light"]
    assert [option["id"] for option in light["options"]] == ["path", "best", "all", "map"]
    assert light["chosen"] == "best"
    assert [option["link"].partition("&show=")[2] for option in light["options"]] == [
        "path",
        "",
        "all",
        "map",
    ]
    assert choices_of(show="all")["light"]["chosen"] == "all"
