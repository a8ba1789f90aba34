"""The code knows no subject: what belongs to the shipped map stands in ``data/`` and nowhere in the code.

The words of a subject come from its map: names, kinds in the legend, reading levels, the disclaimer.
"""

from __future__ import annotations

import re
import tomllib

import pytest

from app.cli import build_parser
from graph.records import vocabulary
from graph.records.vocabulary import Term
from tests.subject import ALLOWED, SUBJECT, subject_words
from tests.tree import ROOT, files, texts


def test_no_text_of_the_code_names_the_shipped_subject_or_medicine() -> None:
    found = {name: list(subject_words(text)) for name, text in texts(under=("graph", "app")).items()}
    assert {name: lines for name, lines in found.items() if lines} == {}, "move it to the map in data/"


def test_no_file_of_the_code_is_called_by_the_subject() -> None:
    names = [path.relative_to(ROOT).as_posix() for path in files()]
    assert [name for name in names if name.startswith(("graph/", "app/")) and SUBJECT.search(name)] == []


@pytest.mark.parametrize("allowed", ALLOWED, ids=ALLOWED.values())
def test_what_is_allowed_is_still_needed(allowed: str) -> None:
    code = "\n".join(texts(under=("graph", "app")).values())
    assert re.search(allowed, code), "allow it no longer"


@pytest.mark.parametrize(
    "line",
    [
        "# a clinical trial",
        '"Muscle outcome"',
        '"muscle-outcomes"',
        "about DRUGBANKS",
        "# B12",
        "<p>Medicine",
    ],
)
def test_what_only_looks_like_something_allowed_is_found(line: str) -> None:
    assert list(subject_words(line)) == [f"1: {line}"]


LISTS = [each for each in vars(vocabulary).values() if isinstance(each, type) and issubclass(each, Term)]


@pytest.mark.parametrize("word", [word for each in LISTS for word in each], ids=repr)
def test_label_and_definition_of_every_word_fit_any_subject(word: Term) -> None:
    assert not SUBJECT.search(f"{word.label} {word.definition}")


def test_the_help_of_the_command_line_and_the_package_name_no_subject() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    about = [project["description"], *project["keywords"], *project["classifiers"]]
    assert [said for said in about if SUBJECT.search(said)] == []
    assert not SUBJECT.search(build_parser().format_help())
