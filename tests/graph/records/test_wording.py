"""One is one, and everything else is several."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import app
import graph
from app.commands.common import size_in_words
from graph.drawing.drawings import drawing_of_subgraph
from graph.drawing.svg_sheet import svg_of
from graph.paths.subgraph import every_path
from graph.records.wording import counted
from tests.graph.drawn_maps import a_map, chain

SOURCES = sorted(
    file
    for package in (graph, app)
    for file in Path(package.__path__[0]).rglob("*.py")
    if file.name != "wording.py"
)
OWN_PLURAL = re.compile(r"""["']s["'] if |if [^\n]* else ["']s["']|["']["'] if [^\n]*== 1""")


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 edges"), (1, "1 edge"), (2, "2 edges"), (1234, "1,234 edges")]
)
def test_only_one_is_said_in_the_singular(number: int, said: str) -> None:
    assert counted(number, "edge") == said


def test_an_irregular_plural_is_given() -> None:
    assert (counted(1, "box", "boxes"), counted(2, "box", "boxes")) == ("1 box", "2 boxes")


def test_no_other_file_makes_plurals_of_its_own() -> None:
    assert [file.name for file in SOURCES if OWN_PLURAL.search(file.read_text("utf-8"))] == []


def test_a_map_of_one_edge_is_measured_in_the_singular() -> None:
    causal_map = a_map(chain("a", "z"))
    assert size_in_words(causal_map) == "2 nodes, 1 edge, 3 references"
    subgraph = every_path(causal_map, "a", "z")
    assert size_in_words(subgraph) == "2 nodes, 1 edge, 1 reference"
    assert "2 boxes and 1 arrow." in svg_of(drawing_of_subgraph(subgraph))
