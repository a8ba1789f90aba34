"""A chain folded like a ribbon, so that all of it can be read from the last row of a lecture hall.

The boxes of a lecture follow each other in the order in which they are told: to the right along the first
row, down, to the left along the second, and so on. Neighbours in the telling are neighbours in the picture,
so a step never spans the screen. Of all numbers of columns the one is taken that gives the largest text in
a frame of the wanted shape; what room the frame then leaves goes between the rows or the columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.layout.engine import lay_out, least_size
from graph.layout.specs import ArrowSpec, BoxSpec, Layout
from graph.layout.widening import widen

MOST_COLUMNS = 8
LOOSEST = 1.45
"""How many times as high as it must be a folded chain may become."""


@dataclass(frozen=True)
class Frame:
    """The shape a folded chain should fill, in any unit; only the ratio counts."""

    width: float
    height: float

    def scale_of(self, layout: Layout, margin: float) -> float:
        """The scale at which a layout with a margin round it fits into the frame."""
        return self.scale(layout.width, layout.height, margin)

    def scale(self, width: float, height: float, margin: float) -> float:
        """The scale at which something so wide and high fits into the frame with a margin round it."""
        return min(self.width / (width + 2 * margin), self.height / (height + 2 * margin))


SCREEN = Frame(1280, 470)
"""What a projector leaves to the picture above the words."""


def lay_out_folded(
    boxes: Iterable[tuple[str, str, str]],
    arrows: Sequence[tuple[str, str, str]],
    frame: Frame = SCREEN,
    margin: float = 20,
) -> Layout:
    """Place the boxes of a telling and route its arrows.

    Args:
        boxes: id, text and shape of each box.
        arrows: id, source and target of each arrow, in the order in which they are told.
        frame: the shape to fill.
        margin: what stays free round the picture, in units of the picture.
    """
    depth = depths([(source, target) for _, source, target in arrows])
    boxes = list(boxes)
    deepest = max(depth.values(), default=0)
    specs = [ArrowSpec(name, source, target) for name, source, target in arrows]

    def in_columns(columns: int) -> tuple[list[str], list[BoxSpec]]:
        placed = [BoxSpec(name, str(fold(depth[name], columns)), text, shape) for name, text, shape in boxes]
        return [str(column) for column in range(columns)], placed

    # Laying out is dear: what cannot be larger than the largest so far is not tried.
    hopes = {
        columns: frame.scale(*least_size(*in_columns(columns)), margin)
        for columns in range(1, min(MOST_COLUMNS, deepest + 1) + 1)
    }
    laid: dict[int, Layout] = {}
    scale = 0.0
    for columns, hope in sorted(hopes.items(), key=lambda each: each[1], reverse=True):
        if hope < scale:
            break
        laid[columns] = lay_out(*in_columns(columns), specs)
        scale = max(scale, frame.scale_of(laid[columns], margin))
    columns = min(each for each, layout in laid.items() if frame.scale_of(layout, margin) == scale)
    best = laid[columns]
    room = frame.height / scale - 2 * margin
    if room > best.height:
        # Beyond this the rows would fall apart.
        loose = lay_out(*in_columns(columns), specs, min(room, best.height * LOOSEST))
        best = loose if frame.scale_of(loose, margin) >= scale * 0.999 else best
    return widen(best, frame.width / frame.scale_of(best, margin) - 2 * margin)


def fold(depth: int, columns: int) -> int:
    """The column of a box: up and down again as it comes later in the telling.

    >>> [fold(depth, 3) for depth in range(7)]
    [0, 1, 2, 2, 1, 0, 0]
    """
    row, place = divmod(depth, columns)
    return place if row % 2 == 0 else columns - 1 - place


def depths(arrows: Iterable[tuple[str, str]]) -> dict[str, int]:
    """How far along the telling each box stands; a box stands one place from what it is first joined to.

    >>> depths([("a", "b"), ("b", "c"), ("x", "c")])
    {'a': 0, 'b': 1, 'c': 2, 'x': 1}
    """
    depth: dict[str, int] = {}
    for source, target in arrows:
        if source not in depth:
            depth[source] = max(0, depth[target] - 1) if target in depth else 0
        if target not in depth:
            depth[target] = depth[source] + 1
    return depth
