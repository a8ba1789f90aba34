"""The answer above the picture: the question, the mechanism, how well it is supported, and the routes."""

from __future__ import annotations

from app.state.explore_view import ExploreView
from app.state.view_state import BROKEN, without
from app.words.markup import text
from graph import reachable_targets
from graph.paths.counting import Count
from graph.records.vocabulary import Gate
from graph.records.wording import counted
from graph.words.mechanism import mechanism_of, question_of
from graph.words.verdict import support_of

MOST_NOTICES = 3
"""More would push the picture out of sight."""

ROUGH = (
    "So many arrows cross here that the picture is only roughly laid out; the lists of this page say the "
    "same in words."
)


def question(explore_view: ExploreView) -> str:
    """What is asked, as the heading and as the name of the tab."""
    answer = explore_view.answer
    best = explore_view.path
    return question_of(answer.source, answer.target, best)


def headline(explore_view: ExploreView, rough: bool = False) -> str:
    """The question, the mechanism, how well it is supported, the notices, and a link to each route.

    Args:
        explore_view: what is shown.
        rough: whether the picture is only roughly laid out.
    """
    told = (*explore_view.notices, ROUGH) if rough else explore_view.notices
    notices = "".join(f'<p class="notice" role="alert">{text(notice)}</p>' for notice in told[:MOST_NOTICES])
    if (more := len(told) - MOST_NOTICES) > 0:
        notices += f'<p class="notice">{counted(more, "further part")} of the address could not be used.</p>'
    path = explore_view.path
    mechanism = f'<p class="mechanism">{text(mechanism_of(path))}</p>' if path else ""
    return (
        f'<h1 class="question">{text(question(explore_view))}</h1><div class="said">{mechanism}'
        f'<p class="verdict" role="status">{text(_support(explore_view))}</p></div>'
        f"{_blocked(explore_view)}{notices}"
        f"{_routes(explore_view) if explore_view.rows else _way_out(explore_view)}"
    )


def _blocked(explore_view: ExploreView) -> str:
    """What is supposed not to happen, each with a link that takes it back."""
    view = explore_view.view
    links = []
    for name in view.block:
        said = f'data-go data-key="block-{text(name)}" title="Take it back">'
        said += f"{text(explore_view.map.node[name].name)} ✕</a>"
        links.append(f'<a href="{text(view.asking(block=without(view.block, name)).link())}" {said}')
    return f'<p class="apart">Supposed not to happen: {", ".join(links)}</p>' if links else ""


def _support(explore_view: ExploreView) -> str:
    """By how many routes it leads there, and how well the chosen path is supported; counts stand below."""
    answer, path = explore_view.answer, explore_view.path
    words = answer.words
    routes = len(answer.routes) if words.counts and explore_view.map.header.routes else 0
    best = answer.routes[0].best if answer.routes else None
    if path is None or best is None or path.nodes == best.nodes or not words.counts:
        lead = f"{counted(routes, 'route')} {'leads' if routes == 1 else 'lead'} there." if routes else ""
        return f"{lead}{words.support}{words.provisos}".strip()
    lead = f"One of {counted(routes, 'route')}. " if routes > 1 else ""
    return f"{lead}{support_of(path, 'This path')}{words.provisos}"


def _routes(explore_view: ExploreView) -> str:
    answer = explore_view.answer
    items = [
        _item(explore_view, route.id, route.name, Count(route.total, route.total_is_exact), route.about)
        for route in explore_view.routes
    ]
    if answer.broken is not None:
        items.append(_item(explore_view, BROKEN, "Broken", answer.broken.count))
    label = "Routes" if explore_view.map.header.routes else "Paths"
    return f'<nav aria-label="{label}"><ul class="routes">{"".join(items)}</ul></nav>'


def _item(explore_view: ExploreView, route: str, name: str, count: Count, about: str = "") -> str:
    """A link to the best path of a route, with the number of its paths."""
    rows = explore_view.rows[route]
    link = explore_view.view.closed().link(path=rows[0].number)
    kind = ' class="broken"' if route == BROKEN else ""
    current = ' aria-current="true"' if explore_view.row in rows else ""
    title = f' title="{text(about)}"' if about else ""
    number, paths = counted(count.total, "path").split(" ")
    return (
        f'<li><a href="{text(link)}"{kind} data-go data-key="route-{text(route)}"{current}{title}>'
        f"{text(name)} "
        f'<span class="count">{number}{"" if count.exact else "+"} {paths}</span></a></li>'
    )


def _way_out(explore_view: ExploreView) -> str:
    """Where to go when there is no path."""
    header = explore_view.map.header
    links = []
    view = explore_view.view
    asked_freely = view.asking(block=(), gate=Gate.EVERYTHING, through=(), max_steps=None)
    if asked_freely.conditions != view.conditions:
        links.append((asked_freely.link(), "ask without conditions"))
    if explore_view.view.target != header.default_target and explore_view.view.start != header.default_target:
        name = explore_view.map.node[header.default_target].name
        links.append((explore_view.view.asking(target=header.default_target).link(), f"ask for {name}"))
    usual = explore_view.map.node[header.default_start]
    if explore_view.view.start in reachable_targets(
        explore_view.map, usual.id, proposed=explore_view.view.proposed
    ):
        link = asked_freely.but(start=usual.id, target=view.start).link()
        links.append((link, f"see how {usual.name} leads to {explore_view.answer.source.name}"))
    link = asked_freely.but(start=usual.id, target=header.default_target).link()
    links.append((link, f"start from {usual.name}"))
    # The page itself is no way out of it.
    ways = [(link, words) for link, words in links if link != explore_view.view.link()]
    items = " · ".join(f'<a href="{text(link)}" data-go>{text(words)}</a>' for link, words in ways)
    return f'<p class="wayout">You can: {items}</p>'
