"""The stage of a lecture: everything it tells travels once, and stepping sends nothing."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app.components.mounting import loader, style
from app.picture import picture_of
from app.telling import Telling
from app.words.stage import stage_of
from graph import Lecture
from graph.vocabulary import Scope

KEY = "lecture"

_HTML = '<div class="lecture" tabindex="0" role="region" aria-label="The stage of the lecture"></div>'

_component = st.components.v2.component(
    "therefore.lecture", html=_HTML, css=style("shared", "lecture"), js=loader("lecture")
)


def lecture(telling: Telling, told: Lecture) -> None:
    """Mount the stage for what is told."""
    _component(key=KEY, data=told_of(telling, told))


def told_of(telling: Telling, lecture: Lecture) -> dict[str, Any]:
    """What the stage's script takes.

    The stamp leaves out the step: a page that is run again must not throw the lecturer back.
    """
    map_picture = picture_of(lecture.map, Scope.OVERVIEW if lecture.in_core else Scope.FULL)
    return {
        "told": stage_of(lecture),
        "step": telling.step,
        "map": f"assets/map/{map_picture.fingerprint}.json",
        "qr": "api/qr.svg",
        "stamp": f"{telling.address} {map_picture.fingerprint}",
    }
