from __future__ import annotations

from collections.abc import ItemsView
from pathlib import Path

import pytest

from graph import CausalMap, MapError, check, load_map
from graph.reading import map_folder
from graph.reading.yaml_text import Text, Where, read_yaml
from graph.records.problems import Place, Problem
from tests.graph.conftest import Faults
from tests.graph.small_maps import EDGES, FOUR_NODES, HEADER, NODES, REFERENCES, changed, line_of, written

NODE, EDGE, REFERENCE = "nodes/all.yaml", "edges/all.yaml", "references/all.yaml"


def test_the_four_node_example_is_sound(faults: Faults) -> None:
    assert faults(FOUR_NODES) == []


def test_records_are_read_whole(four_nodes: CausalMap) -> None:
    assert list(four_nodes.node) == ["drought", "river-flow", "salt", "crop-loss"]
    assert four_nodes.node["drought"].synonyms == ("dry spell",)
    assert four_nodes.edge["drought--river-flow"].evidence[1].finding == "It fell again."
    assert four_nodes.reference["field2001"].year == 2001
    assert four_nodes.header.routes[0].through == ("salt",)


def test_records_cannot_be_changed(four_nodes: CausalMap) -> None:
    with pytest.raises(ValueError, match="frozen"):
        four_nodes.node["salt"].name = "Pepper"


def test_every_value_has_its_place(four_nodes: CausalMap) -> None:
    assert four_nodes.place("node", "salt") == Place("nodes/all.yaml", line_of(NODES, "- id: salt"))
    assert four_nodes.place("node", "salt", "lane").line == line_of(NODES, "lane: land\n    change: raised")
    assert four_nodes.place("edge", "salt--crop-loss", "evidence", "0", "ref").line == line_of(
        EDGES, "- {ref: pots2003, direction: supports"
    )
    assert four_nodes.place("map", "default_target").line == line_of(HEADER, "default_target")


def test_a_value_that_was_left_out_has_the_place_of_its_record(four_nodes: CausalMap) -> None:
    assert four_nodes.place("node", "salt", "measured_by") == four_nodes.place("node", "salt")
    assert four_nodes.place("node", "pepper") == Place("map.yaml", 1)


def test_words_that_yaml_likes_to_convert_stay_text(tmp_path: Path) -> None:
    files = changed("nodes/all.yaml", "synonyms: [dry spell]", "synonyms: [NO, on, 012, 1e3, 2026-11-01]")
    assert load_map(written(tmp_path, files)).node["drought"].synonyms == (
        "NO",
        "on",
        "012",
        "1e3",
        "2026-11-01",
    )


@pytest.mark.parametrize(
    "markup", ["<img src=x onerror=alert(1)>", "</script>", "[a](javascript:x)", "&lt;b&gt;"]
)
def test_markup_is_kept_as_text(tmp_path: Path, markup: str) -> None:
    files = changed("nodes/all.yaml", "plain: Salt in the soil.", f"plain: '{markup}'")
    assert load_map(written(tmp_path, files)).node["salt"].plain == markup


SHAPES = {
    "list of lists": (
        "- a\n- b\n",
        "1: the file is not a mapping, begin it with one of: nodes, edges, references",
    ),
    "bare word": ("nodes\n", "1: the file is not a mapping"),
    "unknown section": (
        "# c\nnods:\n  - a\n",
        "2: unknown section 'nods', use one of: nodes, edges, references",
    ),
    "section without a list": ("nodes: {id: a}\n", "1: 'nodes' is not a list, put each record behind a dash"),
    "section without anything": ("\nnodes:\n", "2: 'nodes' is not a list"),
    "record without keys": (
        "nodes:\n  - salt\n",
        "2: this node is not a mapping, write it as `key: value` lines",
    ),
    "record that is a list": ("edges:\n  - [a, b]\n", "2: this edge is not a mapping"),
}


@pytest.mark.parametrize(("content", "what"), SHAPES.values(), ids=SHAPES)
def test_a_file_of_another_shape_is_told(faults: Faults, content: str, what: str) -> None:
    told = faults({**FOUR_NODES, "nodes/more.yaml": content})
    assert told[0].startswith(f"nodes/more.yaml:{what}"), told


@pytest.mark.parametrize("content", ["", "# nothing yet\n", "nodes: []\n"])
def test_an_empty_file_does_no_harm(faults: Faults, content: str) -> None:
    assert faults({**FOUR_NODES, "nodes/more.yaml": content}) == []


HEADERS = {
    "empty": ("", "map.yaml:1: this header is not a mapping"),
    "a list": ("- a\n", "map.yaml:1: this header is not a mapping"),
    "not YAML": ("a: [\n", "map.yaml:2: not valid YAML"),
}


@pytest.mark.parametrize(("content", "what"), HEADERS.values(), ids=HEADERS)
def test_a_header_of_another_shape_is_told(faults: Faults, content: str, what: str) -> None:
    assert faults({**FOUR_NODES, "map.yaml": content})[0].startswith(what)


@pytest.mark.parametrize(
    ("file", "copied", "what"),
    [
        ("nodes", NODES[NODES.index("  - id: crop-loss") :], "the node 'crop-loss' is given twice"),
        ("edges", EDGES[EDGES.rindex("  - source:") :], "the edge 'river-flow--crop-loss' is given twice"),
        ("references", REFERENCES[REFERENCES.rindex("  - {") :], "the reference 'trial2005' is given twice"),
    ],
)
def test_a_record_given_twice_is_told_with_both_places(
    faults: Faults, file: str, copied: str, what: str
) -> None:
    first = line_of(FOUR_NODES[f"{file}/all.yaml"], copied)
    told = faults({**FOUR_NODES, f"{file}/later.yaml": f"{file}:\n# again\n{copied}"})
    assert told == [
        f"{file}/later.yaml:3: {what} (first at {file}/all.yaml:{first}), merge the two or rename one"
    ]


def test_all_problems_of_all_files_come_in_one_go_and_in_file_order(faults: Faults) -> None:
    files = changed(EDGE, "effect: increases", "effect: raises")
    files = changed(EDGE, "onset: months", "onset: fortnights", files)
    files = changed(NODE, "kind: marker", "kind: marcer", files)
    files = changed(REFERENCE, "study_type: cohort", "study_type: hearsay", files)
    files = changed("map.yaml", "title:", "titel:", files)
    files |= {"nodes/broken.yaml": "nodes:\n\t- x\n", "odd.yaml": "colours: []\n"}
    told = faults(files)
    wanted = [
        *(f"{EDGE}:{line_of(files[EDGE], word)}: " for word in ("fortnights", "raises")),
        "map.yaml:1: 'title' is missing",
        "map.yaml:2: 'titel'",
        f"{NODE}:{line_of(files[NODE], 'marcer')}: ",
        "nodes/broken.yaml:2: ",
        "odd.yaml:1: ",
        f"{REFERENCE}:2: ",
    ]
    assert [problem.startswith(start) for problem, start in zip(told, wanted, strict=True)] == [True] * 8, (
        told
    )


def test_no_map_is_made_of_a_broken_folder(tmp_path: Path) -> None:
    folder = written(tmp_path, changed(EDGE, "effect: increases", "effect: raises"))
    with pytest.raises(MapError) as raised:
        load_map(folder)
    assert raised.value.problems == check(folder)
    assert str(raised.value) == str(raised.value.problems[0])


def test_a_folder_without_a_header_is_told(tmp_path: Path) -> None:
    assert check(tmp_path) == [
        Problem("map.yaml", 1, "the folder has no map.yaml", "give the folder that holds a map.yaml")
    ]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert check(tmp_path / "none")[0].what == f"there is no folder {tmp_path / 'none'}"


def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "drought.yaml").write_text(HEADER)
    assert check(tmp_path / "drought.yaml")[0].cure == "give the folder that holds a map.yaml"


def test_a_folder_with_too_many_files_is_refused_and_nothing_is_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(map_folder, "MOST_FILES", 2)
    (problem,) = check(written(tmp_path))
    assert str(problem).startswith("map.yaml:1: the folder holds 4 YAML files, and 2 is the most, ")


def test_a_file_of_many_records_is_not_walked_over_for_each_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walks: list[str] = []

    class Watched(dict[Where, int]):
        def items(self) -> ItemsView[Where, int]:
            walks.append("walk")
            return super().items()

    def read_watched(path: Path, name: str) -> Text:
        text = read_yaml(path, name)
        return Text(text.value, Watched(text.lines), text.problems)

    monkeypatch.setattr(map_folder, "read_yaml", read_watched)
    folder = written(tmp_path)
    assert load_map(folder).place("edge", "salt--crop-loss").file == "edges/all.yaml"
    assert len(walks) == len(list(folder.rglob("*.yaml")))
