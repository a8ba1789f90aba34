"""What the package says of itself: its names, its help, its version, and the example in the README."""

from __future__ import annotations

import contextlib
import importlib.metadata
import inspect
import io
import pydoc
import re
import shutil
import subprocess
import sys
import typing
from pathlib import Path
from typing import Any

import pytest

import graph
from tests.tree import ROOT

NAMES = [
    "CausalMap",
    "CausalPath",
    "Edge",
    "Evidence",
    "Lecture",
    "MapError",
    "Match",
    "Node",
    "OutOfSteps",
    "PathAnswer",
    "Place",
    "Problem",
    "Reference",
    "RouteCount",
    "UnknownNode",
    "answer_as_dict",
    "broken_paths",
    "causal_paths",
    "check",
    "explain",
    "find",
    "first_break",
    "in_words",
    "lecture_of_path",
    "lecture_of_tour",
    "load_map",
    "numbered_path",
    "on_paths",
    "proposed_paths",
    "reachable_targets",
    "resolve",
    "route_paths",
    "suggest",
    "summary_of",
    "whole_chain_note",
    "words_of",
]
"""The public names; other people's programs import them."""

SCREEN = 50


@pytest.mark.parametrize("name", NAMES)
def test_each_public_name_is_there_and_says_what_it_is(name: str) -> None:
    assert inspect.getdoc(getattr(graph, name))


def test_a_star_brings_every_public_name() -> None:
    brought: dict[str, Any] = {}
    exec("from graph import *", brought)
    assert set(NAMES) <= set(brought)
    others = {name for name in set(brought) - set(NAMES) if not name.startswith("_")}
    assert all(inspect.ismodule(brought[name]) for name in others), "nothing but its rooms besides"


def test_help_fits_two_screens_and_names_everything() -> None:
    said = pydoc.render_doc(graph, renderer=pydoc.plaintext)
    assert len(said.splitlines()) <= 2 * SCREEN
    assert max(map(len, said.splitlines())) <= 120
    assert [name for name in NAMES if not re.search(rf"\b{name}\b", said)] == []
    assert "from graph import load_map, find, causal_paths, explain" in said
    assert "_map_html" not in said


FUNCTIONS = [name for name in NAMES if inspect.isfunction(getattr(graph, name))]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_help_of_a_function_fits_one_screen(name: str) -> None:
    assert len(pydoc.render_doc(getattr(graph, name)).splitlines()) <= SCREEN


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_help_of_a_function_tells_its_arguments_and_its_errors(name: str) -> None:
    function = getattr(graph, name)
    said = inspect.getdoc(function) or ""
    if "those of ``causal_paths``" in said or name == "check":
        return
    assert "Raises:" in said
    for argument in inspect.signature(function).parameters:
        assert re.search(rf"^ +{argument}: ", said, re.MULTILINE), argument


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_types_in_a_signature_can_be_looked_up_by_other_tools(name: str) -> None:
    function = getattr(graph, name)
    assert set(inspect.signature(function).parameters) < set(typing.get_type_hints(function))


def test_the_version_is_that_of_the_distribution() -> None:
    assert graph.__version__ == importlib.metadata.version("therefore")


def test_a_copy_that_was_never_installed_has_a_version_too(tmp_path: Path) -> None:
    shutil.copytree(
        Path(graph.__file__).parent, tmp_path / "graph", ignore=shutil.ignore_patterns("__pycache__")
    )
    program = (
        "import importlib.metadata as m\n"
        "def none(name): raise m.PackageNotFoundError(name)\n"
        "m.version = none\n"
        "import graph; print(graph.__version__, graph.__file__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["0+unknown", str(tmp_path / "graph" / "__init__.py")]


def test_the_example_in_the_readme_does_what_it_says() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    (example,) = re.findall(r"^```python\n(.*?)^```", readme, re.DOTALL | re.MULTILINE)
    space: dict[str, Any] = {}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(example, space)
    for line in example.splitlines():
        code, _, comment = (part.strip() for part in line.partition("#"))
        if comment.startswith(("'", "<")):
            assert repr(eval(code, space)) == comment
        if comment.endswith(" ..."):
            assert comment.removesuffix(" ...") in printed.getvalue()
