"""The Streamlit script: navigation only."""

from __future__ import annotations

import streamlit as st

from app.components.frame import frame
from app.pages.about import about
from app.pages.bar import NAMES, bar
from app.pages.evidence import evidence
from app.pages.explore import explore
from app.pages.faults import faults, faults_note
from app.pages.lecture import lecture
from app.pages.navigation import ABOUT, EVIDENCE, EXPLORE, LECTURE, requested_page
from app.pages.title import NAME
from graph import MapError

# As a data address: Streamlit would ask the server for a page named after any other sign.
ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Cg fill='%23b3470b'%3E%3Ccircle cx='8' cy='4' r='2.2'/%3E%3Ccircle cx='3.6' cy='11.6' r='2.2'/%3E"
    "%3Ccircle cx='12.4' cy='11.6' r='2.2'/%3E%3C/g%3E%3C/svg%3E"
)

st.set_page_config(page_title=NAME, page_icon=ICON, layout="wide")
pages = {
    EXPLORE: st.Page(explore, title=NAMES[EXPLORE], url_path="", default=True),
    LECTURE: st.Page(lecture, title=NAMES[LECTURE], url_path="lecture"),
    EVIDENCE: st.Page(evidence, title=NAMES[EVIDENCE], url_path="evidence"),
    ABOUT: st.Page(about, title=NAMES[ABOUT], url_path="about"),
}
# Streamlit's own links go into a menu on a phone, which then stays open over the page.
page = st.navigation(list(pages.values()), position="hidden")
frame()
if (turn := requested_page()) is not None:
    st.switch_page(pages[turn[0]], query_params=turn[1])
bar(next(address for address, each in pages.items() if each == page))
try:
    faults_note()
    page.run()
except MapError as error:
    faults(error)
