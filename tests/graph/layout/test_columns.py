"""A lane with many boxes takes several columns, causes left of effects."""

from __future__ import annotations

from itertools import pairwise

from graph.layout.columns import Columns, choose_columns
from graph.layout.specs import COMPACT, ArrowSpec

LANES = ["left", "middle", "right"]


def columns_of(
    boxes: dict[str, str], ends: list[tuple[str, str]], room: tuple[float, float] = (1580, 436)
) -> Columns:
    arrows = [ArrowSpec(f"{source}--{target}", source, target) for source, target in ends]
    return choose_columns(LANES, boxes, dict.fromkeys(boxes, 36.0), arrows, room, COMPACT)


def many(lane: str, count: int) -> dict[str, str]:
    return {f"{lane}-{at:02}": lane for at in range(count)}


def test_lanes_that_fit_have_one_column_each() -> None:
    assert columns_of(many("middle", 9), []).names == (("left", 0), ("middle", 0), ("right", 0))


def test_only_the_lane_that_is_too_high_is_divided() -> None:
    boxes = many("middle", 16) | many("right", 6)
    assert columns_of(boxes, []).names == (("left", 0), ("middle", 0), ("middle", 1), ("right", 0))


def test_no_lane_is_divided_beyond_the_width() -> None:
    assert len(columns_of(many("middle", 60), [], (1100, 436)).names) == 5
    assert len(columns_of(many("middle", 60), [], (100, 436)).names) == 3


def test_boxes_are_spread_evenly() -> None:
    columns = columns_of(many("middle", 16), [])
    assert sum(at for _, at in columns.of.values()) == 8


def test_causes_stand_left_of_effects_in_a_divided_lane() -> None:
    names = list(many("middle", 16))
    halves = list(zip(names[::2], names[1::2], strict=True))
    columns = columns_of(many("middle", 16), halves)
    assert all(columns.of[cause] < columns.of[effect] for cause, effect in halves)


def test_what_goes_on_to_the_next_lane_stands_near_to_it() -> None:
    boxes = many("middle", 16) | {"cause": "left", "effect": "right"}
    names = list(many("middle", 16))
    ends = [("cause", name) for name in names[:8]] + [(name, "effect") for name in names[8:]]
    columns = columns_of(boxes, ends)
    assert [columns.of[name][1] for name in names] == [0] * 8 + [1] * 8


def test_what_passes_a_lane_needs_room_there_too() -> None:
    boxes = many("left", 9) | many("middle", 9) | many("right", 9)
    ends = [(one, other) for one in many("left", 9) for other in many("right", 9)]
    assert len(columns_of(boxes, []).names) < len(columns_of(boxes, ends).names)


def test_the_same_lane_is_divided_alike_each_time() -> None:
    names = list(many("middle", 16))
    assert columns_of(many("middle", 16), list(pairwise(names))) == columns_of(
        many("middle", 16), list(pairwise(names))
    )
