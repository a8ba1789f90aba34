"""The slides of words only: the opening, what the class will learn, what it takes home, the references."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from app.takeaway.slide_deck import Deck, add_text
from app.takeaway.slide_template import BODY
from app.takeaway.slide_text import LOOK, Para, Place, flow
from graph import Lecture
from graph.records.reference import Reference

_BIG_TITLE = Place(40, 96, 880, 160)
_BIG_SIZES = (48, 44, 40, 36, 32, 28, 24, 20)
_LEAD = Place(40, 272, 880, 130)
_FOR = Place(40, 414, 880, 80)
_LIST_SIZES = (28, 26, 24, 22, 20)
_REFERENCE_SIZES = (16, 15, 14)


def add_opening(deck: Deck, lecture: Lecture) -> None:
    """Add the title, the lead, for whom and how long; then, for a tour, its questions and objectives."""
    header = lecture.map.header
    about = [
        *([f"For: {lecture.audience}"] if lecture.audience else []),
        *([lecture.duration] if lecture.duration else []),
    ]
    notes = [lecture.lead, *about, f"From the map “{header.title}”: {header.about}", header.disclaimer]
    lead, *more = flow(lambda size: [[Para(lecture.lead, size)]], (26, 24, 22, 20, 18), _LEAD)
    slide = deck.add(lecture.title, notes, lead, _LEAD, title_place=_BIG_TITLE, title_sizes=_BIG_SIZES)
    paras = flow(lambda size: [[Para(line, size, color=LOOK.soft_text) for line in about]], (20, 16), _FOR)
    if about:
        add_text(slide, "For whom and how long", paras[0], _FOR)
    add_pages(deck, lecture.title, notes, more, _LEAD)
    if lecture.questions or lecture.objectives:
        asked, able = _bullets(lecture.questions), _bullets(lecture.objectives)
        pages = flow(
            lambda size: [[_head("You will be able to answer", size)], *asked(size),
                          [_head("You will be able to", size, 0.6)], *able(size)],
            _LIST_SIZES, BODY,
        )  # fmt: skip
        told = [*lecture.questions, *lecture.objectives]
        add_pages(deck, "Questions and objectives", told, pages)


def add_key_points(deck: Deck, lecture: Lecture) -> None:
    """Add what the class takes home, each point with the arrows it leans on."""
    if not lecture.key_points:
        return
    heading = {stop.edge.id: stop.heading for stop in lecture.arrows if stop.edge}
    points = [
        (key.point, "; ".join(heading.get(edge, edge) for edge in key.edges)) for key in lecture.key_points
    ]
    pages = flow(
        lambda size: [
            [
                Para(point, size, before=0.5 * size, mark=f"{number}.", indent=1.5 * size),
                Para(f"Leans on: {edges}", max(16, 0.66 * size), color=LOOK.soft_text, indent=1.5 * size),
            ]
            for number, (point, edges) in enumerate(points, start=1)
        ],
        (28, 26, 24),
        BODY,
    )
    add_pages(deck, "Key points", [f"{point} ({edges})" for point, edges in points], pages)


def add_references(deck: Deck, lecture: Lecture) -> None:
    """Add every reference of the chain, numbered as on the slides before."""
    lines = [citation_of(reference) for reference in lecture.subgraph.references]
    pages = flow(
        lambda size: [
            [Para(line, size, before=0.4 * size, mark=f"{number}.", indent=2.2 * size)]
            for number, line in enumerate(lines, start=1)
        ],
        _REFERENCE_SIZES,
        BODY,
    )
    header = lecture.map.header
    add_pages(deck, "References", [header.sources or "", header.disclaimer, *lines], pages)


def add_pages(
    deck: Deck, title: str, notes: Iterable[str], pages: Sequence[Sequence[Para]], place: Place = BODY
) -> None:
    """Add a slide for each page of one text; several are numbered, so that no two titles are the same."""
    notes = list(notes)
    for number, page in enumerate(pages, start=1):
        deck.add(numbered(title, number, len(pages)), notes, page, place)


def numbered(title: str, number: int, count: int) -> str:
    """The title of one slide of several with the same title.

    >>> numbered("References", 2, 3), numbered("References", 1, 1)
    ('References (2 of 3)', 'References')
    """
    return f"{title} ({number} of {count})" if count > 1 else title


def citation_of(reference: Reference) -> str:
    """A reference with every identifier of an article that was seen."""
    second = reference.doi and reference.pmid
    return f"{reference.line}. PMID {reference.pmid}" if second else reference.line


def _bullets(lines: Sequence[str]) -> Callable[[float], list[list[Para]]]:
    return lambda size: [[Para(line, size, before=0.25 * size, mark="•", indent=size)] for line in lines]


def _head(text: str, size: float, before: float = 0) -> Para:
    return Para(text, size, bold=True, color=LOOK.accent, before=before * size)
