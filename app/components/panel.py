"""A panel of words: markup made by ``app.words``; its links change the view without a reload."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app.components.first_click import act_on_first_click
from app.components.mounting import loader, style

_component = st.components.v2.component(
    "therefore.panel",
    html='<div class="panel"></div>',
    css=style("shared/base", "shared/panel", "shared/paper"),
    js=loader("shared/panel"),
)


def panel(key: str, markup: str, on_go: Any, *, name: str = "") -> None:
    """Mount a panel.

    Args:
        key: tells this panel from others on the page.
        markup: HTML from ``app.words``; texts of the map are escaped there.
        on_go: called when a link of the panel was followed; the session holds its address under ``key``.
        name: a class for the style sheet.
    """
    said = _component(key=key, data={"markup": markup, "name": name}, on_go_change=on_go)
    act_on_first_click(key, said, "go", on_go)
