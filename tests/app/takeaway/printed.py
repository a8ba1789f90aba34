"""Lectures to be put on paper: long, short, told by a person, and hostile on purpose."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from graph import CausalMap, Lecture, causal_paths, lecture_of_path, lecture_of_tour, load_map
from graph.reading.map_folder import read_map
from graph.records.base import Record
from tests.graph.small_maps import FOUR_NODES, written
from tests.shipped import B12

EVIL = (
    '#panic("no") *bold* _low_ $1+1$ <x> @ref',
    "</text><script>alert(1)</script>&amp;",
    "W" * 59,
    "שלום עולם, מה שלומך ↓",
    "🙂🦴 𝔐 你好 ⊣ ∴",
    "bell⌁ null⌂ tab\t ⍽⎵ end",
    '= head \\ "quoted" `raw` ~ [a] #[b] // -- % {c}',
)
"""Texts that mean something to a typesetter or to XML, that no line holds, or that few fonts have."""

UNREADABLE = str.maketrans({"⌁": "\x07", "⌂": "\x00", "⍽": "\x85", "⎵": "\u2028"})
"""What reading refuses, and what a map that is made in Python may hold all the same."""


@cache
def path_lecture(start: str, steps: str = "best") -> Lecture:
    """A path to muscle loss as a lecture: the ``best`` one, or the ``longest`` of the first ones."""
    paths = causal_paths(_b12(), start, limit=1 if steps == "best" else 3000).paths
    return lecture_of_path(_b12(), max(paths, key=lambda path: len(path.steps)))


@cache
def tour_lectures() -> dict[str, Lecture]:
    """The tours of the shipped map, by id."""
    return {tour.id: lecture_of_tour(_b12(), tour) for tour in _b12().tours}


@cache
def one_step() -> Lecture:
    """A single arrow."""
    causal_map = _small(FOUR_NODES)
    path = causal_paths(causal_map, "drought", "river-flow", limit=1).paths[0]
    return lecture_of_path(causal_map, path)


@cache
def told() -> Lecture:
    """The tour of the four-node map, with a contested arrow and a question."""
    causal_map = _small(FOUR_NODES)
    return lecture_of_tour(causal_map, causal_map.tours[0])


@cache
def hostile() -> Lecture:
    """The same tour with a hostile text wherever a map has one."""
    files = {
        name: yaml.load(FOUR_NODES[name], yaml.CSafeLoader) for name in FOUR_NODES if "edges" not in name
    }
    header, tour = files["map.yaml"], files["tours/all.yaml"]["tours"][0]
    header |= {"title": EVIL[0], "disclaimer": f"For teaching, not advice to farmers. {' '.join(EVIL)}"}
    header["date"] = "some day"
    header["kinds"] = [{"kind": "marker", "label": "<x> & $1$ #[b] ⊣ 🙂🦴", "about": EVIL[0]}]
    for at, node in enumerate(files["nodes/all.yaml"]["nodes"]):
        node |= {"name": EVIL[at], "plain": EVIL[at + 1]}
    files["nodes/all.yaml"]["nodes"][2]["name"] = EVIL[5]
    for at, reference in enumerate(files["references/all.yaml"]["references"]):
        reference |= {"title": EVIL[at + 3], "authors": [EVIL[at], EVIL[2]]}
    everything = " ".join(EVIL)[:250]
    tour |= {"title": everything, "about": everything, "audience": EVIL[3], "questions": list(EVIL)}
    tour["key_points"][0]["point"] = everything
    for step in tour["steps"]:
        step |= {key: everything for key in ("words", "question", "answer") if key in step}
    evil = {name: yaml.safe_dump(content) for name, content in files.items()}
    with TemporaryDirectory() as folder:
        read, _ = read_map(written(Path(folder), {**FOUR_NODES, **evil}))
    assert read is not None
    parts = (read.header, read.nodes, read.edges, read.references, read.tours)
    header, nodes, edges, references, tours = map(_spoilt, parts)
    causal_map = CausalMap(header, nodes, edges, references, {}, tours)
    return lecture_of_tour(causal_map, causal_map.tours[0])


def _spoilt(value: Any) -> Any:
    """A record with characters in it that no file of a map may hold."""
    if isinstance(value, Record):
        return value.model_copy(update={name: _spoilt(inner) for name, inner in value})
    if isinstance(value, tuple):
        return tuple(map(_spoilt, value))
    return value.translate(UNREADABLE) if type(value) is str else value


@cache
def _b12() -> CausalMap:
    return B12


def _small(files: dict[str, str]) -> CausalMap:
    with TemporaryDirectory() as folder:
        return load_map(written(Path(folder), files))
