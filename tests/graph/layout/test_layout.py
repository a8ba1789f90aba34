"""Claims about the drawing of any graph."""

from __future__ import annotations

import itertools

import pytest

from graph.layout import (
    ArrowSpec,
    BoxSpec,
    arrows_behind_boxes,
    close_parallels,
    count_crossings,
    lay_out,
    overfull_boxes,
    overlapping_boxes,
)
from tests.graph.layout_samples import Drawn


def box(name: str, lane: str, label: str = "Claim", shape: str = "box") -> BoxSpec:
    return BoxSpec(name, lane, label, shape)


def arrow(source: str, target: str, number: int = 1) -> ArrowSpec:
    return ArrowSpec(f"{source}-{target}-{number}", source, target)


def test_boxes_never_overlap(drawn: Drawn) -> None:
    for graph, layout in drawn:
        assert overlapping_boxes(layout) == [], graph


def test_no_arrow_runs_behind_a_foreign_box(drawn: Drawn) -> None:
    for graph, layout in drawn:
        assert arrows_behind_boxes(layout) == [], graph


def test_every_text_fits_its_box(drawn: Drawn) -> None:
    for graph, layout in drawn:
        assert overfull_boxes(layout, {spec.id: spec.shape for spec in graph[1]}) == [], graph


def test_an_arrow_runs_from_its_source_to_its_target_and_at_right_angles(drawn: Drawn) -> None:
    for graph, layout in drawn:
        shapes = {spec.id: spec.shape for spec in graph[1]}
        for spec in graph[2]:
            route = layout.routes[spec.id]
            for name, (x, y) in ((spec.source, route[0]), (spec.target, route[-1])):
                home = layout.boxes[name]
                dx, dy = abs(x - home.x) / (home.width / 2), abs(y - home.y) / (home.height / 2)
                if shapes[name] == "ellipse":
                    assert dx**2 + dy**2 == pytest.approx(1, abs=0.01)
                elif shapes[name] == "box":
                    assert max(dx, dy) == pytest.approx(1, abs=0.001)
                else:
                    assert max(dx, dy) <= 1.001
                    assert max(dx, dy) > 0.9
            assert all(a[0] == b[0] or a[1] == b[1] for a, b in itertools.pairwise(route))


def test_no_two_arrows_end_at_the_same_point(drawn: Drawn) -> None:
    for _, layout in drawn:
        ends = [end for route in layout.routes.values() for end in (route[0], route[-1])]
        assert len(ends) == len(set(ends))


def test_everything_lies_inside_the_picture(drawn: Drawn) -> None:
    for _, layout in drawn:
        for x, y in (point for route in layout.routes.values() for point in route):
            assert 0 <= x <= layout.width
            assert 0 <= y <= layout.height
        for home in layout.boxes.values():
            assert home.height / 2 <= home.y <= layout.height - home.height / 2


def test_a_box_stands_in_the_middle_of_its_lane(drawn: Drawn) -> None:
    for graph, layout in drawn:
        columns = {lane.id: lane for lane in layout.lanes}
        assert list(columns) == graph[0]
        assert all(home.x == columns[home.lane].x for home in layout.boxes.values())


def test_an_arrow_to_the_next_lane_leaves_right_and_arrives_left() -> None:
    layout = lay_out(["one", "two"], [box("a", "one"), box("b", "two")], [arrow("a", "b")])
    route = layout.routes["a-b-1"]
    assert len(route) == 2
    assert layout.boxes["a"].x < route[0][0] < route[-1][0] < layout.boxes["b"].x


def test_an_arrow_that_runs_back_leaves_left_and_arrives_right() -> None:
    layout = lay_out(["one", "two"], [box("a", "one"), box("b", "two")], [arrow("b", "a")])
    route = layout.routes["b-a-1"]
    assert layout.boxes["b"].x > route[0][0] > route[-1][0] > layout.boxes["a"].x


def test_causes_stand_above_effects_in_a_chain_and_are_joined_straight() -> None:
    names = ["d", "b", "c", "a"]
    arrows = [arrow(one, other) for one, other in itertools.pairwise(names)]
    layout = lay_out(["one"], [box(name, "one") for name in names], arrows)
    heights = [layout.boxes[name].y for name in names]
    assert heights == sorted(heights)
    assert all(len(route) == 2 and route[0][1] < route[1][1] for route in layout.routes.values())


def test_an_arrow_past_a_neighbour_goes_round_by_the_side() -> None:
    boxes = [box(name, "one") for name in "abc"]
    layout = lay_out(["one"], boxes, [arrow("a", "b"), arrow("b", "c"), arrow("a", "c")])
    assert len(layout.routes["a-c-1"]) == 4
    assert count_crossings(layout) == 0


def test_two_boxes_that_cause_each_other_have_two_arrows_apart() -> None:
    layout = lay_out(["one"], [box("a", "one"), box("b", "one")], [arrow("a", "b"), arrow("b", "a")])
    down, up = layout.routes["a-b-1"], layout.routes["b-a-1"]
    assert abs(down[0][0] - up[0][0]) >= 10


def test_parallel_arrows_keep_apart() -> None:
    boxes = [box("a", "one"), box("b", "three"), box("c", "two")]
    layout = lay_out(["one", "two", "three"], boxes, [arrow("a", "b", number) for number in range(5)])
    assert close_parallels(layout, 4.0) == []
    assert count_crossings(layout) == 0


def test_all_arrows_between_two_and_two_boxes_cross_once() -> None:
    boxes = [box("a", "one"), box("b", "one"), box("c", "two"), box("d", "two")]
    arrows = [arrow(source, target) for source in "ab" for target in "cd"]
    assert count_crossings(lay_out(["one", "two"], boxes, arrows)) == 1


def test_a_tree_over_three_lanes_has_no_crossings() -> None:
    leaves = [f"{branch}{leaf}" for branch in "abc" for leaf in "123"]
    boxes = [
        box("root", "one"),
        *(box(name, "two") for name in "abc"),
        *(box(name, "three") for name in leaves),
    ]
    arrows = [*(arrow("root", name) for name in "abc"), *(arrow(name[0], name) for name in leaves)]
    assert count_crossings(lay_out(["one", "two", "three"], boxes, arrows)) == 0


def test_an_arrow_over_a_full_lane_goes_through_a_gap() -> None:
    boxes = [box("a", "one"), box("z", "three"), *(box(f"m{n}", "two") for n in range(6))]
    layout = lay_out(["one", "two", "three"], boxes, [arrow("a", "z")])
    assert arrows_behind_boxes(layout) == []


def test_a_single_box_an_empty_lane_and_an_empty_map_are_drawn() -> None:
    assert lay_out(["one", "two"], [box("a", "two")], []).boxes["a"].lane == "two"
    assert lay_out(["one"], [], []).boxes == {}
    assert lay_out([], [], []).routes == {}


def test_boxes_without_arrows_are_spread_evenly() -> None:
    layout = lay_out(["one", "two"], [box(name, "one") for name in "abc"], [])
    heights = sorted(home.y for home in layout.boxes.values())
    assert heights[2] - heights[1] == pytest.approx(heights[1] - heights[0])


def test_many_arrows_make_a_box_higher() -> None:
    boxes = [box("hub", "two"), *(box(f"s{n:02}", "one") for n in range(15))]
    layout = lay_out(["one", "two"], boxes, [arrow(f"s{n:02}", "hub") for n in range(15)])
    assert layout.boxes["hub"].height > layout.boxes["s00"].height
    assert count_crossings(layout) == 0
    assert close_parallels(layout, 3.5) == []


@pytest.mark.parametrize(
    ("boxes", "arrows", "named"),
    [
        ([box("a", "one")], [ArrowSpec("loop", "a", "a")], "loop"),
        ([box("a", "one")], [ArrowSpec("lost", "a", "nowhere")], "nowhere"),
        ([box("a", "one")], [ArrowSpec("lost", "nowhere", "a")], "lost"),
        ([box("a", "elsewhere")], [], "elsewhere"),
        ([box("a", "one"), box("a", "one")], [], "'a'"),
        ([box("a", "one", shape="star")], [], "star"),
        ([box("a", "one"), box("b", "one")], [arrow("a", "b"), arrow("a", "b")], "a-b-1"),
    ],
)
def test_what_cannot_be_drawn_is_refused_by_name(
    boxes: list[BoxSpec], arrows: list[ArrowSpec], named: str
) -> None:
    with pytest.raises(ValueError, match=named):
        lay_out(["one"], boxes, arrows)
