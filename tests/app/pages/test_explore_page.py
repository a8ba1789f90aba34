"""The Explore page as Streamlit runs it, without a browser: query in, components out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

import app.main
from app.current_map import MAP_VARIABLE
from app.pages import faults


def run(**query: str) -> AppTest:
    test = AppTest.from_file(app.main.__file__, default_timeout=60)
    for key, value in query.items():
        test.query_params[key] = value
    return test.run()


def data(test: AppTest) -> list[dict[str, Any]]:
    return [json.loads(part.proto.json) for part in test.get("bidi_component")]


def picture(test: AppTest) -> dict[str, Any]:
    return next(part for part in data(test) if "picture" in part)


def test_the_page_runs_and_mounts_its_parts() -> None:
    test = run()
    assert not test.exception
    assert len(data(test)) == 9
    assert len(data(run(step="1"))) == 10, "what was opened stands beside the picture"
    assert picture(test)["start"] == "b12-deficiency"


@pytest.mark.parametrize("path", ["1", "2", "3", "50"])
def test_the_address_chooses_start_path_and_step(path: str) -> None:
    test = run(**{"from": "metformin", "path": path, "step": "2"})
    shown = picture(test)
    assert not test.exception
    assert shown["start"] == "metformin"
    assert shown["step"] == 2
    assert any(f"path={path}" in part["stamp"] for part in [shown]) or path == "1"


@pytest.mark.parametrize(
    "query",
    [
        {"from": "<script>alert(1)</script>"},
        {"from": "metformin", "to": "metformin"},
        {"from": "metformin", "block": "metformin"},
        {"from": "metformin", "gate": "trials"},
        {"path": "999999999999999999999999"},
        {"from": "\x00", "edge": "'\"", "step": "1e9"},
    ],
)
def test_no_address_ends_in_a_trace(query: dict[str, str]) -> None:
    test = run(**query)
    assert not test.exception


def test_another_map_is_shown_when_it_is_chosen(
    monkeypatch: pytest.MonkeyPatch, example_folder: Path
) -> None:
    monkeypatch.setenv(MAP_VARIABLE, str(example_folder))
    test = run()
    assert not test.exception
    assert picture(test)["start"] != "b12-deficiency"


def test_a_map_that_breaks_while_it_is_shown_is_named_with_file_and_line(
    monkeypatch: pytest.MonkeyPatch, broken_folder: Path
) -> None:
    monkeypatch.setenv(MAP_VARIABLE, str(broken_folder))
    monkeypatch.setattr(faults, "is_on_this_machine", lambda: True)
    test = run()
    assert not test.exception
    assert any("edges/all.yaml:" in part.value for part in test.code)
