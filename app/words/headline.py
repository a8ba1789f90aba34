"""What stands above the picture: the answer in a sentence, and the routes to choose from."""

from __future__ import annotations

from app.state.explore_view import ExploreView
from app.state.view_state import BROKEN
from app.words.markup import text
from graph import reachable_targets
from graph.paths.counting import Count
from graph.records.vocabulary import Gate
from graph.records.wording import counted

CLICK = "Click a box to start from it, an arrow for its evidence."
FEW_CONFOUNDERS = 4
"""How many of them are named: the line must stay one line."""
CHOOSE_A_ROUTE = "Choose a route; its best path is explained below the picture."
CHOOSE_A_PATH = "Choose a path; it is explained below the picture."
ROUGH = (
    "So many arrows cross here that the picture is only roughly laid out; the lists of this page say the "
    "same in words."
)


def headline(explore_view: ExploreView, rough: bool = False) -> str:
    """The question, the verdict, what to do, the notices, and a link to the best path of each route.

    Its height does not depend on the choice, as far as the words allow: the picture below must not jump.

    Args:
        explore_view: what is shown.
        rough: whether the picture is only roughly laid out.
    """
    told = (*explore_view.notices, ROUGH) if rough else explore_view.notices
    notices = "".join(f'<p class="notice" role="alert">{text(notice)}</p>' for notice in told)
    choose = CHOOSE_A_ROUTE if explore_view.map.header.routes else CHOOSE_A_PATH
    hint = "".join(f"<span>{text(line)}</span> " for line in (CLICK, choose))
    return (
        f'<div class="top"><div><h1 class="question">{text(explore_view.map.header.question)}</h1>'
        f'<p class="verdict" role="status">{text(explore_view.answer.headline)}</p></div>'
        f'<p class="hint">{hint}</p></div>{_proposed(explore_view)}{notices}'
        f"{_routes(explore_view) if explore_view.rows else _way_out(explore_view)}"
        f"{_confounders(explore_view)}"
    )


def _proposed(explore_view: ExploreView) -> str:
    """How many paths need a proposed step, and the switch that shows them or leaves them out."""
    if not explore_view.has_proposed:
        return ""
    view, count = explore_view.view, explore_view.answer.proposed
    paths = f"{'' if count.exact else 'more than '}{counted(count.total, 'path')}"
    said, switch = f"Also proposed, not shown: {paths}.", "Show proposed steps"
    if view.proposed:
        said, switch = f"Proposed steps are shown; they are needed by: {paths}.", "Leave proposed steps out"
    link = view.link(proposed=not view.proposed, path=1, step=None, more=None)
    return f'<p class="apart">{said} <a href="{text(link)}" data-go data-key="proposed">{switch}</a></p>'


def _confounders(explore_view: ExploreView) -> str:
    """The nearest of what leads to both ends, each a link that starts from it."""
    nodes = explore_view.confounders
    if not nodes:
        return ""
    start = {"path": 1, "step": None, "edge": None, "more": None}
    links = ", ".join(
        f'<a href="{text(explore_view.view.link(start=node.id, **start))}" data-go>{text(node.name)}</a>'
        for node in nodes[:FEW_CONFOUNDERS]
    )
    more = len(nodes) - FEW_CONFOUNDERS
    others = f" and {counted(more, 'other')}" if more > 0 else ""
    whose = "its" if len(nodes) == 1 else "their"
    return (
        f'<p class="soft both">Also leads to both: {links}{others}. '
        f"What goes together may be {whose} doing.</p>"
    )


def _routes(explore_view: ExploreView) -> str:
    answer = explore_view.answer
    items = [
        _item(explore_view, route.id, route.name, Count(route.total, route.total_is_exact), route.about)
        for route in answer.routes
    ]
    if answer.broken is not None:
        items.append(_item(explore_view, BROKEN, "Broken", answer.broken.count))
    label = "Routes" if explore_view.map.header.routes else "Paths"
    return f'<nav aria-label="{label}"><ul class="routes">{"".join(items)}</ul></nav>'


def _item(explore_view: ExploreView, route: str, name: str, count: Count, about: str = "") -> str:
    """A link to the best path of a route, with the number of its paths."""
    rows = explore_view.rows[route]
    link = explore_view.view.link(path=rows[0].number, step=None, edge=None)
    kind = ' class="broken"' if route == BROKEN else ""
    current = ' aria-current="true"' if explore_view.row in rows else ""
    title = f' title="{text(about)}"' if about else ""
    number, paths = counted(count.total, "path").split(" ")
    return (
        f'<li><a href="{text(link)}"{kind} data-go data-key="route-{text(route)}"{current}{title}>'
        f"{text(name)} "
        f'<span class="count">{number}{"" if count.exact else "+"}'
        f'<span class="aloud"> {paths}</span></span></a></li>'
    )


def _way_out(explore_view: ExploreView) -> str:
    """Where to go when there is no path."""
    header = explore_view.map.header
    links = []
    if explore_view.view.block or explore_view.view.gate is not Gate.EVERYTHING:
        link = explore_view.view.link(block=(), gate=Gate.EVERYTHING, path=1, step=None)
        links.append((link, "accept every step, block nothing"))
    if explore_view.view.target != header.default_target and explore_view.view.start != header.default_target:
        name = explore_view.map.node[header.default_target].name
        links.append(
            (explore_view.view.link(target=header.default_target, path=1, step=None), f"ask for {name}")
        )
    usual = explore_view.map.node[header.default_start]
    if explore_view.view.start in reachable_targets(
        explore_view.map, usual.id, proposed=explore_view.view.proposed
    ):
        link = explore_view.view.link(start=usual.id, target=explore_view.view.start, path=1, step=None)
        links.append((link, f"see how {usual.name} leads to {explore_view.answer.source.name}"))
    link = explore_view.view.link(start=usual.id, target=header.default_target, path=1, step=None)
    links.append((link, f"start from {usual.name}"))
    items = " · ".join(f'<a href="{text(link)}" data-go>{text(words)}</a>' for link, words in links)
    return f'<p class="wayout">You can: {items}</p>'
