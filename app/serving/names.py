"""The names that a finder offers as somebody types, in groups, and what to offer when nothing fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from app.current_map import current_map
from graph import CausalMap, Match, UnknownNode, find, on_paths, reachable_targets
from graph.paths.counting import Count
from graph.records.node import Node
from graph.records.vocabulary import Level
from graph.search.nodes import resolve, suggest

LONGEST_QUERY = 120
MOST_FOUND = 12
MOST_NEARBY = 3

OFTEN_ASKED = "Often asked"
"""Over the starts that a map names first, and over its usual target."""

Offered = Mapping[str, Count | None]
"""What may be chosen, by id, with the number of paths to it where that is told."""


def names(request: Request) -> Response:
    """What a finder offers for ``q``; see :func:`offer`.

    Parameters beside ``q``: ``from`` where a target is sought, ``from`` and ``to`` where a node between is
    sought; ``proposed=1`` goes by steps that are only proposed as well; ``level`` says by which names.
    """
    asked = request.query_params
    text, source, target = (asked.get(key, "")[:LONGEST_QUERY] for key in ("q", "from", "to"))
    proposed = asked.get("proposed") == "1"
    level = asked.get("level", Level.PLAIN)
    causal_map = current_map().in_words(Level(level) if level in list(Level) else Level.PLAIN)
    return JSONResponse(offer(causal_map, text, source, target, proposed=proposed))


def offer(
    causal_map: CausalMap, text: str, source: str = "", target: str = "", *, proposed: bool = False
) -> dict[str, Any]:
    """The nodes that somebody may mean, and what to say when there is none.

    Args:
        causal_map: the map.
        text: what was typed; nothing for the whole list.
        source: the start, where a target is sought: only what it reaches is offered, with numbers of paths.
        target: the target, where a node between the two is sought: only what lies on a path is offered.
        proposed: whether steps that are only proposed count.

    Returns:
        ``groups``: each a ``name`` ("" for what was found) and its nodes as ``found``, in the shape of
        ``therefore find --json``, with ``paths`` and ``exact`` where paths are counted. ``nearby``: nodes to
        offer when nothing was found. ``apart``: the node that was meant although it cannot be chosen, as
        ``id``, ``name``, ``start`` (it is the start itself) and ``back`` (a path leads from it to the start).
    """
    try:
        offered = _offered(causal_map, source, target, proposed)
    except UnknownNode:
        return {"groups": [], "nearby": [], "apart": None}
    if not text.strip():
        groups = _whole_list(causal_map, offered, is_target=bool(source and not target))
        return {"groups": groups, "nearby": [], "apart": None}
    matches = find(causal_map, text, limit=None)
    found = [match for match in matches if match.id in offered][:MOST_FOUND]
    best = found[0].score if found else 0.0
    # As good a match that can be chosen is what was meant.
    apart = matches[0] if matches and matches[0].score > best and source and not target else None
    near = suggest(causal_map, text, limit=None) if not matches else []
    return {
        "groups": [{"name": "", "found": [_told(match, offered) for match in found]}] if found else [],
        "nearby": [_told(match, offered) for match in near if match.id in offered][:MOST_NEARBY],
        "apart": _told_apart(causal_map, apart, source, proposed) if apart else None,
    }


def _offered(causal_map: CausalMap, source: str, target: str, proposed: bool) -> Offered:
    if source and target:
        between = on_paths(causal_map, source, target, proposed=proposed).nodes
        return dict.fromkeys(between - {resolve(causal_map, source), resolve(causal_map, target)})
    if source:
        return reachable_targets(causal_map, source, proposed=proposed)
    return dict.fromkeys(causal_map.node)


def _whole_list(causal_map: CausalMap, offered: Offered, *, is_target: bool) -> list[dict[str, Any]]:
    """Everything on offer: what is often asked, then lane by lane; for a target the last lane comes first."""
    header = causal_map.header
    often: Iterable[str] = ()
    lanes = list(header.lanes)
    if is_target:
        often, lanes = (header.default_target,), [lanes[-1], *lanes[:-1]]
    elif len(offered) == len(causal_map.node):
        often = header.common_starts
    by_name = sorted(causal_map.nodes, key=lambda node: node.name)
    groups = [(OFTEN_ASKED, [causal_map.node[name] for name in often])]
    groups += [(lane.name, [node for node in by_name if node.lane == lane.id]) for lane in lanes]
    listed = [
        (name, [_told(_match(node), offered) for node in nodes if node.id in offered])
        for name, nodes in groups
    ]
    return [{"name": name, "found": found} for name, found in listed if found]


def _match(node: Node) -> Match:
    return Match(node.id, node.name, node.kind.value, 0.0, node.name)


def _told(match: Match, offered: Offered) -> dict[str, Any]:
    said = {key: getattr(match, key) for key in ("id", "name", "kind", "score", "matched")}
    count = offered[match.id]
    return said if count is None else {**said, "paths": count.total, "exact": count.exact}


def _told_apart(causal_map: CausalMap, match: Match, source: str, proposed: bool) -> dict[str, Any]:
    start = resolve(causal_map, source)
    back = start in reachable_targets(causal_map, match.id, proposed=proposed)
    return {"id": match.id, "name": match.name, "start": match.id == start, "back": back}
