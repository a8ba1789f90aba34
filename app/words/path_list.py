"""The list of paths: a row each, grouped by route, the best of every route first."""

from __future__ import annotations

from app.state.explore_view import ExploreView, Row
from app.state.view_state import BROKEN, MOST_ROWS, ROWS_AT_A_TIME
from app.words.markup import text
from graph import first_break
from graph.paths.causal_path import Broken, CausalPath, RouteCount
from graph.paths.counting import Count
from graph.records.joints import end_of
from graph.records.vocabulary import Status
from graph.records.wording import counted
from graph.words.explain import ending_of


def row_list(explore_view: ExploreView) -> str:
    """All listed rows; empty when there is no path."""
    if not explore_view.rows:
        return ""
    shared = _shared_trunk(explore_view)
    groups = [_group(explore_view, route, shared) for route in explore_view.routes]
    if explore_view.answer.broken is not None:
        groups.append(_broken(explore_view, explore_view.answer.broken, shared))
    return (
        f'<h2>Paths <span class="count">{explore_view.answer.count}</span></h2>'
        '<p class="soft">Best supported first: fewest weak steps, then the shorter one.</p>'
        f'<div class="rows">{"".join(groups)}</div>'
    )


def _group(explore_view: ExploreView, route: RouteCount, shared: int) -> str:
    rows = explore_view.rows[route.id]
    count = Count(route.total, route.total_is_exact)
    items = "".join(_row(explore_view, row, shared) for row in rows)
    return (
        f'<section class="group"><h3>{text(route.name)} '
        f'<span class="count">{len(rows)} of {count}</span></h3>'
        f"<ol>{items}</ol>{_more(explore_view, route.id, route.name, len(rows), route.total)}</section>"
    )


def _broken(explore_view: ExploreView, broken: Broken, shared: int) -> str:
    """The paths that the gate breaks, faded and at the end."""
    rows = explore_view.rows[BROKEN]
    items = "".join(_row(explore_view, row, shared) for row in rows)
    name = f"Broken with {explore_view.view.gate.label} only"
    return (
        f'<section class="group broken"><h3>{text(name)} '
        f'<span class="count">{len(rows)} of {broken.count}</span></h3>'
        f"<ol>{items}</ol>{_more(explore_view, BROKEN, name, len(rows), broken.count.total)}</section>"
    )


def _row(explore_view: ExploreView, row: Row, shared: int) -> str:
    path = row.path
    link = text(explore_view.view.closed().link(path=row.number))
    current = ' aria-current="true"' if explore_view.row and row.number == explore_view.row.number else ""
    kind = "row proposed" if path.proposed else "row"
    return (
        f'<li><a class="{kind}" href="{link}" data-go data-key="row-{row.number}"{current}>'
        f'<span class="via">{text(_via(path, shared))}</span>'
        f'<span class="facts">{text(_facts(explore_view, path))}</span></a></li>'
    )


def _via(path: CausalPath, shared: int) -> str:
    """The row's sentence: what the path passes through between its ends, after the trunk all rows share."""
    last = len(path.records) - 1
    if last == 1:
        return f"{path.joints[0].label} it in one step"
    first = min(1 + shared, last - 1)
    words = ["…" if first > 1 else "by", path.records[first].at_arrow]
    for at in range(first + 1, last):
        words += [end_of(path.joints[at - 1]), path.records[at].at_arrow]
    return " ".join(words)


def _shared_trunk(explore_view: ExploreView) -> int:
    """How many nodes behind the start all listed paths have in common, but for the last of them."""
    paths = [row.path.nodes[1:-1] for rows in explore_view.rows.values() for row in rows]
    shared = 0
    while all(len(path) > shared for path in paths) and len({path[shared] for path in paths}) == 1:
        shared += 1
    return max(0, shared - 1) if len(paths) > 1 else 0


def _facts(explore_view: ExploreView, path: CausalPath) -> str:
    steps = len(path.steps)
    facts = [
        f"{counted(steps, 'step')}, {path.in_people} with evidence in people",
        f"weakest {path.step_text(path.weakest)} ({path.weakest.certainty.label})",
        f"{_outcome(path)} {path.records[-1].name}",
    ]
    at = first_break(explore_view.map, path, explore_view.view.gate)
    if at is not None:
        facts.insert(0, f"breaks at {path.step_text(at)}")
    if ending := ending_of(path.steps[-1]):
        facts.append(f"{ending[0].lower()}{ending[1:].removesuffix('.')}")
    if path.contested:
        facts.append(f"{path.contested} contested")
    if path.proposed:
        facts.append(f"{counted(len(path.proposed), 'step')} {Status.PROPOSED.label}: no supporting finding")
    return " · ".join(facts)


def _outcome(path: CausalPath) -> str:
    """What the start, changed as its box shows, does to the end: the path's sign in a word."""
    product = 1 if path.sign == "+" else -1
    return "raises" if product * path.records[0].change.sign > 0 else "lowers"


def _more(explore_view: ExploreView, route: str, name: str, listed: int, total: int) -> str:
    """A link to further rows, or back to the best one."""
    links = []
    open_now = explore_view.view.more == route
    if listed < total and not (open_now and explore_view.view.rows >= MOST_ROWS):
        rows = min(MOST_ROWS, explore_view.view.rows + ROWS_AT_A_TIME) if open_now else ROWS_AT_A_TIME
        words = f"Show {min(rows, total):,} of {total:,}"
        links.append((explore_view.view.link(more=route, rows=rows), words, "more"))
    if open_now:
        links.append((explore_view.view.link(more=None, rows=ROWS_AT_A_TIME), "Show the best only", "less"))
    return "".join(
        f'<a class="more" href="{text(link)}" data-go data-key="{kind}-{text(route)}">{words}'
        f'<span class="aloud"> of the {text(name)}</span></a> '
        for link, words, kind in links
    )
