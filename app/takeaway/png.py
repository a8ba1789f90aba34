"""Sheets as PNG pictures, sharp on a projector."""

from __future__ import annotations

from collections.abc import Callable

import typst

from app.takeaway.fonts import letters_for
from graph import Lecture
from graph.drawing.svg_sheet import WIDTH, sheet_of
from graph.drawing.svg_text import ANYWHERE

PIXELS = 2560
"""How wide the picture is, in pixels."""
_POINTS_AN_INCH = 72
_PAGE = b"""
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.sheet), width: float(sys.inputs.width) * 1pt)
"""


def to_png(lecture: Lecture) -> bytes:
    """The same sheet as the SVG file, ``PIXELS`` wide and as high as it must be."""
    return png_of(lambda fonts: sheet_of(lecture, fonts), WIDTH, PIXELS)


def png_of(draw: Callable[[str], str], width: float, pixels: int) -> bytes:
    """An SVG as a PNG picture.

    Args:
        draw: draws it with the font families it is given, the best first.
        width: how wide it is, in its own units.
        pixels: how wide the picture shall be.
    """
    letters = letters_for(draw(ANYWHERE))
    return typst.compile(
        _PAGE,
        font_paths=letters.fonts,
        format="png",
        ppi=pixels / width * _POINTS_AN_INCH,
        sys_inputs={"sheet": draw(", ".join(letters.families)), "width": str(width)},
    )
