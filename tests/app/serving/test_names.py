"""The names offered as somebody types: in groups, and something to take when nothing fits."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest

from app.serving.names import MOST_FOUND, OFTEN_ASKED, offer
from graph import CausalMap, on_paths, reachable_targets
from tests.app.conftest import Ask
from tests.shipped import B12


def asked(ask: Ask, **query: str) -> dict[str, Any]:
    status, _, body = ask(f"/api/find?{urlencode(query)}")
    assert status == 200
    said: dict[str, Any] = json.loads(body)
    return said


def ids(said: dict[str, Any]) -> list[str]:
    return [found["id"] for group in said["groups"] for found in group["found"]]


def test_what_can_be_reached_follows_the_switch_for_proposed_steps(ask: Ask) -> None:
    for switch, proposed in ({}, False), ({"proposed": "0"}, False), ({"proposed": "1"}, True):
        wanted = reachable_targets(B12, "paraesthesia", proposed=proposed)
        said = asked(ask, **{"from": "paraesthesia"} | switch)
        counted = {found["id"]: found["paths"] for group in said["groups"] for found in group["found"]}
        assert counted == {node: count.total for node, count in wanted.items()}
    assert "falls" not in reachable_targets(B12, "paraesthesia")


def test_without_a_text_all_starts_stand_under_their_lanes_and_what_is_often_asked_comes_first() -> None:
    often = ("metformin", "vegan-diet")
    causal_map = with_common_starts(often)
    groups = offer(causal_map, " ")["groups"]
    assert [group["name"] for group in groups] == [OFTEN_ASKED, *(lane.name for lane in B12.header.lanes)]
    assert [found["id"] for found in groups[0]["found"]] == list(often)
    for lane, group in zip(B12.header.lanes, groups[1:], strict=True):
        names = [found["name"] for found in group["found"]]
        assert names == sorted(node.name for node in B12.nodes if node.lane == lane.id)


def with_common_starts(often: tuple[str, ...]) -> CausalMap:
    header = B12.header.model_copy(update={"common_starts": often})
    return CausalMap(header, B12.nodes, B12.edges, B12.references, tours=B12.tours)


def test_targets_begin_with_the_usual_one_and_the_last_lane_and_only_starts_are_often_asked() -> None:
    groups = offer(with_common_starts(("metformin",)), "", "metformin")["groups"]
    lanes = [lane.name for lane in B12.header.lanes]
    assert [found["id"] for found in groups[0]["found"]] == [B12.header.default_target]
    named = [group["name"] for group in groups]
    assert named[:2] == [OFTEN_ASKED, lanes[-1]]
    assert named[2:] == [name for name in lanes[:-1] if name in named]
    last = offer(B12, "", B12.header.default_target)["groups"]
    assert OFTEN_ASKED not in [group["name"] for group in last]


def test_between_two_ends_only_what_lies_on_a_path_is_offered() -> None:
    said = offer(B12, "", "metformin", "muscle-loss")
    assert set(ids(said)) == on_paths(B12, "metformin", "muscle-loss").nodes - {"metformin", "muscle-loss"}
    assert ids(offer(B12, "homocistein", "metformin", "muscle-loss"))[0] == "homocysteine"
    assert offer(B12, "vegan", "metformin", "muscle-loss") == {"groups": [], "nearby": [], "apart": None}


def test_a_text_is_answered_best_first_and_briefly(ask: Ask) -> None:
    said = asked(ask, q="pins and needels")
    assert ids(said)[0] == "paraesthesia"
    assert [group["name"] for group in said["groups"]] == [""]
    assert {"id", "name", "kind", "score", "matched"} == set(said["groups"][0]["found"][0])
    assert len(ids(asked(ask, q="a"))) <= MOST_FOUND
    assert said["nearby"] == []
    assert said["apart"] is None


def test_what_leads_nowhere_is_answered_with_what_comes_near_and_can_be_chosen() -> None:
    said = offer(B12, "football")
    assert said["groups"] == []
    assert 0 < len(said["nearby"]) <= 3
    reached = offer(B12, "football", "metformin")
    assert {found["id"] for found in reached["nearby"]} <= set(reachable_targets(B12, "metformin"))
    assert offer(B12, "xqzw jkvb") == {"groups": [], "nearby": [], "apart": None}


@pytest.mark.parametrize(
    ("text", "source", "apart"),
    [
        ("Metformin", "sore-tongue", {"id": "metformin", "name": "Metformin", "start": False, "back": True}),
        (
            "Sore tongue",
            "sore-tongue",
            {"id": "sore-tongue", "name": "Sore tongue", "start": True, "back": False},
        ),
        ("Metformin", "falls", {"id": "metformin", "name": "Metformin", "start": False, "back": True}),
        ("Resistance training", "sore-tongue", {"start": False, "back": False}),
        ("Functional muscle loss", "metformin", None),
    ],
)
def test_a_target_without_a_path_is_told_apart_from_one_that_is_not_on_the_map(
    text: str, source: str, apart: dict[str, Any] | None
) -> None:
    said = offer(B12, text, source)["apart"]
    assert said == apart if apart is None else apart.items() <= said.items()


@pytest.mark.parametrize(
    "query", [{"from": "nonsense"}, {"from": "metformin", "to": "<b>"}, {"from": "\x00"}]
)
def test_ends_that_are_not_on_the_map_are_answered_with_nothing(ask: Ask, query: dict[str, str]) -> None:
    assert asked(ask, q="rain", **query) == {"groups": [], "nearby": [], "apart": None}


def test_names_are_those_of_the_reading_level_and_an_unknown_level_is_the_plain_one(ask: Ask) -> None:
    node = next(node for node in B12.nodes if node.clinical)
    for level, name in ("clinical", node.clinical), ("plain", node.name), ("<b>", node.name):
        found = [found for group in asked(ask, level=level)["groups"] for found in group["found"]]
        assert {each["name"] for each in found if each["id"] == node.id} == {name}
