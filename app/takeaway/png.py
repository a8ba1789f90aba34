"""The sheet of a lecture as a PNG picture, sharp on a projector."""

from __future__ import annotations

import typst

from app.takeaway.fonts import letters_for
from graph import Lecture
from graph.drawing.svg_sheet import WIDTH, sheet_of

PIXELS = 2560
"""How wide the picture is, in pixels."""
_POINTS_AN_INCH = 72
_PAGE = b"""
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.sheet), width: float(sys.inputs.width) * 1pt)
"""


def to_png(lecture: Lecture) -> bytes:
    """The same sheet as the SVG file, ``PIXELS`` wide and as high as it must be."""
    letters = letters_for(sheet_of(lecture))
    sheet = sheet_of(lecture, ", ".join(letters.families))
    return typst.compile(
        _PAGE,
        font_paths=letters.fonts,
        format="png",
        ppi=PIXELS / WIDTH * _POINTS_AN_INCH,
        sys_inputs={"sheet": sheet, "width": str(WIDTH)},
    )
