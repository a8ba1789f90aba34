"""What a question takes, and the one sentence that refuses anything else and says what is allowed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pytest

from graph import (
    CausalMap,
    UnknownNode,
    broken_paths,
    causal_paths,
    find,
    first_break,
    lecture_of_path,
    lecture_of_tour,
    on_paths,
    reachable_targets,
    resolve,
    route_paths,
    suggest,
    whole_chain_note,
)
from graph.records.vocabulary import Gate, Level
from tests.graph.drawn_maps import a_map, a_node, chain, everyone_to_everyone

Ask = Callable[..., Any]
Questions = dict[str, Ask]

QUESTIONS: Questions = {
    "causal_paths": lambda m, source="drought", target="crop-loss", **more: causal_paths(
        m, source, target, **more
    ),
    "route_paths": lambda m, source="drought", target="crop-loss", **more: list(
        route_paths(m, source, target, "salty", **more)
    ),
    "broken_paths": lambda m, source="drought", target="crop-loss", gate="human", **more: list(
        broken_paths(m, source, target, gate=gate, **more)
    ),
    "reachable_targets": lambda m, source="drought", target="", **more: reachable_targets(m, source, **more),
    "on_paths": lambda m, source="drought", target="crop-loss", **more: on_paths(m, source, target, **more),
}
"""Every function that takes nodes, a gate and blocks."""

each_question = pytest.mark.parametrize("ask", QUESTIONS.values(), ids=QUESTIONS)


def sentence(error: pytest.ExceptionInfo[Exception]) -> str:
    """What was said, which must be one sentence that a person can read."""
    said = str(error.value)
    assert said.isprintable()
    assert len(said) < 250
    return said


@each_question
def test_one_name_is_blocked_as_a_list_of_one_is(four_nodes: CausalMap, ask: Ask) -> None:
    expected = ask(four_nodes, block=["salt"])
    assert expected != ask(four_nodes)
    node = four_nodes.node["salt"]
    match = find(four_nodes, "salt")[0]
    for block in ("salt", "SALT", node, match, [node], {"salt"}, ("salt", node), iter(["salt"]), {"salt": 1}):
        assert ask(four_nodes, block=block) == expected


@each_question
def test_a_record_and_a_match_are_as_good_as_an_id(four_nodes: CausalMap, ask: Ask) -> None:
    expected = ask(four_nodes)
    for give in (
        four_nodes.node.__getitem__,
        lambda name: find(four_nodes, name)[0],
        lambda name: name.upper(),
    ):
        assert ask(four_nodes, source=give("drought"), target=give("crop-loss")) == expected


@each_question
def test_a_gate_is_taken_as_a_word_and_as_itself(four_nodes: CausalMap, ask: Ask) -> None:
    assert ask(four_nodes, gate=Gate.HUMAN) == ask(four_nodes, gate="human")
    assert ask(four_nodes, gate="human") != ask(four_nodes, gate="everything")


@each_question
@pytest.mark.parametrize("word", ["humans", "Human", "", " human", "none", "x" * 5000, "\x1b[31m"])
def test_a_word_that_is_no_gate_is_refused_with_the_three(four_nodes: CausalMap, ask: Ask, word: str) -> None:
    with pytest.raises(ValueError, match="gate must be one of everything, human, trials, not") as error:
        ask(four_nodes, gate=word)
    sentence(error)


@each_question
@pytest.mark.parametrize("gate", [None, 5, True, b"human", ["human"], Level])
def test_a_gate_that_is_no_word_is_refused_with_the_three(four_nodes: CausalMap, ask: Ask, gate: Any) -> None:
    with pytest.raises(TypeError, match="gate must be one of everything, human, trials, not") as error:
        ask(four_nodes, gate=gate)
    sentence(error)


@each_question
@pytest.mark.parametrize("source", [None, 5, True, 2.5, b"drought", ["drought"], ("drought",), {}, object()])
def test_a_start_that_is_no_name_is_refused(four_nodes: CausalMap, ask: Ask, source: Any) -> None:
    with pytest.raises(TypeError, match="given by id, name, synonym or as a Node, not as") as error:
        ask(four_nodes, source=source)
    sentence(error)


@each_question
def test_an_edge_is_no_node(four_nodes: CausalMap, ask: Ask) -> None:
    for edge in (four_nodes.edges[0], four_nodes.header.routes[0]):
        with pytest.raises(TypeError, match=r"as a Node, not as an? (Edge|Route)"):
            ask(four_nodes, source=edge)
        with pytest.raises(TypeError, match=r"not as an? (Edge|Route)"):
            ask(four_nodes, block=edge)


@each_question
@pytest.mark.parametrize("block", [5, None, True, 2.5, b"salt", object()])
def test_what_cannot_be_blocked_is_refused(four_nodes: CausalMap, ask: Ask, block: Any) -> None:
    with pytest.raises(TypeError, match="one id, name or Node, or as a list, not as") as error:
        ask(four_nodes, block=block)
    sentence(error)


@each_question
@pytest.mark.parametrize("block", [[5], [None], [["salt"]], [b"salt"]])
def test_a_list_holds_nodes_only(four_nodes: CausalMap, ask: Ask, block: Any) -> None:
    with pytest.raises(TypeError, match="given by id, name, synonym or as a Node, not as") as error:
        ask(four_nodes, block=block)
    sentence(error)


@each_question
def test_one_node_to_pass_is_taken_as_a_list_of_one_is(four_nodes: CausalMap, ask: Ask) -> None:
    expected = ask(four_nodes, through=["salt"], proposed=True)
    node, match = four_nodes.node["salt"], find(four_nodes, "salt")[0]
    for through in ("salt", "SALT", node, match, [node], {"salt"}, ("salt", node), iter(["salt"])):
        assert ask(four_nodes, through=through, proposed=True) == expected


@each_question
@pytest.mark.parametrize("through", [5, None, True, b"salt", [None], [b"salt"], object()])
def test_what_cannot_be_passed_is_refused(four_nodes: CausalMap, ask: Ask, through: Any) -> None:
    with pytest.raises(TypeError, match="id, name") as error:
        ask(four_nodes, through=through)
    sentence(error)


@each_question
def test_a_number_of_steps_is_any_whole_number_that_a_path_can_have(four_nodes: CausalMap, ask: Ask) -> None:
    assert ask(four_nodes, max_steps=3) == ask(four_nodes, max_steps=np.int16(3))
    assert ask(four_nodes, max_steps=4_095) != ask(four_nodes, max_steps=1)
    assert ask(four_nodes, max_steps=None) == ask(four_nodes)


MOST_STEPS_REFUSED = "max_steps must be a whole number from 1 to 4,095, or None, not "


@each_question
@pytest.mark.parametrize(
    "number",
    [0, -1, 4_096, 10**30, 1 << 20_000, np.int64(0)],
    ids=["zero", "negative", "one more", "huge", "endless", "numpy"],
)
def test_a_number_of_steps_that_no_path_has_is_refused(four_nodes: CausalMap, ask: Ask, number: Any) -> None:
    with pytest.raises(ValueError, match=MOST_STEPS_REFUSED) as error:
        ask(four_nodes, max_steps=number)
    sentence(error)


@each_question
@pytest.mark.parametrize("number", ["six", "6", 2.5, 6.0, float("nan"), True, [], b"6", np.bool_(1)])
def test_a_number_of_steps_that_is_no_whole_number_is_refused(
    four_nodes: CausalMap, ask: Ask, number: Any
) -> None:
    with pytest.raises(TypeError, match=MOST_STEPS_REFUSED) as error:
        ask(four_nodes, max_steps=number)
    sentence(error)


@each_question
@pytest.mark.parametrize("switch", ["no", "False", 0, 1, None, [], b"x"])
def test_proposed_steps_are_wanted_or_not(four_nodes: CausalMap, ask: Ask, switch: Any) -> None:
    with pytest.raises(TypeError) as error:
        ask(four_nodes, proposed=switch)
    assert sentence(error).startswith("proposed must be True or False, not ")


@each_question
def test_a_node_of_another_map_is_unknown_here(four_nodes: CausalMap, ask: Ask) -> None:
    nodes = [{key: a_node("elsewhere")} for key in ("source", "block", "through")]
    for given in (*nodes, {"block": "elsewhere"}, {"through": "elsewhere"}):
        with pytest.raises(UnknownNode, match="Nothing on this map is called 'elsewhere'"):
            ask(four_nodes, **given)


ON_A_MAP: dict[str, Callable[[Any, CausalMap], Any]] = {
    **{name: lambda m, _, ask=ask: ask(m) for name, ask in QUESTIONS.items()},
    "find": lambda m, _: find(m, "salt"),
    "suggest": lambda m, _: suggest(m, "salt"),
    "resolve": lambda m, _: resolve(m, "salt"),
    "first_break": lambda m, known: first_break(m, causal_paths(known, "drought").paths[0], "human"),
    "lecture_of_path": lambda m, known: lecture_of_path(m, causal_paths(known, "drought").paths[0]),
    "lecture_of_tour": lambda m, known: lecture_of_tour(m, known.tours[0]),
    "whole_chain_note": lambda m, known: whole_chain_note(causal_paths(known, "drought").paths[0], m),
}


@pytest.mark.parametrize("ask", ON_A_MAP.values(), ids=ON_A_MAP)
@pytest.mark.parametrize("given", ["my-map/", Path("my-map"), nx.DiGraph([("a", "b")]), 5, b"map", {}])
def test_what_is_no_map_is_to_be_loaded_first(
    four_nodes: CausalMap, ask: Callable[[Any, CausalMap], Any], given: Any
) -> None:
    with pytest.raises(TypeError, match=r"must be a CausalMap, not .*load_map") as error:
        ask(given, four_nodes)
    sentence(error)


def test_no_limit_lists_all() -> None:
    tangle = everyone_to_everyone(7)
    for limit in (None, 10**30, np.int64(10_000)):
        answer = causal_paths(tangle, "n00", "n06", limit=limit)
        assert len(answer.paths) == answer.total == 326
    assert len(find(tangle, "n0", limit=None)) == 7


def test_any_whole_number_is_a_limit(four_nodes: CausalMap) -> None:
    for limit in (1, np.int64(1), np.uint8(1)):
        assert len(causal_paths(four_nodes, "drought", limit=limit).paths) == 1
        assert len(find(four_nodes, "r", limit=limit)) == 1


ask_limited = pytest.mark.parametrize(
    "ask", [lambda m, limit: causal_paths(m, "drought", limit=limit), lambda m, limit: find(m, "r", limit)]
)


@ask_limited
@pytest.mark.parametrize(
    "limit", ["ten", "10", 2.5, 1.0, float("nan"), True, False, [], b"1", 1j, np.bool_(1)]
)
def test_a_limit_that_is_no_whole_number_is_refused(four_nodes: CausalMap, ask: Ask, limit: Any) -> None:
    with pytest.raises(TypeError, match="a whole number that is not negative, or None for all, not") as error:
        ask(four_nodes, limit)
    sentence(error)


@pytest.mark.parametrize(
    "limit", [-1, -(10**30), -(1 << 20_000), np.int64(-1)], ids=["one", "many", "huge", "numpy"]
)
def test_a_negative_limit_is_refused_with_what_is_allowed(four_nodes: CausalMap, limit: Any) -> None:
    with pytest.raises(
        ValueError, match="a whole number that is not negative, or None for all, not"
    ) as error:
        causal_paths(four_nodes, "drought", limit=limit)
    sentence(error)


def test_a_route_is_taken_by_its_id_as_a_record_and_from_an_answer(four_nodes: CausalMap) -> None:
    answer = causal_paths(four_nodes, "drought", proposed=True)
    expected = list(route_paths(four_nodes, "drought", None, "salty"))
    assert len(expected) == 1
    for route in (four_nodes.header.routes[0], answer.routes[0]):
        assert list(route_paths(four_nodes, "drought", None, route)) == expected
    assert [
        path.nodes for path in route_paths(four_nodes, "drought", None, answer.routes[1], proposed=True)
    ] == [("drought", "river-flow", "crop-loss")]


@pytest.mark.parametrize("route", ["salty2", "", "Salty", None, 5, b"salty", ["salty"]])
def test_a_route_that_the_map_does_not_have_is_refused_at_once(four_nodes: CausalMap, route: Any) -> None:
    wrong = ValueError if isinstance(route, str) else TypeError
    with pytest.raises(wrong, match="route must be one of salty, other, or a Route, not") as error:
        route_paths(four_nodes, "drought", None, route)
    sentence(error)


def test_a_route_of_another_map_is_refused(four_nodes: CausalMap) -> None:
    elsewhere = a_map(chain("a", "b", "c"), routes={"middle": ["b"]})
    with pytest.raises(ValueError, match="one of salty, other, or a Route, not 'middle'"):
        route_paths(four_nodes, "drought", None, elsewhere.header.routes[0])


@pytest.mark.parametrize("text", [None, 5, b"salt", ["salt"], a_node("salt")])
def test_only_a_text_is_looked_for(four_nodes: CausalMap, text: Any) -> None:
    with pytest.raises(TypeError, match="the text must be a str, not") as error:
        find(four_nodes, text)
    sentence(error)
