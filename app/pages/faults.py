"""What stands in place of a page while the map has faults: every one with its place and its cure."""

from __future__ import annotations

import streamlit as st

from app.current_map import chosen_folder, problem_lines
from app.words.foot import NO_MAP
from graph import MapError
from graph.records.wording import counted


def faults(error: MapError) -> None:
    """List the faults as plain text; the page comes back when they are mended and it is loaded again."""
    st.error(
        f"The map has {counted(len(error.problems), 'fault')}. Mend what is wrong and load this page again."
    )
    st.caption(NO_MAP)
    st.code("\n".join(problem_lines(error.problems, chosen_folder())), language=None, wrap_lines=True)
