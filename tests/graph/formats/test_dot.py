"""Graphviz's language, read back by pydot: parts of a map hold the same nodes and edges."""

from __future__ import annotations

import pydot

from graph.formats import to_dot
from graph.paths.subgraph import Subgraph
from tests.graph.formats.samples import PYDOT
from tests.graph.formats.subgraphs import ends


@PYDOT
def test_dot_is_read_by_pydot(subgraph: Subgraph) -> None:
    (back,) = pydot.graph_from_dot_data(to_dot(subgraph)) or ()
    read = {(edge.get_source().strip('"'), edge.get_destination().strip('"')) for edge in back.get_edges()}
    assert read == ends(subgraph)
    named = {node.get_name().strip('"') for node in back.get_nodes()} - {"node"}
    assert named == {node.id for node in subgraph.nodes}
