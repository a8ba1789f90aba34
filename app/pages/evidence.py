"""Evidence: how the knowledge stands, and every reference with the steps it bears on."""

from __future__ import annotations

from urllib.parse import parse_qsl

import streamlit as st

from app.components import panel
from app.maps import current_map
from app.pages.explore import LONGEST_ADDRESS
from app.state import read_view
from app.words.evidence import evidence_list, evidence_top
from graph.shelf import Selection

KEY = "shelf"
TO_EXPLORE = "go to explore"
"""Where a followed step waits until the script turns to the Explore page."""


def evidence() -> None:
    """The page; the address is the master here too."""
    causal_map = current_map()
    panel.panel("standing", evidence_top(causal_map), lambda: None, name="reading")
    panel.panel(KEY, evidence_list(causal_map, Selection.read(st.query_params)), _follow, name="reading")


def _follow() -> None:
    """A filter, a sort or a step was chosen; a step opens the Explore page at its arrow."""
    address = st.session_state[KEY].get("go")
    # Our links are plain ASCII; half a surrogate pair, from a script, could not be written into the address.
    if not (isinstance(address, str) and address.isascii() and len(address) <= LONGEST_ADDRESS):
        return
    path, _, query = address.partition("?")
    asked = dict(parse_qsl(query))
    if path == "./":
        # Only what a view says: Streamlit keeps names such as `embed` for itself, and raises.
        view, _ = read_view(current_map(), asked)
        st.session_state[TO_EXPLORE] = view.query()
    else:
        st.query_params.from_dict(Selection.read(asked).query())
