"""The chosen path drawn downwards, for a phone: boxes and arrows as a list that reflows and is read aloud."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from app.state.explore_view import ExploreView
from app.state.view_state import BROKEN
from app.words.markup import text
from graph.drawing.arrow_ends import HEAD, head_of
from graph.drawing.palette import INKS, SHAPES, line_of
from graph.evidence.gates import lack_of
from graph.records.edge import Edge
from graph.records.joints import End, end_of, joint_between
from graph.records.node import Node

_WIDE, _HIGH = 18, 28
"""The room of an arrow, in CSS pixels."""


def path_map(explore_view: ExploreView, link_of_node: Callable[[str], str]) -> str:
    """The way to the other routes, and the chosen path from top to bottom; empty when there is no path.

    Args:
        explore_view: what is shown.
        link_of_node: the address that opens a box, from its id.
    """
    path = explore_view.path
    if path is None:
        return ""
    steps = zip(path.steps, pairwise(path.records), strict=True)
    items = "".join(
        f"<li>{_arrow(explore_view, number, edge, source, target)}"
        f"{_box(explore_view, target, link_of_node(target.id))}</li>"
        for number, (edge, (source, target)) in enumerate(steps, start=1)
    )
    start = path.records[0]
    return (
        f'<section aria-label="The chosen path from top to bottom">{_routes(explore_view)}'
        f"{_box(explore_view, start, link_of_node(start.id))}"
        f'<ol class="way">{items}</ol></section>'
    )


def _box(explore_view: ExploreView, node: Node, link: str) -> str:
    """A box in the colours of both themes and in the shape of its kind; a listener hears the kind."""
    kind = explore_view.map.header.words_for(node.kind).label
    return (
        f'<a class="box" style="{_look(node)}" href="{text(link)}" data-go data-key="box-{text(node.id)}">'
        f'{text(node.claim)}<span class="aloud"> ({text(kind)})</span></a>'
    )


def _look(node: Node) -> str:
    shape = SHAPES[node.kind]
    light, dark = (INKS[theme][node.kind] for theme in ("light", "dark"))
    corner = "50%" if shape.shape == "ellipse" else f"{shape.radius}px"
    return (
        f"background:light-dark({light.fill},{dark.fill});color:light-dark({light.text},{dark.text});"
        f"border:{shape.border}px {'dashed' if shape.dashes else 'solid'} "
        f"light-dark({light.border},{dark.border});border-radius:{corner}"
    )


def _arrow(explore_view: ExploreView, number: int, edge: Edge, source: Node, target: Node) -> str:
    """An arrow with its number, and how well it is known: a link that opens its step, or closes it again."""
    view = explore_view.view
    chosen, holds = view.step == number, number not in explore_view.breaks
    link = view.closed().link(step=None if chosen else number)
    current = ' aria-current="step"' if chosen else ""
    joint = joint_between(source, edge, target)
    # What a tip says is seen; what the rarer sign says stands there as well.
    words = f"{text(joint.label)}, "
    words = words if end_of(joint) is End.BAR else f'<span class="aloud">{words}</span>'
    known = ", ".join(edge.known) + ("" if holds else f"; {lack_of(view.gate)}")
    return (
        f'<a class="arrow{"" if holds else " gap"}" href="{text(link)}" data-go '
        f'data-key="arrow-{number}"{current}><span class="number"><span class="aloud">Step </span>{number}'
        f'</span>{_sign(edge, end_of(joint), holds)}<span class="known">{words}{text(known)}'
        "</span></a>"
    )


def _sign(edge: Edge, end: End, holds: bool) -> str:
    """The arrow itself: its line tells the certainty, its end the sign; one that does not hold has a gap."""
    line, middle = line_of(edge.certainty, edge.status), _WIDE / 2
    tip = [(middle, 0.0), (middle, float(_HIGH - 1))]
    corners = " ".join(f"{x:g},{y:g}" for x, y in head_of(tip, end, size=HEAD + 1))
    last = _HIGH - (HEAD if end is End.TIP else 4)
    dash = f' stroke-dasharray="{" ".join(map(str, line.dash))}"' if line.dash else ""
    cap = ' stroke-linecap="round"' if line.dash[:1] == (1,) else ""
    ways = ((0, last),) if holds else ((0, 6), (_HIGH / 2, last))
    lines = "".join(f'<path d="M{middle:g} {top:g}V{bottom:g}"/>' for top, bottom in ways)
    cross = "" if holds else f'<path d="M{middle - 5:g} 12L{middle + 5:g} 8"/>'
    return (
        f'<svg aria-hidden="true" width="{_WIDE}" height="{_HIGH}" viewBox="0 0 {_WIDE} {_HIGH}">'
        f'<g stroke-width="{line.width}"{dash}{cap}>{lines}</g>{cross}<polygon points="{corners}"/></svg>'
    )


def _routes(explore_view: ExploreView) -> str:
    """Which route this is, between the links to the one before and the one behind it."""
    names = {route.id: route.name for route in explore_view.answer.routes}
    names |= {BROKEN: f"Breaks with {explore_view.view.gate.label} only"}
    rows = explore_view.rows
    ids = [*(route.id for route in explore_view.routes), *(BROKEN for _ in rows.get(BROKEN, ())[:1])]
    if len(ids) < 2:
        return ""
    at = next(place for place, route in enumerate(ids) if explore_view.row in rows[route])
    row = explore_view.row
    which = f", path {row.place:,}" if row and row.place > 1 else ""
    what = "Route" if explore_view.map.header.routes else "Path"
    return (
        f'<nav class="turn" aria-label="{what} before or behind">'
        f"{_turn(explore_view, ids, at - 1, names, 'prev')}"
        f"<p>{what} {at + 1} of {len(ids)} · <b>{text(names[ids[at]])}</b>{which}</p>"
        f"{_turn(explore_view, ids, at + 1, names, 'next')}</nav>"
    )


def _turn(explore_view: ExploreView, ids: list[str], at: int, names: dict[str, str], way: str) -> str:
    """A link to the best path of the route before or behind; at either end there is none."""
    sign = "‹" if way == "prev" else "›"
    if not 0 <= at < len(ids):
        return f'<span class="end" aria-hidden="true">{sign}</span>'
    link = explore_view.view.closed().link(path=explore_view.rows[ids[at]][0].number)
    aloud = f"{'Previous' if way == 'prev' else 'Next'}: {names[ids[at]]}"
    return (
        f'<a rel="{way}" href="{text(link)}" data-go data-key="turn-{way}" title="{text(aloud)}">'
        f'<span aria-hidden="true">{sign}</span><span class="aloud">{text(aloud)}</span></a>'
    )
