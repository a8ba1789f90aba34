"""From a map to ``networkx``: records become plain attributes, so that any networkx code can use them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx as nx

from graph.records.edge import Edge
from graph.records.header import Header
from graph.records.node import Node
from graph.records.vocabulary import Direction


def build_network(header: Header, nodes: Iterable[Node], edges: Iterable[Edge]) -> nx.DiGraph[str]:
    """Nodes and edges of a map as a ``networkx.DiGraph``.

    Args:
        header: what the map says of itself; the graph carries its title, version and disclaimer.
        nodes: the nodes, with both ends of every edge.
        edges: the edges; all of them are taken, associations too.

    Returns:
        A graph whose nodes and edges carry their record's fields as strings and numbers; lists are joined
        with ``"; "``, and a field without a value is left out.
    """
    network: nx.DiGraph[str] = nx.DiGraph(
        name=header.title,
        version=header.version,
        disclaimer=header.disclaimer,
    )
    for node in nodes:
        network.add_node(node.id, **_node_fields(node))
    for edge in edges:
        network.add_edge(edge.source, edge.target, **_edge_fields(edge))
    return network


def _node_fields(node: Node) -> dict[str, Any]:
    fields = {
        "name": node.name,
        "claim": node.claim,
        "kind": node.kind.value,
        "lane": node.lane,
        "change": node.change.value,
        "plain": node.plain,
        "detail": node.detail,
        "synonyms": "; ".join(node.synonyms),
        "measured_by": node.measured_by,
        "core": int(node.core),
        "xrefs": "; ".join(node.xrefs),
        "clinical": node.clinical,
        "phrase": node.phrase,
        "inside": node.inside,
        "plural": int(node.plural),
    }
    return _given(fields)


def _edge_fields(edge: Edge) -> dict[str, Any]:
    supports, disputes = edge.found(Direction.SUPPORTS), edge.against
    fields = {
        "id": edge.id,
        "effect": edge.effect.value,
        "sign": edge.effect.sign,
        "directness": edge.directness.value,
        "status": edge.status.value,
        "compensation": int(edge.compensation),
        "harm": int(edge.harm),
        "certainty": edge.certainty.value,
        "contested": int(edge.contested),
        "plain": edge.plain,
        "detail": edge.detail,
        "why": edge.why,
        "uncertainty": edge.uncertainty,
        "why_differ": edge.why_differ,
        "onset": edge.onset.value,
        "reversible": edge.reversible.value,
        "ending": edge.ending,
        "supports": len(supports),
        "disputes": len(disputes),
        "references": "; ".join(item.ref for item in edge.evidence),
    }
    return _given(fields)


def _given(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value not in (None, "")}
