"""Guests that enter a layout: each at its home, or at another free place of its lane."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph.layout.kept_places import KeptLayout
from graph.layout.late_routes import LateRouter
from graph.layout.occupancy import LIT, PALE, Occupancy
from graph.layout.specs import COMPACT, ArrowSpec, Box, Polyline
from graph.layout.wrap import box_height, box_lines


def place_guests(kept: KeptLayout, wanted: Iterable[str]) -> dict[str, Box]:
    """Give guests their places: its home to whoever comes first, another free place to the next.

    Args:
        kept: the layout with its places.
        wanted: ids of guests, the most important first; any two of them find room, and who finds none is
            left out.

    >>> from graph.layout.kept_places import lay_out_with_places
    >>> from graph.layout.specs import BoxSpec
    >>> pair = [BoxSpec("a", "left", "A", "box"), BoxSpec("b", "left", "B", "box")]
    >>> kept = lay_out_with_places(["left"], [], [], pair, [], {})
    >>> sorted(place_guests(kept, ["a", "b"]))
    ['a', 'b']
    """
    boxes = {name: _box_of(kept, name) for name in dict.fromkeys(wanted)}
    at: dict[str, Box] = {}
    for name, box in boxes.items():
        place = _free_place(kept, at, box)
        if place is None:
            place = _vacated(kept, at, boxes, box)
        if place is not None:
            at[name] = place
    return {name: replace(boxes[name], x=place.x, y=place.y) for name, place in at.items()}


def _box_of(kept: KeptLayout, name: str) -> Box:
    """A guest at its home."""
    spec, home = kept.guests[name], kept.places[kept.home[name]]
    height = box_height(spec, COMPACT)
    return Box(name, spec.lane, home.x, home.y, home.width, height, *box_lines(spec, COMPACT))


def _free_place(kept: KeptLayout, at: Mapping[str, Box], box: Box) -> Box | None:
    """The home of a guest, or the free place nearest to it that is high enough."""
    taken = {place.id for place in at.values()}
    free = (place for place in _fitting(kept, box) if place.id not in taken)
    return min(free, key=lambda place: (abs(place.x - box.x) + abs(place.y - box.y), place.id), default=None)


def _vacated(kept: KeptLayout, at: dict[str, Box], boxes: Mapping[str, Box], box: Box) -> Box | None:
    """A place for a guest that fits into no free one: whoever stands there goes where this one could not."""
    fitting = {place.id for place in _fitting(kept, box)}
    for name, place in list(at.items()):
        if place.id in fitting:
            other = _free_place(kept, at, boxes[name])
            if other is not None:
                at[name] = other
                return place
    return None


def _fitting(kept: KeptLayout, box: Box) -> list[Box]:
    return [place for place in kept.places.values() if place.lane == box.lane and place.height >= box.height]


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
