"""What is answered at the edges of the question, and the shape other programs rely on."""

from __future__ import annotations

import json

import pytest

from graph import CausalMap, UnknownNode, answer_as_dict, causal_paths, reachable_targets, route_paths
from tests.graph.drawn_maps import a_map, an_edge, chain


def test_the_four_node_example_is_answered(four_nodes: CausalMap) -> None:
    answer = causal_paths(four_nodes, "drought", "crop-loss")
    assert [path.nodes[1:-1] for path in answer.paths] == [("river-flow", "salt")]
    assert [path.sign for path in answer.paths] == ["+"]
    assert [(route.id, route.total) for route in answer.routes] == [("salty", 1)]
    assert answer.verdict == (
        "There is 1 route and 1 causal path from Drought to Crop loss. "
        "The best supported has 3 steps; the least certain is Salt ↑ → Crop loss (low certainty). "
        "It need not be the commonest. A step that is only proposed is needed by 1 more path."
    )


def test_the_four_node_example_is_answered_with_what_is_only_proposed(four_nodes: CausalMap) -> None:
    answer = causal_paths(four_nodes, "drought", "crop-loss", proposed=True)
    assert [path.nodes[1:-1] for path in answer.paths] == [("river-flow", "salt"), ("river-flow",)]
    assert [path.sign for path in answer.paths] == ["+", "+"]
    assert [(route.id, route.total) for route in answer.routes] == [("salty", 1), ("other", 1)]
    assert answer.verdict == (
        "There are 2 routes and 2 causal paths from Drought to Crop loss. "
        "The best supported has 3 steps; the least certain is Salt ↑ → Crop loss (low certainty). "
        "Best supported need not be commonest. A step that is only proposed is used by 1 of them."
    )


def test_names_and_synonyms_are_as_good_as_ids(four_nodes: CausalMap) -> None:
    answer = causal_paths(four_nodes, "Dry Spell", "crop loss", block=["SALT"])
    assert (answer.source.id, answer.target.id, answer.block) == ("drought", "crop-loss", ("salt",))


def test_the_target_of_the_map_is_taken_when_none_is_named(four_nodes: CausalMap) -> None:
    assert causal_paths(four_nodes, "salt").target.id == "crop-loss"


def test_a_node_has_no_path_to_itself(four_nodes: CausalMap) -> None:
    answer = causal_paths(four_nodes, "salt", "salt")
    assert (answer.total, answer.paths, answer.routes) == (0, (), ())
    assert answer.verdict == "Salt is both the start and the target; choose another of the two."
    assert list(route_paths(four_nodes, "salt", "salt", "salty")) == []


def test_a_loop_back_to_the_start_is_no_path() -> None:
    causal_map = a_map(chain("a", "b", "a"))
    assert causal_paths(causal_map, "a", "a").total == 0
    assert set(reachable_targets(causal_map, "a")) == {"b"}


def test_no_path_is_said_plainly(four_nodes: CausalMap) -> None:
    answer = causal_paths(four_nodes, "crop-loss", "drought")
    assert (answer.total, answer.total_is_exact, answer.routes) == (0, True, ())
    assert answer.verdict == (
        "There is no causal path from Crop loss to Drought on this map. "
        "That this map shows none does not mean that there is none."
    )


def test_what_was_taken_away_is_said(four_nodes: CausalMap) -> None:
    blocked = causal_paths(four_nodes, "drought", block=["river-flow"])
    assert blocked.verdict == (
        "There is no causal path from Drought to Crop loss on this map, with River flow blocked."
    )
    gated = causal_paths(four_nodes, "crop-loss", "drought", gate="human", block=["salt"])
    assert gated.verdict == (
        "There is no causal path from Crop loss to Drought on this map, "
        "with human evidence only and with Salt blocked."
    )


@pytest.mark.parametrize("end", ["drought", "crop-loss"])
def test_blocking_an_end_leaves_nothing(four_nodes: CausalMap, end: str) -> None:
    answer = causal_paths(four_nodes, "drought", "crop-loss", block=[end])
    assert (answer.total, answer.paths) == (0, ())


def test_blocking_twice_is_blocking_once(four_nodes: CausalMap) -> None:
    assert causal_paths(four_nodes, "drought", block=["salt", "Salt", "salt"]).block == ("salt",)


@pytest.mark.parametrize("where", ["source", "target", "block"])
def test_an_unknown_node_is_told_with_the_nearest(four_nodes: CausalMap, where: str) -> None:
    names = {"source": "drought", "target": "crop-loss", "block": "salt"} | {where: "rivr flow"}
    with pytest.raises(UnknownNode, match=r"'rivr flow'. Did you mean River flow \(river-flow\)\?"):
        causal_paths(four_nodes, names["source"], names["target"], block=[names["block"]])


def test_a_word_that_is_no_gate_is_refused(four_nodes: CausalMap) -> None:
    with pytest.raises(ValueError, match="hearsay"):
        causal_paths(four_nodes, "drought", gate="hearsay")


def test_a_negative_limit_is_refused(four_nodes: CausalMap) -> None:
    with pytest.raises(ValueError, match="negative"):
        causal_paths(four_nodes, "drought", limit=-1)


def test_no_path_is_listed_for_a_limit_of_none_but_all_are_counted(four_nodes: CausalMap) -> None:
    answer = causal_paths(four_nodes, "drought", limit=0)
    assert (answer.total, answer.paths) == (1, ())
    assert answer.verdict == causal_paths(four_nodes, "drought").verdict


def test_the_route_with_the_best_path_is_named_first_whatever_the_order_of_the_map() -> None:
    ways = [*chain("a", "b", "z", certainty="low"), *chain("a", "c", "z", certainty="high")]
    answer = causal_paths(a_map(ways, routes={"weak": ["b"], "strong": ["c"]}), "a", "z")
    assert [route.id for route in answer.routes] == ["strong", "weak"]


def test_a_route_the_map_does_not_have_is_refused_with_those_it_has(four_nodes: CausalMap) -> None:
    with pytest.raises(ValueError, match=r"one of salty, other, .*not 'peppery'"):
        route_paths(four_nodes, "drought", "crop-loss", "peppery")


def test_a_start_on_a_route_puts_every_path_on_it() -> None:
    causal_map = a_map([*chain("a", "b", "z"), an_edge("a", "z")], routes={"r": ["a"], "s": ["b"]})
    answer = causal_paths(causal_map, "a", "z")
    assert [(route.id, route.total) for route in answer.routes] == [("r", 2)]


def test_a_route_through_several_nodes_takes_each_path_once() -> None:
    causal_map = a_map(
        [*chain("a", "b", "c", "z"), *chain("a", "c"), *chain("b", "z")], routes={"r": ["b", "c"]}
    )
    paths = list(route_paths(causal_map, "a", "z", "r"))
    assert sorted("".join(path.nodes) for path in paths) == ["abcz", "abz", "acz"]


def test_one_route_and_one_path_are_said_in_the_singular() -> None:
    verdict = causal_paths(a_map(chain("a", "z"), routes={"r": ["z"]}), "a", "z").verdict
    assert verdict == (
        "There is 1 route and 1 causal path from a to z. "
        "The best supported is a single step of moderate certainty."
    )


def test_the_dictionary_has_exactly_the_keys_of_the_contract(four_nodes: CausalMap) -> None:
    answer = answer_as_dict(causal_paths(four_nodes, "drought"))
    assert list(answer) == [
        *["from", "to", "total", "total_is_exact", "proposed", "false_chains", "verdict", "routes", "paths"],
        *["through", "max_steps"],
    ]
    assert [list(route) for route in answer["routes"]] == [["id", "name", "total"]]
    path = answer["paths"][0]
    assert list(path) == ["number", "nodes", "edges", "sign", "weakest", "route", "text"]
    assert list(path["edges"][0]) == ["source", "target", "effect", "certainty", "contested", "status"]
    assert list(path["weakest"]) == ["source", "target", "certainty"]


def test_the_dictionary_survives_json_unchanged(four_nodes: CausalMap) -> None:
    answer = answer_as_dict(causal_paths(four_nodes, "drought"))
    again = json.loads(json.dumps(answer))
    assert again == answer
    assert again["paths"][0]["nodes"] == ["drought", "river-flow", "salt", "crop-loss"]
    assert [edge["contested"] for edge in again["paths"][0]["edges"]] == [False, True, False]
    assert again["paths"][0]["text"] == "Drought → River flow ↓ → Salt ↑ → Crop loss"
    assert again["paths"][0]["weakest"] == {"source": "salt", "target": "crop-loss", "certainty": "low"}
    assert (again["total"], again["total_is_exact"], again["paths"][0]["sign"]) == (1, True, "+")
