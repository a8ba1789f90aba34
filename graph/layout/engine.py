"""The whole layout, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from graph.layout.arrangement import Arrangement
from graph.layout.building import build_arrangement, check_input, without_hints
from graph.layout.channels import OUTER_MARGIN, lay_channels
from graph.layout.drawing import draw
from graph.layout.ordering import STEP_BUDGET, descend, optimise_order
from graph.layout.placing import TOP_MARGIN, place
from graph.layout.ports import anchor_links
from graph.layout.specs import ROOMY, ArrowSpec, BoxSpec, Density, Layout
from graph.layout.wrap import box_height

_STEPS_AFTER_HINTS = 30_000


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
    return drawn(lanes, boxes, arrows, [box_height(box) for box in boxes], height=height)


def drawn(
    lanes: Sequence[str],
    boxes: Sequence[BoxSpec],
    arrows: Sequence[ArrowSpec],
    heights: Sequence[float],
    *,
    hints: Sequence[ArrowSpec] = (),
    height: float = 0.0,
    density: Density = ROOMY,
    budget: int = STEP_BUDGET,
) -> Layout:
    """Lay out boxes of known heights.

    Args:
        lanes: Lane ids from left to right.
        boxes: What is to be placed, sorted by id.
        arrows: What joins it, sorted by id.
        heights: What every box needs for its labels, in units.
        hints: Arrows that draw boxes near to each other and are not drawn themselves.
        height: Room to spread over, in units.
        density: How near to each other things may stand.
        budget: Steps that the search for the order may take.
    """
    shapes = [box.shape for box in boxes]
    state, in_full = settled(tuple(lanes), tuple(boxes), tuple(arrows), tuple(heights), tuple(hints), budget)
    placement = place(state, heights, shapes, height, density)
    plan = anchor_links(state, placement, shapes, density)
    channels = lay_channels(len(lanes), plan, density)
    layout = draw(lanes, boxes, arrows, state, placement, plan, channels, density)
    return replace(layout, rough=not (in_full and channels.parted))


def least_size(lanes: Sequence[str], boxes: Iterable[BoxSpec]) -> tuple[float, float]:
    """Width and height, in units, that no layout of these boxes falls short of, whatever joins them."""
    needed = dict.fromkeys(lanes, 2 * TOP_MARGIN - ROOMY.box_gap)
    for box in boxes:
        needed[box.lane] += ROOMY.box_gap + box_height(box)
    width = len(lanes) * (ROOMY.box_width + ROOMY.least_channel) - ROOMY.least_channel + 2 * OUTER_MARGIN
    return round(width, 2), round(max(needed.values()), 2)


# Nearly all the work is here, and a lecture is drawn in several frames; what comes after changes none of it.
@lru_cache(maxsize=128)
def settled(
    lanes: tuple[str, ...],
    boxes: tuple[BoxSpec, ...],
    arrows: tuple[ArrowSpec, ...],
    heights: tuple[float, ...],
    hints: tuple[ArrowSpec, ...] = (),
    budget: int = STEP_BUDGET,
) -> tuple[Arrangement, bool]:
    """Return the items in the order in which they will stand, and whether the search for it was full."""
    sizes = {box.id: height for box, height in zip(boxes, heights, strict=True)}
    state = build_arrangement(lanes, boxes, (*arrows, *hints), sizes)
    in_full = optimise_order(state, budget)
    if hints:
        state = without_hints(state, len(arrows))
        # What gave way to a hint may come back.
        long_arrows = [arrow for arrow, path in enumerate(state.paths) if len(path) > 2] if in_full else []
        descend(state, _STEPS_AFTER_HINTS, long_arrows)
    return state, in_full
