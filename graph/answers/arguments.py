"""How a question may name a route.

Nodes are read in ``graph.search.nodes``, everything else in ``graph.records.arguments``.
"""

from __future__ import annotations

from graph.paths.causal_path import RouteCount
from graph.records.causal_map import CausalMap
from graph.records.display import quoted
from graph.records.header import OTHER_ROUTE, Route


def require_route(causal_map: CausalMap, value: object) -> str:
    """The id of a route of the map, given as its id, its record or the route of an answer.

    Raises:
        TypeError: it is none of these.
        ValueError: the map has no such route.
    """
    name = value.id if isinstance(value, Route | RouteCount) else value
    known = [*(route.id for route in causal_map.header.routes), OTHER_ROUTE]
    refusal = f"the route must be one of {', '.join(known)}, or a Route, not {quoted(name)}"
    if not isinstance(name, str):
        raise TypeError(refusal)
    if name not in known:
        raise ValueError(refusal)
    return name
