"""The Streamlit script: navigation only."""

from __future__ import annotations

import streamlit as st

from app.components.frame import frame
from app.pages.about import about
from app.pages.bar import bar
from app.pages.evidence import evidence
from app.pages.explore import explore
from app.pages.faults import faults, faults_note
from app.pages.lecture import lecture
from app.pages.navigation import EXPLORE, LECTURE, requested_page
from app.pages.title import NAME
from graph import MapError

# As a data address: Streamlit would ask the server for a page named after any other sign.
ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Cg fill='%23b3470b'%3E%3Ccircle cx='8' cy='4' r='2.2'/%3E%3Ccircle cx='3.6' cy='11.6' r='2.2'/%3E"
    "%3Ccircle cx='12.4' cy='11.6' r='2.2'/%3E%3C/g%3E%3C/svg%3E"
)

st.set_page_config(page_title=NAME, page_icon=ICON, layout="wide")
turning = {
    EXPLORE: st.Page(explore, title="Explore", url_path="", default=True),
    LECTURE: st.Page(lecture, title="Lecture", url_path="lecture"),
}
pages = [
    *turning.values(),
    st.Page(evidence, title="Evidence", url_path="evidence"),
    st.Page(about, title="About", url_path="about"),
]
# Streamlit's own links go into a menu on a phone, which then stays open over the page.
page = st.navigation(pages, position="hidden")
frame()
if (turn := requested_page()) is not None:
    st.switch_page(turning[turn[0]], query_params=turn[1])
bar(pages, page)
try:
    faults_note()
    page.run()
except MapError as error:
    faults(error)
