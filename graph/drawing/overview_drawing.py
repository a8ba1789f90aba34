"""The overview in its lanes, with places kept for the details that a question shows."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from graph.drawing.palette import SHAPES
from graph.layout import ArrowSpec, BoxSpec
from graph.layout.kept_places import KeptLayout, lay_out_with_places
from graph.paths.company import company_of_details
from graph.paths.overview import extract
from graph.records.causal_map import CausalMap
from graph.records.node import Node
from graph.records.vocabulary import Level, Scope


@lru_cache(maxsize=16)
def overview_layout(causal_map: CausalMap) -> KeptLayout:
    """The core of a map in its lanes, and the places of its details; the same at both reading levels."""
    shown = extract(causal_map, Scope.OVERVIEW)
    return lay_out_with_places(
        [lane.id for lane in causal_map.header.lanes],
        [box_at_both_levels(node) for node in shown.nodes],
        [ArrowSpec(arrow.id, arrow.source, arrow.target) for arrow in shown.arrows],
        [box_at_both_levels(node) for node in causal_map.nodes if node.id not in shown.ids],
        [(edge.source, edge.target) for edge in causal_map.edges if edge.supported],
        company_of_details(causal_map),
    )


def box_of(node: Node) -> BoxSpec:
    """A node as the layout takes it."""
    return BoxSpec(node.id, node.lane, node.claim, SHAPES[node.kind].shape)


def box_at_both_levels(node: Node) -> BoxSpec:
    """A box that has room for what it says at either level."""
    box, precise = box_of(node), node.in_words(Level.CLINICAL).claim
    return box if precise == box.label else replace(box, also=precise)
