"""Nothing on the map stands alone."""

from __future__ import annotations

from collections.abc import Iterator

from graph.checks.joins import unknown_ends
from graph.checks.reporting import problem
from graph.records.causal_map import CausalMap
from graph.records.problems import Problem


def nothing_stands_alone(causal_map: CausalMap) -> Iterator[Problem]:
    """Every node is an end of at least one edge."""
    if unknown_ends(causal_map):
        return  # a node without an edge may be what a misspelt end means
    joined = {end for edge in causal_map.edges for end in (edge.source, edge.target)}
    for node in causal_map.nodes:
        if node.id not in joined:
            what = f"the node {node.id!r} has no edge"
            yield problem(causal_map, ("node", node.id), what, "join it to the map or remove it")
