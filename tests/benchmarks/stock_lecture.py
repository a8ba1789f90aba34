"""The lecture one would write in an hour: a button, a run of the script, pyvis with one arrow more."""

from __future__ import annotations

import streamlit as st
from pyvis.network import Network

from graph import CausalMap, load_map

TOUR = "nerve-route"


@st.cache_resource
def the_map() -> CausalMap:
    """The shipped map, read once."""
    return load_map()


def main() -> None:
    """Show the page."""
    causal_map = the_map()
    steps = [step for step in causal_map.tour[TOUR].steps if step.edge]
    if st.button("Next"):
        st.session_state.told = st.session_state.get("told", 0) + 1
    told = min(st.session_state.get("told", 0), len(steps))
    picture = Network(height="400px", width="100%", directed=True, cdn_resources="in_line")
    for step in steps[:told]:
        edge = causal_map.edge[step.edge]
        for name in (edge.source, edge.target):
            picture.add_node(name, label=causal_map.node[name].claim, shape="box")
        picture.add_edge(edge.source, edge.target)
    st.iframe(picture.generate_html(), height=420)
    st.subheader(f"Step {told}")
    st.write(steps[told - 1].words if told else causal_map.tour[TOUR].about)


if __name__ == "__main__":
    main()
