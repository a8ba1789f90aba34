"""Below the picture, in small print: how many paths there are, what stands apart, what leads to both ends."""

from __future__ import annotations

from app.state.explore_view import ExploreView
from app.words.markup import text
from graph.records.wording import counted

FEW_CONFOUNDERS = 4
"""How many of them are named: the line must stay one line."""


def small_print(explore_view: ExploreView) -> str:
    """How many paths there are, those that need a proposed step, and what leads to both ends."""
    words = explore_view.answer.words
    counts = text(f"{words.counts}{words.scope}".strip())
    said = f'<p class="soft">{counts}</p>' if counts else ""
    return f"{said}{_proposed(explore_view)}{_confounders(explore_view)}"


def _proposed(explore_view: ExploreView) -> str:
    """How many paths need a proposed step, and the switch that shows them or leaves them out."""
    if not explore_view.has_proposed:
        return ""
    view, count = explore_view.view, explore_view.answer.proposed
    paths = f"{'' if count.exact else 'more than '}{counted(count.total, 'path')}"
    said, switch = f"Also proposed, not shown: {paths}.", "Show proposed steps"
    if view.proposed:
        needed = f"they are needed by: {paths}" if count.total or not count.exact else "no path needs one"
        said, switch = f"Proposed steps are shown; {needed}.", "Leave proposed steps out"
    link = view.asking(proposed=not view.proposed).link()
    return f'<p class="apart">{said} <a href="{text(link)}" data-go data-key="proposed">{switch}</a></p>'


def _confounders(explore_view: ExploreView) -> str:
    """The nearest of what leads to both ends, each a link that starts from it."""
    nodes = explore_view.confounders
    if not nodes:
        return ""
    links = ", ".join(
        f'<a href="{text(explore_view.view.asking(start=node.id).link())}" data-go>{text(node.name)}</a>'
        for node in nodes[:FEW_CONFOUNDERS]
    )
    more = len(nodes) - FEW_CONFOUNDERS
    others = f" and {counted(more, 'other')}" if more > 0 else ""
    whose = "its" if len(nodes) == 1 else "their"
    return (
        f'<p class="soft both">Also leads to both: {links}{others}. '
        f"What goes together may be {whose} doing.</p>"
    )
