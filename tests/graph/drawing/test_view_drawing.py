"""The picture of one question: the details on its paths enter, no box moves, and every path can be drawn."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import CausalMap, CausalPath, causal_paths, load_map, route_paths
from graph.drawing.drawings import drawing_of_map
from graph.drawing.overview_drawing import overview_layout
from graph.drawing.view_drawing import Entered, enter
from graph.layout import arrows_behind_boxes, close_parallels, overlapping_boxes
from graph.layout.kept_places import ROOM
from graph.paths.overview import extract, legs_of
from graph.records.vocabulary import Scope, Status
from tests.graph.drawn_maps import a_map, an_edge, chain, maps
from tests.graph.paths.test_overview import with_core
from tests.shipped import B12
from tests.tree import ROOT

TARGET = B12.header.default_target
STARTS = sorted(set(B12.node) - {TARGET})[::4]


def listed(causal_map: CausalMap, start: str, target: str, proposed: bool = False) -> list[CausalPath]:
    """The best path of each route."""
    answer = causal_paths(causal_map, start, target, limit=0, proposed=proposed)
    return [route.best for route in answer.routes]


def view(causal_map: CausalMap, start: str, target: str, chosen: int = 0, proposed: bool = False) -> Entered:
    paths = listed(causal_map, start, target, proposed)
    first = paths[chosen] if paths else None
    return enter(causal_map, first, [path for path in paths if path is not first], (start, target))


@pytest.fixture(scope="module")
def views() -> dict[str, Entered]:
    return {start: view(B12, start, TARGET) for start in STARTS}


def test_no_box_of_the_overview_moves_whatever_enters(views: dict[str, Entered]) -> None:
    overview = drawing_of_map(B12, Scope.OVERVIEW).layout
    for entered in views.values():
        assert overview.boxes.items() <= entered.drawing.layout.boxes.items()
        kept = {name: way for name, way in overview.routes.items() if name not in entered.opened}
        assert kept.items() <= entered.drawing.layout.routes.items()


def test_a_detail_stands_at_its_home_unless_another_stands_there(views: dict[str, Entered]) -> None:
    kept = overview_layout(B12)
    homes = {name: kept.places[home] for name, home in kept.home.items()}
    seen = elsewhere = 0
    for entered in views.values():
        taken = {(box.x, box.y) for box in entered.boxes.values()}
        for name, box in entered.boxes.items():
            home = homes[name].x, homes[name].y
            assert home in taken
            seen += 1
            elsewhere += home != (box.x, box.y)
    assert seen > 100
    assert elsewhere <= 0.02 * seen


def test_all_details_on_the_listed_paths_and_both_ends_enter(views: dict[str, Entered]) -> None:
    details = set(B12.node) - extract(B12, Scope.OVERVIEW).ids
    for start, entered in views.items():
        wanted = {start, *(name for path in listed(B12, start, TARGET) for name in path.nodes)} & details
        assert wanted == {node.id for node in entered.nodes}


def test_every_listed_path_is_drawn_leg_by_leg(views: dict[str, Entered]) -> None:
    for start, entered in views.items():
        for path in listed(B12, start, TARGET):
            legs = legs_of(path.nodes, entered.shown)
            assert [(leg.first, leg.last) for leg in legs] == [(at, at) for at in range(1, len(legs) + 1)]
            assert {leg.arrow for leg in legs} <= entered.drawing.layout.routes.keys()


def test_nothing_lies_on_or_behind_anything_else(views: dict[str, Entered]) -> None:
    for entered in views.values():
        layout = entered.drawing.layout
        assert overlapping_boxes(layout) == []
        assert arrows_behind_boxes(layout) == []
        assert all(0 <= y <= layout.height for way in entered.routes.values() for _, y in way)


def test_arrows_of_the_listed_paths_do_not_run_on_one_line(views: dict[str, Entered]) -> None:
    together = lit = 0
    for start, entered in views.items():
        names = {
            leg.arrow for path in listed(B12, start, TARGET) for leg in legs_of(path.nodes, entered.shown)
        }
        layout = entered.drawing.layout
        ways = {name: way for name, way in layout.routes.items() if name in names}
        together += len(close_parallels(replace(layout, routes=ways), 3.0))
        lit += len(ways)
    assert lit > 300
    assert together <= 0.02 * lit


def test_an_arrow_whose_steps_are_drawn_is_not_drawn_as_well(views: dict[str, Entered]) -> None:
    opened = 0
    for entered in views.values():
        drawn = {arrow.id for arrow in entered.shown.arrows}
        assert drawn == entered.drawing.layout.routes.keys()
        assert drawn.isdisjoint(entered.opened)
        overview = extract(B12, Scope.OVERVIEW).arrow
        opened += len(entered.opened)
        for name in entered.opened:
            assert drawn.issuperset(overview[name].steps)
    assert opened > 0


def test_the_overview_with_all_its_places_fits_the_first_screen_of_a_laptop() -> None:
    layout = overview_layout(B12).layout
    assert layout.width <= ROOM[0]
    # Names at both levels make boxes higher; by so little the text stays readable.
    assert layout.height <= 1.05 * ROOM[1]
    assert not layout.rough


def test_a_path_further_down_the_list_is_drawn_as_well() -> None:
    for route in causal_paths(B12, "metformin", TARGET, limit=0).routes:
        for path in islice(route_paths(B12, "metformin", TARGET, route.id), 4):
            entered = enter(B12, path, listed(B12, "metformin", TARGET), ("metformin", TARGET))
            legs = legs_of(path.nodes, entered.shown)
            assert {leg.arrow for leg in legs} <= set(entered.shown.arrow)
            assert (legs[0].first, legs[-1].last) == (1, len(path.steps))


def test_a_detail_for_which_no_place_is_left_stays_folded_in_an_arrow() -> None:
    details = [f"d{at}" for at in range(12)]
    drawn = with_core(a_map(chain("a", *details, "z")), ["a", "z"])
    entered = view(drawn, "a", "z")
    assert 2 <= len(entered.nodes) < len(details)
    (path,) = listed(drawn, "a", "z")
    legs = legs_of(path.nodes, entered.shown)
    assert {leg.arrow for leg in legs} <= set(entered.shown.arrow)
    assert (legs[0].first, legs[-1].last) == (1, len(path.steps))
    assert any(len(arrow.steps) > 1 for arrow in entered.arrows)


def both_ways() -> tuple[CausalMap, CausalPath, CausalPath]:
    """A proposed step beside a chain of details: the map, the path over the step, and that over the chain."""
    proposed = an_edge("a", "z", certainty="very-low", direction="neutral")
    assert proposed.status is Status.PROPOSED
    drawn = with_core(a_map([proposed, *chain("a", "b", "c", "z")]), ["a", "z"])
    paths = causal_paths(drawn, "a", "z", limit=2, proposed=True).paths
    step, whole = sorted(paths, key=lambda path: len(path.steps))
    return drawn, step, whole


def test_a_proposed_step_of_a_shown_path_is_drawn() -> None:
    drawn, step, whole = both_ways()
    entered = enter(drawn, step, [whole], ("a", "z"))
    assert entered.shown.arrow["a--z"].status is Status.PROPOSED
    assert {"a--b", "b--c", "c--z"} <= set(entered.shown.arrow)


def test_an_arrow_is_drawn_as_the_path_over_it_has_it_and_keeps_its_way() -> None:
    drawn, step, _ = both_ways()
    entered = enter(drawn, step, [], ("a", "z"))
    (arrow,) = entered.shown.arrows
    assert (arrow.id, arrow.steps) == ("a--z", ("a--z",))
    assert entered.routes["a--z"] == drawing_of_map(drawn, Scope.OVERVIEW).layout.routes["a--z"]


def test_without_a_path_both_ends_enter_and_nothing_else() -> None:
    drawn = with_core(a_map(chain("a", "b"), nodes=["c", "d"]), ["a", "b"])
    entered = enter(drawn, None, [], ("c", "d"))
    assert (set(entered.boxes), entered.arrows) == ({"c", "d"}, ())


def test_the_same_end_twice_enters_once() -> None:
    drawn = with_core(a_map(chain("a", "b"), nodes=["c"]), ["a", "b"])
    assert list(enter(drawn, None, [], ("c", "c")).boxes) == ["c"]


def test_a_map_without_details_stays_as_it_is() -> None:
    drawn = with_core(a_map(chain("a", "b", "c")), ["a", "b", "c"])
    entered = view(drawn, "a", "c")
    assert (entered.nodes, entered.arrows, entered.opened) == ((), (), frozenset())
    assert entered.drawing.layout == drawing_of_map(drawn, Scope.OVERVIEW).layout


@pytest.mark.parametrize("folder", ["tests/example_map"])
def test_a_map_without_core_nodes_is_shown_in_full(folder: str) -> None:
    example = load_map(ROOT / folder)
    entered = view(example, "heavy-rain", "flooded-street")
    assert entered.shown.scope is Scope.FULL
    assert (entered.nodes, entered.drawing) == ((), drawing_of_map(example, Scope.FULL))


@given(maps(with_routes=True), st.data())
@settings(max_examples=15)
def test_on_any_map_every_listed_path_is_drawn_and_nothing_overlaps(
    drawn: CausalMap, data: st.DataObject
) -> None:
    names = sorted(drawn.node)
    core = data.draw(st.sets(st.sampled_from(names), min_size=1, max_size=4))
    drawn = with_core(drawn, core)
    homes: dict[str, tuple[float, float]] = {}
    for start, target in islice(((one, other) for one, other in pairwise([*names, *names[::-1]])), 6):
        if start == target:
            continue
        entered = view(drawn, start, target)
        layout = entered.drawing.layout
        assert overlapping_boxes(layout) == []
        assert arrows_behind_boxes(layout) == []
        assert {start, target} <= entered.shown.ids
        for name in core:
            box = layout.boxes[name]
            assert homes.setdefault(name, (box.x, box.y)) == (box.x, box.y)
        for path in listed(drawn, start, target):
            legs = legs_of(path.nodes, entered.shown)
            assert {leg.arrow for leg in legs} <= set(entered.shown.arrow)
            assert (legs[0].first, legs[-1].last) == (1, len(path.steps))
