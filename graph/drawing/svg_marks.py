"""The marks of a drawing in SVG: boxes, arrows and badges, as the page draws them on its canvas.

A line's width and dash tell its certainty; its end (``graph.records.joints``) is a tip, a bar, or for an
association none. What was tested and not found has a hollow head, and a bar across its line, or a cross
when it is refuted.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from graph.drawing.arrow_ends import HEAD, head_of, shortened, strokes_across
from graph.drawing.badges import half_width
from graph.drawing.palette import ASSOCIATION_DASH, LIGHT, SHAPES, THEMES, Line, line_of
from graph.drawing.svg_text import add, number
from graph.layout.specs import Point
from graph.layout.text import FONT_SIZE, LINE_HEIGHT
from graph.records.joints import End
from graph.records.vocabulary import Certainty, Kind, Status

THEME = THEMES["light"]
_CORNER = 8.0
STROKE = 1.6
"""How wide the bar or the cross on a line is."""
HOLLOW = 1.2
"""How wide the outline of a hollow head is."""


def draw_outline(parent: Element, kind: Kind, x: float, y: float, width: float, height: float) -> None:
    """The shape of a kind, filled and bordered, round its centre."""
    shape, ink = SHAPES[kind], LIGHT[kind]
    look = {
        "fill": ink.fill,
        "stroke": ink.border,
        "stroke_width": shape.border,
        "stroke_dasharray": "5 3" if shape.dashes else None,
    }
    if shape.shape == "ellipse":
        add(parent, "ellipse", cx=x, cy=y, rx=width / 2, ry=height / 2, **look)
        return
    corner = min(shape.radius, height / 2)
    add(parent, "rect", x=x - width / 2, y=y - height / 2, width=width, height=height, rx=corner, **look)


def draw_label(parent: Element, lines: Sequence[str], kind: Kind, x: float, y: float) -> None:
    """The lines of a box's text round its centre."""
    baseline = y - (len(lines) - 1) * LINE_HEIGHT / 2 + 0.36 * FONT_SIZE
    for at, line in enumerate(lines):
        look = {"font_size": FONT_SIZE, "fill": LIGHT[kind].text, "text_anchor": "middle"}
        add(parent, "text", line, x=x, y=baseline + at * LINE_HEIGHT, **look)


def draw_arrow(
    parent: Element,
    points: Sequence[Point],
    end: End,
    certainty: Certainty,
    status: Status = Status.SUPPORTED,
) -> None:
    """A line along its route with rounded corners, its head, and across it the sign of its status."""
    line = line_of(certainty, status)
    if end is End.NONE:
        draw_line(parent, points, Line(line.width, ASSOCIATION_DASH))
    else:
        trim = 3.0 if end is End.BAR else HEAD if status.denies else HEAD - 2
        draw_line(parent, points, line, trim)
        _draw_head(parent, points, end, status.denies)
    for stroke in strokes_across(points, status):
        ends = "L".join(_at(point) for point in stroke)
        add(parent, "path", d=f"M{ends}", fill="none", stroke=THEME.arrow, stroke_width=STROKE)


def draw_line(parent: Element, points: Sequence[Point], line: Line, trim: float = 0) -> None:
    """A line as wide and dashed as it is said to be; ``trim`` units at its end are left to a head."""
    add(
        parent,
        "path",
        d=_way(points, trim),
        fill="none",
        stroke=THEME.arrow,
        stroke_width=line.width,
        stroke_linejoin="round",
        stroke_linecap="round" if line.dash[:1] == (1,) else None,
        stroke_dasharray=" ".join(map(str, line.dash)) or None,
    )


def draw_badge(parent: Element, at: Point, words: str, radius: float, loud: bool) -> None:
    """A badge, round or as wide as its words: loud for a step's number, quiet for a mark."""
    fill, ink = (THEME.accent, THEME.accent_text) if loud else (THEME.background, THEME.arrow)
    half = half_width(words, radius)
    (x, y), border = at, THEME.background if loud else ink
    add(
        parent,
        "rect",
        x=x - half,
        y=y - radius,
        width=2 * half,
        height=2 * radius,
        rx=radius,
        fill=fill,
        stroke=border,
        stroke_width=1.2,
    )
    look = {"font_size": round(1.35 * radius, 1), "font_weight": 700, "fill": ink, "text_anchor": "middle"}
    add(parent, "text", words, x=x, y=y + 0.48 * radius, **look)


def _way(points: Sequence[Point], trim: float) -> str:
    """A route as path data; ``trim`` units are left to the head."""
    stops = shortened(points, trim)
    said = [f"M{_at(stops[0])}"]
    for before, corner, after in zip(stops, stops[1:], stops[2:], strict=False):
        room = min(_CORNER, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        said.append(
            f"L{_at(_towards(corner, before, room))}Q{_at(corner)} {_at(_towards(corner, after, room))}"
        )
    return "".join([*said, f"L{_at(stops[-1])}"])


def _draw_head(parent: Element, points: Sequence[Point], end: End, hollow: bool) -> None:
    look = (
        {"fill": THEME.background, "stroke": THEME.arrow, "stroke_width": HOLLOW}
        if hollow
        else {"fill": THEME.arrow}
    )
    corners = "L".join(_at(corner) for corner in head_of(points, end, hollow))
    add(parent, "path", d=f"M{corners}Z", **look)


def _towards(start: Point, end: Point, length: float) -> Point:
    part = length / (math.dist(start, end) or 1.0)
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
