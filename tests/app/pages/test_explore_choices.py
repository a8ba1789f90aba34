"""The choices above the picture: none is offered that changes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.current_map import MAP_VARIABLE
from tests.app.pages.test_explore_page import data, run
from tests.graph.small_maps import FOUR_NODES, written


def pictures(monkeypatch: pytest.MonkeyPatch, folder: Path) -> list[str]:
    monkeypatch.setenv(MAP_VARIABLE, str(folder))
    test = run()
    assert not test.exception
    choices: dict[str, Any] = next(part for part in data(test) if "scope" in part)
    return [option["id"] for option in choices["scope"]["options"]]


def test_a_map_without_core_boxes_offers_no_overview(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    plain = {name: text.replace("    core: true\n", "") for name, text in FOUR_NODES.items()}
    assert pictures(monkeypatch, written(tmp_path / "map", plain)) == []


def test_a_map_with_core_boxes_offers_both(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert pictures(monkeypatch, written(tmp_path / "map")) == ["overview", "full"]
