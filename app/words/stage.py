"""A lecture as the stage's scripts take it: plain data, for the page and for the file that works offline.

Everything is text here and becomes text there (``textContent``), so nothing of a map is ever read as markup.
"""

from __future__ import annotations

from typing import Any

from app.drawing.picture import picture_data
from graph import Lecture
from graph.drawing.badges import Badge, place_badges
from graph.drawing.drawings import Drawing, drawing_of_lecture
from graph.words.lecture import Stop

NUMBER, MARK = 8.0, 6.5
"""Half the height of a step's number and of the mark of a contested arrow, in units of the picture."""


def stage_of(lecture: Lecture) -> dict[str, Any]:
    """What is told, in order, with the picture it is told on.

    The keys are those that ``static/lecture_state.js`` and its neighbours read.
    """
    header, drawing = lecture.map.header, drawing_of_lecture(lecture)
    return {
        "key": lecture.key,
        "title": lecture.title,
        "draft": "Draft" if lecture.tour and lecture.tour.draft else "",
        "lead": " ".join(lecture.lead.split()),
        "facts": " · ".join(part for part in (lecture.audience, lecture.duration) if part),
        "questions": list(lecture.questions),
        "stops": [_stop(stop) for stop in lecture.stops],
        "caution": lecture.caution,
        "keyPoints": [
            {"point": key_point.point, "steps": sorted({lecture.number[edge] for edge in key_point.edges})}
            for key_point in lecture.key_points
        ],
        "about": f"{header.title}, version {header.version}, {header.date}",
        "disclaimer": " ".join(header.disclaimer.split()),
        "picture": picture_data(drawing) | {"badges": _badges(lecture, drawing)},
    }


def _badges(lecture: Lecture, drawing: Drawing) -> list[dict[str, Any]]:
    """Numbers and marks, each with the place that it has when all is told."""
    wanted = [Badge(edge, str(number), NUMBER, True) for edge, number in lecture.number.items()]
    wanted += [Badge(arrow.id, "?", MARK, False) for arrow in drawing.arrows if arrow.contested]
    return [
        {
            "edge": badge.arrow,
            "words": badge.words,
            "radius": badge.radius,
            "at": badge.at,
        }
        for badge in place_badges(drawing, wanted)
    ]


def _stop(stop: Stop) -> dict[str, Any]:
    told = {
        "heading": stop.heading,
        "words": stop.words,
        "notes": list(stop.notes),
        "minutes": stop.minutes,
    }
    if stop.edge is None:
        return {**told, "answer": stop.answer}
    reference = stop.reference
    return {
        **told,
        "edge": stop.edge.id,
        "source": stop.edge.source,
        "target": stop.edge.target,
        "certainty": stop.edge.certainty_words,
        "tier": stop.edge.certainty.value,
        "status": stop.edge.status.value,
        "doubt": stop.edge.doubt.label if stop.edge.doubt else "",
        "facts": stop.facts,
        "reference": reference.short_name if reference else "",
        "source_line": reference.line if reference else "",
    }
