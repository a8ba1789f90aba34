"""The number of a path: one and the same on the page, in an address, on the command line and in a file.

The best path of each route comes first, then the second best of each, and so on. So the first numbers show
how different the ways are, and a number follows from the counts alone: a path keeps it whatever is listed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from graph.paths.causal_path import CausalPath, RouteCount

DEEPEST = 2_000
"""The furthest path of a route that a number may ask for: the search has to list all before it."""

_UNCOUNTED = 1 << 62


def number_of(routes: Sequence[RouteCount], route_id: str, place: int) -> int:
    """The number of the ``place``-th best path of a route; both count from 1."""
    number = sum(min(_size(route), place - 1) for route in routes)
    for route in routes:
        number += _size(route) >= place
        if route.id == route_id:
            return number
    raise KeyError(route_id)


def place_of(routes: Sequence[RouteCount], number: int) -> tuple[str, int] | None:
    """The route and the place in it of a path number; ``None`` when there are fewer paths."""
    if number > sum(_size(route) for route in routes):
        return None
    low, high = 1, min(number, max(_size(route) for route in routes))
    while low < high:
        place = (low + high) // 2
        if sum(min(_size(route), place) for route in routes) >= number:
            high = place
        else:
            low = place + 1
    for route in routes:
        if _size(route) >= low and number_of(routes, route.id, low) == number:
            return route.id, low
    return None


def numbers_of(routes: Sequence[RouteCount], ranked: Iterable[CausalPath]) -> tuple[int, ...]:
    """The number of each path of a list in rank order from its beginning, over all routes."""
    places: Counter[str] = Counter()
    numbers = []
    for path in ranked:
        places[path.route] += 1
        numbers.append(number_of(routes, path.route, places[path.route]))
    return tuple(numbers)


def numbers_taken(routes: Sequence[RouteCount], total: int) -> int:
    """How many numbers are kept for the paths of the routes; those that a gate breaks come behind them."""
    if all(route.total_is_exact for route in routes):
        return total
    return max(total, DEEPEST * len(routes))


def _size(route: RouteCount) -> int:
    """How many numbers a route may need: where counting stopped, any."""
    return route.total if route.total_is_exact else _UNCOUNTED
