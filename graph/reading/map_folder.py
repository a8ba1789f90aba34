"""From a folder of YAML files to a :class:`CausalMap`, collecting every problem on the way.

A map folder holds ``map.yaml`` and, beside it or in any sub-folders, files with one of the keys ``nodes``,
``edges``, ``references`` and ``tours``. The order of files and records does not matter to what is computed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from graph.checks import DRAFT_RULES, RULES, Rule
from graph.reading.default_map import default_map_folder
from graph.reading.files import HEADER, fault_of_root, file_name, map_root, record_files
from graph.reading.readable_texts import unreadable_texts
from graph.reading.validation_errors import fault_in_words, subject_of
from graph.reading.yaml_habits import shortened
from graph.reading.yaml_text import MORE, MOST_PROBLEMS, Text, Where, read_yaml
from graph.records.base import Record
from graph.records.causal_map import CausalMap
from graph.records.edge import Edge
from graph.records.header import Header
from graph.records.node import Node
from graph.records.problems import MapError, Place, Problem
from graph.records.reference import Reference
from graph.records.tour import Tour

SECTIONS: dict[str, type[Record]] = {"nodes": Node, "edges": Edge, "references": Reference, "tours": Tour}
MOST_FILES = 2_000
MOST_TOLD = 2_000
"""Problems of a whole map after which no further file is read."""

Lines = Iterable[tuple[Where, int]]


def load_map(folder: str | Path | None = None) -> CausalMap:
    """Read a map and check it.

    A tour that is still a draft is no fault here, so that a map can be used while it is written; it says
    so (``Tour.draft``), and :func:`check` tells what is still to be written.

    Args:
        folder: the folder that holds ``map.yaml``, or that file; without one, the map that comes with the
            package.

    Raises:
        MapError: the map has faults; ``problems`` names each with file, line, fault and cure.
        FileNotFoundError: no folder was given and none comes with the package.
    """
    causal_map, problems = _read(folder, [rule for rule in RULES if rule not in DRAFT_RULES])
    if causal_map is None or problems:
        raise MapError(problems)
    return causal_map


def check(folder: str | Path | None = None) -> list[Problem]:
    """Every problem of the map in ``folder``, in file order; an empty list means that it is sound."""
    return read_map(folder)[1]


def read_map(folder: str | Path | None = None) -> tuple[CausalMap | None, list[Problem]]:
    """Read a map and return it together with its problems; ``None`` when no header could be read."""
    return _read(folder, RULES)


def _read(folder: str | Path | None, rules: Iterable[Rule]) -> tuple[CausalMap | None, list[Problem]]:
    reader = _Reader(map_root(Path(folder)) if folder is not None else default_map_folder())
    causal_map = reader.read()
    problems = reader.problems
    # The rules ask what the records say to each other; with records missing, their answers would mislead.
    if causal_map is not None and not problems:
        problems = [problem for rule in rules for problem in _first_of(rule(causal_map))]
    return causal_map, list(_in_short(sorted(set(problems))))


def _first_of(problems: Iterator[Problem]) -> Iterator[Problem]:
    """As many problems of one rule as anybody mends before looking again."""
    told = list(islice(problems, MOST_PROBLEMS + 1))
    yield from told[:MOST_PROBLEMS]
    if len(told) > MOST_PROBLEMS:
        yield Problem(told[-1].file, told[-1].line, *MORE)


def _in_short(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Problems in order, of each file no more than anybody mends before looking again."""
    told: Counter[str] = Counter()
    for problem in problems:
        told[problem.file] += 1
        if told[problem.file] <= MOST_PROBLEMS:
            yield problem
        elif told[problem.file] == MOST_PROBLEMS + 1:
            yield Problem(problem.file, problem.line, *MORE)


class _EnoughError(Exception):
    """Raised when a file has so many problems that it is not read to its end."""


class _Reader:
    """Reads one folder, keeping records, places and problems apart."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.places: dict[tuple[str, ...], Place] = {}
        self.records: dict[str, list[Any]] = {section: [] for section in SECTIONS}
        self.told = 0

    def read(self) -> CausalMap | None:
        fault = fault_of_root(self.root)
        if fault:
            self.problems.append(fault)
            return None
        header = self._read_header()
        files, faults = record_files(self.root)
        self.problems += faults
        if len(files) > MOST_FILES:
            what = f"the folder holds {len(files):,} YAML files, and {MOST_FILES:,} is the most"
            self._problem(HEADER, 1, what, "give the folder of one map, or merge files")
            return None
        for path in files:
            self.told = 0
            try:
                self._read_records(path)
            except _EnoughError:
                last = self.problems[-1]
                self.problems.append(Problem(last.file, last.line, *MORE))
            if len(self.problems) > MOST_TOLD:
                return None
        if header is None:
            return None
        return CausalMap(
            header,
            tuple(self.records["nodes"]),
            tuple(self.records["edges"]),
            tuple(self.records["references"]),
            self.places,
            tuple(self.records["tours"]),
        )

    def _read_header(self) -> Header | None:
        text = read_yaml(self.root / HEADER, HEADER)
        self.problems += text.problems
        if text.value is None and text.problems:
            return None
        header = self._record(Header, text, (), HEADER)
        if isinstance(header, Header):
            self._remember(("map",), text.lines.items(), HEADER)
            return header
        return None

    def _read_records(self, path: Path) -> None:
        name = file_name(path, self.root)
        text = read_yaml(path, name)
        self.problems += text.problems
        if text.value is None:
            return
        if not isinstance(text.value, dict):
            self._problem(
                name, 1, "the file is not a mapping", f"begin it with one of: {', '.join(SECTIONS)}"
            )
            return
        lines = _lines_of_records(text)
        for section, content in text.value.items():
            line = text.line((section,))
            if section not in SECTIONS:
                cure = f"use one of: {', '.join(SECTIONS)}"
                self._problem(name, line, f"unknown section {shortened(section)}", cure)
            elif not isinstance(content, list):
                cure = "put each record behind a dash and a blank"
                self._problem(name, line, f"{section!r} is not a list", cure)
            else:
                for index in range(len(content)):
                    self._add(section, text, index, name, lines[section, index])

    def _add(self, section: str, text: Text, index: int, name: str, within: Lines) -> None:
        at = (section, index)
        record: Any = self._record(SECTIONS[section], text, at, name)
        if record is None:
            return
        key = (section.removesuffix("s"), record.id)
        if key in self.places:
            first = self.places[key]
            what = f"the {key[0]} {key[1]!r} is given twice (first at {first})"
            self._problem(name, text.line(at), what, "merge the two or rename one")
            return
        self._remember(key, within, name)
        self.records[section].append(record)

    def _record(self, kind: type[Record], text: Text, at: tuple[str | int, ...], name: str) -> Record | None:
        value = text.value
        for step in at:
            value = value[step]
        if not isinstance(value, dict):
            what = f"this {kind.__name__.lower()} is not a mapping"
            self._problem(name, text.line(at), what, "write it as `key: value` lines")
            return None
        for way, fault, cure in unreadable_texts(value):
            self._problem(name, text.line((*at, *way)), f"{subject_of(way, kind, value)} {fault}", cure)
        try:
            return kind.model_validate(value)
        except ValidationError as error:
            faults = error.errors(include_url=False)
            for told in faults:
                # A list whose items are at fault is not empty: pydantic counts only the good ones.
                if told["type"] == "too_short" and any(_is_inside(it["loc"], told["loc"]) for it in faults):
                    continue
                way = (*at, *told["loc"])
                what, cure = fault_in_words(dict(told), kind, value, text.after_comma.get(way))
                self._problem(name, text.line(way), what, cure)
            return None

    def _remember(self, key: tuple[str, ...], within: Lines, name: str) -> None:
        """Keep the place of a record and of each value inside it, given by its way from the record."""
        for way, line in within:
            self.places[(*key, *map(str, way))] = Place(name, line)

    def _problem(self, file: str, line: int, what: str, cure: str) -> None:
        self.told += 1
        if self.told > MOST_PROBLEMS:
            raise _EnoughError
        self.problems.append(Problem(file, line, what, cure))


def _is_inside(way: Where, other: Where) -> bool:
    return len(way) > len(other) and way[: len(other)] == other


def _lines_of_records(text: Text) -> dict[Where, list[tuple[Where, int]]]:
    """For each record of a file, named by section and index, the ways to its values, each with its line."""
    # In one pass: a file may hold thousands of records, and each has only a few of the lines.
    found: dict[Where, list[tuple[Where, int]]] = defaultdict(list)
    for path, line in text.lines.items():
        found[path[:2]].append((path[2:], line))
    return found
