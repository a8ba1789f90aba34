"""Evidence: how the knowledge stands, and every reference with the steps it bears on."""

from __future__ import annotations

import streamlit as st

from app.components import panel
from app.current_map import current_map
from app.pages.navigation import EXPLORE, following, go_to
from app.pages.title import set_title
from app.state.view_state import read_view_state
from app.words.evidence import evidence_list, evidence_top
from graph.evidence.reference_list import Selection

KEY = "references"


def evidence() -> None:
    """The page; the address is the master here too."""
    causal_map = current_map()
    set_title("Evidence")
    panel.panel("summary", evidence_top(causal_map), lambda: None, name="reading")
    panel.panel(
        KEY,
        evidence_list(causal_map, Selection.read(st.query_params)),
        following(KEY, _follow),
        name="reading",
    )


def _follow(page: str, query: dict[str, str]) -> None:
    """A filter, a sort or a step was chosen; a step opens the Explore page at its arrow."""
    if page == EXPLORE:
        go_to(EXPLORE, read_view_state(current_map(), query)[0].query())
    else:
        st.query_params.from_dict(Selection.read(query).query())
