"""The chosen path drawn downwards: what a phone shows in the place of the picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from app.components.first_click import act_on_first_click
from app.components.mounting import loader, style
from app.state.explore_view import ExploreView
from app.words.path_map import path_map as markup_of

KEY = "path-map"

_component = st.components.v2.component(
    "therefore.path_map",
    html='<div class="panel"></div>',
    css=style("shared/base", "shared/panel", "explore/path_map"),
    js=loader("explore/path_map"),
)


def path_map(explore_view: ExploreView, link_of_node: Callable[[str], str], on_go: Any) -> None:
    """Mount the map of the path.

    Args:
        explore_view: what is shown.
        link_of_node: the address that opens a box, from its id.
        on_go: called when a link was followed or the map was swiped; the session holds the address.
    """
    markup = markup_of(explore_view, link_of_node)
    said = _component(key=KEY, data={"markup": markup, "name": KEY}, on_go_change=on_go)
    act_on_first_click(KEY, said, "go", on_go)
