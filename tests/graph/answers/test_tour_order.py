"""Tours are offered as the routes answer the map's question, the best supported first."""

from __future__ import annotations

from dataclasses import replace

from graph import CausalMap, causal_paths
from graph.answers.tour_order import tours_in_order
from graph.records.tour import Tour
from tests.shipped import B12


def test_every_tour_is_offered_once() -> None:
    assert sorted(tour.id for tour in tours_in_order(B12)) == sorted(tour.id for tour in B12.tours)


def test_the_first_one_tells_the_route_of_the_best_answer_from_the_start_of_the_question() -> None:
    start = B12.header.default_start
    best = causal_paths(B12, start, limit=1).paths[0].route
    through = next(route.through for route in B12.header.routes if route.id == best)
    told = [step.edge for step in tours_in_order(B12)[0].steps if step.edge]
    assert told[0].startswith(f"{start}--")
    assert any(f"--{name}" in edge for edge in told for name in through)


def test_a_route_that_answers_nothing_and_a_tour_on_no_route_come_last(four_nodes: CausalMap) -> None:
    (salty,) = four_nodes.tours
    dry = tour_of(salty, "drought--river-flow")
    assert tours_in_order(replace(four_nodes, tours=(dry, salty))) == (salty, dry)
    elsewhere = four_nodes.header.model_copy(update={"default_start": "crop-loss"})
    assert tours_in_order(replace(four_nodes, header=elsewhere, tours=(dry, salty))) == (dry, salty)


def test_on_one_route_what_begins_at_the_start_comes_first_and_the_map_decides_the_rest(
    four_nodes: CausalMap,
) -> None:
    (begins,) = four_nodes.tours
    later, last = tour_of(begins, "river-flow--salt"), tour_of(begins, "salt--crop-loss")
    assert tours_in_order(replace(four_nodes, tours=(later, last, begins))) == (begins, later, last)


def test_without_tours_there_are_none(four_nodes: CausalMap) -> None:
    assert tours_in_order(replace(four_nodes, tours=())) == ()


def tour_of(tour: Tour, edge: str) -> Tour:
    """A tour that tells one edge of another one."""
    steps = tuple(step for step in tour.steps if step.edge == edge)
    return tour.model_copy(update={"id": edge.replace("--", "-to-"), "steps": steps})
