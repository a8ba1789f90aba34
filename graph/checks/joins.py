"""Everything that names something else must name something that is there."""

from __future__ import annotations

from collections.abc import Iterator

from graph.checks.reporting import did_you_mean, problem
from graph.records.causal_map import CausalMap
from graph.records.header import OTHER_ROUTE
from graph.records.problems import Problem


def unknown_ends(causal_map: CausalMap) -> set[str]:
    """What edges name and the map does not have; while there is any, what seems missing may be misspelt."""
    ends = {end for edge in causal_map.edges for end in (edge.source, edge.target)}
    return ends - causal_map.node.keys()


def edges_join_known_nodes(causal_map: CausalMap) -> Iterator[Problem]:
    """Both ends of an edge are nodes of the map, and not the same one."""
    for edge in causal_map.edges:
        for end, name in (("source", edge.source), ("target", edge.target)):
            if name not in causal_map.node:
                cure = _node_meant(causal_map, name, "add the node or remove the edge")
                yield problem(causal_map, ("edge", edge.id, end), f"there is no node {name!r}", cure)
        if edge.source == edge.target and edge.source in causal_map.node:
            what = f"{edge.source!r} is joined to itself"
            yield problem(causal_map, ("edge", edge.id, "target"), what, "name another node as the target")


def nodes_stand_in_known_lanes(causal_map: CausalMap) -> Iterator[Problem]:
    """Every node stands in a lane that ``map.yaml`` declares."""
    lanes = [lane.id for lane in causal_map.header.lanes]
    for node in causal_map.nodes:
        if node.lane not in lanes:
            cure = did_you_mean(node.lane, lanes, f"use one of: {', '.join(lanes)}")
            yield problem(causal_map, ("node", node.id, "lane"), f"there is no lane {node.lane!r}", cure)


def header_names_known_nodes(causal_map: CausalMap) -> Iterator[Problem]:
    """Start, target, routes and retired ids name nodes; nothing is declared twice or reserved."""
    header = causal_map.header
    named: list[tuple[tuple[str, ...], str]] = []
    named += [(("default_start",), header.default_start), (("default_target",), header.default_target)]
    named += [(("common_starts", str(at)), name) for at, name in enumerate(header.common_starts)]
    for index, route in enumerate(header.routes):
        named += [
            (("routes", str(index), "through", str(number)), name)
            for number, name in enumerate(route.through)
        ]
    for where, name in named:
        if name not in causal_map.node:
            cure = _node_meant(causal_map, name, "name a node of this map")
            yield problem(causal_map, ("map", *where), f"there is no node {name!r}", cure)
    for group in ("lanes", "routes", "retired"):
        seen: set[str] = set()
        for index, record in enumerate(getattr(header, group)):
            if record.id in seen:
                what = f"{record.id!r} is declared twice"
                yield problem(causal_map, ("map", group, str(index)), what, "keep one of the two")
            seen.add(record.id)
    for index, retired in enumerate(header.retired):
        where = ("map", "retired", str(index))
        if retired.id in causal_map.node:
            what = f"{retired.id!r} is retired and is a node"
            yield problem(causal_map, (*where, "id"), what, "remove one of the two")
        if retired.now not in causal_map.node:
            cure = did_you_mean(retired.now, causal_map.node, "name the node that took its place")
            yield problem(causal_map, (*where, "now"), f"there is no node {retired.now!r}", cure)
    for index, route in enumerate(header.routes):
        if route.id == OTHER_ROUTE:
            what = f"{route.id!r} is the word for the paths of no route"
            yield problem(causal_map, ("map", "routes", str(index), "id"), what, "name the route otherwise")


def _node_meant(causal_map: CausalMap, name: str, otherwise: str) -> str:
    """What to write for a node that is not there: what took its place, or the nearest one."""
    heir = causal_map.now.get(name)
    if heir in causal_map.node:
        return f"write {heir!r}, which took its place"
    return did_you_mean(name, causal_map.node, otherwise)
