"""What is chosen, and the address that says so: the URL is the master, and any view is a link.

``?from=heavy-rain&to=flooded-street&path=2&gate=human&block=pump&level=clinical&proposed=1&show=all``. All
that stands in an address is data from a stranger: ids are looked up, numbers are bounded, and what cannot be
used is answered with a kind sentence, never with a trace.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypedDict
from urllib.parse import urlencode

from app.state.highlight import Highlight
from graph import CausalMap, UnknownNode, resolve
from graph.paths.overview import extract
from graph.paths.ranking import MOST_TO_COUNT
from graph.records.characters import printable
from graph.records.header import OTHER_ROUTE
from graph.records.vocabulary import Certainty, Gate, Kind, Level, Scope, Status

MOST_ROWS = 500
ROWS_AT_A_TIME = 10
LONGEST_FADE = 400
MOST_NAMED = 50
"""How many nodes of a list in an address are looked up."""
BROKEN = "broken"
"""In the place of a route: the paths that the gate breaks."""
FADES = frozenset(
    [f"kind:{kind}" for kind in Kind]
    + [f"line:{line}" for line in (*Certainty, *(each for each in Status if each is not Status.SUPPORTED))]
    + ["line:association"]
)
"""Entries of the legend that can be faded, by the names that the page's scripts give them."""


class Conditions(TypedDict):
    """What every question of a view is asked under."""

    gate: Gate
    block: tuple[str, ...]
    proposed: bool
    through: tuple[str, ...]
    max_steps: int | None


@dataclass(frozen=True)
class ViewState:
    """One view of the explorer.

    Attributes:
        start: id of the chosen node.
        target: id of the target.
        path: number of the chosen path, from 1: see ``graph.answers.path_numbers``.
        step: number of the opened step of the chosen path, from 1; ``None`` when none is opened.
        edge: id of an arrow that was opened although the chosen path does not use it.
        node: id of a box that was opened.
        gate: the least evidence accepted.
        block: ids supposed not to happen.
        through: ids of boxes that paths must pass.
        max_steps: how many steps a path may have at most; ``None`` for any number.
        proposed: whether claims that no finding supports are steps too.
        level: reading level.
        show: what stands out in the picture.
        fade: entries of the legend whose boxes or lines are faded, of ``FADES``.
        route: id of a route whose best path is asked for; once it is known, ``path`` says so instead.
        more: id of the route whose further paths are listed.
        rows: how many of them.
        chosen: whether the visitor has chosen anything yet.
    """

    start: str
    target: str
    path: int = 1
    step: int | None = None
    edge: str | None = None
    node: str | None = None
    gate: Gate = Gate.EVERYTHING
    block: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    max_steps: int | None = None
    proposed: bool = False
    level: Level = Level.PLAIN
    show: Highlight = Highlight.BEST
    fade: tuple[str, ...] = ()
    route: str | None = None
    more: str | None = None
    rows: int = ROWS_AT_A_TIME
    chosen: bool = True

    def but(self, **changes: object) -> ViewState:
        """This view with something else chosen."""
        return replace(self, **changes)  # type: ignore[arg-type]

    @property
    def conditions(self) -> Conditions:
        """The arguments that the library takes beside the two ends."""
        return {
            "gate": self.gate,
            "block": self.block,
            "proposed": self.proposed,
            "through": self.through,
            "max_steps": self.max_steps,
        }

    def query(self) -> dict[str, str]:
        """The view as URL parameters; what is usual is left out."""
        said = {"from": self.start, "to": self.target}
        if self.path != 1:
            said["path"] = str(self.path)
        if self.step is not None:
            said["step"] = str(self.step)
        if self.edge is not None:
            said["edge"] = self.edge
        if self.node is not None:
            said["node"] = self.node
        if self.gate is not Gate.EVERYTHING:
            said["gate"] = self.gate.value
        if self.block:
            said["block"] = ",".join(self.block)
        if self.through:
            said["through"] = ",".join(self.through)
        if self.max_steps is not None:
            said["steps"] = str(self.max_steps)
        if self.proposed:
            said["proposed"] = "1"
        if self.level is not Level.PLAIN:
            said["level"] = self.level.value
        if self.show is not Highlight.BEST:
            said["show"] = self.show.value
        if self.fade:
            said["fade"] = ",".join(self.fade)
        if self.route is not None:
            said["route"] = self.route
        if self.more is not None:
            said["more"] = self.more
            if self.rows != ROWS_AT_A_TIME:
                said["rows"] = str(self.rows)
        return said

    def link(self, **changes: object) -> str:
        """The address of this view with changes, relative to the page."""
        return "?" + urlencode(self.but(**changes).query(), safe=",:")

    def closed(self) -> ViewState:
        """This view with nothing opened beside the picture."""
        return self.but(step=None, edge=None, node=None)

    @property
    def pictured(self) -> ViewState:
        """This view as its picture shows it, whatever is opened or listed beside it."""
        return self.closed().but(more=None)

    def asking(self, **changes: object) -> ViewState:
        """Another question in the same words: its best path, and nothing opened."""
        return self.closed().but(path=1, more=None, rows=ROWS_AT_A_TIME).but(**changes)

    @property
    def plainly(self) -> ViewState:
        """The question and the chosen path alone, as a lecture or a file takes them."""
        return self.closed().but(more=None, rows=ROWS_AT_A_TIME, show=Highlight.BEST, fade=(), route=None)


def without(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    """The others of some ids."""
    return tuple(other for other in names if other != name)


def read_view_state(causal_map: CausalMap, query: Mapping[str, str]) -> tuple[ViewState, list[str]]:
    """The view that URL parameters ask for, and a kind sentence for each that could not be used."""
    notices: list[str] = []
    header = causal_map.header

    def node(key: str, otherwise: str) -> str:
        asked = query.get(key, "").strip()
        if not asked:
            return otherwise
        try:
            return resolve(causal_map, asked)
        except UnknownNode as unknown:
            instead = unknown.suggestions[0].id if unknown.suggestions else otherwise
            notices.append(f"{unknown} Showing {causal_map.node[instead].name} instead.")
            return instead

    def number(key: str, most: int) -> int | None:
        asked = query.get(key, "").strip()
        if not asked:
            return None
        if asked.isascii() and asked.isdigit() and len(asked) <= 12 and 1 <= int(asked) <= most:
            return int(asked)
        notices.append(
            f"The address asks for {key} “{printable(asked[:40])}”, which is not a number that can be shown."
        )
        return None

    def word(key: str, known: type[Gate | Level | Highlight]) -> str | None:
        asked = query.get(key, "").strip()
        if not asked or asked in list(known) or any(asked in each.former for each in known):
            return asked or None
        choices = ", ".join(known)
        notices.append(f"The address asks for {key} “{printable(asked[:40])}”; it can be one of: {choices}.")
        return None

    def switch(key: str) -> bool:
        asked = query.get(key, "").strip()
        if asked not in ("", "0", "1"):
            notices.append(
                f"The address asks for {key} “{printable(asked[:40])}”; it can be 1 for yes or 0 for no."
            )
        return asked == "1"

    edge = query.get("edge", "").strip() or None
    if edge is not None and not _is_arrow(causal_map, edge):
        notices.append(f"There is no arrow “{printable(edge[:80])}” on this map.")
        edge = None
    opened = query.get("node", "").strip() or None
    if opened is not None and opened not in causal_map.node:
        notices.append(f"There is no box “{printable(opened[:80])}” on this map.")
        opened = None
    fade = {name.strip() for name in query.get("fade", "")[:LONGEST_FADE].split(",") if name.strip()}
    if unknown_fades := sorted(fade - FADES):
        notices.append(f"The legend has no “{printable(unknown_fades[0][:40])}” to fade.")
    route = query.get("route", "").strip() or None
    if route is not None and route not in {*(each.id for each in header.routes), OTHER_ROUTE}:
        notices.append(f"There is no route “{printable(route[:40])}” on this map.")
        route = None
    more = query.get("more", "").strip() or None
    if more is not None and more not in {*(route.id for route in header.routes), OTHER_ROUTE, BROKEN}:
        notices.append(f"There is no route “{printable(more[:40])}” on this map.")
        more = None

    def several(key: str, instead: str) -> tuple[str, ...]:
        found = set()
        for name in [name for name in query.get(key, "").split(",") if name.strip()][:MOST_NAMED]:
            try:
                found.add(resolve(causal_map, name))
            except UnknownNode as unknown:
                notices.append(f"{unknown} {instead}")
        return tuple(sorted(found))

    view = ViewState(
        start=node("from", header.default_start),
        target=node("to", header.default_target),
        path=number("path", 10**9) or 1,
        step=number("step", 1_000),
        edge=edge,
        node=opened,
        gate=Gate(word("gate", Gate) or Gate.EVERYTHING),
        block=several("block", "Nothing is blocked in its place."),
        through=several("through", "Paths need not pass anything in its place."),
        max_steps=number("steps", MOST_TO_COUNT),
        proposed=switch("proposed"),
        level=Level(word("level", Level) or Level.PLAIN),
        show=Highlight(word("show", Highlight) or Highlight.BEST),
        fade=tuple(sorted(fade & FADES)),
        route=route,
        more=more,
        rows=number("rows", MOST_ROWS) or ROWS_AT_A_TIME,
        chosen=bool(query.get("from") or query.get("to")),
    )
    return view, notices


def _is_arrow(causal_map: CausalMap, name: str) -> bool:
    """Whether this is the id of an edge, or of an arrow of the overview that stands for several."""
    return name in causal_map.edge or name in extract(causal_map, Scope.OVERVIEW).arrow
