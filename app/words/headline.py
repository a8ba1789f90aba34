"""What stands above the picture: the answer in a sentence, and the routes to choose from."""

from __future__ import annotations

from app.state.explore_view import ExploreView
from app.state.view_state import BROKEN
from app.words.markup import text
from graph import reachable_targets
from graph.records.vocabulary import Gate

HINT = (
    "Click a box to start from it, an arrow for its evidence.",
    "Choose a route; its best path is explained below the picture.",
)


def headline(explore_view: ExploreView) -> str:
    """The question, the verdict, what to do, the notices, and a link to the best path of each route.

    Its height does not depend on the choice, as far as the words allow: the picture below must not jump.
    """
    notices = "".join(f'<p class="notice" role="alert">{text(notice)}</p>' for notice in explore_view.notices)
    hint = "".join(f"<span>{text(line)}</span> " for line in HINT)
    return (
        f'<div class="top"><div><h1 class="question">{text(explore_view.map.header.question)}</h1>'
        f'<p class="verdict" role="status">{text(explore_view.answer.verdict)}</p></div>'
        f'<p class="hint">{hint}</p></div>{notices}'
        f"{_routes(explore_view) if explore_view.rows else _way_out(explore_view)}"
    )


def _routes(explore_view: ExploreView) -> str:
    items = []
    for route in explore_view.answer.routes:
        row = explore_view.rows[route.id][0]
        current = ' aria-current="true"' if explore_view.row in explore_view.rows[route.id] else ""
        link = explore_view.view.link(path=row.number, step=None, edge=None)
        number = f"{route.total:,}" if route.total_is_exact else f"{route.total:,}+"
        items.append(
            f'<li><a href="{text(link)}" data-go data-key="route-{text(route.id)}"{current} '
            f'title="{text(route.about)}">{text(route.name)} <span class="count">{number}'
            '<span class="aloud"> paths</span></span></a></li>'
        )
    if explore_view.answer.broken is not None:
        row = explore_view.rows[BROKEN][0]
        current = ' aria-current="true"' if explore_view.row in explore_view.rows[BROKEN] else ""
        link = explore_view.view.link(path=row.number, step=None, edge=None)
        items.append(
            f'<li><a href="{text(link)}" class="broken" data-go data-key="route-broken"{current}>Broken '
            f'<span class="count">{explore_view.answer.broken.count.total:,}'
            '<span class="aloud"> paths</span></span></a></li>'
        )
    return f'<nav aria-label="Routes"><ul class="routes">{"".join(items)}</ul></nav>'


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
    if explore_view.view.start in reachable_targets(explore_view.map, usual.id):
        link = explore_view.view.link(start=usual.id, target=explore_view.view.start, path=1, step=None)
        links.append((link, f"see how {usual.name} leads to {explore_view.answer.source.name}"))
    link = explore_view.view.link(start=usual.id, target=header.default_target, path=1, step=None)
    links.append((link, f"start from {usual.name}"))
    items = " · ".join(f'<a href="{text(link)}" data-go>{text(words)}</a>' for link, words in links)
    return f'<p class="wayout">You can: {items}</p>'
