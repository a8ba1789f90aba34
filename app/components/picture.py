"""The picture of the map, with what the view lights in it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app.components.first_click import act_on_first_click
from app.components.mounting import loader, style
from app.drawing.picture import entered_data, picture_of
from app.state.explore_view import ExploreView

KEY = "picture"

_HTML = """
<div class="picture" role="group" aria-label="Picture of the causal map">
  <button type="button" class="open" data-act="open">Show the whole map</button>
  <div class="frame">
    <div class="window"><div class="land"><div class="stage"></div></div></div>
    <div class="tip" role="presentation" hidden></div>
  </div>
  <div class="below">
    <details class="fold"><summary>Legend: click an entry to fade what it stands for</summary>
      <div class="legend" role="group" aria-label="Legend; each entry fades what it stands for"></div>
    </details>
    <details class="outline"><summary>The picture as a list</summary><div class="inside"></div></details>
    <div class="tools">
      <button type="button" data-act="in" aria-label="Zoom in">+</button>
      <button type="button" data-act="out" aria-label="Zoom out">−</button>
      <button type="button" data-act="path">Chosen path</button>
      <button type="button" data-act="whole">Whole picture</button>
      <button type="button" data-act="full">Full screen</button>
    </div>
  </div>
</div>
"""

_component = st.components.v2.component(
    "therefore.picture", html=_HTML, css=style("shared/base", "explore/picture"), js=loader("explore/picture")
)


def picture(explore_view: ExploreView, on_pick: Any) -> None:
    """Mount the picture; a click on a box or an arrow calls ``on_pick`` with the id in the session."""
    said = _component(key=KEY, data=choice_of(explore_view), on_picked_change=on_pick)
    act_on_first_click(KEY, said, "picked", on_pick)


def choice_of(explore_view: ExploreView) -> dict[str, Any]:
    """What a choice sends to the picture: ids only."""
    view, path, shown, legs = explore_view.view, explore_view.path, explore_view.shown, explore_view.legs
    opened = next((leg.arrow for leg in legs if leg.first <= (view.step or 0) <= leg.last), view.edge)
    entered = explore_view.entered
    return {
        "picture": f"assets/map/{picture_of(explore_view.map, shown.scope).fingerprint}.json",
        "start": view.start,
        "target": view.target,
        "path": [node for node in path.nodes if node in shown.ids] if path else [],
        "steps": [[leg.arrow, leg.label] for leg in legs],
        "step": view.step,
        "opened": opened,
        "box": view.node,
        "entered": entered_data(entered, explore_view.map) if entered else None,
        "nodes": sorted(explore_view.lit_nodes),
        "edges": sorted(explore_view.lit),
        "breaks": explore_view.broken_arrows,
        "block": list(view.block),
        "fade": list(view.fade),
        "level": view.level.value,
        "stamp": view.link(),
    }
