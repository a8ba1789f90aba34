"""Explore: pick a node, see its causal paths."""

from __future__ import annotations

import json

import streamlit as st

from app.components import choose, panel, path_map, picture
from app.current_map import current_map
from app.drawing.picture import picture_of
from app.pages.navigation import LECTURE, following, go_to
from app.pages.title import set_title
from app.state.explore_view import ExploreView, make_explore_view
from app.state.lecture_state import lecture_state_of
from app.state.view_state import ViewState, read_view_state
from app.takeaway.download_links import download_links
from app.words.headline import headline
from app.words.path_list import row_list
from app.words.steps import step_list

LAST_VIEW = "last view"
"""What was last seen here, as the parameters of its address."""


def explore() -> None:
    """The page; the address is the master, and following a link is the only way to change it."""
    causal_map = current_map()
    view, notices = read_view_state(causal_map, st.query_params)
    explore_view = make_explore_view(causal_map, view, notices)
    ends = (causal_map.node[end].name for end in (explore_view.view.start, explore_view.view.target))
    set_title(" → ".join(ends))
    st.session_state[LAST_VIEW] = json.dumps(explore_view.view.query())
    choose.choose(explore_view, following(choose.KEY, _follow))
    rough = picture_of(causal_map, explore_view.shown.scope).rough
    panel.panel("headline", headline(explore_view, rough), following("headline", _follow), name="headline")
    path_map.path_map(
        explore_view, lambda node: _from(explore_view.view, node), following(path_map.KEY, _follow)
    )
    with st.container(key="spread"):
        picture.picture(explore_view, _pick)
        panel.panel("steps", step_list(explore_view), following("steps", _follow), name="reading")
        panel.panel("rows", row_list(explore_view), following("rows", _follow), name="paths")
    panel.panel(
        "downloads",
        download_links(lecture_state_of(explore_view), explore=False),
        following("downloads", _follow),
        name="reading",
    )


def _from(view: ViewState, node: str) -> str:
    """The address that starts from a box."""
    return view.link(start=node, path=1, step=None, edge=None, more=None)


def _follow(page: str, query: dict[str, str]) -> None:
    """Go where a link leads: to another view, or to the lecture of this one."""
    if page == LECTURE:
        go_to(LECTURE, read_view_state(current_map(), query)[0].query())
    else:
        _go(query)


def _pick() -> None:
    """A box was clicked: start from it. An arrow was clicked: open its step."""
    picked = st.session_state[picture.KEY].get("picked")
    causal_map = current_map()
    view, _ = read_view_state(causal_map, json.loads(st.session_state.get(LAST_VIEW, "{}")))
    explore_view = make_explore_view(causal_map, view, [])
    _go(picked_view(explore_view, picked).query())


def picked_view(explore_view: ExploreView, picked: object) -> ViewState:
    """The view after a click in the picture; what no picture sends changes nothing."""
    said = picked if isinstance(picked, dict) else {}
    node, edge = str(said.get("node")), str(said.get("edge"))
    if node in explore_view.map.node:
        return explore_view.view.but(start=node, path=1, step=None, edge=None, more=None)
    leg = next((leg for leg in explore_view.legs if leg.arrow == edge), None)
    if leg is not None:
        return explore_view.view.but(step=leg.first, edge=None)
    if edge in explore_view.shown.arrow:
        return explore_view.view.but(edge=edge, step=None)
    return explore_view.view


def _go(query: dict[str, str]) -> None:
    """Write the address; one entry of the browser's history, so that Back works."""
    view, _ = read_view_state(current_map(), query)
    st.query_params.from_dict(view.query())
