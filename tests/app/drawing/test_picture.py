"""The drawings: what pyvis is given, and what a choice sends."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from app.components.picture import choice_of
from app.drawing import picture
from app.drawing.picture import entered_data, made_picture, picture_of
from app.state.explore_view import make_explore_view
from app.state.view_state import ViewState
from graph import CausalMap, causal_paths, load_map
from graph.drawing.drawings import drawing_of_map
from graph.drawing.view_drawing import Entered, enter
from graph.layout import arrows_behind_boxes, overlapping_boxes
from graph.paths.overview import extract
from graph.records.vocabulary import Scope
from tests.shipped import B12


@pytest.fixture(params=list(Scope))
def scope(request: pytest.FixtureRequest) -> Scope:
    return request.param


@pytest.fixture
def b12() -> CausalMap:
    return B12


@pytest.fixture
def drawing(scope: Scope) -> dict[str, Any]:
    return json.loads(picture_of(B12, scope).text)


def test_every_box_and_arrow_of_a_scope_is_drawn_once(scope: Scope, drawing: dict[str, Any]) -> None:
    shown = extract(B12, scope)
    assert sorted(node["id"] for node in drawing["nodes"]) == sorted(shown.ids)
    assert sorted(edge["id"] for edge in drawing["edges"]) == sorted(arrow.id for arrow in shown.arrows)


def test_the_full_map_draws_everything_and_the_overview_at_most_forty_boxes(b12: CausalMap) -> None:
    assert extract(b12, Scope.FULL).ids == frozenset(b12.node)
    assert len(extract(b12, Scope.OVERVIEW).ids) <= 40


def test_boxes_are_claims_and_their_sign_never_stands_alone(b12: CausalMap, drawing: dict[str, Any]) -> None:
    for node in drawing["nodes"]:
        lines = node["label"].split("\n")
        assert not {"↑", "↓"} & set(lines)
        assert node["claim"] == b12.node[node["id"]].claim


def test_boxes_stand_in_their_lanes_and_none_overlap(b12: CausalMap, scope: Scope) -> None:
    layout = drawing_of_map(b12, scope).layout
    assert overlapping_boxes(layout) == []
    lanes = {column.id: column for column in layout.lanes}
    for box in layout.boxes.values():
        lane = lanes[box.lane]
        assert abs(box.x - lane.x) + box.width / 2 <= lane.width / 2 + 1


def test_no_arrow_runs_behind_a_foreign_box(b12: CausalMap, scope: Scope) -> None:
    assert arrows_behind_boxes(drawing_of_map(b12, scope).layout) == []


def test_the_same_map_has_the_same_fingerprint_and_another_map_another(
    scope: Scope, example_folder: Path
) -> None:
    assert picture_of(load_map(), scope).fingerprint == picture_of(B12, scope).fingerprint
    assert picture_of(load_map(example_folder), scope).fingerprint != picture_of(B12, scope).fingerprint


@pytest.mark.parametrize(
    "view", [ViewState("metformin", "muscle-loss", path=2, step=3), ViewState("gastrectomy", "falls")]
)
def test_a_choice_sends_ids_and_little_else(b12: CausalMap, view: ViewState) -> None:
    explore_view = make_explore_view(b12, view, [])
    choice = choice_of(explore_view)
    assert choice["path"][0] == view.start
    assert choice["path"][-1] == view.target
    assert len(choice["steps"]) == len(choice["path"]) - 1
    assert {arrow for arrow, _ in choice["steps"]} <= {arrow.id for arrow in explore_view.shown.arrows}
    assert len(json.dumps(choice)) < 16_000


def test_the_legs_of_a_path_count_its_steps_through_the_details(b12: CausalMap) -> None:
    explore_view = make_explore_view(b12, ViewState("metformin", "muscle-loss"), [])
    assert explore_view.shown.scope is Scope.OVERVIEW
    legs = explore_view.legs
    assert legs[0].first == 1
    assert legs[-1].last == len(explore_view.path.steps)  # type: ignore[union-attr]
    assert all(before.last + 1 == after.first for before, after in pairwise(legs))
    assert [leg.first for leg in legs] == [leg.last for leg in legs], "each of its details has come in"
    entered = choice_of(explore_view)["entered"]
    assert {node["id"] for node in entered["nodes"]} >= {
        node
        for node in explore_view.path.nodes  # type: ignore[union-attr]
        if not b12.node[node].core
    }
    assert not {edge["id"] for edge in entered["edges"]} & set(entered["opened"])


def test_a_step_inside_a_leg_opens_the_arrow_that_stands_for_it(b12: CausalMap) -> None:
    explore_view = make_explore_view(b12, ViewState("metformin", "muscle-loss", step=2), [])
    leg = next(leg for leg in explore_view.legs if leg.first <= 2 <= leg.last)
    assert choice_of(explore_view)["opened"] == leg.arrow


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Scope]:
    """What is drawn from now on; each drawing waits for the test to see the others come."""
    draw, asked = picture._draw, []

    def watched(causal_map: CausalMap, scope: Scope) -> picture.Picture:
        asked.append(scope)
        time.sleep(0.2)
        return draw(causal_map, scope)

    monkeypatch.setattr(picture, "_draw", watched)
    return asked


def test_visitors_who_come_at_once_share_one_drawing(example_folder: Path, drawn: list[Scope]) -> None:
    causal_map = load_map(example_folder)
    with ThreadPoolExecutor(8) as visitors:
        pictures = set(visitors.map(lambda _: picture_of(causal_map, Scope.FULL), range(8)))
    assert drawn == [Scope.FULL]
    assert len(pictures) == 1


def test_a_name_is_looked_up_and_never_drawn_for(example_folder: Path, drawn: list[Scope]) -> None:
    causal_map = load_map(example_folder)
    assert made_picture("0" * 16) is None
    assert drawn == []
    made = picture_of(causal_map, Scope.FULL)
    assert made_picture(made.fingerprint) is not None
    assert drawn == [Scope.FULL]


def test_old_pictures_make_room_for_new_ones(
    example_folder: Path, drawn: list[Scope], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture, "_made", {})
    monkeypatch.setattr(picture, "MOST_MADE", 2)
    maps = [load_map(example_folder) for _ in range(3)]
    for causal_map in [*maps, maps[2], maps[0]]:
        picture_of(causal_map, Scope.FULL)
    assert len(drawn) == 4
    assert list(picture._made) == [(maps[2], Scope.FULL), (maps[0], Scope.FULL)]


@pytest.fixture(scope="module")
def entered() -> Entered:
    answer = causal_paths(B12, "metformin", B12.header.default_target, limit=0)
    best = [route.best for route in answer.routes]
    return enter(B12, best[0], best[1:], ("metformin", B12.header.default_target))


def test_what_a_question_adds_has_the_shape_of_the_drawing_file(entered: Entered) -> None:
    added, whole = entered_data(entered, B12), json.loads(picture_of(B12, Scope.OVERVIEW).text)
    assert [node["id"] for node in added["nodes"]] == [node.id for node in entered.nodes]
    assert [edge["id"] for edge in added["edges"]] == [arrow.id for arrow in entered.arrows]
    for sort in ("nodes", "edges"):
        known = {key for each in whole[sort] for key in each}
        assert all({"id"} < each.keys() <= known for each in added[sort])
    assert set(added["opened"]) <= {edge["id"] for edge in whole["edges"]}


def test_what_a_question_adds_is_small(entered: Entered) -> None:
    added = json.dumps(entered_data(entered, B12), ensure_ascii=False, separators=(",", ":"))
    assert len(added) < len(picture_of(B12, Scope.OVERVIEW).text) / 4


def test_what_a_question_adds_stands_where_the_drawing_has_it(entered: Entered) -> None:
    added = entered_data(entered, B12)
    for node in added["nodes"]:
        box = entered.boxes[node["id"]]
        assert (node["x"], node["y"], node["width"], node["height"]) == (box.x, box.y, box.width, box.height)
    assert entered_data(entered, B12) == added
