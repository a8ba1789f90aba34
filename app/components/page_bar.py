"""The links from page to page, in the page itself and not in a shadow tree.

So the link that skips to the content still comes before the first link of the page, which screen readers and
axe go by.
"""

from __future__ import annotations

import streamlit as st

from app.components.mounting import loader, style

KEY = "pages"

_component = st.components.v2.component(
    "therefore.pages",
    html='<div class="panel"></div>',
    css=style("shared/pages"),
    js=loader("shared/panel"),
    isolate_styles=False,
)


def page_bar(markup: str) -> None:
    """Mount links made by ``app.words.pages``; the browser follows them (``static/shared/turning.js``)."""
    _component(key=KEY, data={"markup": markup, "name": "pages"})
