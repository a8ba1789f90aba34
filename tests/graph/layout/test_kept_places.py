"""A layout that keeps places: whatever enters, nothing moves, and nothing lies on or behind anything else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from graph.layout import arrows_behind_boxes, overfull_boxes, overlapping_boxes
from graph.layout.guests import place_guests, route_late
from graph.layout.kept_places import KeptLayout, lay_out_with_places
from graph.layout.specs import COMPACT, ArrowSpec, Box, BoxSpec, Layout, Polyline
from tests.graph.layout_samples import LANES, graphs


@dataclass(frozen=True)
class Case:
    """A random layout, and what may enter it."""

    kept: KeptLayout
    standing: list[ArrowSpec]
    late: list[ArrowSpec]

    def entered(self, wanted: Iterable[str]) -> tuple[dict[str, Box], dict[str, Polyline]]:
        guests = place_guests(self.kept, wanted)
        shown = {*self.kept.layout.boxes, *guests}
        late = [arrow for arrow in self.late if {arrow.source, arrow.target} <= shown]
        return guests, route_late(self.kept, guests, self.standing, late)

    def whole(self, guests: dict[str, Box], routes: dict[str, Polyline]) -> Layout:
        layout = self.kept.layout
        return replace(layout, boxes=layout.boxes | guests, routes=layout.routes | routes)


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    """Random graphs, some of whose boxes come and go."""
    found: list[Case] = []

    @given(graphs(), st.sets(st.integers(0, 15)), st.booleans())
    @settings(max_examples=30, deadline=None, database=None, phases=[Phase.generate])
    def gather(graph: tuple[list[str], list[BoxSpec], list[ArrowSpec]], guests: set[int], many: bool) -> None:
        lanes, boxes, arrows = graph
        comes = {box.id for at, box in enumerate(boxes) if (at in guests) != many}
        late = [arrow for arrow in arrows if comes & {arrow.source, arrow.target}]
        standing = [arrow for arrow in arrows if arrow not in late]
        pairs = {
            (min(one.id, other.id), max(one.id, other.id)): 0.1 for one, other in pairwise(boxes) if many
        }
        kept = lay_out_with_places(
            lanes,
            [box for box in boxes if box.id not in comes],
            standing,
            [box for box in boxes if box.id in comes],
            [(arrow.source, arrow.target) for arrow in late],
            pairs,
        )
        found.append(Case(kept, standing, late))

    gather()
    assert len(found) >= 25
    return found


def test_kept_places_lie_on_no_box_and_behind_no_arrow(cases: list[Case]) -> None:
    for case in cases:
        layout = case.kept.layout
        full = replace(layout, boxes=layout.boxes | case.kept.places)
        assert overlapping_boxes(full) == []
        assert arrows_behind_boxes(full) == []


def test_every_guest_has_its_home_in_its_lane_and_finds_it_when_it_comes_alone(cases: list[Case]) -> None:
    for case in cases:
        for name, guest in case.kept.guests.items():
            place = case.kept.places[case.kept.home[name]]
            box = place_guests(case.kept, [name])[name]
            assert (box.x, box.y, box.lane) == (place.x, place.y, guest.lane)
            assert box.height <= place.height


def test_any_two_guests_find_room_at_the_same_time(cases: list[Case]) -> None:
    for case in cases:
        for one, other in pairwise(case.kept.guests):
            assert place_guests(case.kept, [one, other]).keys() == {one, other}


def test_a_guest_stands_elsewhere_only_while_its_home_is_taken(cases: list[Case]) -> None:
    for case in cases:
        names = list(case.kept.guests)
        for order in (names, names[::-1], names[::2]):
            placed = place_guests(case.kept, order)
            at = {name: place_of(case.kept, box) for name, box in placed.items()}
            assert len(set(at.values())) == len(at)
            for name, place in at.items():
                home = case.kept.home[name]
                assert place == home or home in at.values()


def place_of(kept: KeptLayout, box: Box) -> str:
    return next(place.id for place in kept.places.values() if (place.x, place.y) == (box.x, box.y))


def test_guests_lie_on_nothing_and_their_arrows_behind_nothing(cases: list[Case]) -> None:
    for case in cases:
        names = list(case.kept.guests)
        for wanted in (names, names[::-1], names[::2], names[:1]):
            guests, routes = case.entered(wanted)
            whole = case.whole(guests, routes)
            assert overlapping_boxes(whole) == []
            assert arrows_behind_boxes(whole) == []
            assert overfull_boxes(whole, dict(case.kept.shapes), COMPACT) == []


def test_a_late_arrow_runs_from_its_source_to_its_target_at_right_angles(cases: list[Case]) -> None:
    for case in cases:
        guests, routes = case.entered(case.kept.guests)
        boxes = case.kept.layout.boxes | guests
        for arrow in case.late:
            if arrow.id in routes:
                route = routes[arrow.id]
                for name, (x, y) in ((arrow.source, route[0]), (arrow.target, route[-1])):
                    assert abs(x - boxes[name].x) <= boxes[name].width / 2 + 0.01
                    assert abs(y - boxes[name].y) <= boxes[name].height / 2 + 0.01
                assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(route))
                assert all(0 <= x <= case.kept.layout.width for x, _ in route)


def test_every_arrow_whose_ends_are_shown_gets_a_way(cases: list[Case]) -> None:
    for case in cases:
        guests, routes = case.entered(case.kept.guests)
        shown = {*case.kept.layout.boxes, *guests}
        ready = {arrow.id for arrow in case.late if {arrow.source, arrow.target} <= shown}
        assert routes.keys() == ready


def test_the_same_guests_are_drawn_alike_each_time(cases: list[Case]) -> None:
    for case in cases[:10]:
        assert case.entered(case.kept.guests) == case.entered(case.kept.guests)


def full_lane(boxes: int) -> list[BoxSpec]:
    return [BoxSpec(f"box-{at:02}", LANES[0], f"Claim {at}", "box") for at in range(boxes)]


def test_a_lane_with_more_boxes_than_fit_takes_a_second_column_if_there_is_width() -> None:
    boxes = full_lane(24)
    arrows = [ArrowSpec(f"{one.id}--{other.id}", one.id, other.id) for one, other in pairwise(boxes)]
    wide = lay_out_with_places(LANES[:2], boxes, arrows, [], [], {}, (1580, 436))
    narrow = lay_out_with_places(LANES[:2], boxes, arrows, [], [], {}, (500, 436))
    assert len(wide.columns) > len(narrow.columns) == 2
    assert wide.layout.height < narrow.layout.height
    lane = wide.layout.lanes[0]
    for box in wide.layout.boxes.values():
        assert abs(box.x - lane.x) + box.width / 2 <= lane.width / 2 + 0.01


def test_lanes_without_boxes_and_a_map_without_any_are_laid_out() -> None:
    assert lay_out_with_places(LANES, [], [], [], [], {}).layout.boxes == {}
    assert lay_out_with_places([], [], [], [], [], {}).columns == ()
    only = lay_out_with_places(LANES[:1], [], [], full_lane(3), [], {})
    assert place_guests(only, ["box-01"]).keys() == {"box-01"}
