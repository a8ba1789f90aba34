"""The shipped map, and the facts it is held to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from graph import CausalMap
from graph.reading.map_folder import read_map

HERE = Path(__file__).parent


def facts(name: str) -> Any:
    """A YAML file beside this one, every value as text."""
    return yaml.load((HERE / name).read_text("utf-8"), Loader=yaml.CBaseLoader)


@pytest.fixture(scope="session")
def b12() -> CausalMap:
    """The shipped map; read even when it has problems, so that each test fails for its own reason."""
    causal_map, problems = read_map()
    assert causal_map is not None, problems
    return causal_map
