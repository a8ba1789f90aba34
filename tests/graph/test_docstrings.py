"""What the docstrings of the library's records promise is there, and nothing else."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from dataclasses import fields, is_dataclass
from functools import cached_property

import pytest

import graph
from graph import CausalPath, PathAnswer

SECTION = re.compile(r"^ *(Attributes|Properties):\n((?: +.*\n|\n)*)", re.MULTILINE)
ENTRY = re.compile(r"^(?:    )?([a-z_]+(?:, [a-z_]+)*): ", re.MULTILINE)


def dataclasses() -> list[type]:
    modules = [
        importlib.import_module(found.name) for found in pkgutil.walk_packages(graph.__path__, "graph.")
    ]
    return [
        kind
        for module in modules
        for name, kind in inspect.getmembers(module, inspect.isclass)
        if kind.__module__ == module.__name__ and is_dataclass(kind) and not name.startswith("_")
    ]


def listed(kind: type, section: str) -> list[str]:
    """The names that a section of a docstring lists, in order."""
    for title, body in SECTION.findall(inspect.getdoc(kind) + "\n"):  # type: ignore[operator]
        if title == section:
            return [name for names in ENTRY.findall(inspect.cleandoc(body)) for name in names.split(", ")]
    return []


@pytest.mark.parametrize("kind", dataclasses(), ids=lambda kind: kind.__qualname__)
def test_a_record_that_lists_its_attributes_lists_every_one_of_them(kind: type) -> None:
    public = [field.name for field in fields(kind) if not field.name.startswith("_")]
    assert sorted(listed(kind, "Attributes")) in ([], sorted(public))


@pytest.mark.parametrize("kind", [PathAnswer, CausalPath], ids=lambda kind: kind.__qualname__)
def test_an_answer_lists_what_can_be_asked_of_it_too(kind: type) -> None:
    there = [
        name
        for name, value in vars(kind).items()
        if isinstance(value, (property, cached_property)) and not name.startswith("_")
    ]
    assert sorted(listed(kind, "Properties")) == sorted(there)
