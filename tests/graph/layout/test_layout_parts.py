"""Claims about the parts of the layout that the rest leans on."""

from __future__ import annotations

import itertools
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.layout.arrangement import Arrangement
from graph.layout.building import build_arrangement
from graph.layout.ordering import optimise_order
from graph.layout.outline import side_inset, top_inset
from graph.layout.rerouting import reroute
from graph.layout.sifting import exchange, exchange_cost, flip_cost, sift
from graph.layout.spacing import space_out
from graph.layout.specs import ROOMY
from graph.layout.tracks import Run, lay_tracks
from tests.graph.layout_samples import Graph, graphs, large_map

heights = st.integers(0, 300).map(float)


def arrangement(graph: Graph) -> Arrangement:
    lanes, boxes, arrows = graph
    return build_arrangement(lanes, boxes, arrows, {box.id: 30.0 for box in boxes})


@given(graphs(), st.data())
@settings(max_examples=60, deadline=None)
def test_the_cost_of_an_exchange_is_the_difference_it_makes(graph: Graph, data: st.DataObject) -> None:
    state = arrangement(graph)
    pairs = [pair for lane in state.lanes for pair in itertools.pairwise(lane)]
    if pairs:
        upper, lower = data.draw(st.sampled_from(pairs))
        before, expected = state.cost(), exchange_cost(state, upper, lower)
        exchange(state, upper, lower)
        assert state.cost() - before == pytest.approx(expected)


@given(graphs(), st.data())
@settings(max_examples=60, deadline=None)
def test_the_cost_of_the_other_side_is_the_difference_it_makes(graph: Graph, data: st.DataObject) -> None:
    state = arrangement(graph)
    brackets = [number for number in range(len(state.paths)) if state.is_bracket(number)]
    if brackets:
        chosen = data.draw(st.sampled_from(brackets))
        before, expected = state.crossings(), flip_cost(state, chosen)
        state.set_side(chosen, 1 - state.sides[chosen])
        assert state.crossings() - before == expected


@given(graphs())
@settings(max_examples=60, deadline=None)
def test_sifting_makes_an_order_better_by_what_it_says(graph: Graph) -> None:
    state = arrangement(graph)
    for item in range(state.box_count):
        before = state.cost()
        gain = sift(state, item)
        assert gain >= 0
        assert before - state.cost() == pytest.approx(gain)


@given(graphs())
@settings(max_examples=60, deadline=None)
def test_rerouting_for_crossings_alone_never_adds_one(graph: Graph) -> None:
    state = arrangement(graph)
    with mock.patch("graph.layout.rerouting.LENGTH_COST", 0.0):
        for number, path in enumerate(state.paths):
            if len(path) > 2:
                before = state.crossings()
                reroute(state, number)
                assert state.crossings() <= before
                assert all(item in state.lanes[state.lane_of[item]] for item in path)


def test_an_order_is_the_same_after_coming_back_to_it() -> None:
    state = arrangement(large_map())
    saved, cost = state.snapshot(), state.cost()
    optimise_order(state, 2_000)
    assert state.cost() < cost
    state.restore(saved)
    assert state.cost() == pytest.approx(cost)


@given(st.lists(st.tuples(heights, st.floats(0.1, 10)), min_size=1, max_size=12), st.floats(0, 20))
def test_spaced_points_keep_order_distance_and_limits(points: list[tuple[float, float]], gap: float) -> None:
    wanted, weights = [p for p, _ in points], [w for _, w in points]
    placed = space_out(wanted, weights, [gap] * (len(points) - 1), 0, 400)
    assert placed[0] >= -1e-6
    assert placed[-1] <= 400 + 1e-6
    for one, other in itertools.pairwise(placed):
        assert other - one >= gap - 1e-6


def test_points_with_room_stay_where_they_want_to_be() -> None:
    assert space_out([10, 50, 90], [1, 1, 1], [5, 5], 0, 100) == [10, 50, 90]


def test_too_little_room_shrinks_the_gaps_evenly() -> None:
    assert space_out([0, 0, 0], [1, 1, 1], [10, 10], 0, 10) == [0, 5, 10]


@given(st.lists(st.tuples(heights, heights, st.sampled_from("alr")), min_size=1, max_size=14))
def test_runs_that_overlap_never_share_a_track(ends: list[tuple[float, float, str]]) -> None:
    kinds = {
        "a": lambda a, b: Run((a,), (b,)),
        "l": lambda a, b: Run((a, b), ()),
        "r": lambda a, b: Run((), (a, b)),
    }
    runs = [kinds[kind](one, other) for one, other, kind in ends]
    channel = lay_tracks(runs, 56)
    for index, run in enumerate(runs):
        assert 0 < channel.tracks[index] < channel.width
        for other in range(index):
            if run.top <= runs[other].bottom and runs[other].top <= run.bottom:
                assert abs(channel.tracks[index] - channel.tracks[other]) >= ROOMY.track_gap - 0.6


def test_runs_one_below_the_other_share_a_track() -> None:
    channel = lay_tracks([Run((0,), (40,)), Run((60,), (100,))], 56)
    assert channel.tracks[0] == channel.tracks[1]


def test_links_down_a_stair_are_ordered_without_crossing() -> None:
    upper, lower = lay_tracks([Run((0,), (50,)), Run((20,), (70,))], 56).tracks
    assert lower < upper


def test_the_outline_of_an_ellipse_falls_back_from_its_rectangle() -> None:
    assert side_inset("ellipse", 40, 0) == 0
    assert side_inset("ellipse", 40, 12) > 5
    assert top_inset("ellipse", 40, 20) > 0
    assert side_inset("box", 40, 12) == top_inset("box", 40, 30) == 0
    assert side_inset("pill", 28, 13) > side_inset("pill", 28, 5) > 0
