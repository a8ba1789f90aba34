"""A subgraph in Graphviz's DOT language."""

from __future__ import annotations

from graph.formats.comments import comment_lines
from graph.paths.subgraph import Subgraph
from graph.records.characters import without_controls
from graph.records.edge import Edge
from graph.records.vocabulary import Certainty, Effect, Kind, Status

_SHAPES = {Kind.MARKER: "ellipse", Kind.SYMPTOM: "box", Kind.MECHANISM: "box"}
_STYLES = {
    Certainty.HIGH: "bold",
    Certainty.MODERATE: "solid",
    Certainty.LOW: "dashed",
    Certainty.VERY_LOW: "dotted",
}
_HEADS = {Effect.INCREASES: "normal", Effect.DECREASES: "tee", Effect.ASSOCIATED: "none"}
_HOLLOW = {Effect.INCREASES: "onormaltee", Effect.DECREASES: "oboxtee", Effect.ASSOCIATED: "nonetee"}

LEGEND = (
    "Legend: an arrow increases, a bar decreases; "
    "bold, solid, dashed, dotted: high, moderate, low, very low certainty. "
    "A thin line is named: proposed is dotted; a hollow head with a bar behind it was tested and no effect "
    "found, or is refuted (×)."
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
        tip = _quoted(", ".join([edge.effect_words, *edge.known]))
        lines.append(f"  {_quoted(edge.source)} -> {_quoted(edge.target)} [{_look(edge)}, tooltip={tip}];")
    return "\n".join([*lines, "}", ""])


def _look(edge: Edge) -> str:
    """Line, head and status of an edge; what is not supported is thin and says what it is."""
    status = f"status={_quoted(edge.status.value)}"
    if edge.status is Status.SUPPORTED:
        return f"style={_STYLES[edge.certainty]}, arrowhead={_HEADS[edge.effect]}, {status}"
    style = "solid" if edge.status.denies else "dotted"
    heads = _HOLLOW if edge.status.denies else _HEADS
    cross = "× " if edge.status is Status.REFUTED else ""
    label = _quoted(f"{cross}{edge.status.label}")
    return f"style={style}, penwidth=0.6, arrowhead={heads[edge.effect]}, label={label}, {status}"


def _quoted(words: str) -> str:
    escaped = without_controls(words).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
