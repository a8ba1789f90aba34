"""A folded chain keeps neighbours side by side and fills its frame."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.layout.engine import lay_out, least_size
from graph.layout.folding import MOST_COLUMNS, SCREEN, Frame, depths, fold, lay_out_folded
from graph.layout.specs import ArrowSpec, BoxSpec

Boxes = list[tuple[str, str, str]]
Arrows = list[tuple[str, str, str]]


def chain(length: int) -> tuple[Boxes, Arrows]:
    """Boxes in a row, each joined to the next."""
    names = [f"box{number}" for number in range(length)]
    boxes = [(name, f"What {name} says", "box") for name in names]
    return boxes, [(f"{a}--{b}", a, b) for a, b in pairwise(names)]


@st.composite
def lecture_states(draw: st.DrawFn) -> tuple[Boxes, Arrows]:
    """A told tree: every arrow joins a box that was told before, in one direction or the other."""
    count = draw(st.integers(2, 8))
    names = [f"box{number}" for number in range(count)]
    arrows = []
    for number in range(1, count):
        ends = [names[draw(st.integers(0, number - 1))], names[number]]
        source, target = ends if draw(st.booleans()) else reversed(ends)
        arrows.append((f"{source}--{target}", source, target))
    return [(name, name, "box") for name in names], arrows


@given(st.integers(0, 200), st.integers(1, MOST_COLUMNS))
def test_boxes_that_follow_each_other_stand_in_the_same_column_or_the_next(depth: int, columns: int) -> None:
    assert 0 <= fold(depth, columns) < columns
    assert abs(fold(depth, columns) - fold(depth + 1, columns)) <= 1


@given(lecture_states())
def test_a_box_stands_one_place_from_what_it_is_first_joined_to(lecture_state: tuple[Boxes, Arrows]) -> None:
    boxes, arrows = lecture_state
    depth = depths((source, target) for _, source, target in arrows)
    assert set(depth) == {name for name, _, _ in boxes}
    assert min(depth.values()) == 0
    assert all(abs(depth[source] - depth[target]) <= 1 for _, source, target in arrows)


def test_a_side_arrow_stands_beside_what_it_acts_on() -> None:
    assert depths([("a", "b"), ("b", "c"), ("treatment", "c")])["treatment"] == 1


@pytest.mark.parametrize("length", [2, 5, 9])
def test_every_box_and_every_arrow_has_a_place(length: int) -> None:
    boxes, arrows = chain(length)
    layout = lay_out_folded(boxes, arrows)
    assert set(layout.boxes) == {name for name, _, _ in boxes}
    assert set(layout.routes) == {name for name, _, _ in arrows}


def test_no_step_spans_the_picture() -> None:
    _, arrows = chain(9)
    layout = lay_out_folded(*chain(9))
    across = [lane.id for lane in layout.lanes]
    at = {box.id: across.index(box.lane) for box in layout.boxes.values()}
    assert len(across) > 2
    assert [name for name, source, target in arrows if abs(at[source] - at[target]) > 1] == []


@given(lecture_states())
@settings(max_examples=10, deadline=None)
def test_no_box_covers_another(lecture_state: tuple[Boxes, Arrows]) -> None:
    for box, other in combinations(lay_out_folded(*lecture_state).boxes.values(), 2):
        apart_across = abs(box.x - other.x) >= (box.width + other.width) / 2
        apart_down = abs(box.y - other.y) >= (box.height + other.height) / 2
        assert apart_across or apart_down, (box.id, other.id)


@pytest.mark.parametrize("frame", [SCREEN, Frame(470, 1280), Frame(100, 100)])
def test_no_other_number_of_columns_would_give_larger_text(frame: Frame) -> None:
    boxes, arrows = chain(9)
    chosen = frame.scale_of(lay_out_folded(boxes, arrows, frame), 20)
    for columns in range(1, MOST_COLUMNS + 1):
        other = lay_out(
            [str(column) for column in range(columns)],
            [
                BoxSpec(name, str(fold(at, columns)), text, shape)
                for at, (name, text, shape) in enumerate(boxes)
            ],
            [ArrowSpec(*arrow) for arrow in arrows],
        )
        assert chosen >= frame.scale_of(other, 20)


@given(lecture_states(), st.integers(1, 5))
@settings(max_examples=20, deadline=None)
def test_no_layout_falls_short_of_its_least_size(lecture_state: tuple[Boxes, Arrows], columns: int) -> None:
    boxes, arrows = lecture_state
    lanes = [str(column) for column in range(columns)]
    specs = [BoxSpec(name, lanes[at % columns], text, shape) for at, (name, text, shape) in enumerate(boxes)]
    layout = lay_out(lanes, specs, [ArrowSpec(*arrow) for arrow in arrows])
    width, height = least_size(lanes, specs)
    assert layout.width >= width > 0
    assert layout.height >= height > 0


def test_a_wide_frame_makes_a_wider_picture_than_a_tall_one() -> None:
    wide, tall = (lay_out_folded(*chain(9), frame) for frame in (Frame(1280, 470), Frame(470, 1280)))
    assert wide.width / wide.height > tall.width / tall.height


def test_a_picture_in_its_frame_touches_one_pair_of_sides() -> None:
    layout = lay_out_folded(*chain(9))
    scale = SCREEN.scale_of(layout, 20)
    across, down = (layout.width + 40) * scale, (layout.height + 40) * scale
    assert across <= SCREEN.width + 1e-6
    assert down <= SCREEN.height + 1e-6
    assert across == pytest.approx(SCREEN.width) or down == pytest.approx(SCREEN.height)


def test_a_chain_is_placed_alike_every_time() -> None:
    assert lay_out_folded(*chain(9)) == lay_out_folded(*chain(9))
