"""``therefore paths`` and ``export``: only the paths through some nodes, or of at most so many steps."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import pytest

from graph import causal_paths, load_map, numbered_path
from tests.app.command_line import therefore_here

Lines = list[str]


def words(*arguments: str | Path) -> str:
    done = therefore_here(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return " ".join(done.stdout.split())


def test_paths_through_a_node_are_listed_and_told(example_folder: Path) -> None:
    said = words("paths", "--through", "drain flow", "heavy-rain", "--map", example_folder)
    assert said.startswith(
        "There is 1 route and 1 causal path from Heavy rain to Flooded street, through Drain flow. "
    )
    assert "1 of 1, fewest weak steps first" in said
    assert "as `--path` of export with the same `--through`." in said


def test_paths_of_at_most_so_many_steps_are_listed_and_told(example_folder: Path) -> None:
    asked = ["paths", "heavy-rain", "--max-steps", "2", "--proposed", "--map", example_folder]
    said = words(*asked)
    assert "Heavy rain to Flooded street, in at most 2 steps. " in said
    assert "export with the same `--max-steps` and `--proposed`." in said
    answer = json.loads(therefore_here(*asked, "--json").stdout)
    assert (answer["total"], answer["through"], answer["max_steps"]) == (1, [], 2)
    assert [len(path["edges"]) for path in answer["paths"]] == [2]


def test_a_node_given_again_is_passed_as_well(example_folder: Path) -> None:
    asked = ["paths", "heavy-rain", "--map", example_folder, "--json", "--through", "puddles"]
    one = json.loads(therefore_here(*asked).stdout)
    assert (one["total"], one["through"]) == (2, ["standing-water"])
    both = json.loads(therefore_here(*asked, "--through", "drain-flow").stdout)
    assert (both["total"], both["through"]) == (1, ["drain-flow", "standing-water"])
    none = json.loads(therefore_here(*asked, "--through", "pump").stdout)
    assert (none["total"], none["paths"]) == (0, [])
    assert "through Pump and Standing water. Without that there are 2 causal paths." in none["verdict"]


@pytest.mark.parametrize("command", [["paths", "heavy-rain"], ["export", "csv", "heavy-rain", "-o", "-"]])
def test_a_node_that_is_none_is_refused_with_what_was_meant(example_folder: Path, command: Lines) -> None:
    done = therefore_here(*command, "--through", "drain flaw", "--map", example_folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Nothing on this map is called 'drain flaw'. Did you mean Drain flow (drain-flow)" in done.stderr


@pytest.mark.parametrize("command", [["paths", "heavy-rain"], ["export", "csv", "heavy-rain", "-o", "-"]])
@pytest.mark.parametrize("number", ["0", "-1", "six", "2.5", "", "4096", "9" * 5_000, "٣"])
def test_a_number_of_steps_that_is_none_is_refused(example_folder: Path, command: Lines, number: str) -> None:
    done = therefore_here(*command, f"--max-steps={number}", "--map", example_folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is not a whole number from 1 to 4,095" in " ".join(done.stderr.split())


def test_the_numbers_of_a_list_are_those_of_an_export_that_is_asked_alike(
    example_folder: Path, tmp_path: Path
) -> None:
    causal_map, target = load_map(example_folder), tmp_path / "x.graphml"
    for how, asked in (
        (["--through", "drain-flow"], {"through": "drain-flow"}),
        (["--max-steps", "2"], {"max_steps": 2}),
    ):
        path = numbered_path(causal_map, "heavy-rain", None, 1, **asked)  # type: ignore[arg-type]
        done = therefore_here(
            *["export", "graphml", "heavy-rain", "--path", "1", *how, "-o", target, "--map", example_folder]
        )
        assert done.returncode == 0
        assert path is not None
        assert set(nx.read_graphml(target).nodes) == set(path.nodes)
        refused = therefore_here(
            *["export", "graphml", "heavy-rain", "--path", "2", *how, "-o", target, "--map", example_folder]
        )
        assert refused.returncode == 2
        verdict = causal_paths(causal_map, "heavy-rain", **asked).verdict  # type: ignore[arg-type]
        assert f"There is no path 2 to take. {verdict}" in refused.stderr


def test_everything_on_such_paths_is_exported_under_a_title_that_says_so(
    example_folder: Path, tmp_path: Path
) -> None:
    target = tmp_path / "x.graphml"
    done = therefore_here(
        *["export", "graphml", "heavy-rain", "--max-steps", "2", "-o", target, "--map", example_folder]
    )
    assert "All causal paths from Heavy rain to Flooded street, in at most 2 steps; 3 nodes" in done.stdout
    assert set(nx.read_graphml(target).nodes) == {"heavy-rain", "standing-water", "flooded-street"}
