"""The slide that explains the picture: a sample and a label for whatever the chain shows."""

from __future__ import annotations

from app.takeaway.slide_deck import Deck, add_text
from app.takeaway.slide_shapes import Canvas, Stroke
from app.takeaway.slide_template import BODY
from app.takeaway.slide_text import LOOK, Para, Place
from app.words.reading_guide import SIGNS, ends
from graph.drawing.drawings import Drawing
from graph.drawing.legend import Entry, legend_of
from graph.layout.specs import Box
from graph.records.joints import End, end_of
from graph.records.vocabulary import Certainty

_WIDE, _ROW = 440.0, 36.0
_SAMPLE = 84.0
_SCALE = 1.4
_INTRO = (
    "A box is a claim: ↑ means raised, ↓ lowered or impaired. A line is a step with evidence of its own. "
    "{ends} {signs} A ring marks what is told now."
)


def add_legend(deck: Deck, drawing: Drawing) -> None:
    """Add the slide with the legend of a drawing; the definitions stand in its notes."""
    entries = legend_of(drawing)
    words = _INTRO.format(ends=ends(drawing.level), signs=SIGNS)
    intro = Place(*BODY[:3], 76)
    slide = deck.add("How to read the picture", _definitions(entries), [Para(words, 18)], intro)
    boxes = [entry for entry in entries if entry.kind is not None]
    signs = [entry for entry in entries if entry.kind is None]
    for left, column in ((BODY.left, boxes), (BODY.left + _WIDE, signs)):
        for row, entry in enumerate(column):
            top = intro.top + intro.height + 16 + row * _ROW
            canvas = Canvas(slide, left, top + _ROW / 2, _SCALE)
            _draw_sample(canvas, entry)
            canvas.close(f"Sample: {entry.label}", f"Sample: {entry.label}")
            place = Place(left + _SAMPLE, top + 8, _WIDE - _SAMPLE - 10, _ROW - 12)
            add_text(slide, f"Label: {entry.label}", [Para(entry.label, 20)], place)


def _draw_sample(canvas: Canvas, entry: Entry) -> None:
    middle = _SAMPLE / _SCALE / 2 - 6
    way = [(0.0, 0.0), (2 * middle, 0.0)]
    if entry.kind is not None:
        canvas.box(Box("", "", middle, 0, 2 * middle, 20, ()), entry.kind, entry.label, entry.label)
    elif entry.certainty is not None:
        line = Stroke(entry.certainty, End.TIP, LOOK.arrow)
        canvas.arrow(way, line, entry.label, entry.label)
    elif entry.joint is not None:
        canvas.arrow(way, Stroke(Certainty.MODERATE, end_of(entry.joint)), entry.label, entry.label)
    elif entry.status is not None:
        look = Stroke(Certainty.LOW, End.TIP, LOOK.arrow, 0.0, entry.status)
        canvas.arrow(way, look, entry.label, entry.label)
    else:
        canvas.mark(entry.mark, middle, 0, entry.label)


def _definitions(entries: list[Entry]) -> list[str]:
    return [": ".join(filter(None, (entry.label, entry.definition))) for entry in entries]
