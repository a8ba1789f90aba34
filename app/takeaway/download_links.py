"""What a page offers to take home: files, and the data behind them for other programs."""

from __future__ import annotations

from urllib.parse import urlencode

from app.state.lecture_state import LectureState
from app.state.view_state import ViewState
from app.takeaway.exports import LECTURE_EXPORTS, PAPER, VIEW_EXPORTS
from app.words.markup import SHARE, text
from graph.formats import SUBGRAPH_FORMATS

PROGRAMS = {
    "graphml": "GraphML",
    "cytoscape": "Cytoscape",
    "mermaid": "Mermaid",
    "dot": "Graphviz",
    "dagitty": "DAGitty",
    "csv": "CSV",
}
"""What people call each format for a subgraph of a map."""


def download_links(
    lecture_state: LectureState, *, explore: bool = True, view: ViewState | None = None
) -> str:
    """Links to every file of a lecture; empty when there is none.

    A file is fetched by ``static/shared/downloads.js``, which says that it is being made or why it cannot be.

    Args:
        lecture_state: the lecture.
        explore: whether to link to the Explore page.
        view: what the Explore page shows, where its picture is offered as well.
    """
    if lecture_state.lecture is None:
        return ""
    query = lecture_state.address
    way = f' <a href="./{text(lecture_state.view.link())}" data-go>Open it on Explore</a>' if explore else ""
    files = "".join(
        f'<li>{_link(name, query, export.label)} <span class="soft">{text(export.about)}</span></li>'
        for name, export in LECTURE_EXPORTS.items()
    )
    return (
        '<section class="downloads"><h2>Take it home</h2>'
        f'<ul class="files">{files}{_of_view(view) if view else ""}</ul>'
        f"<h3>For other programs</h3>{_programs(lecture_state)}"
        f'<p class="acts">{SHARE}{way}</p>'
        '<p class="making" role="status"></p></section>'
    )


def _of_view(view: ViewState) -> str:
    """The picture as the page shows it, in each format."""
    query = _address(view.pictured.query())
    links = " ".join(
        _link(name, query, export.label, " picture of this view")
        for name, export in VIEW_EXPORTS.items()
        if name != PAPER
    )
    return (
        f'<li>Picture of this view: {links} <span class="soft">the whole picture as it is shown</span></li>'
    )


def _programs(lecture_state: LectureState) -> str:
    scopes = [("This chain", lecture_state.address)]
    if "tour" not in lecture_state.query:
        asked = ("from", "to", "gate", "block", "proposed")
        ends = {key: value for key, value in lecture_state.query.items() if key in asked}
        scopes.append(("All paths between the two ends", _address(ends | {"all": "1"})))
    scopes.append(("The whole map", "whole=1"))
    rows = "".join(
        f'<tr><th scope="row">{text(words)}</th><td>'
        + " ".join(_link(name, query, PROGRAMS[name], f" of {words.lower()}") for name in SUBGRAPH_FORMATS)
        + "</td></tr>"
        for words, query in scopes
    )
    return f'<table class="programs"><tbody>{rows}</tbody></table>'


def _address(query: dict[str, str]) -> str:
    return urlencode(query, safe=",")


def _link(name: str, query: str, words: str, more: str = "") -> str:
    aloud = f'<span class="aloud">{text(more)}</span>' if more else ""
    return f'<a href="api/export/{name}?{text(query)}" download data-file>{text(words)}{aloud}</a>'
