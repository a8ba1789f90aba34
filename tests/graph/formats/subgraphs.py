"""Parts of the shipped map: a path, the paths between two nodes, and all of it."""

from __future__ import annotations

import pydot

from graph import causal_paths
from graph.formats import to_dot
from graph.paths.subgraph import Subgraph, every_path, one_path, whole_map
from tests.shipped import B12

SUBGRAPHS = {
    "path": one_path(B12, causal_paths(B12, "metformin", limit=1).paths[0]),
    "paths": every_path(B12, "metformin", "muscle-loss"),
    "map": whole_map(B12),
}


def ends(subgraph: Subgraph) -> set[tuple[str, str]]:
    """The ends of each of its edges."""
    return {(edge.source, edge.target) for edge in subgraph.edges}


def read_by_pydot(subgraph: Subgraph) -> tuple[set[str], set[tuple[str, str]]]:
    """Its nodes and the ends of its edges, as pydot finds them in its file."""
    (back,) = pydot.graph_from_dot_data(to_dot(subgraph)) or ()
    read = {(edge.get_source().strip('"'), edge.get_destination().strip('"')) for edge in back.get_edges()}
    return {node.get_name().strip('"') for node in back.get_nodes()} - {"node"}, read
