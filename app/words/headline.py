"""What stands above the picture: the answer in a sentence, and the routes to choose from."""

from __future__ import annotations

from app.scene import Scene
from app.state import BROKEN
from app.words.markup import text
from graph import reachable_targets
from graph.vocabulary import Gate

HINT = (
    "Click a box to start from it, an arrow for its evidence.",
    "Choose a route; its best path is explained below the picture.",
)


def headline(scene: Scene) -> str:
    """The question, the verdict, what to do, the notices, and a link to the best path of each route.

    Its height does not depend on the choice, as far as the words allow: the picture below must not jump.
    """
    notices = "".join(f'<p class="notice" role="alert">{text(notice)}</p>' for notice in scene.notices)
    hint = "".join(f"<span>{text(line)}</span> " for line in HINT)
    return (
        f'<div class="top"><div><h1 class="question">{text(scene.map.header.question)}</h1>'
        f'<p class="verdict" role="status">{text(scene.answer.verdict)}</p></div>'
        f'<p class="hint">{hint}</p></div>{notices}'
        f"{_routes(scene) if scene.rows else _way_out(scene)}"
    )


def _routes(scene: Scene) -> str:
    items = []
    for route in scene.answer.routes:
        row = scene.rows[route.id][0]
        current = ' aria-current="true"' if scene.row in scene.rows[route.id] else ""
        link = scene.view.link(path=row.number, step=None, edge=None)
        number = f"{route.total:,}" if route.total_is_exact else f"{route.total:,}+"
        items.append(
            f'<li><a href="{text(link)}" data-go data-key="route-{text(route.id)}"{current} '
            f'title="{text(route.about)}">{text(route.name)} <span class="count">{number}'
            '<span class="aloud"> paths</span></span></a></li>'
        )
    if scene.answer.broken is not None:
        row = scene.rows[BROKEN][0]
        current = ' aria-current="true"' if scene.row in scene.rows[BROKEN] else ""
        link = scene.view.link(path=row.number, step=None, edge=None)
        items.append(
            f'<li><a href="{text(link)}" class="broken" data-go data-key="route-broken"{current}>Broken '
            f'<span class="count">{scene.answer.broken.count.total:,}'
            '<span class="aloud"> paths</span></span></a></li>'
        )
    return f'<nav aria-label="Routes"><ul class="routes">{"".join(items)}</ul></nav>'


def _way_out(scene: Scene) -> str:
    """Where to go when there is no path."""
    header = scene.map.header
    links = []
    if scene.view.block or scene.view.gate is not Gate.EVERYTHING:
        link = scene.view.link(block=(), gate=Gate.EVERYTHING, path=1, step=None)
        links.append((link, "accept every step, block nothing"))
    if scene.view.target != header.default_target and scene.view.start != header.default_target:
        name = scene.map.node[header.default_target].name
        links.append((scene.view.link(target=header.default_target, path=1, step=None), f"ask for {name}"))
    usual = scene.map.node[header.default_start]
    if scene.view.start in reachable_targets(scene.map, usual.id):
        link = scene.view.link(start=usual.id, target=scene.view.start, path=1, step=None)
        links.append((link, f"see how {usual.name} leads to {scene.answer.source.name}"))
    link = scene.view.link(start=usual.id, target=header.default_target, path=1, step=None)
    links.append((link, f"start from {usual.name}"))
    items = " · ".join(f'<a href="{text(link)}" data-go>{text(words)}</a>' for link, words in links)
    return f'<p class="wayout">You can: {items}</p>'
