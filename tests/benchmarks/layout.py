"""The picture of the whole map beside Graphviz `dot`: crossings, arrows behind boxes, size of the text."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from time import perf_counter
from typing import Any

from graph import causal_paths, load_map
from graph.drawing.drawings import drawing_of_map
from graph.layout import Box, Layout, arrows_behind_boxes, overlapping_boxes, total_length
from graph.layout.quality import crossing_points
from graph.layout.specs import Point, Polyline
from graph.layout.text import FONT_SIZE
from graph.paths.overview import Extract, extract, legs_of
from graph.records.causal_map import CausalMap
from graph.records.vocabulary import Scope
from tests.benchmarks.driving import Visitor, browser, our_app
from tests.benchmarks.table import Line, judged

DOT_MISSING = "dot is not installed: apt-get install graphviz"
POINTS_PER_CURVE = 12
WIDTHS = ((1280, 800), (1440, 900), (1920, 1080))
READABLE = 11.0
"""The least height of the text in pixels, at the first of the widths."""
MANY = 35
"""How many boxes ("some forty") are to be seen at once there."""


def measure(_rounds: int) -> tuple[str, list[Line]]:
    """Everything here is the same every time; nothing is repeated."""
    causal_map = load_map()
    lines: list[Line] = []
    for scope in (Scope.FULL, Scope.OVERVIEW):
        began = perf_counter()
        ours = drawing_of_map(causal_map, scope).layout
        took = perf_counter() - began
        name = f"{scope.label.lower()}, {len(ours.boxes)} boxes, {len(ours.routes)} arrows: "
        lines += _beside_dot(name, extract(causal_map, scope), ours, took)
        lines += [_apart(ours), _unhidden(causal_map, scope, ours)]
    return "layout", [*lines, *_text_sizes()]


def _beside_dot(name: str, shown: Extract, ours: Layout, took: float) -> Iterator[Line]:
    mine = _numbers(ours)
    size = f"{ours.width:.0f} x {ours.height:.0f}, {took:.1f} s"
    if shutil.which("dot") is None:
        yield Line(f"{name}crossings", str(mine.pop("crossings")), DOT_MISSING)
        for what, number in mine.items():
            yield Line(f"  {what}", str(number))
        yield Line("  size in units, and time to lay out", size)
        return
    for peer, lanes in (("dot", False), ("dot in our lanes", True)):
        began = perf_counter()
        drawn = _dot(shown, ours, lanes)
        took = perf_counter() - began
        for what, other in _numbers(drawn).items():
            ratio = f"{mine[what] / other:.2f}" if other else ""
            first = f"{name}crossings" if what == "crossings" else f"  {what}"
            yield Line(first, str(mine[what]), f"{peer} {other}", ratio)
        other_size = f"{peer} {drawn.width:.0f} x {drawn.height:.0f}, {took:.1f} s"
        yield Line("  size in units, and time to lay out", size, other_size)


def _numbers(layout: Layout) -> dict[str, int]:
    crossings = crossing_points(layout)
    return {
        "crossings": len(crossings),
        "pairs of arrows that cross": len({(one, other) for one, other, _ in crossings}),
        "arrows behind a foreign box": len(arrows_behind_boxes(layout)),
        "length of all arrows, units": round(total_length(layout)),
    }


def _dot(shown: Extract, ours: Layout, lanes: bool) -> Layout:
    """The same boxes and arrows laid out by `dot` from left to right.

    With lanes, each is one rank, and the ranks stand as far apart as our lanes do on average.
    """
    boxes = list(ours.boxes.values())
    channel = (ours.width - len(ours.lanes) * boxes[0].width) / max(1, len(ours.lanes) - 1)
    said = [
        f"digraph {{ rankdir=LR; nodesep={14 / 72:.3f}; ranksep={channel / 72 if lanes else 0.5:.3f};",
        'node [shape=box, fixedsize=true, label=""];',
    ]
    for box in boxes:
        said.append(f'"{box.id}" [width={box.width / 72:.4f}, height={box.height / 72:.4f}];')
    for edge in shown.arrows:
        said.append(f'"{edge.source}" -> "{edge.target}" [dir=none, id="{edge.id}"];')
    if lanes:
        heads = [f"lane {lane.id}" for lane in ours.lanes]
        for lane, head in zip(ours.lanes, heads, strict=True):
            members = "".join(f'"{box.id}"; ' for box in boxes if box.lane == lane.id)
            said.append(f'{{rank=same; "{head}" [width=0.01, height=0.01, style=invis]; {members}}}')
        said.append(" -> ".join(f'"{head}"' for head in heads) + " [style=invis];")
    done = subprocess.run(
        ["dot", "-Tjson"], input="\n".join([*said, "}"]), capture_output=True, text=True, check=True
    )
    return _read(json.loads(done.stdout), ours)


def _read(drawing: dict[str, Any], ours: Layout) -> Layout:
    boxes: dict[str, Box] = {}
    for item in drawing["objects"]:
        own = ours.boxes.get(item["name"])
        if own and "pos" in item:
            x, y = _point(item["pos"])
            boxes[own.id] = Box(own.id, own.lane, x, y, own.width, own.height, own.lines)
    routes = {item["id"]: _polyline(item["pos"]) for item in drawing["edges"] if "id" in item}
    left, low, right, high = (float(number) for number in drawing["bb"].split(","))
    return Layout(boxes, routes, (), right - left, high - low)


def _point(text: str) -> Point:
    x, y = text.split(",")
    return float(x), float(y)


def _polyline(spline: str) -> Polyline:
    """The points along a chain of cubic Bézier curves."""
    controls = [_point(each) for each in spline.split()]
    points = [controls[0]]
    for first in range(0, len(controls) - 3, 3):
        a, b, c, d = controls[first : first + 4]
        for i in range(1, POINTS_PER_CURVE + 1):
            t = i / POINTS_PER_CURVE
            parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            points.append(
                (
                    sum(part * point[0] for part, point in zip(parts, (a, b, c, d), strict=True)),
                    sum(part * point[1] for part, point in zip(parts, (a, b, c, d), strict=True)),
                )
            )
    return tuple(points)


def _apart(ours: Layout) -> Line:
    count = len(overlapping_boxes(ours))
    return Line("  overlapping boxes", str(count), "", "", "0", judged(count == 0))


def _unhidden(causal_map: CausalMap, scope: Scope, ours: Layout) -> Line:
    """Arrows of the best path of any start that run behind a box they do not belong to."""
    shown = extract(causal_map, scope)
    hidden = {arrow for arrow, _ in arrows_behind_boxes(ours)}
    starts = behind = 0
    for node in shown.nodes:
        best = causal_paths(causal_map, node.id, limit=1).paths
        starts += len(best)
        behind += sum(leg.arrow in hidden for path in best for leg in legs_of(path.nodes, shown))
    what = f"  arrows behind a foreign box on the best paths of {starts} starts"
    return Line(what, str(behind), "", "", "0", judged(behind == 0))


def _text_sizes() -> Iterator[Line]:
    """As the browser shows it, before anybody zooms."""
    with browser() as chromium, our_app() as address:
        for width, height in WIDTHS:
            visitor = Visitor(chromium, address, width, height)
            text = FONT_SIZE * visitor.page.evaluate("watch.network().getScale()")
            places = visitor.places().values()
            seen = sum(0 <= x <= width and 0 <= y <= height for x, y in places)
            first = width == WIDTHS[0][0]
            holds = text >= READABLE and seen >= MANY
            bound = (f">= {READABLE:.0f} px, {MANY} boxes", judged(holds)) if first else ("", "")
            what = f"first view at {width} x {height}: text, and boxes in the window"
            yield Line(what, f"{text:.1f} px, {seen} of {len(places)}", "", "", *bound)
