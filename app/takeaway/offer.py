"""What a page offers to take home: files, and the data behind them for other programs."""

from __future__ import annotations

from urllib.parse import urlencode

from app.takeaway.exports import LECTURE_EXPORTS
from app.telling import Telling
from app.words.markup import SHARE, text
from graph.formats import PIECE_FORMATS

PROGRAMS = {
    "graphml": "GraphML",
    "cytoscape": "Cytoscape",
    "mermaid": "Mermaid",
    "dot": "Graphviz",
    "dagitty": "DAGitty",
    "csv": "CSV",
}
"""What people call each format for a piece of a map."""


def offer(telling: Telling, *, explore: bool = True) -> str:
    """Links to every file of a lecture; empty when there is none.

    A file is fetched by ``static/files.js``, which says that it is being made or why it cannot be.

    Args:
        telling: the lecture.
        explore: whether to link to the Explore page.
    """
    if telling.lecture is None:
        return ""
    query = telling.address
    way = f' <a href="./{text(telling.view.link())}" data-go>Open it on Explore</a>' if explore else ""
    files = "".join(
        f'<li>{_link(name, query, export.label)} <span class="soft">{text(export.about)}</span></li>'
        for name, export in LECTURE_EXPORTS.items()
    )
    return (
        '<section class="offer"><h2>Take it home</h2>'
        f'<ul class="files">{files}</ul>'
        f"<h3>For other programs</h3>{_programs(telling)}"
        f'<p class="acts">{SHARE}{way}</p>'
        '<p class="making" role="status"></p></section>'
    )


def _programs(telling: Telling) -> str:
    scopes = [("This chain", telling.address)]
    if "tour" not in telling.query:
        ends = {key: value for key, value in telling.query.items() if key in ("from", "to", "gate", "block")}
        scopes.append(("All paths between the two ends", _address(ends | {"all": "1"})))
    scopes.append(("The whole map", "whole=1"))
    rows = "".join(
        f'<tr><th scope="row">{text(words)}</th><td>'
        + " ".join(_link(name, query, PROGRAMS[name], f" of {words.lower()}") for name in PIECE_FORMATS)
        + "</td></tr>"
        for words, query in scopes
    )
    return f'<table class="programs"><tbody>{rows}</tbody></table>'


def _address(query: dict[str, str]) -> str:
    return urlencode(query, safe=",")


def _link(name: str, query: str, words: str, more: str = "") -> str:
    aloud = f'<span class="aloud">{text(more)}</span>' if more else ""
    return f'<a href="api/export/{name}?{text(query)}" download data-file>{text(words)}{aloud}</a>'
