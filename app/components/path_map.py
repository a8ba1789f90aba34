"""What stands in the place of the picture: on a phone the chosen path drawn downwards, on paper an SVG."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from app.components.first_click import act_on_first_click
from app.components.mounting import loader, style
from app.state.explore_view import ExploreView
from app.takeaway.exports import PAPER
from app.words.path_map import path_map as markup_of

KEY = "path-map"

_HTML = """
<div class="panel"></div>
<figure class="paper-picture"><div class="drawn"></div><figcaption></figcaption></figure>
"""

_component = st.components.v2.component(
    "therefore.path_map",
    html=_HTML,
    css=style("shared/base", "shared/panel", "shared/paper", "explore/path_map"),
    js=loader("explore/path_map"),
)


def path_map(explore_view: ExploreView, link_of_node: Callable[[str], str], on_go: Any) -> None:
    """Mount the map of the path.

    Args:
        explore_view: what is shown.
        link_of_node: the address that opens a box, from its id.
        on_go: called when a link was followed or the map was swiped; the session holds the address.
    """
    data = {
        "markup": markup_of(explore_view, link_of_node),
        "name": KEY,
        "paper": f"api/export/{PAPER}{explore_view.view.pictured.link()}",
    }
    said = _component(key=KEY, data=data, on_go_change=on_go)
    act_on_first_click(KEY, said, "go", on_go)
