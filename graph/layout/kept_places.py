"""A layout that keeps places for boxes which come and go.

The boxes that always stand get homes and routes once; between them stay places for guests, near to what most
of their guests are joined to. Whatever enters, nothing that stood there moves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.layout.building import check_input
from graph.layout.columns import Columns, choose_columns
from graph.layout.engine import drawn
from graph.layout.homes import Company, find_homes
from graph.layout.quality import count_crossings
from graph.layout.specs import COMPACT, ArrowSpec, Box, BoxSpec, LaneColumn, Layout
from graph.layout.widening import squeeze, widen
from graph.layout.wrap import box_height

ROOM = (1580.0, 436.0)
"""What the first screen of a laptop shows at a size that can be read: width and height in units."""
# The order is searched twice, with so many hints for each place; small differences lead far apart.
_HINTS_A_HOME = (3, 6)
_BUDGET_A_TRY = 50_000
# So many crossings are as bad as a picture that is twice too large.
_CROSSINGS = 1_000


@dataclass(frozen=True, slots=True)
class KeptLayout:
    """A layout and what it keeps free.

    Attributes:
        layout: boxes and routes of what always stands.
        columns: the columns of boxes from left to right; a lane may have several.
        places: the kept places by id, as boxes without text.
        home: the id of its place for every guest.
        guests: the boxes that come and go, by id.
        shapes: shape of every box, guests included.
    """

    layout: Layout
    columns: tuple[LaneColumn, ...]
    places: Mapping[str, Box]
    home: Mapping[str, str]
    guests: Mapping[str, BoxSpec]
    shapes: Mapping[str, str]


def lay_out_with_places(
    lanes: Sequence[str],
    boxes: Sequence[BoxSpec],
    arrows: Sequence[ArrowSpec],
    guests: Sequence[BoxSpec],
    joins: Sequence[tuple[str, str]],
    company: Company,
    room: tuple[float, float] = ROOM,
) -> KeptLayout:
    """Lay out what always stands, with places for guests.

    Args:
        lanes: Lane ids from left to right; a lane with many boxes gets several columns.
        boxes: What always stands.
        arrows: What joins these.
        guests: The boxes that come and go; their ids differ from those of the boxes.
        joins: Pairs of ids that arrows of guests will join.
        company: How often two guests are shown together.
        room: Width and height to fill, in units; what needs more takes more.

    Raises:
        ValueError: For input that cannot be drawn; the message names the id.
    """
    check_input(lanes, [*boxes, *guests], arrows)
    boxes = sorted(boxes, key=lambda box: box.id)
    guests = sorted(guests, key=lambda guest: guest.id)
    heights = {box.id: box_height(box, COMPACT) for box in (*boxes, *guests)}
    homes = find_homes(guests, heights, company)
    home = {guest: place.id for place in homes for guest in place.guests}
    heights |= {place.id: place.height for place in homes}
    ordered = sorted(arrows, key=lambda arrow: arrow.id)
    lane_of = {box.id: box.lane for box in boxes} | {place.id: place.lane for place in homes}
    tries: list[tuple[float, int, Layout, Columns]] = []
    for most in _HINTS_A_HOME if homes else _HINTS_A_HOME[:1]:
        hints = _hints(boxes, home, joins, most)
        columns = choose_columns(lanes, lane_of, heights, [*arrows, *hints], room, COMPACT)
        specs = [replace(box, lane=_id(columns, box.id)) for box in boxes]
        specs += [BoxSpec(place.id, _id(columns, place.id), "", "box") for place in homes]
        specs.sort(key=lambda box: box.id)
        names = [_joined(name) for name in columns.names]
        sizes = [heights[spec.id] for spec in specs]
        whole = drawn(names, specs, ordered, sizes, hints=hints, density=COMPACT, budget=_BUDGET_A_TRY)
        tries.append((_badness(whole, room), len(tries), whole, columns))
    _, _, whole, columns = min(tries)
    whole = widen(squeeze(whole, room[0]), room[0])
    return KeptLayout(
        _in_lanes(whole, lanes, columns, {box.id: box.lane for box in boxes}),
        whole.lanes,
        {place.id: replace(whole.boxes[place.id], lane=place.lane) for place in homes},
        home,
        {guest.id: guest for guest in guests},
        {box.id: box.shape for box in (*boxes, *guests)},
    )


def _badness(layout: Layout, room: tuple[float, float]) -> float:
    """How much too large a layout is, and how often its arrows cross."""
    size = max(1.0, layout.width / max(1.0, room[0]), layout.height / max(1.0, room[1]))
    return size * (1 + count_crossings(layout) / _CROSSINGS)


def _hints(
    boxes: Sequence[BoxSpec], home: Mapping[str, str], joins: Sequence[tuple[str, str]], most: int
) -> list[ArrowSpec]:
    """What most arrows of a place will join it to, so many for each place."""
    standing = {box.id for box in boxes}
    count: Counter[tuple[str, str]] = Counter()
    for ends in joins:
        source, target = (home.get(end, end) for end in ends)
        if source != target and not {source, target} <= standing:
            count[source, target] += 1
    best: Counter[str] = Counter()
    hints = []
    for (source, target), _ in sorted(count.items(), key=lambda item: (-item[1], item[0])):
        if all(end in standing or best[end] < most for end in (source, target)):
            best.update((source, target))
            hints.append(ArrowSpec(f"{source}--{target}", source, target))
    return sorted(hints, key=lambda arrow: arrow.id)


def _in_lanes(whole: Layout, lanes: Sequence[str], columns: Columns, lane_of: Mapping[str, str]) -> Layout:
    """The layout of the columns as one of the lanes, without the kept places."""
    spans = []
    for lane in lanes:
        own = [at for at, (name, _) in zip(whole.lanes, columns.names, strict=True) if name == lane]
        left, right = own[0].x - own[0].width / 2, own[-1].x + own[-1].width / 2
        spans.append(LaneColumn(lane, round((left + right) / 2, 2), round(right - left, 2)))
    return replace(
        whole,
        boxes={name: replace(whole.boxes[name], lane=lane) for name, lane in lane_of.items()},
        lanes=tuple(spans),
    )


def _id(columns: Columns, box: str) -> str:
    return _joined(columns.of[box])


def _joined(name: tuple[str, int]) -> str:
    return f"{name[0]} {name[1]}"
