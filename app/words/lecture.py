"""What stands above the stage of a lecture: which one is told, and which others there are."""

from __future__ import annotations

from app.state.lecture_state import LectureState
from app.words.foot import foot
from app.words.markup import text
from graph import CausalMap
from graph.answers.tour_order import tours_in_order
from graph.records.header import Header
from graph.records.tour import Tour
from graph.words.lecture import in_minutes

DRAFT = "This tour is a draft: some of its texts still wait for the words of its author."


def lecture_top(causal_map: CausalMap, lecture_state: LectureState, last: LectureState | None) -> str:
    """The tours of the map, best supported first, and the path that was last seen; and the notices.

    Args:
        causal_map: the map.
        lecture_state: what is told now.
        last: the path that was last seen on the Explore page, when there is one.
    """
    notices = "".join(
        f'<p class="notice" role="alert">{text(notice)}</p>' for notice in lecture_state.notices
    )
    now = lecture_state.query.get("tour")
    if now is not None and causal_map.tour[now].draft:
        notices += f'<p class="notice draft" role="status">{DRAFT}</p>'
    items = [
        _item(f"tour={tour.id}", tour.title, _size(tour), current=now == tour.id)
        for tour in tours_in_order(causal_map)
    ]
    own = lecture_state if lecture_state.lecture and now is None else last
    if own and own.lecture:
        words = f"Your path: {own.lecture.title[0].lower()}{own.lecture.title[1:]}"
        steps = len(own.lecture.stops)
        items.append(
            _item(own.address, words, f"{steps} step{'s' * (steps != 1)}", current=own is lecture_state)
        )
    return (
        '<h1 class="question">Tell a causal chain, one arrow at a time</h1>'
        f'<nav aria-label="Lectures"><ul class="routes tours">{"".join(items)}</ul></nav>{notices}'
        f"{_way_out(lecture_state, causal_map.header) if lecture_state.lecture is None else ''}"
    )


def _size(tour: Tour) -> str:
    return f"{in_minutes(tour.minutes)}{', draft' if tour.draft else ''}"


def _item(query: str, words: str, size: str, *, current: bool) -> str:
    here = ' aria-current="true"' if current else ""
    return (
        f'<li><a href="?{text(query)}" data-go data-key="lecture-{text(query)}"{here}>{text(words)} '
        f'<span class="count">{text(size)}</span></a></li>'
    )


def _way_out(lecture_state: LectureState, header: Header) -> str:
    """Where to go when there is nothing to tell; below it stands what the transcript would end with."""
    link = f"./{lecture_state.view.link()}"
    way = f'<p class="wayout">You can: <a href="{text(link)}" data-go>choose a path on Explore</a></p>'
    return f"{way}{foot(header)}"
