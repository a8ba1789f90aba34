"""Maps that are broken on purpose."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def broken_folder(tmp_path: Path, example_folder: Path) -> Path:
    """The example map with two faults: an effect that is no word of the list, and a lost name."""
    folder = tmp_path / "broken"
    shutil.copytree(example_folder, folder)
    edges = folder / "edges" / "all.yaml"
    edges.write_text(edges.read_text("utf-8").replace("effect: decreases", "effect: lowers", 1), "utf-8")
    nodes = folder / "nodes" / "all.yaml"
    nodes.write_text(nodes.read_text("utf-8").replace("    name: Pump\n", ""), "utf-8")
    return folder
