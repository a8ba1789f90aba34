"""Page, address, command line and files mean the same path by a number."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import networkx as nx
import pytest

from app.cli import main
from app.state.explore_view import make_explore_view
from app.state.lecture_state import read_lecture_state
from app.state.view_state import read_view_state
from graph import load_map
from graph.reading.default_map import default_map_folder

EXAMPLE = Path(__file__).parents[1] / "example_map"
MAPS = {"shipped": ("metformin", default_map_folder()), "small": ("heavy-rain", EXAMPLE)}


@pytest.fixture(params=MAPS)
def asked(request: pytest.FixtureRequest) -> tuple[str, Path]:
    return MAPS[request.param]


def test_the_page_and_a_lecture_show_what_the_command_line_lists_under_a_number(
    asked: tuple[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    start, folder = asked
    causal_map = load_map(folder)
    assert main(["paths", start, "--json", "--limit", "40", "--map", str(folder)]) == 0
    listed = json.loads(capsys.readouterr().out)["paths"]
    assert len({path["number"] for path in listed}) == len(listed)
    for path in listed:
        query = {"from": start, "path": str(path["number"])}
        view, notices = read_view_state(causal_map, query)
        shown = make_explore_view(causal_map, view, notices)
        assert shown.notices == ()
        assert shown.path is not None
        assert list(shown.path.nodes) == path["nodes"]
        lecture = read_lecture_state(causal_map, query).lecture
        assert lecture is not None
        assert [node.id for node in lecture.nodes] == path["nodes"]


def test_with_proposed_steps_the_page_and_an_export_go_by_the_numbers_of_that_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start, folder = "homocysteine", MAPS["shipped"][1]
    causal_map = load_map(folder)
    assert main(["paths", start, "--json", "--proposed", "--limit", "12"]) == 0
    listed = json.loads(capsys.readouterr().out)["paths"]
    statuses = {edge["status"] for path in listed for edge in path["edges"]}
    assert statuses == {"supported", "proposed"}, "else this test would show nothing"
    for path in listed:
        view, notices = read_view_state(
            causal_map, {"from": start, "path": str(path["number"]), "proposed": "1"}
        )
        shown = make_explore_view(causal_map, view, notices)
        assert shown.notices == ()
        assert shown.path is not None
        assert list(shown.path.nodes) == path["nodes"]
    target, last = tmp_path / "path.graphml", listed[-1]
    command = ["export", "graphml", start, "--path", str(last["number"]), "--proposed", "-o", str(target)]
    assert main(command) == 0
    assert set(nx.read_graphml(target).nodes) == set(last["nodes"])


def test_an_export_takes_the_path_of_that_number(
    asked: tuple[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start, folder = asked
    assert main(["paths", start, "--json", "--map", str(folder)]) == 0
    for path in json.loads(capsys.readouterr().out)["paths"][:4]:
        target = tmp_path / "path.graphml"
        number = str(path["number"])
        assert (
            main(["export", "graphml", start, "--path", number, "-o", str(target), "--map", str(folder)]) == 0
        )
        assert set(nx.read_graphml(target).nodes) == set(path["nodes"])


def test_the_list_in_words_shows_the_numbers_and_says_what_they_are_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    start, folder = MAPS["shipped"]
    assert main(["paths", start, "--json", "--limit", "5", "--map", str(folder)]) == 0
    numbers = [path["number"] for path in json.loads(capsys.readouterr().out)["paths"]]
    assert numbers != sorted(range(1, 6)), "else this test would show nothing"
    assert main(["paths", start, "--limit", "5", "--map", str(folder)]) == 0
    words = capsys.readouterr().out
    assert [int(found) for found in re.findall(r"^ *(\d+)\. \w", words, re.MULTILINE)] == numbers
    assert "Each path has one number" in words


def test_a_new_tour_tells_the_path_of_that_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = shutil.copytree(EXAMPLE, tmp_path / "map")
    assert main(["paths", "heavy-rain", "--json", "--map", str(folder)]) == 0
    listed = json.loads(capsys.readouterr().out)["paths"]
    assert len(listed) > 1
    for path in listed:
        name, number = f"tour-{path['number']}", str(path["number"])
        assert (
            main(["tour", "new", name, "--from", "heavy-rain", "--path", number, "--map", str(folder)]) == 0
        )
        told = [step.edge for step in load_map(folder).tour[name].steps if step.edge]
        assert told == [f"{edge['source']}--{edge['target']}" for edge in path["edges"]]
