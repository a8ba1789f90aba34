"""The controls above the picture, one row: start, target, what is lit, and the rest under Options."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

import streamlit as st

from app.components.first_click import act_on_first_click
from app.components.mounting import loader, style
from app.state.explore_view import ExploreView
from app.state.highlight import Highlight
from app.state.view_state import ViewState, without
from graph.records.header import Header
from graph.records.vocabulary import Gate, Level, Term
from graph.records.wording import counted

KEY = "choose"

MOST_STEPS = (2, 3, 4, 5, 6, 8, 10)
"""What is offered as the greatest number of steps."""

SHOW_PROPOSED = (
    "Paths may also use steps that are only proposed: often said and perhaps so, but no finding that "
    "supports them was seen. They are marked."
)
LEAVE_PROPOSED_OUT = "Paths use supported steps only; those that need a proposed one are counted, not shown."

_HTML = """
<form class="choose">
  <div class="box" data-end="from"></div>
  <a class="swap"><span aria-hidden="true">⇄</span></a>
  <div class="box" data-end="to"></div>
  <fieldset data-set="light"></fieldset>
  <div class="options">
    <button type="button" aria-expanded="false" aria-controls="settings">Options</button>
    <div id="settings" class="settings" role="group" aria-label="Options" hidden>
      <fieldset data-set="gate"></fieldset>
      <fieldset data-set="proposed"></fieldset>
      <fieldset data-set="level"></fieldset>
      <div class="through" data-end="through"></div>
      <div class="most" data-set="steps"></div>
    </div>
  </div>
</form>
"""

_component = st.components.v2.component(
    "therefore.choose", html=_HTML, css=style("shared/base", "explore/choose"), js=loader("explore/choose")
)


@dataclass(frozen=True)
class Option:
    """One thing to choose: its label, what it means, and the address of the view that has it."""

    id: str
    label: str
    about: str
    link: str


@dataclass(frozen=True)
class Choice:
    """A small set of which one is chosen.

    Attributes:
        label: what is chosen here.
        options: all of them.
        chosen: id of the chosen one.
        said: what the closed Options say of it; nothing when it is as usual.
    """

    label: str
    options: tuple[Option, ...]
    chosen: str
    said: str = ""


@dataclass(frozen=True)
class Chip:
    """A node that was chosen, and the address of the view without it."""

    id: str
    name: str
    link_without: str


@dataclass(frozen=True)
class Through:
    """The nodes that paths must pass; in ``link`` the word ``THROUGH`` stands for the id of a further one."""

    chosen: tuple[Chip, ...]
    link: str
    label: str = "Through"
    about: str = "Only paths that pass this box."

    @property
    def said(self) -> str:
        """What the closed Options say of it."""
        return f"through {', '.join(chip.name for chip in self.chosen)}" if self.chosen else ""


def choose(explore_view: ExploreView, on_go: Any) -> None:
    """Mount the controls; every choice calls ``on_go`` with an address in the session.

    Args:
        explore_view: what is shown.
        on_go: called when something was chosen.
    """
    view, header = explore_view.view, explore_view.map.header
    through, steps = _through(explore_view), _steps(view)
    route = explore_view.path.route if explore_view.path else None
    light, gate, level = _light(view, header), _gate(view, header, route), _level(view, header)
    proposed = _proposed(view, route) if explore_view.has_proposed else None
    settings = (gate, proposed, level, through, steps)
    said = _component(
        key=KEY,
        data={
            "from": {"label": "From", "id": view.start, "name": explore_view.answer.source.name},
            "to": {"label": "To", "id": view.target, "name": explore_view.answer.target.name},
            "link": _links(view),
            "with_proposed": view.proposed,
            "said": [setting.said for setting in settings if setting is not None and setting.said],
            **_given(light=light, gate=gate, proposed=proposed, level=level, through=through, steps=steps),
        },
        on_go_change=on_go,
    )
    act_on_first_click(KEY, said, "go", on_go)


def _links(view: ViewState) -> dict[str, str]:
    """Addresses with ``START`` and ``TARGET`` in the place of ids, and the one with both ends exchanged."""
    return {
        "from": view.asking(start="START").link(),
        "to": view.asking(target="TARGET").link(),
        "both": view.asking(start="START", target="TARGET").link(),
        "swap": view.asking(start=view.target, target=view.start).link(),
    }


def _light(view: ViewState, header: Header) -> Choice:
    """In the row; where that is short, it goes under Options, which then say so."""
    options = _options(header, ((light, view.link(show=light)) for light in Highlight))
    said = "" if view.show is Highlight.BEST else header.words_for(view.show).inside
    return Choice("Show", options, view.show.value, said)


def _gate(view: ViewState, header: Header, route: str | None) -> Choice:
    """Each gate keeps the route that is looked at, also where it breaks all paths of it."""
    options = _options(header, ((gate, view.asking(gate=gate, route=route).link()) for gate in Gate))
    said = "" if view.gate is Gate.EVERYTHING else f"{header.words_for(view.gate).inside} only"
    return Choice("Accept", options, view.gate.value, said)


def _level(view: ViewState, header: Header) -> Choice:
    options = _options(header, ((level, view.link(level=level)) for level in Level))
    said = "" if view.level is Level.PLAIN else header.words_for(view.level).inside
    return Choice("Words", options, view.level.value, said)


def _through(explore_view: ExploreView) -> Through:
    view = explore_view.view
    chips = tuple(
        Chip(node, explore_view.map.node[node].name, view.asking(through=without(view.through, node)).link())
        for node in view.through
    )
    return Through(chips, view.asking(through=(*view.through, "THROUGH")).link())


def _steps(view: ViewState) -> Choice:
    """At most so many steps; what an address asks for is among them."""
    numbers = sorted({*MOST_STEPS, *([view.max_steps] if view.max_steps else [])})
    any_number = Option("", "any number", "Paths of any length.", view.asking(max_steps=None).link())
    options = [
        Option(
            str(most),
            f"at most {most}",
            f"Only paths of at most {most} steps.",
            view.asking(max_steps=most).link(),
        )
        for most in numbers
    ]
    chosen = str(view.max_steps or "")
    said = f"at most {counted(view.max_steps, 'step')}" if view.max_steps else ""
    return Choice("Steps", (any_number, *options), chosen, said)


def _proposed(view: ViewState, route: str | None) -> Choice:
    options = (
        Option("no", "No", LEAVE_PROPOSED_OUT, view.asking(proposed=False, route=route).link()),
        Option("yes", "Yes", SHOW_PROPOSED, view.asking(proposed=True, route=route).link()),
    )
    if view.proposed:
        return Choice("Show proposed steps", options, "yes", "proposed steps")
    return Choice("Show proposed steps", options, "no")


def _options(header: Header, links: Iterable[tuple[Term, str]]) -> tuple[Option, ...]:
    words = ((term, header.words_for(term), link) for term, link in links)
    return tuple(Option(term.value, said.label, said.definition, link) for term, said, link in words)


def _given(**parts: Choice | Through | None) -> dict[str, Any]:
    """What there is to choose, as the script takes it; what there is not is left out."""
    return {name: asdict(part) for name, part in parts.items() if part is not None}
