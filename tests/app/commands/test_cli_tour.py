"""``therefore tour new``: a tour that is a draft, sound but for the words that it waits for."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from app.cli import main
from graph import causal_paths, check, load_map
from graph.reading import default_map, json_schemas
from graph.reading.default_map import default_map_folder
from graph.reading.json_schemas import schemas
from graph.records.tour import DRAFT_MARK, KeyPoint, Tour, TourStep
from tests.app.command_line import therefore_here
from tests.graph.small_maps import EDGES, FOUR_NODES, written

HOSTILE = (
    "# no comment: \"quoted\" 'single' - [list] {map} *star &anchor !tag |",
    "- a dash? `ticks` @home %5 > 4 & {so} on, \u2018curly\u2019 and \u200ejoined",
    "W" * 300,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The four-node map."""
    return written(tmp_path / "map")


def new(folder: Path, name: str, *options: str) -> int:
    return main(["tour", "new", name, *options, "--map", str(folder)])


def test_without_a_choice_it_tells_the_best_path_of_the_map_and_is_a_draft(folder: Path) -> None:
    assert new(folder, "my-tour") == 0
    made = load_map(folder)
    best = causal_paths(made, "drought", "crop-loss", limit=1).paths[0]
    steps = made.tour["my-tour"].steps
    assert [step.edge for step in steps if step.edge] == [edge.id for edge in best.steps]
    assert [step.ref in made.reference for step in steps if step.edge] == [True] * len(best.steps)
    assert sum(step.question is not None for step in steps) == 1
    assert made.tour["my-tour"].draft


def test_a_path_of_a_single_step_can_be_told(folder: Path) -> None:
    assert new(folder, "short", "--from", "Salt") == 0
    assert [step.edge for step in load_map(folder).tour["short"].steps] == [None, "salt--crop-loss"]


def test_tours_of_the_shipped_map_pass_its_checks_and_its_schema(tmp_path: Path) -> None:
    home = shutil.copytree(default_map_folder().parent, tmp_path / "data")
    folder = home / default_map_folder().name
    made = {
        "by-number": ("--from", "metformin", "--path", "7"),
        "by-its-ends": ("--from", "pernicious anaemia", "--to", "falls"),
        "by-nothing": (),
    }
    for name, options in made.items():
        assert new(folder, name, *options) == 0
    told = check(folder)
    assert [problem for problem in told if not problem.what.endswith(f"still says {DRAFT_MARK}")] == []
    assert {problem.file for problem in told} == {f"tours/{name}.yaml" for name in made}
    for name in made:
        file = folder / "tours" / f"{name}.yaml"
        file.write_text(file.read_text("utf-8").replace(DRAFT_MARK, "Written"), "utf-8")
    assert check(folder) == []
    for name in made:
        file = folder / "tours" / f"{name}.yaml"
        first, *_ = file.read_text("utf-8").splitlines()
        schema = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert schema is not None
        assert (file.parent / schema[1]).is_file()
        read = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
        assert list(Draft7Validator(schemas()["tours"]).iter_errors(read)) == []


def test_what_a_person_must_write_is_marked_and_every_key_explained(folder: Path) -> None:
    new(folder, "my-tour")
    text = (folder / "tours" / "my-tour.yaml").read_text("utf-8")
    (tour,) = yaml.safe_load(text)["tours"]
    said = [
        *(tour[key] for key in ("title", "about", "audience")),
        *(tour["questions"] + tour["objectives"]),
        *(point["point"] for point in tour["key_points"]),
        *(step.get("words") or step["question"] for step in tour["steps"]),
    ]
    assert [words.partition(":")[0] for words in said] == [DRAFT_MARK] * len(said)
    comments = re.findall(r"^ *# +(?:(\w+): )?(.+)$", text, re.MULTILINE)
    assert {*KeyPoint.model_fields, *TourStep.model_fields} <= {name for name, _ in comments}
    for key in set(Tour.model_fields) - {"id"}:
        assert re.search(rf"^ *#.+\n {{4}}{key}:", text, re.MULTILINE), key


def test_the_speaker_has_what_the_map_says_at_hand(folder: Path) -> None:
    new(folder, "my-tour")
    for step in load_map(folder).tour["my-tour"].steps:
        if step.edge:
            edge = load_map(folder).edge[step.edge]
            assert {edge.detail, f"What is uncertain: {edge.uncertainty}"} <= set(step.notes.split("\n\n"))


@pytest.mark.parametrize("words", HOSTILE)
def test_words_that_mean_something_in_yaml_stay_words(tmp_path: Path, words: str) -> None:
    edges = yaml.load(EDGES, yaml.CBaseLoader)
    for edge in edges["edges"]:
        edge |= {"plain": words, "detail": words}
    folder = written(tmp_path, {**FOUR_NODES, "edges/all.yaml": yaml.safe_dump(edges)})
    assert new(folder, "hostile") == 0
    step = next(step for step in load_map(folder).tour["hostile"].steps if step.edge)
    assert " ".join(words.split()) == step.notes.split("\n\n")[0]
    assert len(step.words or "") <= 260


def test_a_draft_is_told_by_check_in_a_line_for_each_text(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(folder, "my-tour") == 0
    capsys.readouterr()
    assert main(["check", str(folder)]) == 1
    *lines, count = capsys.readouterr().out.splitlines()
    assert count.startswith(f"{len(lines)} problems in ")
    text = (folder / "tours" / "my-tour.yaml").read_text("utf-8").splitlines()
    for line in lines:
        place, _, said = line.partition(": ")
        assert said.endswith(f"still says {DRAFT_MARK}, write it in your own words")
        number = int(place.rpartition(":")[2])
        assert DRAFT_MARK in "".join(text[number - 1 : number + 1])
    assert main(["paths", "drought", "--map", str(folder)]) == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("My Tour!", "such as my-tour."),
        ("../../etc/passwd", "such as etc-passwd."),
        ("", "cannot be the id"),
        ("a--b", "such as a-b."),
        ("x" * 61, "at most 60"),
        ("down-the-river", "choose another id"),
    ],
)
def test_an_id_that_cannot_be_had_is_refused_in_words(
    folder: Path, name: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(folder.rglob("*"))
    assert new(folder, name) == 2
    assert said in capsys.readouterr().err
    assert sorted(folder.rglob("*")) == before


def test_a_file_that_is_there_is_never_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / "tours" / "mine.yaml"
    file.write_text("tours: []\n", "utf-8")
    assert new(folder, "mine") == 2
    assert "is there already" in capsys.readouterr().err
    assert file.read_text("utf-8") == "tours: []\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--from", "drougt"), "Did you mean Drought"),
        (("--to", "slat"), "Did you mean Salt"),
        (("--from", "crop-loss", "--to", "drought"), "There is no causal path"),
        (("--path", "99"), "There is no path 99"),
    ],
)
def test_a_path_that_is_not_there_leaves_no_file(
    folder: Path, options: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(folder, "mine", *options) == 2
    assert said in capsys.readouterr().err
    assert not (folder / "tours" / "mine.yaml").exists()


def test_a_map_without_tours_gets_a_folder_for_them(tmp_path: Path) -> None:
    files = {name: text for name, text in FOUR_NODES.items() if "tours" not in name}
    folder = written(tmp_path / "map", files)
    assert new(folder, "first") == 0
    assert list(load_map(folder).tour) == ["first"]


def test_a_folder_that_cannot_be_made_is_told_with_the_cure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {name: text for name, text in FOUR_NODES.items() if "tours" not in name}
    folder = written(tmp_path / "map", files)
    (folder / "tours").write_text("not a folder", "utf-8")
    assert new(folder, "first") == 2
    assert "choose a map in a folder that may be written to" in capsys.readouterr().err


@pytest.mark.parametrize("home", ["site-packages/graph/data", "dist-packages/another/maps"])
def test_a_map_of_an_installed_package_is_to_be_copied_first(tmp_path: Path, home: str) -> None:
    folder = written(tmp_path / home / "it's")
    before = sorted(tmp_path.rglob("*"))
    done = therefore_here("tour", "new", "mine", THEREFORE_MAP=str(folder))
    assert (done.returncode, sorted(tmp_path.rglob("*"))) == (2, before)
    told = re.search(r"copy the map first \((.+)\), then add: (.+)$", done.stderr)
    assert told is not None
    subprocess.run(shlex.split(told[1]), cwd=tmp_path, check=True)
    assert therefore_here("tour", "new", "mine", *shlex.split(told[2]), cwd=tmp_path).returncode == 0
    assert "mine" in load_map(tmp_path / "my-map").tour


def test_so_is_one_inside_our_package_wherever_that_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(default_map, "__file__", str(tmp_path / "graph" / "reading" / "default_map.py"))
    folder = written(tmp_path / "graph" / "data" / "drought")
    for chosen in ({}, {"THEREFORE_MAP": str(folder)}):
        done = therefore_here("tour", "new", "mine", **chosen)
        assert done.returncode == 2
        assert "whose next update would lose your tour" in done.stderr
    assert not (folder / "tours" / "mine.yaml").exists()


def test_the_schemas_of_an_installed_package_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(default_map, "__file__", str(tmp_path / "graph" / "reading" / "default_map.py"))
    written(tmp_path / "graph" / "data" / "drought")
    said = json_schemas.main()
    assert said is not None
    assert said.endswith("belongs to an installed package; run this in a work tree.")
    assert not (tmp_path / "graph" / "data" / "schemas").exists()


def test_a_link_that_leads_nowhere_is_not_followed_by_a_new_tour(tmp_path: Path, folder: Path) -> None:
    (folder / "tours" / "mine.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    done = therefore_here("tour", "new", "mine", "--map", folder)
    assert done.returncode in (1, 2)
    assert not (tmp_path / "elsewhere.yaml").exists()


def test_it_says_what_to_do_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder.parent)
    new(folder, "my-tour")
    *_, last = capsys.readouterr().out.splitlines()
    assert last == f"Write in your own words what says {DRAFT_MARK}, then run: therefore check map"


def test_no_tour_of_the_shipped_map_still_waits_for_a_persons_words() -> None:
    waiting = [
        path.name for path in default_map_folder().rglob("*.yaml") if DRAFT_MARK in path.read_text("utf-8")
    ]
    assert waiting == []
