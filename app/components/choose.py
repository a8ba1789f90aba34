"""The controls above the picture: start, target, the evidence accepted, proposed steps, the reading level."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app.components.first_click import act_on_first_click
from app.components.mounting import loader, style
from app.state.explore_view import ExploreView
from app.state.highlight import Highlight
from app.state.view_state import ViewState
from graph.records.header import Header
from graph.records.vocabulary import Gate, Level, Term

KEY = "choose"

SHOW_PROPOSED = (
    "Paths may also use steps that are only proposed: often said and perhaps so, but no finding that "
    "supports them was seen. They are marked."
)
LEAVE_PROPOSED_OUT = "Paths use supported steps only; those that need a proposed one are counted, not shown."

_HTML = """
<form class="choose">
  <div class="box" data-end="from"></div>
  <div class="box" data-end="to"></div>
  <fieldset data-set="gate"></fieldset>
  <fieldset data-set="proposed"></fieldset>
  <fieldset data-set="light"></fieldset>
  <fieldset data-set="level"></fieldset>
</form>
"""

_component = st.components.v2.component(
    "therefore.choose", html=_HTML, css=style("shared/base", "explore/choose"), js=loader("explore/choose")
)


def choose(explore_view: ExploreView, on_go: Any) -> None:
    """Mount the controls; every choice calls ``on_go`` with an address in the session."""
    view, header = explore_view.view, explore_view.map.header
    gates = [_option(header, gate, view.link(gate=gate, path=1, step=None)) for gate in Gate]
    switch = [_switch(view, on=on) for on in (False, True)] if explore_view.has_proposed else []
    levels = [_option(header, level, view.link(level=level)) for level in Level]
    lights = [_option(header, light, view.link(show=light)) for light in Highlight]
    said = _component(
        key=KEY,
        data={
            "from": {"label": "From", "id": view.start, "name": explore_view.answer.source.name},
            "to": {"label": "To", "id": view.target, "name": explore_view.answer.target.name},
            "link": {
                "from": view.link(start="START", path=1, step=None, edge=None, more=None),
                "to": view.link(target="TARGET", path=1, step=None, edge=None, more=None),
            },
            "gate": {"label": "Accept", "options": gates, "chosen": view.gate.value},
            "proposed": {
                "label": "Show proposed steps",
                "options": switch,
                "chosen": "yes" if view.proposed else "no",
            },
            "light": {"label": "Show", "options": lights, "chosen": view.show.value},
            "level": {"label": "Words", "options": levels, "chosen": view.level.value},
        },
        on_go_change=on_go,
    )
    act_on_first_click(KEY, said, "go", on_go)


def _switch(view: ViewState, *, on: bool) -> dict[str, str]:
    return {
        "id": "yes" if on else "no",
        "label": "Yes" if on else "No",
        "about": SHOW_PROPOSED if on else LEAVE_PROPOSED_OUT,
        "link": view.link(proposed=on, path=1, step=None, more=None),
    }


def _option(header: Header, term: Term, link: str) -> dict[str, str]:
    label, definition = header.words_for(term)
    return {"id": term.value, "label": label, "about": definition, "link": link}
