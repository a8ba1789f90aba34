"""Every edge of a map or of a tour as a lecture, at both reading levels, of maps that have names for both."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from graph import CausalMap, Lecture, lecture_of_tour, load_map
from graph.records.tour import Tour, TourStep
from graph.records.vocabulary import Level
from tests.shipped import B12

LONG = "of a length that needs more lines"


@cache
def example_map() -> CausalMap:
    """The small map about rain; some of its nodes have a name at the precise level, one a long one."""
    causal_map = load_map(Path(__file__).parent.parent / "example_map")
    named = {"heavy-rain": "Torrential precipitation", "standing-water": f"Surface water {LONG}"}
    nodes = tuple(
        node.model_copy(update={"clinical": named.get(node.id), "phrase": "it happens"})
        for node in causal_map.nodes
    )
    return replace(causal_map, nodes=nodes)


@cache
def lectures(level: Level) -> dict[str, Lecture]:
    """The tours of the shipped map, and one that tells all edges of the small one."""
    shipped, small = B12.in_words(level), example_map().in_words(level)
    return {
        **{tour.id: lecture_of_tour(shipped, tour) for tour in shipped.tours},
        "all edges of the example": lecture_of_tour(small, _tour_of_all(small)),
    }


def _tour_of_all(causal_map: CausalMap) -> Tour:
    said = ("What happens?",)
    steps = tuple(
        TourStep(edge=edge.id, words=edge.plain, notes="Say it.", minutes=1) for edge in causal_map.edges
    )
    return Tour(
        id="all",
        title="All",
        about="All edges.",
        audience="Everybody",
        minutes=len(steps),
        questions=said,
        objectives=said,
        key_points=({"point": "It happens.", "edges": (steps[0].edge,)},),
        steps=steps,
    )
