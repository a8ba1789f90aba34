"""What is said while the files of the map have faults: where they are, to those who can mend them."""

from __future__ import annotations

import streamlit as st

from app.current_map import chosen_folder, current_faults, first_problem_lines
from app.pages.visitor import is_on_this_machine
from app.words.foot import NO_MAP
from graph import MapError
from graph.records.wording import counted


def faults(error: MapError) -> None:
    """Stand in place of a page as long as no sound map has been read; a reload brings the page."""
    if is_on_this_machine():
        st.error(f"The map has {_many(error)}. Mend this and load the page again.")
        _list(error)
    else:
        st.info("This map is being worked on. Load the page again in a few minutes.")
    st.caption(NO_MAP)


def faults_note() -> None:
    """Over a page that still shows the last sound map, for whoever sits at this machine."""
    if is_on_this_machine() and (error := current_faults()) is not None:
        st.warning(
            f"The files of the map, as they are saved now, have {_many(error)}. "
            "Everybody goes on with the last sound map, and only this machine sees this note."
        )
        _list(error)


def _many(error: MapError) -> str:
    return counted(len(error.problems), "fault")


def _list(error: MapError) -> None:
    # As plain text: what a file says may look like markup.
    st.code("\n".join(first_problem_lines(error.problems, chosen_folder())), language=None, wrap_lines=True)
