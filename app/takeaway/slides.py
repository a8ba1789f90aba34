"""A lecture as slides for a class: native shapes that can be edited, speaker notes, legend, references.

This says which slides there are, and in which order; how each is made stands in the ``slide_`` modules.
"""

from __future__ import annotations

from app.takeaway.slide_deck import Deck
from app.takeaway.slide_legend import add_legend
from app.takeaway.slide_lists import add_key_points, add_opening, add_references
from app.takeaway.slide_stops import LectureState
from graph import Lecture


def to_slides(lecture: Lecture) -> bytes:
    """The lecture as a PowerPoint file (``.pptx``), 16:9; the same lecture gives the same bytes."""
    deck = Deck(lecture)
    lecture_state = LectureState(deck, lecture)
    add_opening(deck, lecture)
    add_legend(deck, lecture_state.drawing)
    for stop in lecture.stops:
        lecture_state.add(stop)
    add_key_points(deck, lecture)
    lecture_state.add_whole()
    add_references(deck, lecture)
    return deck.save()
