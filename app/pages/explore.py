"""Explore: pick a node, see its causal paths."""

from __future__ import annotations

import json

import streamlit as st

from app.components import choose, panel, picture
from app.maps import current_map
from app.pages.turning import LECTURE, following, turn_to
from app.scene import Scene, set_scene
from app.state import View, read_view
from app.takeaway.offer import offer
from app.telling import telling_of
from app.words.headline import headline
from app.words.rows import row_list
from app.words.steps import step_list

LAST_VIEW = "last view"
"""What was last seen here, as the parameters of its address."""


def explore() -> None:
    """The page; the address is the master, and following a link is the only way to change it."""
    causal_map = current_map()
    view, notices = read_view(causal_map, st.query_params)
    scene = set_scene(causal_map, view, notices)
    st.session_state[LAST_VIEW] = json.dumps(scene.view.query())
    choose.choose(scene, following(choose.KEY, _follow))
    panel.panel("headline", headline(scene), following("headline", _follow), name="headline")
    with st.container(key="spread"):
        picture.picture(scene, _pick)
        panel.panel("steps", step_list(scene), following("steps", _follow), name="reading")
        panel.panel("rows", row_list(scene), following("rows", _follow), name="paths")
    panel.panel("offer", offer(telling_of(scene), explore=False), following("offer", _follow), name="reading")


def _follow(page: str, query: dict[str, str]) -> None:
    """Go where a link leads: to another view, or to the lecture of this one."""
    if page == LECTURE:
        turn_to(LECTURE, read_view(current_map(), query)[0].query())
    else:
        _go(query)


def _pick() -> None:
    """A box was clicked: start from it. An arrow was clicked: open its step."""
    picked = st.session_state[picture.KEY].get("picked")
    causal_map = current_map()
    view, _ = read_view(causal_map, json.loads(st.session_state.get(LAST_VIEW, "{}")))
    scene = set_scene(causal_map, view, [])
    _go(picked_view(scene, picked).query())


def picked_view(scene: Scene, picked: object) -> View:
    """The view after a click in the picture; what no picture sends changes nothing."""
    said = picked if isinstance(picked, dict) else {}
    node, edge = str(said.get("node")), str(said.get("edge"))
    if node in scene.map.node:
        return scene.view.but(start=node, path=1, step=None, edge=None, more=None)
    leg = next((leg for leg in scene.legs if leg.arrow == edge), None)
    if leg is not None:
        return scene.view.but(step=leg.first, edge=None)
    if edge in scene.shown.arrow:
        return scene.view.but(edge=edge, step=None)
    return scene.view


def _go(query: dict[str, str]) -> None:
    """Write the address; one entry of the browser's history, so that Back works."""
    view, _ = read_view(current_map(), query)
    st.query_params.from_dict(view.query())
