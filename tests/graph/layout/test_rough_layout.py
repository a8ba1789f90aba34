"""A tangle is laid out with bounded work, and the layout says that it is rough."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given

from graph.drawing.drawings import drawing_of_map
from graph.layout import (
    ArrowSpec,
    BoxSpec,
    Layout,
    annealing,
    lay_out,
    ordering,
    overlapping_boxes,
    sifting,
    tracks,
)
from graph.layout.arrangement import Arrangement
from graph.layout.building import build_arrangement
from graph.layout.engine import settled
from graph.layout.widening import widen
from graph.records.vocabulary import Scope
from tests.graph.drawn_maps import FEWER, some_ends
from tests.shipped import B12

LANES = ["one", "two", "three", "four", "five"]

Parts = tuple[list[str], list[BoxSpec], list[ArrowSpec]]


def all_joined(size: int, lanes: Sequence[str] = LANES) -> Parts:
    boxes = [BoxSpec(f"n{at:02}", lanes[at % len(lanes)], f"Claim {at}", "box") for at in range(size)]
    arrows = [ArrowSpec(f"{a.id}--{b.id}", a.id, b.id) for a in boxes for b in boxes if a != b]
    return list(lanes), boxes, arrows


@pytest.fixture
def weighed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The dear steps of a layout, an entry each: exchanges, arrows laid anew, pairs of runs."""
    settled.cache_clear()
    done: list[str] = []

    def count(module: object, name: str) -> None:
        of = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *given: done.append(name) or of(*given))

    count(annealing, "exchange_cost")
    count(sifting, "exchange_cost")
    count(annealing, "reroute")
    count(ordering, "reroute")
    count(tracks, "_cost")
    return done


@pytest.mark.parametrize("lanes", [LANES, ["only"]], ids=["five lanes", "one lane"])
def test_forty_boxes_all_joined_are_laid_out_in_few_steps(weighed: list[str], lanes: list[str]) -> None:
    layout = lay_out(*all_joined(40, lanes))
    assert layout.rough
    assert weighed.count("exchange_cost") < 60_000
    assert weighed.count("reroute") == 0
    assert weighed.count("_cost") < 250**2
    assert not overlapping_boxes(layout)
    assert len(layout.routes) == 40 * 39


def test_a_rough_layout_does_not_depend_on_the_order_of_what_comes_in(
    monkeypatch: pytest.MonkeyPatch, weighed: list[str]
) -> None:
    monkeypatch.setattr(ordering, "MOST_PAIRS", 6_000)
    lanes, boxes, arrows = all_joined(14)
    first = lay_out(lanes, boxes, arrows)
    assert first.rough
    settled.cache_clear()
    assert first == lay_out(lanes, boxes[::-1], arrows[::-1])
    assert weighed.count("exchange_cost") > 1_000
    settled.cache_clear()


def test_the_shipped_map_is_laid_out_with_care() -> None:
    assert not any(drawing_of_map(B12, scope).layout.rough for scope in Scope)


def test_a_widened_layout_is_as_rough_as_before() -> None:
    layout = lay_out(*all_joined(3))
    rough = Layout(layout.boxes, layout.routes, layout.lanes, layout.width, layout.height, rough=True)
    assert (widen(layout, 5_000).rough, widen(rough, 5_000).rough) == (False, True)


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
    lanes, boxes, _ = all_joined(12, LANES[:3])
    arrows = [ArrowSpec(f"{a}--{b}", boxes[a].id, boxes[b].id) for a, b in sorted(pairs)]
    state = build_arrangement(lanes, boxes, arrows, {box.id: 30.0 for box in boxes})
    assert state.crossings() == by_pairs(state)
