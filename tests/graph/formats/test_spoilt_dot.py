"""Graphviz's language, read back by pydot, whatever the texts of a map hold."""

from __future__ import annotations

import pydot
from hypothesis import example, given, settings

from graph import CausalMap
from graph.formats import to_dot
from tests.graph.formats.samples import PYDOT, SPOILING, spoilt


@PYDOT
@settings(max_examples=35)
@given(words=SPOILING)
@example(words="")
def test_dot_is_read_back_whatever_the_texts_hold(four_nodes: CausalMap, words: str) -> None:
    subgraph = spoilt(four_nodes, words)
    (dot,) = pydot.graph_from_dot_data(to_dot(subgraph)) or ()
    assert len(dot.get_edges()) == len(subgraph.edges)
