"""The stage of a lecture: everything it tells travels once, and stepping sends nothing."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app.components.mounting import loader, style
from app.drawing.picture import picture_of
from app.state.lecture_state import LectureState
from app.words.stage import stage_of
from graph import Lecture
from graph.records.vocabulary import Scope

KEY = "lecture"

_HTML = '<div class="lecture" tabindex="0" role="region" aria-label="The stage of the lecture"></div>'

_component = st.components.v2.component(
    "therefore.lecture", html=_HTML, css=style("shared/base", "lecture/lecture"), js=loader("lecture/lecture")
)


def lecture(lecture_state: LectureState, told: Lecture) -> None:
    """Mount the stage for what is told."""
    _component(key=KEY, data=told_of(lecture_state, told))


def told_of(lecture_state: LectureState, lecture: Lecture) -> dict[str, Any]:
    """What the stage's script takes.

    The stamp leaves out the step: a page that is run again must not throw the lecturer back.
    """
    map_picture = picture_of(lecture.map, Scope.OVERVIEW if lecture.in_core else Scope.FULL)
    return {
        "told": stage_of(lecture),
        "step": lecture_state.step,
        "map": f"assets/map/{map_picture.fingerprint}.json",
        "qr": "api/qr.svg",
        "stamp": f"{lecture_state.address} {map_picture.fingerprint}",
    }
