"""One is one, and everything else is several."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import app
import graph
from graph.records.wording import counted

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
