"""The marks of a drawing in SVG: boxes, arrows and badges, as the page draws them on its canvas.

A line's width and dash tell its certainty; its end (``graph.records.joints``) is a tip, a bar, or for an
association none. What was tested and not found has a hollow head, and a bar across its line, or a cross
when it is refuted.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from graph.drawing.arrow_ends import HEAD, head_of, shortened, strokes_across
from graph.drawing.badges import half_width
from graph.drawing.emphasis import THEME, USUAL, Stroke
from graph.drawing.palette import ASSOCIATION_DASH, LIGHT, SHAPES, Ink, Line, line_of
from graph.drawing.svg_text import add, number
from graph.layout.specs import Point
from graph.layout.text import FONT_SIZE, LINE_HEIGHT
from graph.records.joints import End
from graph.records.vocabulary import Certainty, Kind, Status

_CORNER = 8.0
STROKE = 1.6
"""How wide the bar or the cross on a line is."""
HOLLOW = 1.2
"""How wide the outline of a hollow head is."""


PALE_INK = Ink(THEME.dim_fill, THEME.dim_border, THEME.dim_text)
"""The colours of a box that stands back, whatever its kind."""


def draw_outline(
    parent: Element,
    kind: Kind,
    x: float,
    y: float,
    width: float,
    height: float,
    ink: Ink | None = None,
    grow: float = 0.0,
) -> None:
    """The shape of a kind, filled and bordered, round its centre.

    Args:
        parent: where it is put.
        kind: which shape and, without ``ink``, which colours.
        x: its centre.
        y: its centre.
        width: of the box.
        height: of the box.
        ink: other colours.
        grow: how much thicker than usual its border is.
    """
    shape, ink = SHAPES[kind], ink or LIGHT[kind]
    look = {
        "fill": ink.fill,
        "stroke": ink.border,
        "stroke_width": shape.border + grow,
        "stroke_dasharray": "5 3" if shape.dashes else None,
    }
    if shape.shape == "ellipse":
        add(parent, "ellipse", cx=x, cy=y, rx=width / 2, ry=height / 2, **look)
        return
    corner = min(shape.radius, height / 2)
    add(parent, "rect", x=x - width / 2, y=y - height / 2, width=width, height=height, rx=corner, **look)


def draw_label(
    parent: Element,
    lines: Sequence[str],
    kind: Kind,
    x: float,
    y: float,
    ink: Ink | None = None,
    bold: bool = False,
) -> None:
    """The lines of a box's text round its centre; ``ink`` gives other colours than those of its kind."""
    baseline = y - (len(lines) - 1) * LINE_HEIGHT / 2 + 0.36 * FONT_SIZE
    for at, line in enumerate(lines):
        look = {"font_size": FONT_SIZE, "fill": (ink or LIGHT[kind]).text, "text_anchor": "middle"}
        weight = {"font_weight": 700} if bold else {}
        add(parent, "text", line, x=x, y=baseline + at * LINE_HEIGHT, **look, **weight)


def draw_arrow(
    parent: Element,
    points: Sequence[Point],
    end: End,
    certainty: Certainty,
    status: Status = Status.SUPPORTED,
    stroke: Stroke = USUAL,
) -> None:
    """A line along its route with rounded corners, its head, and across it the sign of its status."""
    line = line_of(certainty, status)
    if end is End.NONE:
        draw_line(parent, points, Line(line.width, ASSOCIATION_DASH), stroke=stroke)
    else:
        trim = 3.0 if end is End.BAR else HEAD if status.denies else HEAD - 2
        draw_line(parent, points, line, trim, stroke)
        _draw_head(parent, points, end, status.denies, stroke)
    for across in strokes_across(points, status, stroke.grow):
        ends = "L".join(_at(point) for point in across)
        wide = STROKE + stroke.grow / 2
        add(parent, "path", d=f"M{ends}", fill="none", stroke=stroke.color, stroke_width=wide)


def draw_line(
    parent: Element, points: Sequence[Point], line: Line, trim: float = 0, stroke: Stroke = USUAL
) -> None:
    """A line as wide and dashed as it is said to be; ``trim`` units at its end are left to a head."""
    dash = " ".join(number(part * (1 + stroke.grow / 4)) for part in line.dash)
    add(
        parent,
        "path",
        d=_way(points, trim),
        fill="none",
        stroke=stroke.color,
        stroke_width=line.width + stroke.grow,
        stroke_linejoin="round",
        stroke_linecap="round" if line.dash[:1] == (1,) else None,
        stroke_dasharray=dash or None,
    )


def draw_break(parent: Element, points: Sequence[Point]) -> None:
    """A gap in a line between two leaning strokes: here a chain breaks."""
    start, end = max(pairwise(points), key=lambda ends: math.dist(*ends))
    x, y = _towards(start, end, 0.22 * math.dist(start, end))
    dx, dy = (part - whole for part, whole in zip(_towards((x, y), end, 1), (x, y), strict=True))
    gap = f"M{_at((x - dx * 5, y - dy * 5))}L{_at((x + dx * 5, y + dy * 5))}"
    add(parent, "path", d=gap, fill="none", stroke=THEME.background, stroke_width=9)
    for side in (-5, 5):
        cx, cy = x + dx * side, y + dy * side
        lean = dx * 3 + dy * 8, dy * 3 - dx * 8
        ends = f"M{_at((cx - lean[0], cy - lean[1]))}L{_at((cx + lean[0], cy + lean[1]))}"
        add(parent, "path", d=ends, fill="none", stroke=THEME.accent, stroke_width=2.6)


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


def _draw_head(parent: Element, points: Sequence[Point], end: End, hollow: bool, stroke: Stroke) -> None:
    look = (
        {"fill": THEME.background, "stroke": stroke.color, "stroke_width": HOLLOW + stroke.grow / 3}
        if hollow
        else {"fill": stroke.color}
    )
    corners = "L".join(_at(corner) for corner in head_of(points, end, hollow, HEAD + 1.5 * stroke.grow))
    add(parent, "path", d=f"M{corners}Z", **look)


def _towards(start: Point, end: Point, length: float) -> Point:
    part = length / (math.dist(start, end) or 1.0)
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
