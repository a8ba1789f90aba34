"""Claims about the measures, on drawings small enough to see at a glance."""

from __future__ import annotations

import pytest

from graph.layout import (
    Box,
    Layout,
    arrows_behind_boxes,
    close_parallels,
    count_crossings,
    overfull_boxes,
    overlapping_boxes,
    total_length,
)
from graph.layout.specs import Polyline


def drawing(routes: dict[str, Polyline], *boxes: tuple[str, float, float]) -> Layout:
    """A drawing with boxes of 20 x 20 units."""
    placed = {name: Box(name, "lane", x, y, 20, 20, ("x",)) for name, x, y in boxes}
    return Layout(placed, routes, (), 500, 500)


def test_two_arrows_that_cross_are_one_crossing() -> None:
    routes: dict[str, Polyline] = {"a": ((0, 50), (100, 50)), "b": ((50, 0), (50, 100))}
    assert count_crossings(drawing(routes)) == 1


def test_slanted_arrows_cross_too() -> None:
    routes: dict[str, Polyline] = {"a": ((0, 0), (100, 100)), "b": ((0, 100), (100, 0))}
    assert count_crossings(drawing(routes)) == 1


def test_a_crossing_at_a_bend_counts_once() -> None:
    routes: dict[str, Polyline] = {"a": ((0, 50), (50, 50), (100, 50.5)), "b": ((50, 0), (50, 100))}
    assert count_crossings(drawing(routes)) == 1


def test_arrows_that_meet_at_their_common_box_do_not_cross() -> None:
    routes: dict[str, Polyline] = {"a": ((0, 50), (90, 50)), "b": ((0, 0), (90, 50))}
    assert count_crossings(drawing(routes, ("goal", 100, 50))) == 0


def test_an_arrow_through_a_foreign_box_is_found() -> None:
    layout = drawing({"a": ((10, 50), (190, 50))}, ("s", 0, 50), ("foreign", 100, 55), ("t", 200, 50))
    assert arrows_behind_boxes(layout) == [("a", "foreign")]


def test_an_arrow_past_a_box_is_not_behind_it() -> None:
    layout = drawing({"a": ((10, 50), (190, 50))}, ("s", 0, 50), ("near", 100, 75), ("t", 200, 50))
    assert arrows_behind_boxes(layout) == []


def test_boxes_that_overlap_are_found() -> None:
    assert overlapping_boxes(drawing({}, ("a", 0, 0), ("b", 15, 15), ("c", 100, 0))) == [("a", "b")]


def test_arrows_on_top_of_each_other_are_found() -> None:
    routes: dict[str, Polyline] = {
        "a": ((0, 50), (100, 50)),
        "b": ((20, 52), (80, 52)),
        "far": ((0, 60), (100, 60)),
        "after": ((97, 50), (200, 50)),
    }
    assert close_parallels(drawing(routes)) == [("a", "b")]


def test_a_text_wider_than_its_box_is_found() -> None:
    layout = drawing({}, ("a", 0, 0))
    layout.boxes["wide"] = Box("wide", "lane", 90, 0, 20, 30, ("far too wide",))
    assert "wide" in overfull_boxes(layout, {"a": "box", "wide": "box"})


def test_length_follows_the_bends() -> None:
    assert total_length(drawing({"a": ((0, 0), (30, 0), (30, 40))})) == pytest.approx(70)
