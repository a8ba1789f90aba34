"""What the page asks the server between choices: the drawing, names as somebody types, a step's evidence.

The endpoints are plain functions, so each runs in a thread: reading a changed map holds nobody else up. While
the map has faults, whatever needs it answers 503 and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from app.current_map import current_map, faults_in_short
from app.drawing.picture import made_picture
from app.serving.names import names
from app.words.edge import evidence_of
from graph import MapError
from graph.evidence.reference_list import Selection, select
from graph.formats import REFERENCE_FORMATS
from graph.records.vocabulary import Level

Endpoint = Callable[[Request], Response]


def drawing(request: Request) -> Response:
    """A picture as JSON; its name is a fingerprint of the text, so a browser may keep it for good.

    Only what a page, or the warm-up, has drawn is handed out: a name that nobody gave costs a look-up.
    """
    picture = made_picture(request.path_params["fingerprint"])
    if picture is None:
        return Response("This drawing is out of date; load the page again.", status_code=404)
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(picture.text, media_type="application/json", headers=headers)


def references(request: Request) -> Response:
    """The references that the Evidence page shows under the same parameters, in one of the formats."""
    causal_map = current_map()
    for write, ending, media_type in REFERENCE_FORMATS.values():
        if ending == request.path_params["ending"]:
            selection = Selection.read(request.query_params)
            shown = [entry.reference for entry in select(causal_map, selection)]
            header = causal_map.header
            note = f"{header.title}, version {header.version}, {header.date}. {header.disclaimer}"
            headers = {"Content-Disposition": f'attachment; filename="references.{ending}"'}
            return Response(write(shown, note=note), media_type=media_type, headers=headers)
    return Response("There is no such format.", status_code=404)


def evidence(request: Request) -> Response:
    """What stands behind one step, as the markup that the page puts under it when it is opened."""
    causal_map = current_map()
    edge = causal_map.edge.get(request.path_params["edge"])
    level = request.query_params.get("level", Level.PLAIN)
    if edge is None or level not in list(Level):
        return Response("There is no such step.", status_code=404)
    return HTMLResponse(evidence_of(causal_map, edge, Level(level)), headers={"Cache-Control": "no-cache"})


def _unless_faulty(answer: Endpoint) -> Endpoint:
    """The endpoint, which says in words that the map has faults instead of ending in an error."""

    @wraps(answer)
    def endpoint(request: Request) -> Response:
        try:
            return answer(request)
        except MapError as error:
            return Response(faults_in_short(error), status_code=503, headers={"Cache-Control": "no-store"})

    return endpoint


API_ROUTES = [
    Route("/assets/map/{fingerprint}.json", drawing),
    Route("/api/find", _unless_faulty(names)),
    Route("/api/evidence/{edge}", _unless_faulty(evidence)),
    Route("/api/references.{ending}", _unless_faulty(references)),
]
