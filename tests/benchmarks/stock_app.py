"""The app one would write in an hour: a selectbox, all simple paths, pyvis in an iframe.

Run it with `streamlit run tests/benchmarks/stock_app.py` to see what the explorer is measured against.
"""

from __future__ import annotations

import networkx as nx
import streamlit as st
from pyvis.network import Network

from graph import CausalMap, load_map


@st.cache_resource
def the_map() -> CausalMap:
    """The shipped map, read once."""
    return load_map()


def main() -> None:
    """Show the page."""
    causal_map = the_map()
    target = causal_map.header.default_target
    graph = causal_map.network
    names = {node.name: node.id for node in causal_map.nodes}
    st.set_page_config(layout="wide")
    start = names[st.selectbox("From", sorted(names))]
    used: set[str] = {start, target}
    if start != target:
        for path in nx.all_simple_paths(graph, start, target):
            used.update(path)
    picture = Network(height="600px", width="100%", directed=True, cdn_resources="in_line")
    for node in causal_map.nodes:
        if node.id in used:
            picture.add_node(node.id, label=node.claim, title=node.plain, shape="box")
    for source, end in graph.edges:
        if source in used and end in used:
            picture.add_edge(source, end)
    st.iframe(picture.generate_html(), height=620)


if __name__ == "__main__":
    main()
