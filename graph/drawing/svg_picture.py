"""A drawing in SVG: every box and every arrow a group that a program can read.

A box is ``<g id="node-…" data-node data-kind data-claim>``, an arrow ``<g id="edge-…" data-source data-target
data-effect data-certainty data-contested data-link data-status>``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from graph.drawing.arrow_ends import shortened
from graph.drawing.badges import Badge, place_badges
from graph.drawing.drawings import Drawing
from graph.drawing.emphasis import PALE, THEME, USUAL, Emphasis
from graph.drawing.palette import SHAPES, Ink
from graph.drawing.svg_marks import (
    PALE_INK,
    draw_arrow,
    draw_badge,
    draw_break,
    draw_label,
    draw_outline,
)
from graph.drawing.svg_text import add, leading, number, wrap, write
from graph.layout.specs import Box
from graph.layout.text import FONT_SIZE
from graph.paths.overview import Arrow
from graph.records.joints import end_of
from graph.records.node import Node

MARGIN = 11.0
"""What stays free round a drawing for borders and badges, in units of the picture."""
_HEADING_WIDTH = 160.0


def draw_picture(
    parent: Element,
    drawing: Drawing,
    numbers: Mapping[str, str] | None = None,
    emphasis: Emphasis | None = None,
) -> Element:
    """Draw lanes, arrows, boxes and badges in units of the picture.

    Args:
        parent: where it is put.
        drawing: what is drawn.
        numbers: what stands on an arrow, by the id of the arrow.
        emphasis: what stands out; without it nothing is pale.

    Returns:
        The group that holds it.
    """
    strokes = {arrow.id: emphasis.stroke(arrow.id) if emphasis else USUAL for arrow in drawing.arrows}
    picture = add(parent, "g", class_="picture")
    _draw_lanes(picture, drawing)
    for arrow in sorted(drawing.arrows, key=lambda arrow: strokes[arrow.id].rank):
        joint = drawing.joint(arrow)
        group = add(
            picture,
            "g",
            id=f"edge-{arrow.id}",
            data_source=arrow.source,
            data_target=arrow.target,
            data_effect=arrow.effect.value,
            data_certainty=arrow.certainty.value,
            data_contested=str(arrow.contested).lower(),
            data_link=joint.label,
            data_status=arrow.status.value,
            data_step=(numbers or {}).get(arrow.id),
        )
        add(group, "title", f"{drawing.heading(arrow)}: {certainty_of(arrow)}")
        route = shortened(drawing.layout.routes[arrow.id], clearance(drawing, arrow))
        draw_arrow(group, route, end_of(joint), arrow.certainty, arrow.status, strokes[arrow.id])
        if emphasis and arrow.id in emphasis.breaks:
            draw_break(group, route)
    for node in drawing.nodes:
        place = drawing.layout.boxes[node.id]
        group = add(
            picture,
            "g",
            id=f"node-{node.id}",
            data_node=node.id,
            data_kind=node.kind.value,
            data_claim=node.claim,
        )
        add(group, "title", f"{node.claim} ({drawing.words_for(node.kind).inside}): {node.plain}")
        _draw_box(group, node, place, drawing.lines(node.id), emphasis)
    marked = [arrow for arrow in drawing.arrows if strokes[arrow.id] is not PALE]
    for badge in place_badges(drawing, _badges(marked, numbers or {})):
        draw_badge(picture, badge.at, badge.words, badge.radius, badge.loud)
    return picture


def certainty_of(arrow: Arrow) -> str:
    """How well an arrow is known, in words."""
    return ", ".join(arrow.known)


def clearance(drawing: Drawing, arrow: Arrow) -> float:
    """How far before its box an arrow ends: a head that touches a thick border could not be told from it."""
    return SHAPES[drawing.node[arrow.target].kind].border / 2 + 0.6


def _draw_box(
    group: Element, node: Node, place: Box, lines: Sequence[str], emphasis: Emphasis | None
) -> None:
    """A box, heavier on the chosen path, ringed at its ends, struck through where it is blocked."""
    ink = PALE_INK if emphasis and emphasis.is_pale(node.id) else None
    emphasis = emphasis or Emphasis()
    heavy, corner = node.id in emphasis.path | emphasis.ends, (place.width / 2, place.height / 2)
    if node.id in emphasis.ends:
        ring = Ink("none", THEME.accent, "none")
        grow = 2.6 - SHAPES[node.kind].border
        draw_outline(group, node.kind, place.x, place.y, place.width + 9, place.height + 9, ring, grow)
    draw_outline(group, node.kind, place.x, place.y, place.width, place.height, ink, 1.2 if heavy else 0)
    draw_label(group, lines, node.kind, place.x, place.y, ink, heavy)
    if node.id in emphasis.blocked:
        (x, y), (wide, high) = (place.x, place.y), corner
        ends = {"x1": x - wide, "y1": y + high, "x2": x + wide, "y2": y - high}
        add(group, "line", stroke=THEME.accent, stroke_width=2, **ends)


def _badges(arrows: Sequence[Arrow], numbers: Mapping[str, str]) -> list[Badge]:
    """Numbers first: they have the better places."""
    steps = [Badge(arrow.id, numbers[arrow.id], 7.2, True) for arrow in arrows if arrow.id in numbers]
    return [*steps, *(Badge(arrow.id, "?", 6.5, False) for arrow in arrows if arrow.contested)]


def bounds(drawing: Drawing) -> tuple[float, float, float, float]:
    """Left, top, width and height of what is drawn with its margin, in units of the picture."""
    layout = drawing.layout
    corners = [point for route in layout.routes.values() for point in route]
    for box in layout.boxes.values():
        half = box.width / 2, box.height / 2
        corners += [(box.x - half[0], box.y - half[1]), (box.x + half[0], box.y + half[1])]
    xs, ys = zip(*corners, strict=True)
    left, right = min(xs) - MARGIN, max(xs) + MARGIN
    top, bottom = min(ys) - MARGIN, max(ys) + MARGIN
    top = min(top, -_heading_height(drawing) - MARGIN) if drawing.lanes else top
    return left, top, right - left, bottom - top


def view_box(left: float, top: float, width: float, height: float) -> str:
    """The four numbers of a ``viewBox``."""
    return " ".join(map(number, (left, top, width, height)))


def _draw_lanes(picture: Element, drawing: Drawing) -> None:
    columns, top = {lane.id: lane for lane in drawing.layout.lanes}, _heading_height(drawing)
    for lane in drawing.lanes:
        column = columns[lane.id]
        look = {"font_weight": 600, "fill": THEME.soft_text, "text_anchor": "middle"}
        write(picture, _heading(lane.name), column.x, -top, FONT_SIZE, **look)


def _heading(name: str) -> list[str]:
    return wrap(name, _HEADING_WIDTH, FONT_SIZE, bold=True)


def _heading_height(drawing: Drawing) -> float:
    most = max((len(_heading(lane.name)) for lane in drawing.lanes), default=0)
    return most * leading(FONT_SIZE) + 8 if most else 0.0
