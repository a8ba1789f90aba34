"""Whatever a title says, it stays inside its comment, and every file can be opened."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import networkx as nx
import pydot
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph import CausalMap
from graph.formats import (
    SUBGRAPH_FORMATS,
    to_bibtex,
    to_csv,
    to_cytoscape,
    to_dagitty,
    to_dot,
    to_graphml,
    to_mermaid,
    to_ris,
)
from graph.formats.comments import comment_lines
from graph.paths.subgraph import Subgraph
from tests.graph.formats.samples import titled

PYDOT = pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")
ENDS = ["\n", "\r", "\r\n", "\x85", "\u2028", "\u2029", "\x0b", "\x0c"]
PARTS = [*ENDS, "*/", "*", "/", "@", "}", '"', "\\", "\0", "\x1b", "a", " ", "\u202e", "\uffff"]
TEXTS = st.lists(st.sampled_from(PARTS), min_size=3, max_size=14).map("".join)


def spoilt(causal_map: CausalMap, words: str) -> Subgraph:
    """The whole map, with words at the end of every text that a format carries."""
    header = causal_map.header
    header = header.model_copy(
        update={key: f"{getattr(header, key)}{words}" for key in ("title", "version", "date", "disclaimer")}
    )
    nodes = tuple(
        node.model_copy(update={key: f"{getattr(node, key)}{words}" for key in ("name", "plain", "detail")})
        for node in causal_map.nodes
    )
    edges = tuple(
        edge.model_copy(
            update={
                "why": f"{edge.why}{words}",
                "plain": f"{edge.plain}{words}",
                "evidence": tuple(
                    item.model_copy(update={"finding": f"{item.finding}{words}"}) for item in edge.evidence
                ),
            }
        )
        for edge in causal_map.edges
    )
    references = tuple(
        reference.model_copy(
            update={"title": f"{reference.title}{words}", "doi": f"10.1/a{words}", "authors": (f"A{words}",)}
        )
        for reference in causal_map.references
    )
    made = CausalMap(header, nodes, edges, references)
    return Subgraph(made, f"Title{words}", nodes, edges, ("drought", "crop-loss"))


@pytest.mark.parametrize("end", ENDS)
def test_a_line_break_in_a_title_ends_no_comment(four_nodes: CausalMap, end: str) -> None:
    words = f"{end}evil"
    subgraph = spoilt(four_nodes, words)
    for write in (to_mermaid, to_dot, to_dagitty):
        assert [line for line in write(subgraph).splitlines() if line.startswith("evil")] == []
    note = "; ".join(subgraph.notes)
    for write_references in (to_bibtex, to_ris):
        lines = write_references(subgraph.references, note=note).splitlines()
        assert [line for line in lines if line.startswith("evil")] == []


@PYDOT
@settings(max_examples=35)
@given(words=TEXTS)
@example(words="")
def test_every_format_is_read_back_whatever_the_texts_hold(four_nodes: CausalMap, words: str) -> None:
    subgraph = spoilt(four_nodes, words)
    ends = {(edge.source, edge.target) for edge in subgraph.edges}
    ElementTree.fromstring(to_graphml(subgraph))
    assert set(nx.parse_graphml(to_graphml(subgraph)).edges) == ends
    content = json.loads(to_cytoscape(subgraph))
    assert len(content["elements"]["edges"]) == len(ends)
    (dot,) = pydot.graph_from_dot_data(to_dot(subgraph)) or ()
    assert len(dot.get_edges()) == len(ends)
    rows = list(csv.DictReader(io.StringIO(to_csv(subgraph), newline="")))
    assert len(rows) == sum(len(edge.evidence) for edge in subgraph.edges)
    lines = to_mermaid(subgraph).split("\n")
    assert lines.count("flowchart LR") == 1
    assert all(line.startswith(("%%", "    n_", "    linkStyle ", "flowchart LR")) for line in lines if line)
    dag = to_dagitty(subgraph).partition("\ndag {\n")
    assert all(line.startswith("/* ") and line.count("*/") == 1 for line in dag[0].split("\n"))


@pytest.mark.parametrize("name", SUBGRAPH_FORMATS)
@pytest.mark.parametrize("code", [0x00, 0x1B, 0x7F, 0x9B, 0xFFFF])
def test_no_format_carries_a_control_character(four_nodes: CausalMap, name: str, code: int) -> None:
    if name == "cytoscape":
        assert json.loads(to_cytoscape(spoilt(four_nodes, chr(code))))  # JSON writes controls as escapes
        return
    assert chr(code) not in SUBGRAPH_FORMATS[name](spoilt(four_nodes, chr(code)))


@pytest.mark.parametrize("write", [to_bibtex, to_ris])
def test_no_format_for_references_carries_a_control_character(write) -> None:  # type: ignore[no-untyped-def]
    reference = titled("A\0 title\x1b[31m").model_copy(update={"doi": "10.1/a\nb\x1b", "authors": ("A\0 B",)})
    text = write([reference], note="A\x1b note")
    assert [char for char in text if not char.isprintable() and char not in "\r\n"] == []


def test_a_comment_is_one_line_with_what_would_end_it_taken_apart() -> None:
    assert comment_lines(["a\nb */ c"], "/*", "*/", instead={"*/": "* /"}) == ["/* a b * / c */"]
    assert comment_lines(["", "a\u2028b"], "//") == ["//", "// a b"]
