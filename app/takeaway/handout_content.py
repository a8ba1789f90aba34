"""What stands on a handout, whatever sets it: the PDF, and the file that works offline when it is printed."""

from __future__ import annotations

import re
from typing import Any

from graph import Lecture
from graph.drawing.svg_sheet import steps_of, story_of
from graph.drawing.svg_text import clean
from graph.words.lecture import Stop

AUTHOR = "The Therefore authors"
# A longer run of letters may be broken anywhere, lest it run off the page.
_LONG_WORD = re.compile(r"[^\s/\u200b-]{32}")


def texts_of(lecture: Lecture) -> dict[str, Any]:
    """What stands on the handout, by the names that the template knows it by."""
    header, subgraph = lecture.map.header, lecture.subgraph
    day = header.day
    _, about, disclaimer = subgraph.notes
    texts = {
        "title": lecture.title,
        "author": AUTHOR,
        "keywords": [header.title, f"version {header.version}", header.date],
        "session": " · ".join(filter(None, [lecture.audience, lecture.duration])),
        "lead": lecture.lead,
        "questions": lecture.questions,
        "objectives": lecture.objectives,
        "story": story_of(lecture),
        "stops": [_stop(lecture, stop) for stop in lecture.stops],
        "key_points": [f"{point.point} ({steps_of(lecture, point.edges)})" for point in lecture.key_points],
        "caution": lecture.caution,
        "answers": [
            {"number": str(stop.number), "words": stop.answer} for stop in lecture.stops if stop.answer
        ],
        "references": [reference.line for reference in subgraph.references],
        "about": about,
        "disclaimer": disclaimer,
    }
    return {key: _settable(value) for key, value in texts.items()} | {
        "date": day and [day.year, day.month, day.day]
    }


def _stop(lecture: Lecture, stop: Stop) -> dict[str, str]:
    told = {"number": str(stop.number), "heading": stop.heading, "words": stop.words, "facts": stop.facts}
    if stop.edge is None:
        return told
    refs = {item.ref for item in stop.edge.evidence}
    at = [str(at) for at, reference in enumerate(lecture.subgraph.references, 1) if reference.id in refs]
    return told | {"facts": f"{stop.facts} · evidence [{', '.join(at)}]"}


def _settable(value: Any) -> Any:
    """Texts without signs that cannot be set, and with places to break in words that have none."""
    if isinstance(value, dict):
        return {key: _settable(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_settable(part) for part in value]
    return _LONG_WORD.sub("\\g<0>\u200b", clean(value))
