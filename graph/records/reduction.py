"""What stays of a map's header, references and tours when some of its nodes and edges go."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx

from graph.records.display import quoted
from graph.records.edge import Edge
from graph.records.header import Header
from graph.records.node import Node
from graph.records.reference import Reference
from graph.records.tour import Tour


def reduced_header(header: Header, nodes: Sequence[Node], edges: Sequence[Edge]) -> Header:
    """The header with routes, retired ids and default ends that name no other node than these.

    When the default start goes, the first node that still leads to the default target takes its place; one
    of the overview, where there is any.

    Raises:
        ValueError: the default target would go, and a map is nothing without what it asks about.
    """
    left = {node.id for node in nodes}
    if header.default_target not in left:
        target = quoted(header.default_target)
        raise ValueError(f"{target} is the default target of this map and must stay, take out other nodes")
    routes = (
        route.model_copy(update={"through": tuple(name for name in route.through if name in left)})
        for route in header.routes
    )
    return header.model_copy(
        update={
            "routes": tuple(route for route in routes if route.through),
            "false_chains": tuple(chain for chain in header.false_chains if left.issuperset(chain.stops)),
            "common_starts": tuple(name for name in header.common_starts if name in left),
            "retired": tuple(retired for retired in header.retired if retired.now in left),
            "default_start": _start(header, nodes, edges),
        }
    )


def _start(header: Header, nodes: Sequence[Node], edges: Sequence[Edge]) -> str:
    if any(node.id == header.default_start for node in nodes):
        return header.default_start
    network: nx.DiGraph[str] = nx.DiGraph([(edge.source, edge.target) for edge in edges if edge.supported])
    network.add_node(header.default_target)
    leading = nx.ancestors(network, header.default_target)
    starts = sorted((node for node in nodes if node.id in leading), key=lambda node: not node.core)
    return starts[0].id if starts else header.default_target


def reduced_references(
    references: Sequence[Reference], before: Sequence[Edge], after: Sequence[Edge]
) -> tuple[Reference, ...]:
    """The references without those whose last use went."""
    gone = _used(before) - _used(after)
    return tuple(reference for reference in references if reference.id not in gone)


def _used(edges: Sequence[Edge]) -> set[str]:
    return {item.ref for edge in edges for item in edge.evidence}


def reduced_tours(tours: Sequence[Tour], edges: Sequence[str]) -> tuple[Tour, ...]:
    """The tours that can still be told: every edge they tell or lean on is among these."""
    left = set(edges)
    return tuple(tour for tour in tours if _needs(tour) <= left)


def _needs(tour: Tour) -> set[str]:
    told = {step.edge for step in tour.steps if step.edge is not None}
    return told.union(*(point.edges for point in tour.key_points))
