"""The chain of a lecture on a slide, as far as it has been told: boxes and arrows in one group.

Everything keeps its place from slide to slide, so that only what is new appears when the lecturer goes on.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from pptx.slide import Slide

from app.takeaway.slide_shapes import BADGE, RING, Canvas, Stroke, glue
from app.takeaway.slide_text import LOOK, Place
from graph.drawing.arrow_ends import shortened
from graph.drawing.badges import Badge, place_badges
from graph.drawing.drawings import Drawing
from graph.drawing.palette import SHAPES
from graph.drawing.svg_picture import bounds, certainty_of, clearance
from graph.paths.overview import Arrow
from graph.records.joints import End, end_of

_LARGEST_SCALE = 2.6
_GROW = 1.6


def draw_chain(slide: Slide, drawing: Drawing, place: Place, told: Collection[str], now: str = "") -> None:
    """Draw the arrows that were told, with their boxes.

    Args:
        slide: where they are drawn.
        drawing: the whole chain with its places.
        place: the room for the whole chain, in points.
        told: the ids of the arrows that are shown.
        now: the id of the arrow that is told now; it stands out.
    """
    arrows = [arrow for arrow in drawing.arrows if arrow.id in told]
    if not arrows:
        return
    canvas = _canvas(slide, drawing, place)
    ends = {end for arrow in arrows for end in (arrow.source, arrow.target)}
    ringed = set(now.split("--"))
    shapes = {}
    for node in (node for node in drawing.nodes if node.id in ends):
        box = drawing.layout.boxes[node.id]
        if node.id in ringed:
            canvas.ring(box, node.kind, node.claim)
        kind = drawing.words_for(node.kind).inside
        shapes[node.id] = canvas.box(box, node.kind, node.claim, f"{node.claim} ({kind})")
    for arrow in sorted(arrows, key=lambda arrow: arrow.id == now):
        now_told = (LOOK.accent, _GROW) if arrow.id == now else (LOOK.arrow, 0.0)
        look = Stroke(arrow.certainty, end_of(drawing.joint(arrow)), *now_told, arrow.status)
        back = RING if arrow.target in ringed else 0.0
        _draw_arrow(canvas, drawing, arrow, shapes, look, back)
    # Every badge has the place that it has when all is told.
    wanted = [Badge(arrow.id, "?", BADGE, False) for arrow in drawing.arrows if arrow.contested]
    for badge in place_badges(drawing, wanted):
        if badge.arrow in told:
            canvas.mark(badge.words, *badge.at, "contested: evidence for and against this step")
    canvas.close("The chain so far", _in_words(drawing, arrows, now))


def _canvas(slide: Slide, drawing: Drawing, place: Place) -> Canvas:
    left, top, width, height = bounds(drawing)
    scale = min(place.width / width, place.height / height, _LARGEST_SCALE)
    return Canvas(
        slide,
        place.left + (place.width - width * scale) / 2 - left * scale,
        place.top + (place.height - height * scale) / 2 - top * scale,
        scale,
    )


def _draw_arrow(
    canvas: Canvas, drawing: Drawing, arrow: Arrow, shapes: dict[str, Any], look: Stroke, back: float
) -> None:
    """Draw an arrow that ends ``back`` units before its box, and glue it to its boxes."""
    route = drawing.layout.routes[arrow.id]
    heading = drawing.heading(arrow)
    back += clearance(drawing, arrow)
    line = canvas.arrow(shortened(route, back), look, heading, f"{heading}: {certainty_of(arrow)}")
    for tag, end, point in (("a:stCxn", arrow.source, route[0]), ("a:endCxn", arrow.target, route[-1])):
        # A bar or a hollow head is a shape of its own, and stays where it is.
        if tag == "a:stCxn" or not (look.end is End.BAR or arrow.status.denies):
            form = SHAPES[drawing.node[end].kind].shape
            glue(line, tag, shapes[end], drawing.layout.boxes[end], form, point)


def _in_words(drawing: Drawing, arrows: list[Arrow], now: str) -> str:
    said = {arrow.id: f"{drawing.heading(arrow)} ({certainty_of(arrow)})" for arrow in arrows}
    first = [f"Told now: {said.pop(now)}."] if now in said else []
    rest = [f"In the picture: {'; '.join(said.values())}."] if said else []
    return " ".join(["Boxes joined by arrows.", *first, *rest])
