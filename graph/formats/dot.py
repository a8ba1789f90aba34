"""A subgraph in Graphviz's DOT language."""

from __future__ import annotations

from graph.formats.comments import comment_lines
from graph.paths.subgraph import Subgraph
from graph.records.characters import without_controls
from graph.records.vocabulary import Certainty, Effect, Kind

_SHAPES = {Kind.MARKER: "ellipse", Kind.SYMPTOM: "box", Kind.MECHANISM: "box"}
_STYLES = {
    Certainty.HIGH: "bold",
    Certainty.MODERATE: "solid",
    Certainty.LOW: "dashed",
    Certainty.VERY_LOW: "dotted",
}
_HEADS = {Effect.INCREASES: "normal", Effect.DECREASES: "tee", Effect.ASSOCIATED: "none"}

LEGEND = (
    "Legend: an arrow increases, a bar decreases; "
    "bold, solid, dashed, dotted: high, moderate, low, very low certainty."
)


def to_dot(subgraph: Subgraph) -> str:
    """The subgraph as a digraph from left to right, lines by certainty, heads by effect."""
    lines = comment_lines([*subgraph.notes, LEGEND, *subgraph.citations], "//")
    lines += ["digraph therefore {", "  rankdir=LR;", "  node [shape=box, fontname=Helvetica];"]
    lines.append(f"  label={_quoted(chr(10).join(subgraph.notes))};")
    for node in subgraph.nodes:
        shape = _SHAPES.get(node.kind, "box")
        style = ', style="rounded"' if node.kind in (Kind.SYMPTOM, Kind.MECHANISM) else ""
        lines.append(f"  {_quoted(node.id)} [label={_quoted(node.claim)}, shape={shape}{style}];")
    for edge in subgraph.edges:
        look = f"style={_STYLES[edge.certainty]}, arrowhead={_HEADS[edge.effect]}"
        tip = _quoted(f"{edge.effect.label}, {edge.certainty.label} certainty")
        lines.append(f"  {_quoted(edge.source)} -> {_quoted(edge.target)} [{look}, tooltip={tip}];")
    return "\n".join([*lines, "}", ""])


def _quoted(words: str) -> str:
    escaped = without_controls(words).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
