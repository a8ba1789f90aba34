"""A subgraph as a Mermaid flowchart, for Markdown pages and slides."""

from __future__ import annotations

from graph.formats.comments import comment_lines
from graph.paths.subgraph import Subgraph
from graph.records.characters import on_one_line
from graph.records.edge import Edge
from graph.records.vocabulary import Certainty, Effect, Kind, Status

_SHAPES = {
    Kind.MARKER: ("([", "])"),
    Kind.SYMPTOM: ("(", ")"),
    Kind.TREATMENT: ("[/", "/]"),
    Kind.DISORDER: ("[[", "]]"),
}

LEGEND = (
    "Legend: an arrow increases, a cross decreases; "
    "dotted is of low or very low certainty, or an association. A thin line is named: proposed is dotted; "
    "what ends in a circle was tested and no effect found, or is refuted (×)."
)


def to_mermaid(subgraph: Subgraph) -> str:
    """The subgraph as a flowchart from left to right; weak steps are dotted, decreases end in a cross.

    What was tested and no effect found ends in a circle, and says so.
    """
    lines = comment_lines([*subgraph.notes, LEGEND], "%%")
    lines.append("flowchart LR")
    for node in subgraph.nodes:
        left, right = _SHAPES.get(node.kind, ("[", "]"))
        lines.append(f'    {_id(node.id)}{left}"{_text(node.claim)}"{right}')
    lines += [f"    {_id(edge.source)} {_arrow(edge)} {_id(edge.target)}" for edge in subgraph.edges]
    thin = [str(at) for at, edge in enumerate(subgraph.edges) if edge.status is not Status.SUPPORTED]
    lines += [f"    linkStyle {','.join(thin)} stroke-width:1px"] if thin else []
    lines += comment_lines(subgraph.citations, "%%")
    return "\n".join(lines) + "\n"


def _arrow(edge: Edge) -> str:
    weak = edge.certainty.rank >= Certainty.LOW.rank
    if edge.status.denies:
        cross = "× " if edge.status is Status.REFUTED else ""
        line = "---" if edge.effect is Effect.ASSOCIATED else "--o"
        return f'{line}|"{cross}{edge.status.label}"|'
    if edge.effect is Effect.ASSOCIATED:
        return "-.-" if edge.status is Status.SUPPORTED else f'-.-|"{edge.status.label}"|'
    head = ">" if edge.effect is Effect.INCREASES else "x"
    line = "-.-" if weak else "--"
    status = "" if edge.status is Status.SUPPORTED else f"{edge.status.label}, "
    return f"{line}{head}|{status}{edge.certainty.label}|"


def _id(name: str) -> str:
    """An id that Mermaid takes for neither an arrow (hyphens) nor a word of its own (``end``)."""
    return "n_" + name.replace("-", "_")


def _text(words: str) -> str:
    flat = on_one_line(words)
    return flat.replace("&", "#amp;").replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")
