"""A legend in SVG: a sample and a label an entry, in rows as wide as they may be."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from graph.drawing.emphasis import THEME
from graph.drawing.legend import Entry
from graph.drawing.palette import LINES
from graph.drawing.svg_marks import draw_arrow, draw_badge, draw_line, draw_outline
from graph.drawing.svg_text import add, width_of, write
from graph.records.joints import End, end_of
from graph.records.vocabulary import Certainty

_SAMPLE = 34.0
_GAP = 19.0
ROW = 24.0
"""The height of a row."""
SIZE = 13.5
"""The size of its words."""


def draw_legend(parent: Element, entries: list[Entry], x: float, y: float, width: float) -> float:
    """Draw the entries in rows.

    Args:
        parent: where they are put.
        entries: what is explained.
        x: the left edge.
        y: the top.
        width: how wide a row may be.

    Returns:
        The bottom of the last row.
    """
    group = add(parent, "g", class_="legend")
    wide = [_SAMPLE + 8 + width_of(entry.label, SIZE) + _GAP for entry in entries]
    one_row = sum(wide) - _GAP <= width
    left, before = x, True
    for entry, step in zip(entries, wide, strict=True):
        # Boxes in the first rows, lines and marks below: each row explains one sort of thing.
        turns = before and entry.kind is None and not one_row
        if left > x and (turns or left + step - _GAP > x + width):
            left, y = x, y + ROW
        item = add(group, "g")
        _draw_sample(item, entry, left, y + ROW / 2)
        write(item, [entry.label], left + _SAMPLE + 8, y + 4.5, SIZE, fill=THEME.text)
        left, before = left + step, entry.kind is not None
    return y + ROW


def _draw_sample(item: Element, entry: Entry, x: float, y: float) -> None:
    way = [(x + 1, y), (x + _SAMPLE - 1, y)]
    if entry.kind is not None:
        draw_outline(item, entry.kind, x + _SAMPLE / 2, y, _SAMPLE - 5, 14)
    elif entry.certainty is not None:
        draw_line(item, way, LINES[entry.certainty])
    elif entry.joint is not None:
        draw_arrow(item, way, end_of(entry.joint), Certainty.MODERATE)
    elif entry.status is not None:
        draw_arrow(item, way, End.TIP, Certainty.LOW, entry.status)
    else:
        draw_badge(item, (x + _SAMPLE / 2, y), entry.mark, 7.5, loud=False)
