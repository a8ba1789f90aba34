"""A subgraph as Cytoscape JSON, for Cytoscape and Cytoscape.js."""

from __future__ import annotations

import json

import networkx as nx

from graph.paths.subgraph import Subgraph


def to_cytoscape(subgraph: Subgraph) -> str:
    """The subgraph as one JSON document with ``data`` and ``elements``."""
    content = nx.cytoscape_data(subgraph.network())
    # networkx writes the graph's attributes as a list of pairs; readers of Cytoscape expect an object.
    content["data"] = dict(content["data"])
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
