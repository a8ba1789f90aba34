"""The whole layout, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from graph.layout.arrangement import Arrangement
from graph.layout.building import build_arrangement, check_input
from graph.layout.channels import LEAST_CHANNEL, OUTER_MARGIN, lay_channels
from graph.layout.drawing import draw
from graph.layout.ordering import optimise_order
from graph.layout.placing import BOX_GAP, TOP_MARGIN, place
from graph.layout.ports import anchor_links
from graph.layout.specs import ArrowSpec, BoxSpec, Layout
from graph.layout.wrap import BOX_WIDTH, label_height, wrap_label


def lay_out(
    lanes: Sequence[str], boxes: Sequence[BoxSpec], arrows: Sequence[ArrowSpec], height: float = 0.0
) -> Layout:
    """Give every box a home in its lane and every arrow a way that touches no foreign box.

    The result depends only on the lanes' order and on what the boxes and arrows are, not on
    the order they come in.

    Args:
        lanes: Lane ids from left to right; a lane may stay empty.
        boxes: What is to be placed.
        arrows: What joins it.
        height: Room to spread over, in units; what needs more takes more.

    Returns:
        Places and routes in world units, from (0, 0) under the lane headings.

    Raises:
        ValueError: For input that cannot be drawn; the message names the id.

    >>> pair = [BoxSpec("a", "left", "A", "box"), BoxSpec("b", "right", "B", "box")]
    >>> layout = lay_out(["left", "right"], pair, [ArrowSpec("ab", "a", "b")])
    >>> layout.routes["ab"][0][0] < layout.routes["ab"][-1][0]
    True
    """
    check_input(lanes, boxes, arrows)
    boxes = sorted(boxes, key=lambda box: box.id)
    arrows = sorted(arrows, key=lambda arrow: arrow.id)
    shapes = [box.shape for box in boxes]
    heights = [_height_of(box) for box in boxes]
    state, in_full = settled(tuple(lanes), tuple(boxes), tuple(arrows), tuple(heights))
    placement = place(state, heights, shapes, height)
    plan = anchor_links(state, placement, shapes)
    channels = lay_channels(len(lanes), plan)
    layout = draw(lanes, boxes, arrows, state, placement, plan, channels)
    return replace(layout, rough=not (in_full and channels.parted))


def least_size(lanes: Sequence[str], boxes: Iterable[BoxSpec]) -> tuple[float, float]:
    """Width and height, in units, that no layout of these boxes falls short of, whatever joins them."""
    needed = dict.fromkeys(lanes, 2 * TOP_MARGIN - BOX_GAP)
    for box in boxes:
        needed[box.lane] += BOX_GAP + _height_of(box)
    width = len(lanes) * (BOX_WIDTH + LEAST_CHANNEL) - LEAST_CHANNEL + 2 * OUTER_MARGIN
    return round(width, 2), round(max(needed.values()), 2)


def _height_of(box: BoxSpec) -> float:
    """The least height at which whatever the box may say fits into it."""
    return max(label_height(wrap_label(label, box.shape), box.shape) for label in box.labels)


# Nearly all the work is here, and a lecture is drawn in several frames; what comes after changes none of it.
@lru_cache(maxsize=128)
def settled(
    lanes: tuple[str, ...],
    boxes: tuple[BoxSpec, ...],
    arrows: tuple[ArrowSpec, ...],
    heights: tuple[float, ...],
) -> tuple[Arrangement, bool]:
    """Return the items in the order in which they will stand, and whether the search for it was full."""
    state = build_arrangement(
        lanes, boxes, arrows, {box.id: height for box, height in zip(boxes, heights, strict=True)}
    )
    return state, optimise_order(state)
