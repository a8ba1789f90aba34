"""The slides that tell the chain: the picture above, large words below, a step at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pptx.enum.text import PP_ALIGN
from pptx.slide import Slide

from app.takeaway.slide_deck import Deck, add_text
from app.takeaway.slide_lists import citation_of, numbered
from app.takeaway.slide_picture import draw_chain
from app.takeaway.slide_template import BODY, TITLE
from app.takeaway.slide_text import LOOK, Para, Place, cut, flow, height_of
from graph import Lecture
from graph.drawing.drawings import drawing_of_lecture
from graph.layout import Frame
from graph.words.explain import evidence_summary_of
from graph.words.lecture import Stop, in_minutes

_SIZES = (32, 30, 28, 26, 24)
"""Sizes of the words under the picture; from the last row nobody reads less."""
_CAUTION_SIZES = (26, 24, 22, 20)
_FACTS = Place(BODY.left, 468, 430, 26)
_SOURCE = Place(490, 468, 430, 26)
_LONG_FACTS, _SHORT_SOURCE = _FACTS._replace(width=630), Place(680, 468, 240, 26)
"""What was tested and not found takes more words: the certainty is that of the absence."""
_PROGRESS = Place(810, 34, 110, 28)
_LEAST_WORDS, _MOST_WORDS = 102.0, 180.0
_GAP = 10.0


class LectureState:
    """The chain of a lecture, told on the slides of a deck.

    Words get as much room as the longest need at their least size, and the picture the rest, the same on
    every slide.

    Attributes:
        drawing: the whole chain with its places.
    """

    def __init__(self, deck: Deck, lecture: Lecture) -> None:
        self._deck, self._lecture = deck, lecture
        needed = max(height_of([Para(stop.words, _SIZES[-1])], BODY.width) for stop in lecture.stops)
        height = min(max(needed + 1, _LEAST_WORDS), _MOST_WORDS)
        self._words = Place(BODY.left, _FACTS.top - _GAP - height, BODY.width, height)
        top = TITLE.top + TITLE.height + _GAP
        self._picture = Place(BODY.left, top, BODY.width, self._words.top - 1.5 * _GAP - top)
        self.drawing = drawing_of_lecture(lecture, Frame(self._picture.width, self._picture.height))

    def add(self, stop: Stop) -> None:
        """Add the slide of a stop; a question's answer has a slide of its own."""
        (self._add_arrow if stop.edge else self._add_question)(stop)

    def add_whole(self) -> None:
        """Add the whole chain, with what must be said of it as a whole."""
        lecture, disclaimer = self._lecture, self._lecture.map.header.disclaimer
        pages = flow(
            lambda size: [
                [Para(lecture.caution, size)],
                [Para(disclaimer, 18, color=LOOK.soft_text, before=_GAP)],
            ],
            _CAUTION_SIZES,
            self._wide,
        )
        points = [key.point for key in lecture.key_points]
        for slide in self._pages("The chain as a whole", [lecture.caution, *points, disclaimer], pages):
            draw_chain(slide, self.drawing, self._picture, [edge.id for edge in lecture.edges])

    def _add_arrow(self, stop: Stop) -> None:
        pages = flow(lambda size: [[Para(stop.words, size)]], _SIZES, self._words)
        for slide in self._pages(stop.heading, _notes(stop), pages, self._words):
            self._show(slide, stop)
            certainty, *doubt = evidence_summary_of(stop.edge) if stop.edge else [""]
            said = " · ".join([certainty.capitalize(), *doubt])
            denied = stop.edge is not None and stop.edge.status.denies
            place, source = (_LONG_FACTS, _SHORT_SOURCE) if denied else (_FACTS, _SOURCE)
            sizes = [
                cut(Para(said, size, bold=True, color=LOOK.accent), place.width) for size in (20, 18, 16)
            ]
            facts = next((para for para in sizes if para.text == said), sizes[-1])
            add_text(slide, "Certainty", [facts], place)
            add_text(slide, "Source", [self._source(stop, source.width)], source, PP_ALIGN.RIGHT)

    def _add_question(self, stop: Stop) -> None:
        title, notes = f"Step {stop.number}: a question to the room", _notes(stop)
        asked = flow(lambda size: [[Para(stop.words, size)]], _SIZES, self._wide)
        for slide in self._pages(title, [*notes, f"Answer: {stop.answer}"], asked):
            self._show(slide, stop)
        again = Para(stop.words, 18, color=LOOK.soft_text)
        both = flow(lambda size: [[again, Para(stop.answer, size, before=_GAP)]], _SIZES, self._wide)
        alone = flow(lambda size: [[Para(stop.answer, size)]], _SIZES, self._wide)
        # The question stands over its answer only where both fit.
        pages = both if len(both) == 1 else alone
        for slide in self._pages(f"Step {stop.number}: the answer", [stop.words, *notes], pages):
            self._show(slide, stop)

    @property
    def _wide(self) -> Place:
        """The room for words where no facts stand below them."""
        return self._words._replace(height=_FACTS.top + _FACTS.height - self._words.top)

    def _pages(
        self, title: str, notes: Iterable[str], pages: Sequence[Sequence[Para]], place: Place | None = None
    ) -> list[Slide]:
        notes = list(notes)
        return [
            self._deck.add(numbered(title, at, len(pages)), notes, page, place or self._wide)
            for at, page in enumerate(pages, start=1)
        ]

    def _show(self, slide: Slide, stop: Stop) -> None:
        """Draw the chain up to a stop, and say how far it has been told."""
        arrows = [arrow for arrow in self._lecture.arrows if arrow.number <= stop.number]
        now = stop.edge.id if stop.edge else ""
        draw_chain(slide, self.drawing, self._picture, [arrow.edge.id for arrow in arrows if arrow.edge], now)
        progress = Para(f"{stop.number} of {len(self._lecture.stops)}", 20, color=LOOK.soft_text)
        add_text(slide, "Progress", [progress], _PROGRESS, PP_ALIGN.RIGHT)

    def _source(self, stop: Stop, width: float) -> Para:
        """The source that is shown, with its number among the references, in so much room."""
        known = [reference.id for reference in self._lecture.subgraph.references]
        shown = stop.reference
        at = f" [{known.index(shown.id) + 1}]" if shown and shown.id in known else ""
        whole = shown.short_name if shown else ""
        # A group of authors with a long name is set smaller before anything of it is cut.
        names = [cut(Para(whole, size), width - 60) for size in (18, 16, 14, 12)]
        name = next((para for para in names if para.text == whole), names[-1])
        return Para(f"{name.text}{at}", name.size, color=LOOK.soft_text)


def _notes(stop: Stop) -> list[str]:
    """What the speaker reads at a stop: the notes, the time, the facts, and the source in full."""
    return [
        *stop.notes,
        *([f"Time: {in_minutes(stop.minutes)}."] if stop.minutes else []),
        *([f"{stop.heading}: {stop.facts}."] if stop.facts else []),
        *([f"Source: {citation_of(stop.reference)}"] if stop.reference else []),
    ]
