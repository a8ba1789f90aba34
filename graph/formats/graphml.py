"""A subgraph as GraphML (Brandes et al., 2002), for Gephi, yEd, Cytoscape and networkx."""

from __future__ import annotations

import networkx as nx

from graph.paths.subgraph import Subgraph
from graph.records.characters import without_controls


def to_graphml(subgraph: Subgraph) -> str:
    """The subgraph as one GraphML document; nodes and edges carry their fields, the graph its disclaimer."""
    network = subgraph.network()
    # XML has no way to write a control character: a file with one could not be opened.
    for fields in (
        network.graph,
        *dict(network.nodes).values(),
        *(data for *_, data in network.edges(data=True)),
    ):
        fields |= {key: without_controls(value) for key, value in fields.items() if isinstance(value, str)}
    lines = nx.generate_graphml(network, named_key_ids=True)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + "\n".join(lines) + "\n"
