"""Boxes, arrows and marks as native shapes of a slide: what a lecturer can move, recolour and retype.

Shapes are drawn in units of the picture and land on the slide in points. An arrow that runs straight
between the middles of two sides is a connector glued to its boxes, so it follows when a box is moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from math import dist
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.slide import Slide
from pptx.util import Emu, Length, Pt

from app.takeaway.slide_text import LOOK
from graph.drawing.arrow_ends import BAR, HEAD, head_of, shortened, strokes_across
from graph.drawing.palette import ASSOCIATION_DASH, LIGHT, SHAPES, Line, line_of
from graph.drawing.svg_marks import HOLLOW, STROKE
from graph.drawing.svg_text import clean
from graph.layout.specs import Box, Point
from graph.layout.text import FONT_SIZE
from graph.records.joints import End
from graph.records.vocabulary import Certainty, Kind, Status

RING = 4.0
BADGE = 7.5
_BAR = 3.0
_OFF_CENTRE = 0.8
_SIDES = {"left": 1, "right": 3, "top": 0, "bottom": 2}
LANGUAGE = MSO_LANGUAGE_ID.ENGLISH_UK


def rgb(color: str) -> RGBColor:
    """A colour of the palette as python-pptx takes it."""
    taken: RGBColor = RGBColor.from_string(color.lstrip("#").upper())  # type: ignore[no-untyped-call]
    return taken


def describe(shape: Any, name: str, descr: str) -> None:
    """Name a shape, and say in words what it shows to people who do not see it."""
    # The first of them is the shape's own; an XPath is compiled anew each time.
    properties = next(shape.element.iter(qn("p:cNvPr")))
    properties.set("name", clean(name))
    properties.set("descr", clean(descr))


@dataclass(frozen=True)
class Stroke:
    """How an arrow is drawn: its line, its head, its colour, how much heavier than usual, and its status."""

    certainty: Certainty
    end: End
    color: str = LOOK.arrow
    grow: float = 0.0
    status: Status = Status.SUPPORTED

    @property
    def width(self) -> float:
        """The width of the line in units of the picture."""
        return self.line.width + self.grow

    @property
    def dash(self) -> tuple[int, ...]:
        """The dash pattern, in units of the picture when the line is as wide as usual."""
        return ASSOCIATION_DASH if self.end is End.NONE else self.line.dash

    @property
    def line(self) -> Line:
        """The line of its certainty, or of its status."""
        return line_of(self.certainty, self.status)

    @property
    def head(self) -> float:
        """How long its head is, in units of the picture."""
        return HEAD + self.grow * 1.5


@dataclass(frozen=True)
class Canvas:
    """Shapes of a slide that are drawn in units of the picture and end as one group.

    Attributes:
        slide: where the shapes go.
        left: where the picture's left edge stands on the slide, in points.
        top: where its upper edge stands, in points.
        scale: points in a unit.
        drawn: the shapes so far.
    """

    slide: Slide
    left: float
    top: float
    scale: float
    drawn: list[Any] = field(default_factory=list)

    def close(self, name: str, descr: str) -> None:
        """Make one group of what was drawn; a group that grows by the shape takes three times as long."""
        describe(self.slide.shapes.add_group_shape(self.drawn), name, descr)

    def box(self, box: Box, kind: Kind, name: str, descr: str) -> Any:
        """A box with its lines, called by its claim; returns the shape."""
        form, ink = SHAPES[kind], LIGHT[kind]
        shape = self._outline(box, form.shape, form.radius, 0)
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(ink.fill)
        line = self._line(shape, ink.border, form.border)
        if form.dashes:
            _dash(line, (5, 3), form.border)
        self._label(shape, box.lines, FONT_SIZE, ink.text)
        # A line of text may reach beyond the square that an ellipse keeps for it.
        shape.text_frame.word_wrap = form.shape != "ellipse"
        describe(shape, name, descr)
        return shape

    def ring(self, box: Box, kind: Kind, name: str) -> None:
        """A ring round the box that is told now."""
        form = SHAPES[kind]
        shape = self._outline(box, form.shape, form.radius + RING, RING)
        shape.fill.background()
        self._line(shape, LOOK.accent, 2.2)
        describe(shape, f"Ring round {name}", f"{name} is told on this slide")

    def arrow(self, points: Sequence[Point], stroke: Stroke, name: str, descr: str) -> Any:
        """An arrow along its route; returns the line."""
        bar, hollow = stroke.end is End.BAR, stroke.status.denies
        tip = stroke.end is End.TIP
        route = shortened(points, _BAR if bar else stroke.head if tip and hollow else 0)
        shape = self._way(route)
        line = self._line(shape, stroke.color, stroke.width)
        if stroke.dash:
            _dash(line, stroke.dash, stroke.line.width)
        line.append(new_element("a:round"))
        if tip and not hollow:
            broad = "med" if stroke.width * self.scale > 3 else "lg"
            line.append(new_element("a:tailEnd", {"type": "triangle", "w": broad, "len": broad}))
        describe(shape, name, descr)
        if hollow and (tip or bar):
            self._hollow_head(points, stroke, name)
        elif bar:
            self._bar(points, stroke, name)
        for ends in strokes_across(points, stroke.status, stroke.grow):
            across = self._way(ends)
            self._line(across, stroke.color, STROKE + stroke.grow / 2)
            describe(across, f"Sign on {name}", stroke.status.label)
        return shape

    def mark(self, text: str, x: float, y: float, descr: str) -> None:
        """A round mark with a sign in it."""
        round_box = Box("", "", x, y, 2 * BADGE, 2 * BADGE, (text,))
        shape = self._outline(round_box, "ellipse", 0, 0)
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(LOOK.background)
        self._line(shape, LOOK.arrow, 1.4)
        self._label(shape, (text,), BADGE * 1.5, LOOK.text, bold=True)
        shape.text_frame.word_wrap = False
        describe(shape, f"Mark {text}", descr)

    def _way(self, route: Sequence[Point]) -> Any:
        at = [(self._x(x), self._y(y)) for x, y in route]
        if len(at) == 2:
            shape = self.slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *at[0], *at[1])
        else:
            builder = self.slide.shapes.build_freeform(*at[0])
            builder.add_line_segments(at[1:], close=False)
            shape = builder.convert_to_shape()
            shape.fill.background()
        return self._keep(shape)

    def _hollow_head(self, points: Sequence[Point], stroke: Stroke, name: str) -> None:
        corners = head_of(points, stroke.end, True, stroke.head)
        first, *others = [(self._x(x), self._y(y)) for x, y in corners]
        builder = self.slide.shapes.build_freeform(*first)
        builder.add_line_segments(others, close=True)
        shape = self._keep(builder.convert_to_shape())
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(LOOK.background)
        self._line(shape, stroke.color, HOLLOW + stroke.grow / 3)
        describe(shape, f"Hollow head of {name}", stroke.status.label)

    def _bar(self, points: Sequence[Point], stroke: Stroke, name: str) -> None:
        x, y = shortened(points, _BAR)[-1]
        (ax, ay), (bx, by) = points[-2:]
        length = dist(points[-2], points[-1]) or 1
        half = stroke.head * BAR
        dx, dy = (by - ay) / length * half, (ax - bx) / length * half
        shape = self._way([(x - dx, y - dy), (x + dx, y + dy)])
        self._line(shape, stroke.color, _BAR)
        describe(shape, f"Bar of {name}", name)

    def _outline(self, box: Box, form: str, radius: float, out: float) -> Any:
        width, height = box.width + 2 * out, box.height + 2 * out
        radius = min(radius, height / 2)
        kind = MSO_SHAPE.OVAL if form == "ellipse" else MSO_SHAPE.ROUNDED_RECTANGLE
        kind = MSO_SHAPE.RECTANGLE if form == "box" and not radius else kind
        left, top = self._x(box.x - width / 2), self._y(box.y - height / 2)
        shape = self.slide.shapes.add_shape(kind, left, top, Pt(width * self.scale), Pt(height * self.scale))
        if kind is MSO_SHAPE.ROUNDED_RECTANGLE:
            shape.adjustments[0] = radius / min(width, height)
        return self._keep(shape)

    def _line(self, shape: Any, color: str, width: float) -> Any:
        shape.line.width = Pt(width * self.scale)
        shape.line.color.rgb = rgb(color)
        return next(shape.element.iter(qn("a:ln")))

    def _label(self, shape: Any, lines: Sequence[str], size: float, color: str, bold: bool = False) -> None:
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
        frame.auto_size, frame.vertical_anchor = MSO_AUTO_SIZE.NONE, MSO_ANCHOR.MIDDLE
        paragraph = frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.CENTER
        paragraph.text = "\v".join(clean(line) for line in lines)
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(int(size * self.scale * 2) / 2), bold
            run.font.color.rgb, run.font.language_id = rgb(color), LANGUAGE
        # A break without a look of its own is as high as the slide's usual text.
        for line_break in paragraph._p.findall(qn("a:br")):
            line_break.append(deepcopy(paragraph.runs[0]._r.rPr))

    def _keep(self, shape: Any) -> Any:
        # The style that a new shape brings along gives it a shadow.
        for style in shape.element.findall(qn("p:style")):
            shape.element.remove(style)
        self.drawn.append(shape)
        return shape

    def _x(self, x: float) -> Length:
        return Pt(self.left + x * self.scale)

    def _y(self, y: float) -> Length:
        return Pt(self.top + y * self.scale)


def glue(arrow: Any, tag: str, shape: Any, box: Box, form: str, point: Point) -> None:
    """Tie one end of a straight arrow to a box, if it meets the box in the middle of a side.

    Args:
        arrow: the line; one with corners cannot be tied.
        tag: which end, ``a:stCxn`` or ``a:endCxn``.
        shape: the box's shape.
        box: the box.
        form: its form, as the palette calls it.
        point: where they meet.
    """
    across, down = point[0] - box.x, point[1] - box.y
    upright = abs(down) / box.height >= abs(across) / box.width
    if arrow.element.tag != qn("p:cxnSp") or abs(across if upright else down) > _OFF_CENTRE:
        return
    side = ("bottom" if down > 0 else "top") if upright else ("right" if across > 0 else "left")
    # An ellipse has eight places to tie to, every other form four.
    site = _SIDES[side] * (2 if form == "ellipse" else 1)
    properties = arrow.element.xpath(".//p:cNvCxnSpPr")[0]
    properties.append(new_element(tag, {"id": str(shape.shape_id), "idx": str(site)}))


def _dash(line: Any, dash: Sequence[int], width: float) -> None:
    if dash[0] == 1:
        line.set("cap", "rnd")
    pattern = new_element("a:custDash")
    for on, off in zip(dash[::2], dash[1::2], strict=True):
        parts = {"d": on, "sp": off}
        pattern.append(
            new_element("a:ds", {key: str(round(part / width * 100_000)) for key, part in parts.items()})
        )
    line.append(pattern)


def new_element(tag: str, attributes: dict[str, str] | None = None) -> Any:
    """An element of a slide's XML."""
    element = OxmlElement(tag)
    element.attrib.update(attributes or {})
    return element
