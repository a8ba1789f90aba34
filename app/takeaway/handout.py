"""A handout as PDF: two pages of A4 for a class, longer only when the chain or its references are.

The page itself stands in ``handout.typ``. Every text of the map goes there as data, never as markup.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

import typst

from app.takeaway.fonts import letters_for
from app.takeaway.handout_content import texts_of
from graph import Lecture
from graph.drawing.drawings import drawing_of_lecture
from graph.drawing.legend import legend_of
from graph.drawing.svg_picture import bounds
from graph.drawing.svg_sheet import legend_svg, step_numbers, story_of, svg_of
from graph.layout import Frame

_TEMPLATE = Path(__file__).with_name("handout.typ")
# In millimetres: as wide as the text, and so high that a tour fits on two pages.
_FRAME = Frame(176, 72)
# Millimetres for a unit of the picture, at most: letters of 15 points.
_LARGEST = 0.4
# The legend's words then stand at 7.6 points on the page.
_LEGEND_WIDTH = 880.0


def to_pdf(lecture: Lecture) -> bytes:
    """The handout as a tagged PDF (PDF/UA-1 where every letter has a font), the same for the same map."""
    texts = texts_of(lecture)
    letters = letters_for(json.dumps(texts, ensure_ascii=False))
    content = texts | _pictures(lecture, ", ".join(letters.families)) | {"families": letters.families}
    try:
        return _set(content, letters.fonts, ["ua-1"])
    except typst.TypstError:
        # The standard refuses a letter that no font has. The tags are there without it.
        return _set(content, letters.fonts, [])


def _set(content: dict[str, Any], fonts: typst.Fonts, standards: list[Literal["ua-1"]]) -> bytes:
    return typst.compile(
        _TEMPLATE.read_bytes(),
        font_paths=fonts,
        format="pdf",
        sys_inputs={"data": json.dumps(content)},
        pdf_standards=[*standards],
        timestamp=0,
    )


def _pictures(lecture: Lecture, fonts: str) -> dict[str, Any]:
    drawing = drawing_of_lecture(lecture, _FRAME)
    _, _, width, height = bounds(drawing)
    explained = "; ".join(entry.label for entry in legend_of(drawing))
    return {
        "picture": svg_of(drawing, step_numbers(lecture), about=story_of(lecture), fonts=fonts),
        "width": width * min(_LARGEST, _FRAME.width / width, _FRAME.height / height),
        "legend": legend_svg(drawing, _LEGEND_WIDTH, fonts),
        "explained": f"Legend: {explained}.",
    }
