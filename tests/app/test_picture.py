"""The drawing: what pyvis is given, and what a choice sends."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.components.picture import choice_of
from app.picture import layout_of, picture_of
from app.scene import set_scene
from app.state import View
from graph import CausalMap, load_map
from graph.layout import arrows_behind_boxes, overlapping_boxes


@pytest.fixture(scope="module")
def b12() -> CausalMap:
    return load_map()


@pytest.fixture(scope="module")
def drawing(b12: CausalMap) -> dict[str, Any]:
    return json.loads(picture_of(b12).text)


def test_every_node_and_edge_of_the_map_is_drawn_once(b12: CausalMap, drawing: dict[str, Any]) -> None:
    assert sorted(node["id"] for node in drawing["nodes"]) == sorted(b12.node)
    assert sorted(edge["id"] for edge in drawing["edges"]) == sorted(b12.edge)


def test_boxes_are_claims_and_their_sign_never_stands_alone(b12: CausalMap, drawing: dict[str, Any]) -> None:
    for node in drawing["nodes"]:
        lines = node["label"].split("\n")
        assert not {"↑", "↓"} & set(lines)
        assert node["claim"] == b12.node[node["id"]].claim


def test_boxes_stand_in_their_lanes_and_none_overlap(b12: CausalMap) -> None:
    layout = layout_of(b12)
    assert overlapping_boxes(layout) == []
    lanes = {column.id: column for column in layout.lanes}
    for box in layout.boxes.values():
        assert abs(box.x - lanes[box.lane].x) <= 1


def test_no_arrow_runs_behind_a_foreign_box(b12: CausalMap) -> None:
    assert arrows_behind_boxes(layout_of(b12)) == []


def test_the_same_map_has_the_same_fingerprint_and_another_map_another(
    b12: CausalMap, example_folder
) -> None:  # type: ignore[no-untyped-def]
    assert picture_of(load_map()).fingerprint == picture_of(b12).fingerprint
    assert picture_of(load_map(example_folder)).fingerprint != picture_of(b12).fingerprint


def test_a_choice_sends_ids_and_little_else(b12: CausalMap) -> None:
    scene = set_scene(b12, View("metformin", "muscle-loss", path=2, step=3), [])
    choice = choice_of(scene)
    assert choice["path"][0] == "metformin"
    assert choice["path"][-1] == "muscle-loss"
    assert len(choice["steps"]) == len(choice["path"]) - 1
    assert set(choice["steps"]) <= set(choice["edges"]) <= set(b12.edge)
    assert len(json.dumps(choice)) < 8_000
