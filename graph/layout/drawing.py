"""From the settled order to boxes and polylines in world units."""

from __future__ import annotations

from collections.abc import Sequence

from graph.layout.anchors import Anchoring, Link
from graph.layout.arrangement import Arrangement
from graph.layout.channels import Channels
from graph.layout.outline import side_inset, top_inset
from graph.layout.placing import Placement
from graph.layout.specs import ArrowSpec, Box, BoxSpec, Density, LaneColumn, Layout, Point, Polyline
from graph.layout.wrap import box_lines

_FLAT = 0.01
_SIDE_BY_SIDE = 16.0


def draw(
    lanes: Sequence[str],
    boxes: Sequence[BoxSpec],
    arrows: Sequence[ArrowSpec],
    state: Arrangement,
    placement: Placement,
    plan: Anchoring,
    channels: Channels,
    density: Density,
) -> Layout:
    """Set the columns and put every route together."""
    width = density.box_width
    rims = [0.0]
    for index in range(len(lanes)):
        rims.append(rims[-1] + channels.widths[index] + width)
    columns = tuple(
        LaneColumn(lane, round(rims[index + 1] - width / 2, 2), width) for index, lane in enumerate(lanes)
    )
    placed = [
        Box(
            box.id,
            box.lane,
            columns[state.lane_of[item]].x,
            round(placement.y[item], 2),
            width,
            round(placement.heights[item], 2),
            *box_lines(box, density),
        )
        for item, box in enumerate(boxes)
    ]
    parts: dict[int, list[int]] = {}
    for index, link in enumerate(plan.links):
        parts.setdefault(link.arrow, []).append(index)
    routes: dict[str, Polyline] = {}
    vertical = _vertical_routes(boxes, placed, state, placement)
    for arrow, spec in enumerate(arrows):
        if arrow in vertical:
            routes[spec.id] = vertical[arrow]
            continue
        points: list[Point] = []
        for index in parts[arrow]:
            link = plan.links[index]
            x = rims[link.channel] + channels.tracks[index]
            points += [(x, plan.anchors[end].y) for end in link.ends]
        first, last = plan.links[parts[arrow][0]], plan.links[parts[arrow][-1]]
        path = state.paths[arrow]
        start = _port(boxes[path[0]], placed[path[0]], first, 0, plan)
        end = _port(boxes[path[-1]], placed[path[-1]], last, 1, plan)
        routes[spec.id] = tidy([start, *points, end])
    return Layout(
        {box.id: box for box in placed},
        routes,
        columns,
        round(rims[-1] + channels.widths[-1], 2),
        round(placement.height, 2),
    )


def _port(spec: BoxSpec, box: Box, link: Link, end: int, plan: Anchoring) -> Point:
    y = plan.anchors[link.ends[end]].y
    reach = box.width / 2 - side_inset(spec.shape, box.height, y - box.y, box.width)
    return (box.x + reach if link.on_left[end] else box.x - reach), y


def _vertical_routes(
    boxes: Sequence[BoxSpec], placed: Sequence[Box], state: Arrangement, placement: Placement
) -> dict[int, Polyline]:
    """Straight arrows between neighbours, side by side where there are several."""
    groups: dict[tuple[int, int], list[int]] = {}
    for arrow in sorted(placement.straight):
        a, b = state.paths[arrow]
        groups.setdefault((min(a, b), max(a, b)), []).append(arrow)
    routes: dict[int, Polyline] = {}
    for group in groups.values():
        step = min(_SIDE_BY_SIDE, (placed[0].width / 2) / len(group))
        for index, arrow in enumerate(group):
            a, b = state.paths[arrow]
            off = (index - (len(group) - 1) / 2) * step
            down = 1 if placed[a].y < placed[b].y else -1
            x = round(placed[a].x + off, 2)
            start = placed[a].height / 2 - top_inset(boxes[a].shape, placed[a].height, off, placed[a].width)
            end = placed[b].height / 2 - top_inset(boxes[b].shape, placed[b].height, off, placed[b].width)
            routes[arrow] = (
                (x, round(placed[a].y + down * start, 2)),
                (x, round(placed[b].y - down * end, 2)),
            )
    return routes


def tidy(points: list[Point]) -> Polyline:
    """Drop repeated points and points on a straight run."""
    kept: list[Point] = []
    for x, y in points:
        point = (round(x, 2), round(y, 2))
        if kept and abs(kept[-1][0] - point[0]) < _FLAT and abs(kept[-1][1] - point[1]) < _FLAT:
            continue
        if len(kept) > 1 and _on_line(kept[-2], kept[-1], point):
            kept[-1] = point
        else:
            kept.append(point)
    return tuple(kept)


def _on_line(a: Point, b: Point, c: Point) -> bool:
    return (a[0] == b[0] == c[0]) or (a[1] == b[1] == c[1])
