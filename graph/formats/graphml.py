"""A piece as GraphML (Brandes et al., 2002), for Gephi, yEd, Cytoscape and networkx."""

from __future__ import annotations

import networkx as nx

from graph.piece import Piece


def to_graphml(piece: Piece) -> str:
    """The piece as one GraphML document; nodes and edges carry their fields, the graph its disclaimer."""
    lines = nx.generate_graphml(piece.network(), named_key_ids=True)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + "\n".join(lines) + "\n"
