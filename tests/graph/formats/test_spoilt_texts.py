"""Whatever the texts of a map hold, each file can be opened by somebody else's reader."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import networkx as nx
from hypothesis import example, given, settings

from graph import CausalMap
from graph.formats import to_csv, to_cytoscape, to_dagitty, to_graphml, to_mermaid
from tests.graph.formats.samples import SPOILING, spoilt


@settings(max_examples=35)
@given(words=SPOILING)
@example(words="")
def test_every_format_is_read_back_whatever_the_texts_hold(four_nodes: CausalMap, words: str) -> None:
    subgraph = spoilt(four_nodes, words)
    ends = {(edge.source, edge.target) for edge in subgraph.edges}
    graphml = to_graphml(subgraph)
    ElementTree.fromstring(graphml)
    assert set(nx.parse_graphml(graphml).edges) == ends
    content = json.loads(to_cytoscape(subgraph))
    assert len(content["elements"]["edges"]) == len(ends)
    rows = list(csv.DictReader(io.StringIO(to_csv(subgraph), newline="")))
    assert len(rows) == sum(len(edge.evidence) for edge in subgraph.edges)
    lines = to_mermaid(subgraph).split("\n")
    assert lines.count("flowchart LR") == 1
    assert all(line.startswith(("%%", "    n_", "    linkStyle ", "flowchart LR")) for line in lines if line)
    dag = to_dagitty(subgraph).partition("\ndag {\n")
    assert all(line.startswith("/* ") and line.count("*/") == 1 for line in dag[0].split("\n"))
