"""The whole shipped map in Graphviz's language, which pydot needs a while to read."""

from __future__ import annotations

from tests.graph.formats.samples import PYDOT
from tests.graph.formats.subgraphs import SUBGRAPHS, ends, read_by_pydot


@PYDOT
def test_the_whole_map_is_read_by_pydot() -> None:
    subgraph = SUBGRAPHS["map"]
    assert read_by_pydot(subgraph) == ({node.id for node in subgraph.nodes}, ends(subgraph))
