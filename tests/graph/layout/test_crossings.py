"""Crossings are counted in one sweep, and that counts them all."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given

from graph.layout import ArrowSpec
from graph.layout.arrangement import Arrangement
from graph.layout.building import build_arrangement
from tests.graph.drawn_maps import FEWER, some_ends
from tests.graph.layout_samples import FIVE_LANES, all_joined


def by_pairs(state: Arrangement) -> int:
    """Crossings counted pair by pair: the ends of two links alternate around the rim of their channel."""
    return sum(
        one[0] < other[0] < one[1] < other[1] or other[0] < one[0] < other[1] < one[1]
        for links in state.channel_links()
        for one, other in combinations(links, 2)
    )


@FEWER
@given(pairs=some_ends(12, 50))
def test_crossings_are_counted_as_pair_by_pair(pairs: set[tuple[int, int]]) -> None:
    lanes, boxes, _ = all_joined(12, FIVE_LANES[:3])
    arrows = [ArrowSpec(f"{a}--{b}", boxes[a].id, boxes[b].id) for a, b in sorted(pairs)]
    state = build_arrangement(lanes, boxes, arrows, {box.id: 30.0 for box in boxes})
    assert state.crossings() == by_pairs(state)
