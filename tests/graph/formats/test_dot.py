"""Graphviz's language, read back by pydot: parts of a map hold the same nodes and edges."""

from __future__ import annotations

import pytest

from tests.graph.formats.samples import PYDOT
from tests.graph.formats.subgraphs import SUBGRAPHS, ends, read_by_pydot


@PYDOT
@pytest.mark.parametrize("name", [name for name in SUBGRAPHS if name != "map"])
def test_dot_is_read_by_pydot(name: str) -> None:
    subgraph = SUBGRAPHS[name]
    assert read_by_pydot(subgraph) == ({node.id for node in subgraph.nodes}, ends(subgraph))
