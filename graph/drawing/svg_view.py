"""The picture of a view as SVG: the whole of it with what stands out, alone or as a sheet to keep.

A sheet says what was asked and answered, explains its signs, and names the version, the caution and the
address where the same can be seen again.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from graph.drawing.drawings import Drawing
from graph.drawing.emphasis import THEME, Emphasis
from graph.drawing.legend import legend_of
from graph.drawing.svg_legend import draw_legend
from graph.drawing.svg_picture import bounds, draw_picture
from graph.drawing.svg_sheet import resize, root_of, written
from graph.drawing.svg_text import ANYWHERE, add, number, wrap, write

_EDGE = 40.0
_NARROWEST = 1280.0
_CODE = 118.0
_SMALL = 13.0


@dataclass(frozen=True)
class Code:
    """An address as a square code: its dark modules as SVG path data, and how many modules a side has."""

    modules: str
    side: int


@dataclass(frozen=True)
class PicturedView:
    """What a picture of a view needs.

    Attributes:
        drawing: all boxes and arrows.
        emphasis: which of them stand out.
        title: what is asked.
        story: the answer in a sentence; may be empty.
        showing: what stands out, in words.
        notes: version and caution, a line each.
        address: where the same can be seen again.
        code: the same to be scanned, where there is one.
    """

    drawing: Drawing
    emphasis: Emphasis
    title: str
    story: str
    showing: str
    notes: tuple[str, ...]
    address: str
    code: Code | None = None

    @property
    def width(self) -> float:
        """How wide its sheet is, in its own units: no box is drawn smaller than it is."""
        return max(_NARROWEST, bounds(self.drawing)[2] + 2 * _EDGE)


def view_svg(view: PicturedView, fonts: str = ANYWHERE) -> str:
    """The picture with its legend and nothing round it, for a page that says the rest."""
    left, top, width, height = bounds(view.drawing)
    root = root_of(view.title, view.story or view.showing, fonts, 0, 0, width, 0)
    _draw(root, view, -left, -top)
    resize(root, width, draw_legend(root, legend_of(view.drawing), 12, height + 8, width - 24))
    return written(root)


def view_sheet(view: PicturedView, fonts: str = ANYWHERE) -> str:
    """The whole sheet, as wide as ``view.width`` and as high as it must be."""
    left, top, width, height = bounds(view.drawing)
    inner = view.width - 2 * _EDGE
    root = root_of(view.title, view.story or view.showing, fonts, 0, 0, view.width, 0)
    paper = add(root, "rect", x=0, y=0, width=view.width, height=0, fill=THEME.background)
    bold = {"font_weight": 700, "fill": THEME.text}
    y = write(root, wrap(view.title, inner, 28, bold=True), _EDGE, 26, 28, **bold)
    y = write(root, wrap(view.story, inner, 16), _EDGE, y + 4, 16, fill=THEME.text)
    _draw(root, view, (view.width - width) / 2 - left, y + 10 - top)
    y = draw_legend(root, legend_of(view.drawing), _EDGE, y + height + 22, inner)
    y = _draw_foot(root, view, y + 14) + 22
    paper.set("height", number(y))
    resize(root, view.width, y)
    return written(root)


def _draw(root: Element, view: PicturedView, x: float, y: float) -> None:
    picture = draw_picture(root, view.drawing, view.emphasis.steps, view.emphasis)
    picture.set("transform", f"translate({number(x)} {number(y)})")


def _draw_foot(root: Element, view: PicturedView, y: float) -> float:
    add(root, "path", d=f"M{number(_EDGE)} {number(y)}H{number(view.width - _EDGE)}", stroke=THEME.dim_border)
    group, beside = add(root, "g", class_="foot"), _CODE + 20 if view.code else 0.0
    wide = view.width - 2 * _EDGE - beside
    *about, caution = view.notes
    bold = {"font_weight": 700, "fill": THEME.text}
    bottom = write(group, wrap(caution, wide, _SMALL, bold=True), _EDGE, y + 10, _SMALL, **bold)
    for line in (view.showing, *about, view.address):
        bottom = write(group, wrap(line, wide, _SMALL), _EDGE, bottom + 2, _SMALL, fill=THEME.soft_text)
    if view.code is None:
        return bottom
    corner = view.width - _EDGE - _CODE, y + 10
    place = f"translate({number(corner[0])} {number(corner[1])}) scale({_CODE / view.code.side:.4f})"
    code = add(group, "g", class_="code", transform=place, shape_rendering="crispEdges")
    add(code, "path", d=view.code.modules, fill="#000000")
    return max(bottom, corner[1] + _CODE)
