"""Lecture: tell a chain one arrow at a time, and take it home."""

from __future__ import annotations

import json

import streamlit as st

from app.components import lecture as stage
from app.components import panel
from app.maps import current_map
from app.pages.explore import LAST_VIEW
from app.pages.turning import EXPLORE, following, turn_to
from app.state import read_view
from app.takeaway.offer import offer
from app.takeaway.svg import legend_figure
from app.telling import Telling, read_telling
from app.words.lecture import lecture_top
from app.words.transcript import transcript
from graph import CausalMap


def lecture() -> None:
    """The page; the address is the master here too, but for the step, which the browser writes."""
    causal_map = current_map()
    telling = _asked(causal_map)
    top = lecture_top(causal_map, telling, _last(causal_map))
    panel.panel("lectures", top, following("lectures", _follow), name="headline")
    if telling.lecture is None:
        return
    stage.lecture(telling, telling.lecture)
    panel.panel("offer", offer(telling), following("offer", _follow), name="reading")
    words = transcript(
        telling.lecture,
        telling.view.level,
        lambda step: f"?{telling.address}&step={step}",
        figure=legend_figure(telling.lecture),
    )
    panel.panel("transcript", words, lambda: None, name="reading")


def _asked(causal_map: CausalMap) -> Telling:
    """What the address asks for; when it asks for nothing, the first tour."""
    query = st.query_params.to_dict()
    if causal_map.tours and not any(query.get(key) for key in ("tour", "from", "to")):
        query = query | {"tour": causal_map.tours[0].id}
    return read_telling(causal_map, query)


def _last(causal_map: CausalMap) -> Telling | None:
    """The path that was last seen on the Explore page."""
    last = st.session_state.get(LAST_VIEW)
    return read_telling(causal_map, json.loads(last)) if last else None


def _follow(page: str, query: dict[str, str]) -> None:
    """Go where a link leads: to another lecture, or to the Explore page."""
    if page == EXPLORE:
        turn_to(EXPLORE, read_view(current_map(), query)[0].query())
    else:
        st.query_params.from_dict(read_telling(current_map(), query).query)
