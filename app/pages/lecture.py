"""Lecture: tell a chain one arrow at a time, and take it home."""

from __future__ import annotations

import json

import streamlit as st

from app.components import lecture as stage
from app.components import panel
from app.current_map import current_map
from app.pages.explore import LAST_VIEW
from app.pages.navigation import EXPLORE, following, go_to
from app.pages.title import set_title
from app.state.lecture_state import LectureState, read_lecture_state
from app.state.view_state import read_view_state
from app.takeaway.download_links import download_links
from app.words.lecture import lecture_top
from app.words.transcript import transcript
from graph import CausalMap
from graph.answers.tour_order import tours_in_order
from graph.drawing.svg_sheet import legend_figure


def lecture() -> None:
    """The page; the address is the master here too, but for the step, which the browser writes."""
    causal_map = current_map()
    lecture_state = _asked(causal_map)
    top = lecture_top(causal_map, lecture_state, _last(causal_map))
    panel.panel("lectures", top, following("lectures", _follow), name="headline")
    if lecture_state.lecture is None:
        set_title("Lecture")
        return
    set_title(lecture_state.lecture.title, "Lecture")
    stage.lecture(lecture_state, lecture_state.lecture)
    panel.panel("downloads", download_links(lecture_state), following("downloads", _follow), name="reading")
    words = transcript(
        lecture_state.lecture,
        lecture_state.view.level,
        lambda step: f"?{lecture_state.address}&step={step}",
        figure=legend_figure(lecture_state.lecture),
    )
    panel.panel("transcript", words, lambda: None, name="reading")


def _asked(causal_map: CausalMap) -> LectureState:
    """What the address asks for; when it asks for nothing, the first tour that is offered."""
    query = st.query_params.to_dict()
    if causal_map.tours and not any(query.get(key) for key in ("tour", "from", "to")):
        query = query | {"tour": tours_in_order(causal_map)[0].id}
    return read_lecture_state(causal_map, query)


def _last(causal_map: CausalMap) -> LectureState | None:
    """The path that was last seen on the Explore page."""
    last = st.session_state.get(LAST_VIEW)
    return read_lecture_state(causal_map, json.loads(last)) if last else None


def _follow(page: str, query: dict[str, str]) -> None:
    """Go where a link leads: to another lecture, or to the Explore page."""
    if page == EXPLORE:
        go_to(EXPLORE, read_view_state(current_map(), query)[0].query())
    else:
        st.query_params.from_dict(read_lecture_state(current_map(), query).query)
