"""A subgraph as GraphML (Brandes et al., 2002), for Gephi, yEd, Cytoscape and networkx."""

from __future__ import annotations

import networkx as nx

from graph.paths.subgraph import Subgraph


def to_graphml(subgraph: Subgraph) -> str:
    """The subgraph as one GraphML document; nodes and edges carry their fields, the graph its disclaimer."""
    lines = nx.generate_graphml(subgraph.network(), named_key_ids=True)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + "\n".join(lines) + "\n"
