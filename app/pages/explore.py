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
from app.state.view_state import FADES, ViewState, read_view_state
from app.takeaway.download_links import download_links
from app.words.detail import detail
from app.words.headline import headline, question
from app.words.path_list import row_list
from app.words.small_print import small_print
from app.words.steps import step_list

LAST_VIEW = "last view"
"""What was last seen here, as the parameters of its address."""


def explore() -> None:
    """The page; the address is the master, and following a link is the only way to change it."""
    causal_map = current_map()
    view, notices = read_view_state(causal_map, st.query_params)
    explore_view = make_explore_view(causal_map, view, notices)
    set_title(question(explore_view))
    st.session_state[LAST_VIEW] = json.dumps(explore_view.view.query())
    choose.choose(explore_view, following(choose.KEY, _follow))
    rough = picture_of(causal_map, explore_view.shown.scope).rough
    _words("headline", headline(explore_view, rough), "headline")
    closed, follow = explore_view.view.closed(), following(path_map.KEY, _follow)
    path_map.path_map(explore_view, lambda node: closed.link(node=node), follow)
    with st.container(key="spread"):
        picture.picture(explore_view, _pick)
        if opened := detail(explore_view):
            _words("detail", opened, "detail reading")
        _words("small", small_print(explore_view), "small")
        _words("steps", step_list(explore_view), "reading")
        _words("rows", row_list(explore_view), "paths")
    _words(
        "downloads",
        download_links(lecture_state_of(explore_view), explore=False, view=explore_view.view),
        "reading",
    )


def _words(key: str, markup: str, name: str) -> None:
    panel.panel(key, markup, following(key, _follow), name=name)


def _follow(page: str, query: dict[str, str]) -> None:
    """Go where a link leads: to another view, or to the lecture of this one."""
    if page == LECTURE:
        go_to(LECTURE, read_view_state(current_map(), query)[0].query())
    else:
        _go(query)


def _pick() -> None:
    """A box or an arrow was clicked: open it beside the picture. The legend was: fade what it stands for."""
    picked = st.session_state[picture.KEY].get("picked")
    causal_map = current_map()
    view, _ = read_view_state(causal_map, json.loads(st.session_state.get(LAST_VIEW, "{}")))
    explore_view = make_explore_view(causal_map, view, [])
    _go(picked_view(explore_view, picked).query())


def picked_view(explore_view: ExploreView, picked: object) -> ViewState:
    """The view after a click in the picture; what no picture sends changes nothing."""
    said = picked if isinstance(picked, dict) else {}
    view, node, edge = explore_view.view.closed(), str(said.get("node")), str(said.get("edge"))
    if isinstance(fade := said.get("fade"), list):
        return explore_view.view.but(fade=tuple(sorted(FADES.intersection(map(str, fade)))))
    if node in explore_view.map.node:
        return view.but(node=node)
    leg = next((leg for leg in explore_view.legs if leg.arrow == edge), None)
    if leg is not None:
        return view.but(step=leg.first)
    if edge in explore_view.shown.arrow:
        return view.but(edge=edge)
    return explore_view.view


def _go(query: dict[str, str]) -> None:
    """Write the address; one entry of the browser's history, so that Back works."""
    view, _ = read_view_state(current_map(), query)
    st.query_params.from_dict(view.query())
