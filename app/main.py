"""The Streamlit script: navigation only."""

from __future__ import annotations

import streamlit as st

from app.components.frame import frame
from app.pages.about import about
from app.pages.explore import explore
from app.pages.faults import faults
from graph import MapError

st.set_page_config(page_title="Therefore", page_icon="∴", layout="wide")
page = st.navigation(
    [
        st.Page(explore, title="Explore", url_path="", default=True),
        st.Page(about, title="About", url_path="about"),
    ],
    position="top",
)
frame()
try:
    page.run()
except MapError as error:
    faults(error)
