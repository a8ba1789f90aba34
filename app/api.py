"""What the page asks the server between choices: the drawing of the map, and names as somebody types."""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.maps import current_map
from app.picture import picture_of
from graph import CausalMap, Match, UnknownNode, find, reachable_targets

LONGEST_QUERY = 120


async def drawing(request: Request) -> Response:
    """The picture of the map as JSON; its name holds a fingerprint, so a browser may keep it for good."""
    picture = await run_in_threadpool(lambda: picture_of(current_map()))
    if request.path_params["fingerprint"] != picture.fingerprint:
        return Response("This drawing is out of date; load the page again.", status_code=404)
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(picture.text, media_type="application/json", headers=headers)


async def names(request: Request) -> Response:
    """The nodes a text may mean, best first, in the shape of ``therefore find --json``.

    With ``from``, only what that node reaches, each with its number of paths (``paths``, ``exact``). Without
    a text, everything in the order of the map.
    """
    text = request.query_params.get("q", "")[:LONGEST_QUERY]
    source = request.query_params.get("from", "")[:LONGEST_QUERY]
    return JSONResponse(await run_in_threadpool(_names, current_map(), text, source))


def _names(causal_map: CausalMap, text: str, source: str) -> list[dict[str, Any]]:
    matches = find(causal_map, text, limit=12 if not source else 200) if text.strip() else _all(causal_map)
    found = [
        {
            "id": match.id,
            "name": match.name,
            "kind": match.kind,
            "score": match.score,
            "matched": match.matched,
        }
        for match in matches
    ]
    if not source:
        return found
    try:
        counts = reachable_targets(causal_map, source)
    except UnknownNode:
        return []
    return [
        {**match, "paths": counts[match["id"]].total, "exact": counts[match["id"]].exact}
        for match in found
        if match["id"] in counts
    ]


def _all(causal_map: CausalMap) -> list[Match]:
    order = {lane.id: number for number, lane in enumerate(causal_map.header.lanes)}
    nodes = sorted(causal_map.nodes, key=lambda node: (order[node.lane], node.name))
    return [Match(node.id, node.name, node.kind.value, 0.0, node.name) for node in nodes]


API_ROUTES = [
    Route("/assets/map/{fingerprint}.json", drawing),
    Route("/api/find", names),
]
