"""The four-node example, read once, and a place to write broken ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph import CausalMap, check, load_map
from tests.graph.small_maps import Files, written

Faults = Callable[[Files], list[str]]


@pytest.fixture(scope="session")
def four_nodes(tmp_path_factory: pytest.TempPathFactory) -> CausalMap:
    """The example: drought, river flow, salt, crop loss; two paths from the first to the last."""
    return load_map(written(tmp_path_factory.mktemp("four")))


@pytest.fixture
def faults(tmp_path: Path) -> Faults:
    """Write a map and return its problems, a line each."""
    return lambda files: [str(problem) for problem in check(written(tmp_path / "map", files))]
