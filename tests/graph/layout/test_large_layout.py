"""The drawing of a graph as large as the real map."""

from __future__ import annotations

import pytest

from graph.layout import Layout, lay_out
from graph.layout.engine import settled
from tests.graph.layout_samples import LANES, large_map


@pytest.fixture(scope="module")
def large() -> Layout:
    return lay_out(*large_map())


def test_lanes_stand_from_left_to_right_in_the_given_order(large: Layout) -> None:
    assert [lane.id for lane in large.lanes] == LANES
    assert [lane.x for lane in large.lanes] == sorted(lane.x for lane in large.lanes)


def test_a_map_as_large_as_the_real_one_is_drawn_alike_each_time_and_within_a_screen(large: Layout) -> None:
    lanes, boxes, arrows = large_map()
    settled.cache_clear()
    assert lay_out(lanes, boxes, arrows) == large
    assert len(arrows) > 120
    assert large.width < 1900
    assert large.height < 1200
