"""A lecture as the stage's scripts take it: plain data, for the page and for the file that works offline.

Everything is text here and becomes text there (``textContent``), so nothing of a map is ever read as markup.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from app.drawing import drawing_of_lecture
from app.picture import picture_data
from graph import CausalMap, Lecture
from graph.lecture import Stop
from graph.model import Edge, link_between


def stage_of(lecture: Lecture) -> dict[str, Any]:
    """What is told, in order, with the picture it is told on.

    The keys are those that ``static/telling.js`` and its neighbours read.
    """
    header = lecture.map.header
    return {
        "key": lecture.key,
        "title": lecture.title,
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
        "picture": picture_data(drawing_of_lecture(lecture)),
        "cards": _cards(lecture.map),
    }


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
        "certainty": f"{stop.edge.certainty.label} certainty",
        "tier": stop.edge.certainty.value,
        "disagreement": stop.edge.disagreement.label if stop.edge.disagreement else "",
        "facts": stop.facts,
        "reference": reference.short_name if reference else "",
        "source_line": reference.line if reference else "",
    }


@lru_cache(maxsize=4)
def _cards(causal_map: CausalMap) -> dict[str, Any]:
    """What each box of the whole map is, what leads to it and what follows from it."""
    cards: dict[str, Any] = {
        node.id: {
            "claim": node.claim,
            "name": node.name,
            "kind": node.kind.label,
            "plain": node.plain,
            "before": [],
            "after": [],
        }
        for node in causal_map.nodes
    }
    for edge in causal_map.edges:
        certainty = f"{edge.certainty.label} certainty"
        cards[edge.target]["before"].append([edge.source, _sign(causal_map, edge), certainty])
        cards[edge.source]["after"].append([edge.target, _sign(causal_map, edge), certainty])
    return cards


def _sign(causal_map: CausalMap, edge: Edge) -> str:
    return link_between(causal_map.node[edge.source], edge, causal_map.node[edge.target]).value
