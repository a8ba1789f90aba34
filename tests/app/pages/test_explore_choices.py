"""The choices above the picture: none is offered that changes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.current_map import MAP_VARIABLE
from tests.app.pages.test_explore_page import data, run
from tests.graph.small_maps import FOUR_NODES, written


def choices_of(**query: str) -> dict[str, Any]:
    test = run(**query)
    assert not test.exception
    return next(part for part in data(test) if "scope" in part)


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


def pictures(monkeypatch: pytest.MonkeyPatch, folder: Path) -> list[str]:
    monkeypatch.setenv(MAP_VARIABLE, str(folder))
    return [option["id"] for option in choices_of()["scope"]["options"]]


def test_a_map_without_core_boxes_offers_no_overview(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    plain = {name: text.replace("    core: true\n", "") for name, text in FOUR_NODES.items()}
    assert pictures(monkeypatch, written(tmp_path / "map", plain)) == []


def test_a_map_with_core_boxes_offers_both(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert pictures(monkeypatch, written(tmp_path / "map")) == ["overview", "full"]
