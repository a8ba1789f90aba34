"""The four pages as plain links above each of them; Explore comes back to what was last seen there.

Its link on Explore itself begins anew.
"""

from __future__ import annotations

import json
from urllib.parse import urlencode

import streamlit as st

from app.components.page_bar import page_bar
from app.pages.explore import LAST_VIEW
from app.pages.navigation import ABOUT, EVIDENCE, EXPLORE, LECTURE
from app.pages.title import NAME
from app.words.pages import PageLink, page_links

NAMES = {EXPLORE: "Explore", LECTURE: "Lecture", EVIDENCE: "Evidence", ABOUT: "About"}


def bar(shown: str) -> None:
    """Mount the links.

    Args:
        shown: the page that is shown, as a link names it.
    """
    last = json.loads(st.session_state.get(LAST_VIEW, "{}"))
    back = f"{EXPLORE}?{urlencode(last, safe=',:')}" if last and shown != EXPLORE else EXPLORE
    links = [PageLink(back if page == EXPLORE else page, name, page == shown) for page, name in NAMES.items()]
    page_bar(page_links(links, NAME))
