"""A subgraph for DAGitty (Textor et al., 2016), which asks causal questions of a graph without loops.

Loops are kept, since leaving an edge out would change what the graph says; DAGitty names them itself.
"""

from __future__ import annotations

from graph.formats.comments import comment_lines
from graph.paths.subgraph import Subgraph


def to_dagitty(subgraph: Subgraph) -> str:
    """The causal edges of the subgraph; its ends, if it has any, are the exposure and the outcome."""
    said = [*subgraph.notes, *subgraph.citations]
    lines = comment_lines(said, "/*", "*/", instead={"*/": "* /"})
    lines.append("dag {")
    roles = dict(zip(subgraph.ends or (), (" [exposure]", " [outcome]"), strict=False))
    lines += [f"  {_name(node.id)}{roles.get(node.id, '')}" for node in subgraph.nodes]
    lines += [f"  {_name(edge.source)} -> {_name(edge.target)}" for edge in subgraph.edges if edge.causal]
    return "\n".join([*lines, "}", ""])


def _name(name: str) -> str:
    return f'"{name}"'
