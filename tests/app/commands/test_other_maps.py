"""A map of another subject on the command line and in a notebook: it shows its own words and no others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli import main
from app.drawing.picture import picture_of
from graph import CausalMap, causal_paths, load_map
from graph.records.vocabulary import Kind, Scope
from tests.graph.small_maps import written
from tests.subject import subject_words

COMMANDS = [
    *(["find", "START"], ["find", "START", "--json"], ["find", "wotar"]),
    *(["paths", "START"], ["paths", "START", "--json"], ["paths", "START", "--gate", "human"]),
    *(["paths", "START", "--block", "TARGET"], ["paths", "TARGET", "--to", "START"]),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_names_no_other_subject(
    chosen: CausalMap, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    ends = {"START": chosen.header.default_start, "TARGET": chosen.header.default_target}
    assert main([ends.get(word, word) for word in command]) == 0
    said = capsys.readouterr()
    assert list(subject_words(said.out + said.err)) == []
    if command[0] == "paths" and "--json" not in command:
        assert " ".join(chosen.header.disclaimer.split()) in " ".join(said.out.split())


def test_find_prints_a_kind_as_the_map_calls_it_and_its_word_for_programs(
    folders: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(folders["flood"])
    assert main(["find", "flooded street", "--map", folder]) == 0
    assert capsys.readouterr().out.splitlines()[0].split() == [
        "Flooded",
        "street",
        "flooded-street",
        "Damage",
    ]
    assert main(["find", "flooded street", "--json", "--map", folder]) == 0
    assert json.loads(capsys.readouterr().out)[0]["kind"] == "outcome"


@pytest.mark.parametrize(
    "command",
    ["", "find", "paths", "check", "serve", "export", "tour", "tour new"],
    ids=lambda it: it or "all",
)
def test_the_help_of_a_command_names_no_subject(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([*command.split(), "--help"])
    assert list(subject_words(capsys.readouterr().out)) == []


def test_a_tour_that_is_begun_names_no_other_subject(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = written(tmp_path / "map")
    assert main(["tour", "new", "by-the-river", "--map", str(folder)]) == 0
    begun = "\n".join(path.read_text("utf-8") for path in (folder / "tours").iterdir())
    assert list(subject_words(begun + capsys.readouterr().out)) == []


def test_a_notebook_names_no_other_subject(chosen: CausalMap) -> None:
    answer = causal_paths(chosen, chosen.header.default_start)
    for shown in (chosen, answer, *answer.paths):
        assert list(subject_words(f"{shown!r}\n{shown._repr_html_()}")) == []


def test_a_map_with_the_former_word_shows_the_kind_that_took_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = written(tmp_path / "map")
    nodes = folder / "nodes" / "all.yaml"
    nodes.write_text(nodes.read_text("utf-8").replace("kind: disorder", "kind: muscle-outcome"), "utf-8")
    assert load_map(folder).node["crop-loss"].kind is Kind.OUTCOME
    assert main(["find", "crop loss", "--json", "--map", str(folder)]) == 0
    assert json.loads(capsys.readouterr().out)[0]["kind"] == "outcome"
    assert list(subject_words(picture_of(load_map(folder), Scope.FULL).text)) == []
