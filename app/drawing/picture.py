"""Drawings through pyvis, as the page takes them; the only file that knows pyvis.

Boxes and arrows have one home each, so the drawing of a map is the same for every question: it is served as
a file that browsers keep (``/assets/map/<fingerprint>.json``), and a choice sends only which ids are lit.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import pyvis
from jinja2 import Environment, FileSystemLoader, select_autoescape
from pyvis.network import Network

from app.drawing.spoken import Speaker
from graph import CausalMap
from graph.drawing.drawings import Drawing, drawing_of_map
from graph.drawing.palette import ASSOCIATION_DASH, INKS, LINES, SHAPES, STATUS_LINES, THEMES
from graph.drawing.view_drawing import Entered
from graph.paths.overview import Arrow, extract
from graph.records.joints import end_of, joints_at
from graph.records.node import Node
from graph.records.vocabulary import Certainty, Kind, Level, Scope


@dataclass(frozen=True)
class Picture:
    """The drawing of one map.

    Attributes:
        text: the drawing as JSON.
        fingerprint: changes whenever the text does.
        rough: whether the map was too tangled for a careful layout.
    """

    text: str
    fingerprint: str
    rough: bool = False


VIS = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
"""The vis-network that the installed pyvis ships: served from there, and written into files."""

MOST_MADE = 16
"""How many pictures are kept: of the present map, and of those before it, for pages that still show them."""

_made: dict[tuple[CausalMap, Scope], Picture] = {}
_drawing = Lock()


def picture_of(causal_map: CausalMap, scope: Scope) -> Picture:
    """The picture of a map as the page fetches it; drawn once, however many ask for it at the same time.

    It speaks at both reading levels, so that who changes the level fetches nothing.
    """
    causal_map = causal_map.in_words(Level.PLAIN)
    key = causal_map, scope
    made = _made.get(key)
    if made is not None:
        return made
    with _drawing:
        if key not in _made:
            picture = _draw(causal_map, scope)
            for oldest in list(_made)[: max(0, len(_made) - MOST_MADE + 1)]:
                del _made[oldest]
            _made[key] = picture
        return _made[key]


def made_picture(fingerprint: str) -> Picture | None:
    """The picture of this name, if it has been drawn; never draws."""
    return next((picture for picture in list(_made.values()) if picture.fingerprint == fingerprint), None)


def _draw(causal_map: CausalMap, scope: Scope) -> Picture:
    shown = extract(causal_map, scope)
    drawing = drawing_of_map(causal_map, scope)
    data = {**picture_data(drawing, causal_map), "scope": shown.scope.value}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Picture(text, hashlib.sha256(text.encode()).hexdigest()[:16], drawing.layout.rough)


def picture_data(drawing: Drawing, causal_map: CausalMap | None = None) -> dict[str, Any]:
    """A drawing as the page's scripts take it: pyvis's nodes, edges and options, lanes and legend.

    Args:
        drawing: what is drawn.
        causal_map: its map. With it boxes and arrows speak at both reading levels, and arrows say their
            sentences; without it they speak at the level of the drawing.
    """
    nodes, edges, _, _, _, options = network_of(drawing, causal_map).get_network_data()
    return {
        "title": drawing.title,
        "level": drawing.level.value,
        "nodes": nodes,
        "edges": edges,
        "options": json.loads(options),
        "width": drawing.layout.width,
        "height": drawing.layout.height,
        "lanes": _lanes(drawing),
        **_legend(drawing, causal_map),
    }


def entered_data(entered: Entered, causal_map: CausalMap) -> dict[str, Any]:
    """What a question adds to the overview, in the shape of the drawing file's nodes and edges.

    ``opened`` are the ids of arrows of the overview that are not drawn meanwhile: their steps are.

    Args:
        entered: the details that entered, and the whole picture.
        causal_map: its map; what entered speaks at its level alone.
    """
    whole = entered.drawing
    speaker = Speaker(whole, causal_map, both=False)
    network = Network(directed=True, cdn_resources="in_line")
    for node in entered.nodes:
        _add_box(network, node, whole, speaker.box(node))
    # pyvis adds no edge whose ends it does not know, and the other ends stand in the drawing file.
    added = {node.id for node in entered.nodes}
    beside = {end for arrow in entered.arrows for end in (arrow.source, arrow.target)} - added
    network.add_nodes(sorted(beside))
    for arrow in entered.arrows:
        _add_arrow(network, arrow, whole, speaker.arrow(arrow))
    nodes, edges, *_ = network.get_network_data()
    return {
        "nodes": [node for node in nodes if node["id"] not in beside],
        "edges": edges,
        "opened": sorted(entered.opened),
    }


def network_of(drawing: Drawing, causal_map: CausalMap | None = None) -> Network:
    """A drawing as a pyvis network: every box at its home, physics off."""
    network = Network(directed=True, cdn_resources="in_line")
    network.toggle_physics(False)
    speaker = Speaker(drawing, causal_map)
    for node in drawing.nodes:
        _add_box(network, node, drawing, speaker.box(node))
    for arrow in drawing.arrows:
        _add_arrow(network, arrow, drawing, speaker.arrow(arrow))
    return network


def page_of(drawing: Drawing, template: Path, words: Mapping[str, Any]) -> str:
    """A whole page made by pyvis's ``generate_html`` on a template of ours.

    Args:
        drawing: the picture; the template gets pyvis's ``nodes``, ``edges`` and ``options``.
        template: a Jinja template; whatever it puts into the page is escaped unless it says otherwise.
        words: what the template needs besides.
    """
    network = network_of(drawing)
    network.templateEnv = Environment(
        loader=FileSystemLoader(template.parent), autoescape=select_autoescape(default=True)
    )
    network.templateEnv.globals.update(words)
    network.path = template.name
    page: str = network.generate_html(f"{template.stem}.html")
    return page


def _add_box(network: Network, node: Node, drawing: Drawing, words: dict[str, Any]) -> None:
    box, shape = drawing.layout.boxes[node.id], SHAPES[node.kind]
    ink = INKS["light"][node.kind]
    network.add_node(
        node.id,
        **words,
        shape="ellipse" if shape.shape == "ellipse" else "box",
        color={"background": ink.fill, "border": ink.border},
        # Plain floats: a numpy float silently turns pyvis's whole data into a string.
        x=float(box.x),
        y=float(box.y),
        physics=False,
        width=float(box.width),
        height=float(box.height),
        kind=node.kind.value,
    )


def _add_arrow(network: Network, arrow: Arrow, drawing: Drawing, words: dict[str, Any]) -> None:
    network.add_edge(
        arrow.source,
        arrow.target,
        id=arrow.id,
        points=[[round(x, 1), round(y, 1)] for x, y in drawing.layout.routes[arrow.id]],
        effect=arrow.effect.value,
        certainty=arrow.certainty.value,
        contested=arrow.contested,
        status=arrow.status.value,
        known=list(arrow.known),
        **words,
        steps=len(arrow.steps),
        physics=False,
    )


def _lanes(drawing: Drawing) -> list[dict[str, Any]]:
    columns = {column.id: column for column in drawing.layout.lanes}
    return [
        {"id": lane.id, "name": lane.name, "x": columns[lane.id].x, "width": columns[lane.id].width}
        for lane in drawing.lanes
    ]


def _legend(drawing: Drawing, causal_map: CausalMap | None) -> dict[str, Any]:
    """Everything the page needs to draw and to explain the kinds and the lines.

    With the map of the drawing it has whatever may come into it, and the words of both levels.
    """
    used = {node.kind for node in (causal_map or drawing).nodes}
    statuses = {edge.status for edge in causal_map.edges} if causal_map else set()
    statuses |= {arrow.status for arrow in drawing.arrows}
    levels = tuple(Level) if causal_map else (drawing.level,)
    return {
        "kinds": {
            kind.value: {
                **drawing.words_for(kind)._asdict(),
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
        "statuses": {
            status.value: {"label": status.label, "definition": status.definition, **asdict(line)}
            for status, line in STATUS_LINES.items()
            if status in statuses
        },
        "joints": {
            level.value: [
                {"end": end_of(joint).value, "label": joint.label, "definition": joint.definition}
                for joint in joints_at(level)
            ]
            for level in levels
        },
        "associationDash": list(ASSOCIATION_DASH),
        "themes": {name: asdict(theme) for name, theme in THEMES.items()},
    }
