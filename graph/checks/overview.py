"""The overview must fit a screen, and begin and end where the map does."""

from __future__ import annotations

from collections.abc import Iterator

from graph.checks.reporting import problem
from graph.records.causal_map import CausalMap
from graph.records.problems import Problem

MOST_CORE = 40
"""Some forty boxes are readable on a page 1280 pixels wide."""


def overview_is_small(causal_map: CausalMap) -> Iterator[Problem]:
    """At most forty nodes are core; if any is, then the default start and target are."""
    core = [node.id for node in causal_map.nodes if node.core]
    for node_id in core[MOST_CORE:]:
        what = f"{node_id!r} is one core node more than the {MOST_CORE} that can be read at a glance"
        yield problem(causal_map, ("node", node_id, "core"), what, "let it be a detail: remove `core: true`")
    header = causal_map.header
    ends = {"default_start": header.default_start, "default_target": header.default_target}
    for field, node_id in ends.items():
        if core and node_id in causal_map.node and node_id not in core:
            what = f"{node_id!r} is the {field} but a detail"
            yield problem(causal_map, ("map", field), what, "mark the node with `core: true`")
