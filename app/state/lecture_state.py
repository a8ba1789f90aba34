"""Which lecture an address asks for, and how far it has been told.

``?tour=drain-route&step=3`` is a tour of the map; ``?from=heavy-rain&to=flooded-street&path=2`` a path, with
the same words as on the Explore page, so that a lecture of what is seen there is one click away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from app.state.explore_view import ExploreView, make_explore_view
from app.state.view_state import ViewState, read_view_state
from graph import CausalMap, Lecture, lecture_of_path, lecture_of_tour
from graph.records.wording import counted

LONGEST_NAME = 80


@dataclass(frozen=True)
class LectureState:
    """A lecture and where it stands.

    Attributes:
        lecture: what is told; ``None`` when there is no path between the two ends.
        query: the lecture as URL parameters, without the step.
        step: the stop that is shown, from 1; 0 for the first screen.
        view: the view of the Explore page that shows the same path; for a tour, its first arrow.
        notices: kind sentences about what could not be shown.
    """

    lecture: Lecture | None
    query: dict[str, str]
    step: int
    view: ViewState
    notices: tuple[str, ...]

    @property
    def address(self) -> str:
        """The lecture's parameters as text, without the step."""
        return urlencode(self.query, safe=",")


def read_lecture_state(causal_map: CausalMap, query: Mapping[str, str]) -> LectureState:
    """The lecture that URL parameters ask for; what cannot be used is answered with a kind sentence."""
    asked = query.get("tour", "").strip()
    if not asked:
        return _of_path(causal_map, query, [])
    if asked in causal_map.tour:
        return _of_tour(causal_map, asked, query)
    known = ", ".join(causal_map.tour) or "none"
    notice = f"There is no tour “{asked[:LONGEST_NAME]}” on this map. Its tours are: {known}."
    return _of_path(causal_map, {key: value for key, value in query.items() if key != "step"}, [notice])


def _of_tour(causal_map: CausalMap, name: str, query: Mapping[str, str]) -> LectureState:
    lecture = lecture_of_tour(causal_map, causal_map.tour[name])
    view, _ = read_view_state(causal_map, {"from": lecture.edges[0].source})
    step, notices = _step(lecture, query)
    return LectureState(lecture, {"tour": name}, step, view, tuple(notices))


def lecture_state_of(explore_view: ExploreView) -> LectureState:
    """The chosen path of a view as a lecture, at its beginning."""
    view = explore_view.view.plainly
    if explore_view.path is None:
        return LectureState(None, view.query(), 0, view, (*explore_view.notices, explore_view.answer.verdict))
    return LectureState(
        lecture_of_path(explore_view.map, explore_view.path, view.level),
        view.query(),
        0,
        view,
        explore_view.notices,
    )


def _of_path(causal_map: CausalMap, query: Mapping[str, str], notices: list[str]) -> LectureState:
    view, told = read_view_state(causal_map, {key: value for key, value in query.items() if key != "step"})
    lecture_state = lecture_state_of(make_explore_view(causal_map, view, told))
    notices += lecture_state.notices
    if lecture_state.lecture is None:
        return replace(lecture_state, notices=tuple(notices))
    step, wrong = _step(lecture_state.lecture, query)
    return replace(lecture_state, step=step, notices=(*notices, *wrong))


def _step(lecture: Lecture, query: Mapping[str, str]) -> tuple[int, list[str]]:
    """The stop that an address asks for; behind the last come the whole chain and, perhaps, key points."""
    asked, stops = query.get("step", "").strip(), len(lecture.stops)
    if not asked:
        return 0, []
    last = stops + (2 if lecture.key_points else 1)
    if asked.isascii() and asked.isdigit() and len(asked) <= 6 and int(asked) <= last:
        return int(asked), []
    return 0, [f"This lecture has {counted(stops, 'step')}; it is shown from its beginning."]
