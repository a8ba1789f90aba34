"""The list of paths: a row each, grouped by route, the best of every route first."""

from __future__ import annotations

from app.scene import Row, Scene
from app.state import MOST_ROWS, ROWS_AT_A_TIME
from app.words.markup import text
from graph.answer import CausalPath, RouteCount


def row_list(scene: Scene) -> str:
    """All listed rows; empty when there is no path."""
    if not scene.answer.routes:
        return ""
    count = f"{scene.answer.total:,}" if scene.answer.total_is_exact else f"more than {scene.answer.total:,}"
    shared = _shared_trunk(scene)
    groups = "".join(_group(scene, route, shared) for route in scene.answer.routes)
    return (
        f'<h2>Paths <span class="count">{count}</span></h2>'
        '<p class="soft">Best supported first: fewest weak steps, then the shorter one.</p>'
        f'<div class="rows">{groups}</div>'
    )


def _group(scene: Scene, route: RouteCount, shared: int) -> str:
    rows = scene.rows[route.id]
    number = f"{route.total:,}" if route.total_is_exact else f"more than {route.total:,}"
    items = "".join(_row(scene, row, shared) for row in rows)
    return (
        f'<section class="group"><h3>{text(route.name)} '
        f'<span class="count">{len(rows)} of {number}</span></h3>'
        f"<ol>{items}</ol>{_more(scene, route, len(rows))}</section>"
    )


def _row(scene: Scene, row: Row, shared: int) -> str:
    path = row.path
    link = text(scene.view.link(path=row.number, step=None, edge=None))
    current = ' aria-current="true"' if scene.row and row.number == scene.row.number else ""
    return (
        f'<li><a class="row" href="{link}" data-go data-key="row-{row.number}"{current}>'
        f'<span class="via">{text(_via(path, shared))}</span>'
        f'<span class="facts">{text(_facts(path))}</span></a></li>'
    )


def _via(path: CausalPath, shared: int) -> str:
    """The row's sentence: what the path passes through between its ends, after the trunk all rows share."""
    between = [record.claim for record in path.records[1:-1]]
    if not between:
        return "directly, in one step"
    own = between[shared:] or between[-1:]
    return f"{'… ' if own != between else 'by '}{' → '.join(own)}"


def _shared_trunk(scene: Scene) -> int:
    """How many nodes behind the start all listed paths have in common, but for the last of them."""
    paths = [row.path.nodes[1:-1] for rows in scene.rows.values() for row in rows]
    shared = 0
    while all(len(path) > shared for path in paths) and len({path[shared] for path in paths}) == 1:
        shared += 1
    return max(0, shared - 1) if len(paths) > 1 else 0


def _facts(path: CausalPath) -> str:
    start, end = path.ends(path.weakest)
    steps = len(path.steps)
    facts = [
        f"{steps} step{'s' if steps > 1 else ''}",
        f"weakest {start.claim} → {end.claim} ({path.weakest.certainty.label})",
        f"{_outcome(path)} {path.records[-1].name}",
    ]
    if path.contested:
        facts.append(f"{path.contested} contested")
    return " · ".join(facts)


def _outcome(path: CausalPath) -> str:
    """What the start, changed as its box shows, does to the end: the path's sign in a word."""
    product = 1 if path.sign == "+" else -1
    return "raises" if product * path.records[0].change.sign > 0 else "lowers"


def _more(scene: Scene, route: RouteCount, listed: int) -> str:
    """A link to further rows, or back to the best one."""
    links = []
    open_now = scene.view.more == route.id
    if listed < route.total and not (open_now and scene.view.rows >= MOST_ROWS):
        rows = min(MOST_ROWS, scene.view.rows + ROWS_AT_A_TIME) if open_now else ROWS_AT_A_TIME
        words = f"Show {min(rows, route.total):,} of {route.total:,}"
        links.append((scene.view.link(more=route.id, rows=rows), words, "more"))
    if open_now:
        links.append((scene.view.link(more=None, rows=ROWS_AT_A_TIME), "Show the best only", "less"))
    return "".join(
        f'<a class="more" href="{text(link)}" data-go data-key="{kind}-{text(route.id)}">{words}'
        f'<span class="aloud"> of the {text(route.name)}</span></a> '
        for link, words, kind in links
    )
