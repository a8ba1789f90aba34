"""A layout is widened between its columns and nowhere else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.layout import ArrowSpec, BoxSpec, arrows_behind_boxes, lay_out, overlapping_boxes
from graph.layout.folding import LOOSEST, SCREEN, Frame, lay_out_folded
from graph.layout.specs import Layout
from graph.layout.widening import MOST_SQUEEZED, WIDEST_CHANNEL, squeeze, widen
from tests.graph.layout_samples import Graph, graphs

PRECISION = 0.01
"""A layout is given in hundredths of a unit."""


def channels(layout: Layout) -> list[float]:
    """How wide each channel between two columns is."""
    return [right.x - right.width / 2 - (left.x + left.width / 2) for left, right in pairwise(layout.lanes)]


def row(length: int) -> Layout:
    """Boxes in a row, one to a column."""
    names = [f"box{number}" for number in range(length)]
    return lay_out(
        names,
        [BoxSpec(name, name, f"What {name} says", "box") for name in names],
        [ArrowSpec(f"{one}--{other}", one, other) for one, other in pairwise(names)],
    )


@given(graphs(most_boxes=6, most_arrows=8), st.floats(0, 2000))
@settings(max_examples=20, deadline=None)
def test_boxes_keep_their_size_their_height_and_their_distance_from_their_column(
    graph: Graph, more: float
) -> None:
    layout = lay_out(*graph)
    wide = widen(layout, layout.width + more)
    column = {lane.id: lane for lane in layout.lanes}
    moved = {lane.id: lane for lane in wide.lanes}
    for name, box in layout.boxes.items():
        now = wide.boxes[name]
        assert (now.width, now.height, now.y, now.lines) == (box.width, box.height, box.y, box.lines)
        assert now.x - moved[box.lane].x == pytest.approx(box.x - column[box.lane].x)
    assert [lane.width for lane in wide.lanes] == [lane.width for lane in layout.lanes]


@given(graphs(most_boxes=6, most_arrows=8), st.floats(0, 2000))
@settings(max_examples=20, deadline=None)
def test_arrows_still_end_where_they_ended_on_their_boxes(graph: Graph, more: float) -> None:
    layout = lay_out(*graph)
    wide = widen(layout, layout.width + more)
    for arrow in graph[2]:
        for end, box in ((0, arrow.source), (-1, arrow.target)):
            (x, y), (before, level) = wide.routes[arrow.id][end], layout.routes[arrow.id][end]
            assert y == level
            assert x - wide.boxes[box].x == pytest.approx(before - layout.boxes[box].x)


@given(graphs(most_boxes=6, most_arrows=8), st.floats(0, 2000))
@settings(max_examples=20, deadline=None)
def test_no_channel_grows_beyond_the_widest_and_none_becomes_narrower(graph: Graph, more: float) -> None:
    layout = lay_out(*graph)
    wide = widen(layout, layout.width + more)
    for before, after in zip(channels(layout), channels(wide), strict=True):
        assert after >= before - 1e-9
        assert after <= max(before, WIDEST_CHANNEL) + 1e-9
    assert wide.width - layout.width == pytest.approx(sum(channels(wide)) - sum(channels(layout)))
    assert wide.width <= layout.width + more + 1e-9


def test_the_channels_share_the_room_equally() -> None:
    layout = row(4)
    wide = widen(layout, layout.width + 30)
    grown = [after - before for before, after in zip(channels(layout), channels(wide), strict=True)]
    assert grown == pytest.approx([10, 10, 10])


@pytest.mark.parametrize("width", [0.0, 10.0])
def test_a_layout_that_has_no_room_to_spare_stays_as_it_is(width: float) -> None:
    assert widen(row(4), width) == row(4)
    assert widen(row(4), row(4).width) == row(4)


def test_a_single_column_has_nothing_to_widen() -> None:
    assert widen(row(1), 5000) == row(1)


def test_a_folded_chain_in_a_very_wide_frame_ends_at_the_widest_channel() -> None:
    names = [f"box{number}" for number in range(4)]
    boxes = [(name, f"What {name} says", "box") for name in names]
    arrows = [(f"{one}--{other}", one, other) for one, other in pairwise(names)]
    wide = lay_out_folded(boxes, arrows, Frame(9000, 100))
    assert channels(wide) == pytest.approx([WIDEST_CHANNEL] * 3)


def test_a_folded_chain_in_a_high_frame_loosens_its_rows_but_not_beyond_reading_them_together() -> None:
    names = [f"box{number}" for number in range(9)]
    boxes = [(name, f"What {name} says", "box") for name in names]
    arrows = [(f"{one}--{other}", one, other) for one, other in pairwise(names)]
    loose = lay_out_folded(boxes, arrows, SCREEN)
    lanes = [lane.id for lane in loose.lanes]
    tight = lay_out(
        lanes,
        [BoxSpec(name, loose.boxes[name].lane, text, shape) for name, text, shape in boxes],
        [ArrowSpec(*arrow) for arrow in arrows],
    )
    assert tight.height <= loose.height <= tight.height * LOOSEST + 1e-9
    # Larger rooms cost no size of the text.
    assert SCREEN.scale_of(loose, 20) >= SCREEN.scale_of(tight, 20) * 0.999


@given(graphs(most_boxes=6, most_arrows=8), st.floats(0, 3000))
@settings(max_examples=20, deadline=None)
def test_a_layout_spreads_over_the_height_it_is_given_and_takes_what_it_needs(
    graph: Graph, height: float
) -> None:
    needs = lay_out(*graph).height
    given_room = lay_out(*graph, height)
    assert needs - PRECISION <= given_room.height <= max(needs, height) + PRECISION


@given(graphs(most_boxes=8, most_arrows=12), st.floats(0, 60))
@settings(max_examples=20, deadline=None)
def test_a_layout_a_little_too_wide_is_squeezed_between_its_columns_only(graph: Graph, over: float) -> None:
    layout = lay_out(*graph)
    narrow = squeeze(layout, layout.width - over)
    given_up = layout.width - narrow.width
    assert given_up == pytest.approx(min(over, MOST_SQUEEZED * sum(channels(layout))))
    for before, after in zip(channels(layout), channels(narrow), strict=True):
        assert before * (1 - MOST_SQUEEZED) - 1e-6 <= after <= before + 1e-6
    assert overlapping_boxes(narrow) == []
    assert arrows_behind_boxes(narrow) == []
    assert {box.id: (box.y, box.width) for box in narrow.boxes.values()} == {
        box.id: (box.y, box.width) for box in layout.boxes.values()
    }


def test_a_layout_that_fits_is_not_squeezed() -> None:
    assert squeeze(row(4), row(4).width) == row(4)
    assert squeeze(row(1), 10) == row(1)
