"""A piece for DAGitty (Textor et al., 2016), which asks causal questions of a graph without loops.

Loops are kept, since leaving an edge out would change what the graph says; DAGitty names them itself.
"""

from __future__ import annotations

from graph.piece import Piece


def to_dagitty(piece: Piece) -> str:
    """The causal edges of the piece; its ends, if it has any, are the exposure and the outcome."""
    lines = [f"/* {note.replace('*/', '* /')} */" for note in [*piece.notes, *piece.citations]]
    lines.append("dag {")
    roles = dict(zip(piece.ends or (), (" [exposure]", " [outcome]"), strict=False))
    lines += [f"  {_name(node.id)}{roles.get(node.id, '')}" for node in piece.nodes]
    lines += [f"  {_name(edge.source)} -> {_name(edge.target)}" for edge in piece.edges if edge.causal]
    return "\n".join([*lines, "}", ""])


def _name(name: str) -> str:
    return f'"{name}"'
