"""A subgraph as a Mermaid flowchart, for Markdown pages and slides."""

from __future__ import annotations

from graph.formats.comments import comment_lines
from graph.paths.subgraph import Subgraph
from graph.records.characters import on_one_line
from graph.records.edge import Edge
from graph.records.vocabulary import Certainty, Effect, Kind

_SHAPES = {
    Kind.MARKER: ("([", "])"),
    Kind.SYMPTOM: ("(", ")"),
    Kind.TREATMENT: ("[/", "/]"),
    Kind.DISORDER: ("[[", "]]"),
}

LEGEND = (
    "Legend: an arrow increases, a cross decreases; "
    "dotted is of low or very low certainty, or an association."
)


def to_mermaid(subgraph: Subgraph) -> str:
    """The subgraph as a flowchart from left to right; weak steps are dotted, decreases end in a cross."""
    lines = comment_lines([*subgraph.notes, LEGEND], "%%")
    lines.append("flowchart LR")
    for node in subgraph.nodes:
        left, right = _SHAPES.get(node.kind, ("[", "]"))
        lines.append(f'    {_id(node.id)}{left}"{_text(node.claim)}"{right}')
    lines += [f"    {_id(edge.source)} {_arrow(edge)} {_id(edge.target)}" for edge in subgraph.edges]
    lines += comment_lines(subgraph.citations, "%%")
    return "\n".join(lines) + "\n"


def _arrow(edge: Edge) -> str:
    weak = edge.certainty.rank >= Certainty.LOW.rank
    if edge.effect is Effect.ASSOCIATED:
        return "-.-"
    head = ">" if edge.effect is Effect.INCREASES else "x"
    line = "-.-" if weak else "--"
    return f"{line}{head}|{edge.certainty.label}|"


def _id(name: str) -> str:
    """An id that Mermaid takes for neither an arrow (hyphens) nor a word of its own (``end``)."""
    return "n_" + name.replace("-", "_")


def _text(words: str) -> str:
    flat = on_one_line(words)
    return flat.replace("&", "#amp;").replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")
