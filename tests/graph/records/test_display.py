"""A map holds half a million characters; what stands for it at a prompt or in a failed test is one line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph import CausalMap, causal_paths, lecture_of_path, lecture_of_tour, on_paths, words_of
from graph.drawing.drawings import drawing_of_lecture
from graph.evidence.reference_list import entries
from graph.paths.overview import extract
from graph.paths.subgraph import whole_map
from graph.records.vocabulary import Scope
from tests.app.takeaway.printed import hostile
from tests.graph.drawn_maps import everyone_to_everyone
from tests.shipped import B12
from tests.tree import ROOT

LONGEST = 240


@pytest.fixture(scope="module")
def shipped() -> CausalMap:
    return B12


def everything_of(causal_map: CausalMap, start: str, gate: str = "trials") -> list[object]:
    """One of each thing that a reader of this map may print."""
    answer = causal_paths(causal_map, start, limit=3)
    gated = causal_paths(causal_map, start, gate=gate)
    path, tour = answer.paths[0], causal_map.tours[0]
    lecture = lecture_of_path(causal_map, path)
    edge = path.steps[0]
    header = causal_map.header
    return [
        *(causal_map, header, *header.lanes, *header.routes, *header.retired),
        *(*causal_map.nodes, *causal_map.edges, *causal_map.references, *causal_map.tours),
        *(edge.evidence[0], *tour.steps, *tour.key_points),
        *(answer, gated, gated.broken, path, *answer.routes, *words_of(path)),
        *(lecture, lecture_of_tour(causal_map, tour), *lecture.stops, lecture.subgraph),
        *(whole_map(causal_map), extract(causal_map, Scope.FULL), drawing_of_lecture(lecture)),
        *(entries(causal_map)[0], on_paths(causal_map, start, header.default_target)),
    ]


def test_everything_is_said_on_one_short_line(shipped: CausalMap, four_nodes: CausalMap) -> None:
    for thing in [*everything_of(shipped, "metformin"), *everything_of(four_nodes, "drought")]:
        for said in (repr(thing), str(thing)):
            assert len(said) <= LONGEST, said[:400]
            assert said.isprintable()
            assert type(thing).__name__ in said


def test_a_text_of_the_map_cannot_break_the_line_or_command_the_terminal() -> None:
    causal_map = hostile().map
    for thing in everything_of(causal_map, "drought"):
        assert repr(thing).isprintable(), "no line break, no control sign"
        assert len(repr(thing)) <= LONGEST


def test_a_map_says_its_title_its_version_and_its_size(shipped: CausalMap, four_nodes: CausalMap) -> None:
    assert repr(four_nodes) == ("<CausalMap 'Drought and failed crops' 1: 4 nodes, 4 edges, 3 references>")
    header = shipped.header
    assert repr(shipped) == (
        f"<CausalMap {header.title!r} {header.version}: {len(shipped.nodes)} nodes, "
        f"{len(shipped.edges)} edges, {len(shipped.references)} references>"
    )


def test_an_answer_says_its_ends_and_its_count(four_nodes: CausalMap) -> None:
    answer = causal_paths(four_nodes, "drought", limit=1, proposed=True)
    assert repr(answer) == "<PathAnswer 'Drought' to 'Crop loss': 2 causal paths by 2 routes, 1 listed>"
    assert repr(answer.paths[0]) == "<CausalPath 'Drought' to 'Crop loss': 3 steps, weakest low>"
    assert repr(answer.routes[0]) == "<RouteCount 'salty': 'Salt route', 1 causal path>"
    assert repr(causal_paths(four_nodes, "crop-loss", "drought")).endswith(
        "0 causal paths by 0 routes, 0 listed>"
    )


def test_a_count_that_stopped_is_said_to_have_stopped() -> None:
    assert "more than " in repr(causal_paths(everyone_to_everyone(30), "n00", "n29", limit=1))


def test_a_record_says_which_one_it_is(four_nodes: CausalMap) -> None:
    assert repr(four_nodes.node["salt"]) == "<Node 'salt': 'Salt ↑'>"
    assert repr(four_nodes.edge["drought--river-flow"]) == (
        "<Edge 'drought--river-flow': decreases, high certainty>"
    )
    assert repr(four_nodes.edge["river-flow--salt"]) == (
        "<Edge 'river-flow--salt': decreases, moderate certainty, contested>"
    )
    assert repr(four_nodes.reference["field2001"]) == "<Reference 'field2001': 'Rivers 2001', 'Rivers'>"


def test_a_failed_assertion_shows_lines_and_not_the_map(tmp_path: Path) -> None:
    test = tmp_path / "test_failing.py"
    test.write_text(
        "from graph import causal_paths, load_map\n"
        "b12 = load_map()\n"
        "answer = causal_paths(b12, 'metformin')\n"
        "other = causal_paths(b12, 'metformin', gate='human')\n"
        "def test_answer(): assert answer == other\n"
        "def test_map(): assert b12 == answer\n"
        "def test_node(): assert b12.nodes[0] == b12.nodes[1]\n"
        "def test_path(): assert answer.paths[0] is None\n",
        "utf-8",
    )
    bare = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    command = [sys.executable, "-m", "pytest", "-vv", "-p", "no:cacheprovider", str(test)]
    done = subprocess.run(command, cwd=ROOT, env=bare, capture_output=True, text=True, check=False)
    assert "4 failed" in done.stdout
    assert len(done.stdout) < 20_000
    assert max(map(len, done.stdout.splitlines())) < 1_000
