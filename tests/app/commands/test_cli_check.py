"""``therefore check`` says what it was given, and prints nothing that a terminal would obey."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.cli import main
from tests.app.command_line import therefore_forked
from tests.graph.small_maps import changed, written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The four-node map."""
    return written(tmp_path / "map")


def test_the_file_of_the_header_stands_for_its_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder.parent)
    assert main(["check", "map/map.yaml"]) == 0
    assert capsys.readouterr().out == "map is sound: 4 nodes, 4 edges, 3 references.\n"
    assert main(["find", "salt", "--map", "map/map.yaml"]) == 0
    monkeypatch.chdir(folder)
    assert main(["check", "map.yaml"]) == 0


def test_places_are_told_from_the_folder_when_the_file_was_given(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder.parent)
    written(folder, changed("nodes/all.yaml", "lane: sky", "lane: skye"))
    assert main(["check", "map/map.yaml"]) == 1
    first, last = capsys.readouterr().out.splitlines()
    assert first == "map/nodes/all.yaml:5: there is no lane 'skye', did you mean 'sky'?"
    assert last == "1 problem in map"


@pytest.mark.parametrize("command", [["check"], ["find", "salt", "--map"]])
def test_another_file_is_told_to_be_a_file(
    folder: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert main([*command, str(folder / "nodes" / "all.yaml")]) == 1
    said = "".join(capsys.readouterr())
    assert "all.yaml is a file and not the folder of a map, give the folder that holds a map.yaml" in said


def test_a_folder_whose_name_a_terminal_would_obey_is_printed_as_escapes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = written(tmp_path / "m\x1b[31m\nap", changed("nodes/all.yaml", "lane: sky", "lane: skye"))
    assert main(["check", str(folder)]) == 1
    assert [line.isprintable() for line in capsys.readouterr().out.splitlines()] == [True, True]
    written(folder)
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out.rstrip("\n").isprintable()


def test_a_pipe_in_the_map_does_not_hold_the_command_up(folder: Path) -> None:
    os.mkfifo(folder / "nodes" / "more.yaml")
    done = therefore_forked("check", str(folder), cwd=folder)
    assert done.returncode == 1
    assert "nodes/more.yaml:1: the file cannot be read (it is a pipe)" in done.stdout
