"""The pictures of a map, overview and full, built once with pyvis; the only file that knows pyvis.

Boxes and arrows have one home each, so the drawing is the same for every question: it is served as a file
that browsers keep (``/assets/map/<fingerprint>.json``), and a choice sends only which ids are lit.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from pyvis.network import Network

from app.palette import ASSOCIATION_DASH, INKS, LINES, SHAPES, THEMES
from graph import CausalMap
from graph.layout import ArrowSpec, BoxSpec, Layout, lay_out
from graph.model import Node
from graph.overview import Arrow, Extract, arrow_link, extract
from graph.vocabulary import Certainty, Kind, Scope


@dataclass(frozen=True)
class Picture:
    """The drawing of one map as JSON text, and a fingerprint that changes whenever the text does."""

    text: str
    fingerprint: str


@lru_cache(maxsize=16)
def picture_of(causal_map: CausalMap, scope: Scope) -> Picture:
    """Draw a map: place the boxes, route the arrows, hand both to pyvis and take its data."""
    shown = extract(causal_map, scope)
    layout = layout_of(causal_map, scope)
    network = Network(directed=True, cdn_resources="local")
    network.toggle_physics(False)
    for node in shown.nodes:
        _add_box(network, node, layout)
    for arrow in shown.arrows:
        _add_arrow(network, arrow, layout, causal_map.node)
    nodes, edges, _, _, _, options = network.get_network_data()
    drawing = {
        "title": causal_map.header.title,
        "scope": shown.scope.value,
        "nodes": nodes,
        "edges": edges,
        "options": json.loads(options),
        "width": layout.width,
        "height": layout.height,
        "lanes": _lanes(causal_map, layout),
        **_legend(shown),
    }
    text = json.dumps(drawing, ensure_ascii=False, separators=(",", ":"))
    return Picture(text, hashlib.sha256(text.encode()).hexdigest()[:16])


@lru_cache(maxsize=16)
def layout_of(causal_map: CausalMap, scope: Scope) -> Layout:
    """The homes of all boxes and arrows of a map; they depend on nothing that is chosen."""
    shown = extract(causal_map, scope)
    return lay_out(
        [lane.id for lane in causal_map.header.lanes],
        [BoxSpec(node.id, node.lane, node.claim, SHAPES[node.kind].shape) for node in shown.nodes],
        [ArrowSpec(arrow.id, arrow.source, arrow.target) for arrow in shown.arrows],
    )


def _add_box(network: Network, node: Node, layout: Layout) -> None:
    box, shape = layout.boxes[node.id], SHAPES[node.kind]
    ink = INKS["light"][node.kind]
    network.add_node(
        node.id,
        label="\n".join(box.lines),
        shape="ellipse" if shape.shape == "ellipse" else "box",
        color={"background": ink.fill, "border": ink.border},
        # Plain floats: a numpy float silently turns pyvis's whole data into a string.
        x=float(box.x),
        y=float(box.y),
        physics=False,
        width=float(box.width),
        height=float(box.height),
        kind=node.kind.value,
        claim=node.claim,
        plain=node.plain,
    )


def _add_arrow(network: Network, arrow: Arrow, layout: Layout, by_id: dict[str, Node]) -> None:
    network.add_edge(
        arrow.source,
        arrow.target,
        id=arrow.id,
        points=[[round(x, 1), round(y, 1)] for x, y in layout.routes[arrow.id]],
        effect=arrow.effect.value,
        certainty=arrow.certainty.value,
        contested=arrow.contested,
        link=arrow_link(by_id[arrow.source], arrow, by_id[arrow.target]).value,
        steps=len(arrow.steps),
        physics=False,
    )


def _lanes(causal_map: CausalMap, layout: Layout) -> list[dict[str, Any]]:
    columns = {column.id: column for column in layout.lanes}
    return [
        {"id": lane.id, "name": lane.name, "x": columns[lane.id].x, "width": columns[lane.id].width}
        for lane in causal_map.header.lanes
    ]


def _legend(shown: Extract) -> dict[str, Any]:
    """Everything the page needs to draw and to explain the kinds and the lines."""
    used = {node.kind for node in shown.nodes}
    return {
        "kinds": {
            kind.value: {
                "label": kind.label,
                "definition": kind.definition,
                **asdict(SHAPES[kind]),
                **{theme: asdict(inks[kind]) for theme, inks in INKS.items()},
            }
            for kind in Kind
            if kind in used
        },
        "lines": {
            tier.value: {"label": tier.label, "definition": tier.definition, **asdict(LINES[tier])}
            for tier in Certainty
        },
        "associationDash": list(ASSOCIATION_DASH),
        "themes": {name: asdict(theme) for name, theme in THEMES.items()},
    }
