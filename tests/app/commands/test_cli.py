"""The commands that ask and answer, one run of each as a shell runs it. ``serve`` has a file of its own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import main
from app.current_map import MAP_VARIABLE
from tests.app.command_line import therefore, therefore_forked, therefore_here

PROBLEM = re.compile(r"^(?P<file>\S+\.yaml):(?P<line>\d+): (?P<what>.+), (?P<cure>.+)$")


def test_find_prints_the_best_match_first_with_its_id_and_kind(example_folder):
    done = therefore("find", "water", "--map", example_folder)
    assert done.returncode == 0
    first = done.stdout.splitlines()[0]
    assert first.split() == ["Standing", "water", "standing-water", "Marker"]


def test_find_names_the_synonym_that_fitted(example_folder):
    done = therefore_here("find", "cloudburst", "--map", example_folder)
    assert done.stdout.splitlines()[0].endswith("also called cloudburst")


def test_find_takes_several_words_without_quotes(example_folder):
    done = therefore_here("find", "floded", "stret", "--map", example_folder)
    assert done.stdout.startswith("Flooded street")


def test_find_says_that_nothing_was_found(example_folder):
    done = therefore_here("find", "xyzzy", "--map", example_folder)
    assert (done.returncode, done.stdout) == (0, "Nothing on this map is called 'xyzzy'.\n")


def test_find_json_is_a_list_of_id_name_kind_and_score(example_folder):
    done = therefore_here("find", "downpour", "--json", "--map", example_folder)
    assert json.loads(done.stdout)[0] == {
        "id": "heavy-rain",
        "name": "Heavy rain",
        "kind": "risk-factor",
        "score": 100,
    }


def test_find_json_is_an_empty_list_when_nothing_was_found(example_folder):
    assert json.loads(therefore_here("find", "xyzzy", "--json", "--map", example_folder).stdout) == []


def test_paths_json_has_the_promised_shape(example_folder):
    answer = json.loads(therefore_here("paths", "heavy-rain", "--json", "--map", example_folder).stdout)
    keys = "from to total total_is_exact proposed false_chains verdict routes paths through max_steps"
    assert list(answer) == keys.split()
    assert (answer["from"], answer["to"], answer["total"], answer["total_is_exact"]) == (
        "heavy-rain",
        "flooded-street",
        2,
        True,
    )
    assert answer["routes"] == [
        {"id": "drain", "name": "Drain route", "total": 1},
        {"id": "other", "name": "Other routes", "total": 1},
    ]
    assert answer["paths"][1] == {
        "number": 2,
        "nodes": ["heavy-rain", "standing-water", "flooded-street"],
        "edges": [
            {
                "source": "heavy-rain",
                "target": "standing-water",
                "effect": "increases",
                "certainty": "low",
                "contested": False,
                "status": "supported",
            },
            {
                "source": "standing-water",
                "target": "flooded-street",
                "effect": "increases",
                "certainty": "high",
                "contested": False,
                "status": "supported",
            },
        ],
        "sign": "+",
        "weakest": {"source": "heavy-rain", "target": "standing-water", "certainty": "low"},
        "route": "other",
        "text": "Heavy rain → Standing water ↑ → Flooded street",
    }


def test_paths_in_words_begin_with_the_verdict_and_say_how_many_are_listed(example_folder):
    done = therefore_here("paths", "downpour", "--limit", "1", "--map", example_folder)
    assert done.returncode == 0
    assert done.stdout.startswith("There are 2 routes and 2 causal paths from Heavy rain to Flooded street.")
    assert "1 of 2, fewest weak steps first:" in done.stdout
    assert "Drain flow ↓ → Standing water ↑" in done.stdout
    assert "For teaching, not a flood warning." in done.stdout


def test_a_limit_leaves_the_count_as_it_is(example_folder):
    answer = json.loads(
        therefore_here("paths", "heavy-rain", "--limit", "1", "--json", "--map", example_folder).stdout
    )
    assert (len(answer["paths"]), answer["total"]) == (1, 2)


def test_a_limit_of_none_still_gives_the_verdict(example_folder):
    done = therefore_here("paths", "heavy-rain", "--limit", "0", "--map", example_folder)
    assert done.stdout.startswith("There are 2 routes and 2 causal paths")
    assert done.returncode == 0


def test_blocking_takes_names_and_takes_paths_away(example_folder):
    done = therefore_here("paths", "rain fall", "--map", example_folder)
    assert done.returncode == 2
    blocked = therefore_here(
        "paths", "heavy rain", "--block", "Drain flow", "Pump", "--json", "--map", example_folder
    )
    assert [path["nodes"] for path in json.loads(blocked.stdout)["paths"]] == [
        ["heavy-rain", "standing-water", "flooded-street"]
    ]
    nothing = therefore_here("paths", "heavy rain", "--block", "puddles", "--json", "--map", example_folder)
    assert json.loads(nothing.stdout)["paths"] == []


def test_a_gate_leaves_only_steps_with_such_evidence(example_folder):
    done = therefore_here("paths", "heavy-rain", "--gate", "trials", "--json", "--map", example_folder)
    assert [path["nodes"] for path in json.loads(done.stdout)["paths"]] == [
        ["heavy-rain", "standing-water", "flooded-street"]
    ]


def test_no_path_is_an_answer(example_folder):
    done = therefore_here("paths", "flooded-street", "--to", "pump", "--map", example_folder)
    assert done.returncode == 0
    assert done.stdout.startswith("There is no causal path from Flooded street to Pump on this map.")


@pytest.mark.parametrize(
    "arguments",
    [("hevy rain",), ("heavy-rain", "--to", "floded street"), ("heavy-rain", "--block", "drain flo")],
    ids=["from", "to", "block"],
)
@pytest.mark.parametrize("json_too", [(), ("--json",)], ids=["words", "json"])
def test_an_unknown_node_exits_2_and_asks_did_you_mean(example_folder, arguments, json_too):
    done = therefore_here("paths", *arguments, *json_too, "--map", example_folder)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "did you mean" in done.stderr.lower()
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("paths",),
        ("paths", "heavy-rain", "--limit", "-1"),
        ("paths", "heavy-rain", "--limit", "ten"),
        ("paths", "heavy-rain", "--gate", "rumours"),
        ("serve", "--port", "65536"),
        ("serve", "--port", "http"),
        ("nonsense",),
        ("find",),
    ],
    ids=" ".join,
)
def test_a_command_that_makes_no_sense_exits_2_with_the_usage(arguments):
    done = therefore_here(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: therefore")


def test_check_says_that_a_sound_map_is_sound(example_folder):
    done = therefore_here("check", example_folder)
    assert done.returncode == 0
    assert done.stdout.endswith("is sound: 5 nodes, 6 edges, 2 references.\n")


def test_check_prints_each_problem_of_a_broken_map_on_a_line_and_exits_1(broken_folder):
    done = therefore_forked("check", "broken", cwd=broken_folder.parent)
    *problems, summary = done.stdout.splitlines()
    assert done.returncode == 1
    assert summary == f"{len(problems)} problems in broken"
    places = {(match["file"], match["line"]) for match in map(PROBLEM.match, problems) if match}
    assert {("broken/edges/all.yaml", "4"), ("broken/nodes/all.yaml", "32")} <= places


def test_the_place_of_a_problem_can_be_opened_from_where_the_command_ran(broken_folder):
    for cwd in (broken_folder.parent, Path("/")):
        first = PROBLEM.match(therefore_here("check", broken_folder, cwd=cwd).stdout.splitlines()[0])
        assert first is not None
        assert (cwd / first["file"]).is_file()


def test_check_of_a_folder_that_is_not_there_says_so(tmp_path):
    done = therefore_here("check", tmp_path / "nowhere")
    assert done.returncode == 1
    assert "there is no folder" in done.stdout


@pytest.mark.parametrize("command", [("find", "rain"), ("paths", "heavy-rain"), ("serve",)], ids=" ".join)
def test_every_command_refuses_a_broken_map_with_its_problems(broken_folder, command):
    done = therefore_here(*command, "--map", broken_folder)
    assert done.returncode == 1
    assert done.stdout == ""
    assert all(PROBLEM.match(line) for line in done.stderr.splitlines()[:-1])


def test_the_chosen_map_may_come_from_the_environment(example_folder):
    done = therefore_here("find", "downpour", THEREFORE_MAP=str(example_folder))
    assert done.stdout.startswith("Heavy rain")


def test_arrows_reach_a_pipe_whatever_the_locale(example_folder):
    done = therefore(
        "paths", "heavy-rain", "--map", example_folder, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert "→" in done.stdout


def test_a_reader_that_leaves_early_ends_the_command_quietly(monkeypatch, capfd, example_folder):
    def closed(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("builtins.print", closed)
    assert main(["find", "rain", "--map", str(example_folder)]) == 0


def test_a_pipe_whose_reader_has_left_is_no_fault(example_folder):
    reader, writer = os.pipe()
    os.close(reader)
    done = therefore_forked("paths", "heavy-rain", "--map", example_folder, streams={1: writer})
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


HEAVY = {"streamlit", "pyvis", "pptx", "typst", "genanki", "starlette", "uvicorn", "segno", "fontTools"}


def test_short_commands_import_nothing_of_the_server_or_of_other_exports(example_folder):
    short = (["find", "rain"], ["paths", "heavy-rain"], ["check"], ["export", "dot", "-o", "-"])
    runs = "; ".join(f"main({arguments!r})" for arguments in short)
    script = f"import sys; from app.cli import main; {runs}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, MAP_VARIABLE: str(example_folder)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    imported = {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}
    assert "graph" in imported
    assert imported & HEAVY == set()


def test_the_version_is_told():
    assert re.fullmatch(r"therefore \d+\.\d+\.\d+\n", therefore_forked("--version").stdout)
