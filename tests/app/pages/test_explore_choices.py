"""The choices above the picture: none is offered that changes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.current_map import MAP_VARIABLE
from tests.app.pages.test_explore_page import data, run


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
    assert switch["options"][1]["link"] == "?from=homocysteine&to=muscle-loss&proposed=1"
    on = choices_of(**{"from": "homocysteine", "proposed": "1", "path": "2"})
    assert on["proposed"]["chosen"] == "yes"
    assert "proposed=1" in on["link"]["from"]
    assert "proposed" not in on["proposed"]["options"][0]["link"]


def test_where_nothing_is_proposed_there_is_no_switch(
    monkeypatch: pytest.MonkeyPatch, example_folder: Path
) -> None:
    monkeypatch.setenv(MAP_VARIABLE, str(example_folder))
    assert choices_of()["proposed"]["options"] == []
    assert choices_of(proposed="1")["proposed"]["options"] != []


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
