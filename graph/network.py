"""From a map to ``networkx``: records become plain attributes, so that any networkx code can use them."""

from __future__ import annotations

from typing import Any

import networkx as nx

from graph.model import CausalMap, Edge, Node
from graph.vocabulary import Direction


def build_network(causal_map: CausalMap, *, associations: bool = False) -> nx.DiGraph[str]:
    """The map as a ``networkx.DiGraph``.

    Args:
        causal_map: the map.
        associations: also take the associated-with edges; without them every edge is a causal step.

    Returns:
        A graph whose nodes and edges carry their record's fields as strings and numbers; lists are joined
        with ``"; "``, and a field without a value is left out.
    """
    network: nx.DiGraph[str] = nx.DiGraph(
        name=causal_map.header.title,
        version=causal_map.header.version,
        disclaimer=causal_map.header.disclaimer,
    )
    for node in causal_map.nodes:
        network.add_node(node.id, **_node_fields(node))
    for edge in causal_map.edges:
        if edge.causal or associations:
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
    }
    return _given(fields)


def _edge_fields(edge: Edge) -> dict[str, Any]:
    supports, disputes = edge.found(Direction.SUPPORTS), edge.found(Direction.DISPUTES)
    fields = {
        "id": edge.id,
        "effect": edge.effect.value,
        "sign": edge.effect.sign,
        "directness": edge.directness.value,
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
        "supports": len(supports),
        "disputes": len(disputes),
        "references": "; ".join(item.ref for item in edge.evidence),
    }
    return _given(fields)


def _given(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value not in (None, "")}
