"""What can be carried home from the server: files of a lecture or of a subgraph of the map, and QR codes.

``/api/export/pptx?tour=drain-route`` has the words of ``app.state.lecture_state``. A page answers an
address that it cannot use with something near; a file would outlive the notice, so here that is an error.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from app.current_map import current_map, faults_in_short
from app.serving.file_cache import Busy, FileCache
from app.state.explore_view import make_explore_view
from app.state.lecture_state import LectureState, read_lecture_state
from app.state.view_state import read_view_state
from app.takeaway.exports import LECTURE_EXPORTS, VIEW_EXPORTS
from app.takeaway.qr import qr_svg
from graph import CausalMap, Lecture, MapError, causal_paths
from graph.formats import SUBGRAPH_FORMATS
from graph.paths.subgraph import Subgraph, every_path, whole_map

SUBGRAPH_FILES = {
    "graphml": ("graphml", "application/xml"),
    "cytoscape": ("cyjs", "application/json"),
    "mermaid": ("mmd", "text/plain"),
    "dot": ("dot", "text/vnd.graphviz"),
    "dagitty": ("txt", "text/plain"),
    "csv": ("csv", "text/csv"),
}
"""Ending and media type of each format for a subgraph of a map."""

_CHOICE = ("tour", "from", "to", "path", "gate", "block", "proposed", "level")
_SOMETHING_ELSE = "No file was made, since the page would show something else than was asked for."
_LONGEST_SHOWN = 40
_LONGEST_PAGE = 200
_files = FileCache()


class Refused(Exception):
    """There is no such file: ``status`` for programs, ``str()`` for people."""

    def __init__(self, status: int, words: str) -> None:
        """Keep both."""
        self.status = status
        super().__init__(words)


@dataclass(frozen=True)
class Download:
    """A file that can be made.

    Attributes:
        key: two downloads with the same key are the same file.
        label: what it is, for people.
        name: the file's name, in ASCII.
        media_type: what kind of file it is.
        make: makes the content.
    """

    key: tuple[object, ...]
    label: str
    name: str
    media_type: str
    make: Callable[[], bytes]


def find_download(causal_map: CausalMap, name: str, query: Mapping[str, str], page: str = "") -> Download:
    """The file that an address asks for.

    Args:
        causal_map: the map.
        name: the format, as ``therefore export`` calls it.
        query: the lecture as on its page. For other programs also ``whole=1``, the whole map, and ``all=1``,
            everything on the causal paths between ``from`` and ``to``. For a picture of a view, the view
            as on the Explore page.
        page: the address of the page that asks, without parameters; empty where it is not known.

    Raises:
        Refused: there is no such format, lecture, node or path, or the parameters do not go together.
    """
    whole, everything = (query.get(key, "0") not in ("", "0") for key in ("whole", "all"))
    if name in LECTURE_EXPORTS:
        if whole or everything:
            raise Refused(422, f"{name} tells one chain; leave out `whole` and `all`.")
        return _of_lecture(causal_map, name, query)
    if name in VIEW_EXPORTS:
        return _of_view(causal_map, name, query, page)
    if name not in SUBGRAPH_FILES:
        known = ", ".join((*LECTURE_EXPORTS, *VIEW_EXPORTS, *SUBGRAPH_FILES))
        raise Refused(404, f"There is no format “{name[:_LONGEST_SHOWN]}”; there are: {known}.")
    if whole:
        return _of_map(causal_map, name)
    return _of_all_paths(causal_map, name, query) if everything else _of_chain(causal_map, name, query)


async def download(request: Request) -> Response:
    """The file, to be saved under a name that says what it is."""
    name, query = request.path_params["format"], dict(request.query_params)
    page = _page_that_asks(request)
    try:
        found = await run_in_threadpool(lambda: find_download(current_map(), name, query, page))
    except Refused as refusal:
        return _said(refusal.status, str(refusal))
    except MapError as error:
        return _said(503, faults_in_short(error))
    try:
        content = await _files.file(found.key, found.make)
    except Busy:
        return _said(503, "Many files are being made just now; try again in a minute.", retry=60)
    except Exception:
        logging.getLogger(__name__).exception("%s cannot be made", found.name)
        return _said(500, f"{found.label} cannot be made; the log of the server says why.")
    headers = {"Content-Disposition": f'attachment; filename="{found.name}"', "Cache-Control": "no-cache"}
    return Response(content, media_type=found.media_type, headers=headers)


def qr_code(request: Request) -> Response:
    """The address ``to`` as a QR code."""
    address = request.query_params.get("to", "")
    if not address.startswith(("http://", "https://")):
        return _said(422, "Give the address behind `to`, beginning with http:// or https://.")
    try:
        return Response(qr_svg(address), media_type="image/svg+xml", headers={"Cache-Control": "no-cache"})
    except ValueError as error:
        return _said(422, str(error))


def _page_that_asks(request: Request) -> str:
    """The address under which the visitor sees the page, which may not be the one that this server has."""
    asks = urlsplit(request.headers.get("referer", ""))
    page = f"{asks.scheme}://{asks.netloc}{asks.path}"
    return page if asks.scheme in ("http", "https") and len(page) <= _LONGEST_PAGE else ""


def _of_view(causal_map: CausalMap, name: str, query: Mapping[str, str], page: str) -> Download:
    """The picture of a view, when it is exactly what was asked for."""
    explore_view = make_explore_view(causal_map, *read_view_state(causal_map, query))
    if explore_view.notices:
        raise Refused(404, " ".join([_SOMETHING_ELSE, *explore_view.notices]))
    export, view = VIEW_EXPORTS[name], explore_view.view.pictured
    title = f"{causal_map.header.id}-{view.start}-to-{view.target}-{view.show.value}"
    label = f"{export.label} of this view"
    return Download(
        (causal_map, name, view.link(), page),
        label,
        f"therefore-{title}.{export.ending}",
        export.media_type,
        lambda: export.make(explore_view, page),
    )


def _of_lecture(causal_map: CausalMap, name: str, query: Mapping[str, str]) -> Download:
    lecture, lecture_state = _told(causal_map, query)
    export = LECTURE_EXPORTS[name]
    key = (causal_map, name, lecture_state.address)
    file = f"therefore-{_file_name(causal_map, lecture, lecture_state)}.{export.ending}"
    return Download(key, export.label, file, export.media_type, lambda: export.make(lecture))


def _of_chain(causal_map: CausalMap, name: str, query: Mapping[str, str]) -> Download:
    lecture, lecture_state = _told(causal_map, query)
    key = (causal_map, name, lecture_state.address)
    return _of_subgraph(key, name, _file_name(causal_map, lecture, lecture_state), lecture.subgraph)


def _of_all_paths(causal_map: CausalMap, name: str, query: Mapping[str, str]) -> Download:
    if query.get("tour"):
        raise Refused(422, "A tour is one chain; leave out `tour` or `all`.")
    _, lecture_state = _told(causal_map, {key: value for key, value in query.items() if key != "path"})
    view = lecture_state.view
    ends = view.start, view.target
    subgraph = every_path(causal_map, *ends, **view.conditions)
    if not subgraph.edges:  # a path that the gate breaks can be told, but is none of these
        raise Refused(404, causal_paths(causal_map, *ends, limit=0, **view.conditions).verdict)
    key = (causal_map, name, "all", ends, *view.conditions.values())
    return _of_subgraph(key, name, f"{causal_map.header.id}-all-{view.start}-to-{view.target}", subgraph)


def _of_map(causal_map: CausalMap, name: str) -> Download:
    return _of_subgraph((causal_map, name, "whole"), name, causal_map.header.id, whole_map(causal_map))


def _of_subgraph(key: tuple[object, ...], name: str, title: str, subgraph: Subgraph) -> Download:
    ending, media_type = SUBGRAPH_FILES[name]
    write = SUBGRAPH_FORMATS[name]
    return Download(key, name, f"therefore-{title}.{ending}", media_type, lambda: write(subgraph).encode())


def _told(causal_map: CausalMap, query: Mapping[str, str]) -> tuple[Lecture, LectureState]:
    """The lecture, when it is exactly what was asked for."""
    lecture_state = read_lecture_state(causal_map, {key: query[key] for key in _CHOICE if key in query})
    if lecture_state.lecture is None and len(lecture_state.notices) == 1:
        raise Refused(404, lecture_state.notices[0])
    if lecture_state.lecture is None or lecture_state.notices:
        raise Refused(404, " ".join([_SOMETHING_ELSE, *lecture_state.notices]))
    return lecture_state.lecture, lecture_state


def _file_name(causal_map: CausalMap, lecture: Lecture, lecture_state: LectureState) -> str:
    """The id of the map, the key of the lecture, and which path it is when that is not the best one."""
    name, number = f"{causal_map.header.id}-{lecture.key}", lecture_state.query.get("path")
    return f"{name}-path-{number}" if number else name


def _said(status: int, words: str, retry: int | None = None) -> Response:
    """A refusal; ``retry`` is after how many seconds to try again."""
    later = {"Retry-After": str(retry)} if retry else {}
    return PlainTextResponse(words, status, headers={"Cache-Control": "no-store", **later})


DOWNLOAD_ROUTES = [Route("/api/export/{format}", download), Route("/api/qr.svg", qr_code)]
