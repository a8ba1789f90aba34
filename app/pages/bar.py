"""The four pages as plain links above each of them; Explore comes back to what was last seen there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from app.components import panel
from app.pages.explore import LAST_VIEW
from app.pages.navigation import EXPLORE, following, go_to
from app.pages.title import NAME
from app.words.pages import page_links

KEY = "pages"


def bar(pages: Mapping[str, tuple[str, bool]]) -> None:
    """Mount the links.

    Args:
        pages: the name of each page by its address, and whether it is the one that is shown.
    """
    last = _last_view()
    addresses = {EXPLORE: f"{EXPLORE}?{urlencode(last, safe=',')}" if last else EXPLORE}
    links = {addresses.get(page, page): named for page, named in pages.items()}

    def follow(page: str, _: dict[str, str]) -> None:
        # What a click says is from a stranger: it names one of our pages, and what that shows we know ourselves.
        if page in pages:
            go_to(page, _last_view() if page == EXPLORE else {})

    panel.panel(KEY, page_links(links, NAME), following(KEY, follow), name="pages")


def _last_view() -> dict[str, str]:
    """The parameters of what was last seen on Explore; none when nothing was."""
    last: dict[str, str] = json.loads(st.session_state.get(LAST_VIEW, "{}"))
    return last
