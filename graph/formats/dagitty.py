"""A subgraph for DAGitty (Textor et al., 2016), which asks causal questions of a graph without loops.

Loops are kept, since leaving an edge out would change what the graph says; DAGitty names them itself. What is
not supported is no arrow of the graph.
"""

from __future__ import annotations

from graph.formats.comments import comment_lines
from graph.paths.subgraph import Subgraph
from graph.records.edge import Edge


def to_dagitty(subgraph: Subgraph) -> str:
    """The supported causal edges of the subgraph; its ends, if any, are the exposure and the outcome.

    Every other edge is named in a comment with what it is, for an arrow there would claim a cause.
    """
    others = [edge for edge in subgraph.edges if not edge.supported]
    left_out = [f"Not an arrow here: {edge.source} to {edge.target}: {_standing(edge)}" for edge in others]
    said = [*subgraph.notes, *left_out, *subgraph.citations]
    lines = comment_lines(said, "/*", "*/", instead={"*/": "* /"})
    lines.append("dag {")
    roles = dict(zip(subgraph.ends or (), (" [exposure]", " [outcome]"), strict=False))
    lines += [f"  {_name(node.id)}{roles.get(node.id, '')}" for node in subgraph.nodes]
    lines += [f"  {_name(edge.source)} -> {_name(edge.target)}" for edge in subgraph.edges if edge.supported]
    return "\n".join([*lines, "}", ""])


def _standing(edge: Edge) -> str:
    """What an edge is that is no arrow of the graph."""
    association = [] if edge.causal else [edge.effect.label]
    return ", ".join([*association, *edge.known])


def _name(name: str) -> str:
    return f'"{name}"'
