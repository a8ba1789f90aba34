"""The shipped map at a glance: the core tells the story, and every path can be drawn on it."""

from __future__ import annotations

from itertools import islice

import pytest

from graph import CausalMap, causal_paths, route_paths
from graph.paths.overview import Extract, extract, legs_of
from graph.records.vocabulary import Kind, Scope


@pytest.fixture(scope="session")
def overview(b12: CausalMap) -> Extract:
    return extract(b12, Scope.OVERVIEW)


def test_at_most_forty_boxes_are_core_and_the_ends_are_among_them(b12: CausalMap, overview: Extract) -> None:
    assert overview.scope is Scope.OVERVIEW
    assert 0 < len(overview.nodes) <= 40
    assert {b12.header.default_start, b12.header.default_target} <= overview.ids


def test_the_core_has_boxes_in_every_lane_and_of_every_kind(b12: CausalMap, overview: Extract) -> None:
    assert {node.lane for node in overview.nodes} == {lane.id for lane in b12.header.lanes}
    assert {node.kind for node in overview.nodes} == set(Kind)


def test_no_box_of_the_overview_stands_alone(overview: Extract) -> None:
    joined = {end for arrow in overview.arrows for end in (arrow.source, arrow.target)}
    assert overview.ids - joined == set()


def test_the_overview_is_joined_by_fewer_arrows_than_the_full_map(b12: CausalMap, overview: Extract) -> None:
    assert len(overview.arrows) < len(extract(b12, Scope.FULL).arrows)
    assert any(len(arrow.steps) > 1 for arrow in overview.arrows), "some chain of details is one arrow"


def test_every_listed_path_between_core_nodes_can_be_drawn(b12: CausalMap, overview: Extract) -> None:
    target = b12.header.default_target
    for start in sorted(overview.ids - {target}):
        for route in causal_paths(b12, start, target, limit=0).routes:
            for path in islice(route_paths(b12, start, target, route.id), 3):
                legs = legs_of(path.nodes, overview)
                assert {leg.arrow for leg in legs} <= set(overview.arrow), path.nodes
                assert (legs[0].first, legs[-1].last) == (1, len(path.steps))


def test_every_named_route_shows_in_the_overview(b12: CausalMap, overview: Extract) -> None:
    shown = {step for arrow in overview.arrows for step in arrow.steps}
    passed = {end for step in shown for end in step.split("--")}
    assert [route.id for route in b12.header.routes if not passed & set(route.through)] == []
