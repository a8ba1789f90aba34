"""The four pages as plain links above each of them; Explore comes back to what was last seen there.

Its link on Explore itself begins anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import urlencode

import streamlit as st

from app.components import panel
from app.pages.explore import LAST_VIEW
from app.pages.navigation import EXPLORE
from app.pages.title import NAME
from app.words.pages import PageLink, page_links

KEY = "pages"


def bar(pages: Iterable[st.Page], shown: st.Page) -> None:
    """Mount the links; the browser follows them (``static/shared/turning.js``).

    Args:
        pages: all of them, in the order of the links.
        shown: the one that is shown.
    """
    last = json.loads(st.session_state.get(LAST_VIEW, "{}"))
    back = f"{EXPLORE}?{urlencode(last, safe=',')}" if last and shown.url_path else EXPLORE
    links = [PageLink(page.url_path or back, page.title, page == shown) for page in pages]
    panel.panel(KEY, page_links(links, NAME), lambda: None, name="pages")
