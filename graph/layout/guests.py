"""Guests that enter a layout: each at its home, or at another free place of its lane."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph.layout.kept_places import KeptLayout
from graph.layout.late_routes import LateRouter
from graph.layout.occupancy import LIT, PALE, Occupancy
from graph.layout.specs import COMPACT, ArrowSpec, Box, Polyline
from graph.layout.wrap import box_height, box_lines


def place_guests(kept: KeptLayout, wanted: Iterable[str]) -> dict[str, Box]:
    """Give guests their places; who comes first has its home, and who finds no room is left out.

    Args:
        kept: the layout with its places.
        wanted: ids of guests, the most important first.

    >>> from graph.layout.kept_places import lay_out_with_places
    >>> from graph.layout.specs import BoxSpec
    >>> pair = [BoxSpec("a", "left", "A", "box"), BoxSpec("b", "left", "B", "box")]
    >>> kept = lay_out_with_places(["left"], [], [], pair, [], {})
    >>> sorted(place_guests(kept, ["a", "b"]))
    ['a', 'b']
    """
    taken: set[str] = set()
    placed: dict[str, Box] = {}
    for name in dict.fromkeys(wanted):
        spec, home = kept.guests[name], kept.home[name]
        height = box_height(spec, COMPACT.padding)
        free = [
            place
            for place in kept.places.values()
            if place.lane == spec.lane and place.id not in taken and place.height >= height
        ]
        if not free:
            continue
        at = kept.places[home]
        place = min(
            free, key=lambda place: (place.id != home, abs(place.x - at.x) + abs(place.y - at.y), place.id)
        )
        taken.add(place.id)
        placed[name] = Box(name, spec.lane, place.x, place.y, place.width, height, *box_lines(spec))
    return placed


def route_late(
    kept: KeptLayout,
    guests: Mapping[str, Box],
    standing: Sequence[ArrowSpec],
    late: Sequence[ArrowSpec],
    lit: Iterable[str] = (),
) -> dict[str, Polyline]:
    """Ways for the arrows of guests, round all boxes that are shown.

    Args:
        kept: the layout with its places.
        guests: the guests that are shown, with their places.
        standing: the arrows of the layout that are shown, as they are.
        late: the arrows that want a way, the most important first.
        lit: ids of those standing arrows that are looked at, and should least be covered.
    """
    layout = kept.layout
    boxes = {**layout.boxes, **guests}
    occupancy = Occupancy.of(kept.columns, layout.width, boxes)
    bright = set(lit)
    for arrow in standing:
        weight = LIT if arrow.id in bright else PALE
        occupancy.add(layout.routes[arrow.id], arrow.source, arrow.target, weight)
    return LateRouter(occupancy, boxes, kept.shapes, layout.height).route_all(late)
