"""What a page says while the files have faults: where, to those who can mend it; to others hardly a word."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import app.main
from app.current_map import MAP_VARIABLE, MOST_SHOWN
from app.pages import faults


def run() -> AppTest:
    test = AppTest.from_file(app.main.__file__, default_timeout=60).run()
    assert not test.exception
    return test


def said(test: AppTest) -> str:
    parts = [*test.error, *test.warning, *test.info, *test.code]
    return "\n".join(part.value for part in parts)


def mounted(test: AppTest) -> int:
    return len(test.get("bidi_component"))


@pytest.fixture
def here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setattr(faults, "is_on_this_machine", lambda: request.param)
    return bool(request.param)


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, example_folder: Path) -> Path:
    made = Path(shutil.copytree(example_folder, tmp_path / "map"))
    monkeypatch.setenv(MAP_VARIABLE, str(made))
    return made


def spoil(folder: Path) -> None:
    edges = folder / "edges" / "all.yaml"
    edges.write_text(edges.read_text("utf-8").replace("effect: decreases", "effect: x", 1), "utf-8")


@pytest.mark.parametrize("here", [True], indirect=True)
def test_whoever_sits_at_this_machine_sees_the_page_and_what_to_mend(folder: Path, here: bool) -> None:
    whole = mounted(run())
    spoil(folder)
    test = run()
    assert mounted(test) == whole
    assert "1 fault." in said(test)
    assert "edges/all.yaml:" in said(test)
    assert "use one of: increases, decreases" in said(test)


@pytest.mark.parametrize("here", [False], indirect=True)
def test_a_visitor_from_elsewhere_sees_the_last_sound_map_undisturbed(folder: Path, here: bool) -> None:
    whole = mounted(run())
    spoil(folder)
    test = run()
    assert mounted(test) == whole
    assert said(test) == ""


@pytest.mark.parametrize("here", [True], indirect=True)
def test_a_sound_map_needs_no_note(folder: Path, here: bool) -> None:
    assert said(run()) == ""


@pytest.mark.parametrize("here", [False], indirect=True)
def test_a_visitor_is_told_in_a_sentence_when_no_map_was_ever_sound(folder: Path, here: bool) -> None:
    spoil(folder)
    test = run()
    assert mounted(test) == 1, "the links to the other pages"
    assert said(test) == "This map is being worked on. Load the page again in a few minutes."


@pytest.mark.parametrize("here", [True], indirect=True)
def test_of_many_faults_a_page_lists_a_few_and_says_how_many_more(folder: Path, here: bool) -> None:
    (folder / "nodes" / "more.yaml").write_text(f"nodes:\n{'  - {}' + chr(10)}" + "  - {}\n" * 39, "utf-8")
    test = run()
    lines = test.code[0].value.splitlines()
    assert len(lines) == MOST_SHOWN + 1
    assert lines[-1].endswith("more; `therefore check` names them all.")
    assert "faults." in said(test)
