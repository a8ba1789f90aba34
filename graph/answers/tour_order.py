"""In which order the tours of a map are offered: by their routes, that of the best answer first."""

from __future__ import annotations

from functools import lru_cache

from graph.answers.causal_paths import causal_paths
from graph.records.causal_map import CausalMap
from graph.records.tour import Tour


@lru_cache(maxsize=8)
def tours_in_order(causal_map: CausalMap) -> tuple[Tour, ...]:
    """The tours by their route, that of the best supported answer first; those on no route come last.

    A tour belongs to the first route that it passes, as a path does. On one route those that begin where the
    map's question begins come first, and the order of the map decides the rest.
    """
    start = causal_map.header.default_start
    found = [route.id for route in causal_paths(causal_map, start, limit=0).routes]

    def place(tour: Tour) -> tuple[int, bool]:
        told = [edge for step in tour.steps if (edge := causal_map.edge.get(step.edge or ""))]
        passed = {end for edge in told for end in (edge.source, edge.target)}
        routes = (route.id for route in causal_map.header.routes if not passed.isdisjoint(route.through))
        route, begins_there = next(routes, ""), bool(told) and told[0].source == start
        return found.index(route) if route in found else len(found), not begins_there

    return tuple(sorted(causal_map.tours, key=place))
