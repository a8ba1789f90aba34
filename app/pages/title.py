"""What the browser's tab says: first what is shown, then whose page it is."""

from __future__ import annotations

import streamlit as st

NAME = "Therefore"


def set_title(*parts: str) -> None:
    """Name the tab, the bookmark and the entry of the history after what the page shows."""
    st.set_page_config(page_title=" · ".join((*parts, NAME)))
