"""What is computed does not depend on which file a record stands in, nor on the order of anything."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import CausalMap, answer_as_dict, causal_paths, find, load_map, on_paths
from tests.graph.small_maps import EDGES, HEADER, NODES, REFERENCES, changed, written

SECTIONS: dict[str, list[Any]] = {
    section: yaml.load(text, Loader=yaml.BaseLoader)[section]
    for section, text in (("nodes", NODES), ("edges", EDGES), ("references", REFERENCES))
}
FILES = ["a.yaml", "nodes/z.yml", "edges/b.yaml", "deep/er/c.yaml", "references/d.yaml"]
SPREADS = st.permutations([(section, record) for section, records in SECTIONS.items() for record in records])


def all_about(causal_map: CausalMap) -> dict[str, Any]:
    """Everything a map says, and what is computed from it."""
    return {
        "header": causal_map.header,
        "nodes": causal_map.node,
        "edges": causal_map.edge,
        "references": causal_map.reference,
        "paths": answer_as_dict(causal_paths(causal_map, "drought")),
        "found": [find(causal_map, text) for text in ("salt", "dry", "rivr")],
        "span": on_paths(causal_map, "drought", "crop-loss"),
    }


@settings(max_examples=25)
@given(records=SPREADS, names=st.lists(st.sampled_from(FILES), min_size=11, max_size=11))
def test_spreading_the_records_over_files_changes_nothing(
    records: list[tuple[str, Any]], names: list[str]
) -> None:
    contents: dict[str, dict[str, list[Any]]] = {}
    for (section, record), name in zip(records, names, strict=True):
        contents.setdefault(name, {}).setdefault(section, []).append(record)
    files = {name: yaml.safe_dump(content) for name, content in contents.items()}
    with tempfile.TemporaryDirectory() as here:
        whole = load_map(written(Path(here) / "whole"))
        spread = load_map(written(Path(here) / "spread", {"map.yaml": HEADER, **files}))
    assert all_about(spread) == all_about(whole)


def test_a_file_beside_the_header_is_read_like_any_other(tmp_path: Path) -> None:
    files = {"map.yaml": HEADER, "all.yaml": NODES + EDGES + REFERENCES}
    assert len(load_map(written(tmp_path, files)).nodes) == 4


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    written(tmp_path, {"README.md": "# [", "nodes/notes.txt": ": :", "nodes/old.yaml.bak": NODES})
    assert len(load_map(written(tmp_path)).nodes) == 4


def test_two_maps_are_two_even_with_the_same_content(tmp_path: Path) -> None:
    folder = written(tmp_path, changed("map.yaml", "title: Drought", "title: Dearth"))
    assert load_map(folder) != load_map(folder)
