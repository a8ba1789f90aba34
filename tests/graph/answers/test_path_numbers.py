"""A path has one number: the same for whoever asks for it, wherever it is listed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import CausalMap, answer_as_dict, causal_paths, numbered_path
from graph.answers.path_numbers import DEEPEST, number_of, numbers_taken, place_of
from tests.graph.drawn_maps import FEWER, a_map, chain, everyone_to_everyone, maps

GATES = st.sampled_from(["everything", "human", "trials"])
TWO_ROUTES = [*chain("a", "b", "z"), *chain("a", "c", "z"), *chain("a", "b", "d", "z"), *chain("c", "d")]


@FEWER
@given(causal_map=maps(with_routes=True), gate=GATES)
def test_every_path_is_found_by_its_number_and_no_two_share_one(causal_map: CausalMap, gate: str) -> None:
    ends = causal_map.header.default_start, causal_map.header.default_target
    answer = causal_paths(causal_map, *ends, limit=1_000, gate=gate)
    assert sorted(answer.numbers) == list(range(1, answer.total + 1))
    for number, path in list(zip(answer.numbers, answer.paths, strict=True))[:40]:
        assert numbered_path(causal_map, *ends, number, gate=gate) == path
    assert numbered_path(causal_map, *ends, answer.total + 1, gate=gate) is None


@FEWER
@given(causal_map=maps(with_routes=True))
def test_the_first_numbers_are_the_best_paths_of_the_routes(causal_map: CausalMap) -> None:
    ends = causal_map.header.default_start, causal_map.header.default_target
    answer = causal_paths(causal_map, *ends)
    for number, route in enumerate(answer.routes, start=1):
        assert numbered_path(causal_map, *ends, number) == route.best


@FEWER
@given(causal_map=maps(with_routes=True), limit=st.integers(0, 6))
def test_a_number_does_not_depend_on_how_many_are_listed(causal_map: CausalMap, limit: int) -> None:
    ends = causal_map.header.default_start, causal_map.header.default_target
    whole, some = (causal_paths(causal_map, *ends, limit=most) for most in (1_000, limit))
    assert some.numbers == whole.numbers[:limit]


def test_a_list_in_rank_order_shows_the_numbers_of_the_routes() -> None:
    causal_map = a_map(TWO_ROUTES, routes={"c": ["c"]})
    answer = causal_paths(causal_map, "a", "z")
    assert ["".join(path.nodes) for path in answer.paths] == ["acz", "abz", "acdz", "abdz"]
    assert answer.numbers == (1, 2, 3, 4)
    alone = causal_paths(a_map([*TWO_ROUTES, *chain("a", "e", "z")], routes={"c": ["c"]}), "a", "z")
    assert [path["number"] for path in answer_as_dict(alone)["paths"]] == [1, 2, 4, 3, 5]


@pytest.mark.parametrize("asked", [1, 2, 500, 1_500])
def test_where_counting_stopped_every_place_has_a_number_of_its_own(asked: int) -> None:
    answer = causal_paths(everyone_to_everyone(13), "n00", "n12", limit=0)
    route = answer.routes[0]
    counted = replace(route, id="third", total=2, total_is_exact=True)
    routes = (route, replace(route, id="second"), counted)
    numbers = {number_of(routes, route.id, asked) for route in routes[:2]}
    assert len(numbers) == 2
    assert {place_of(routes, number) for number in numbers} == {("other", asked), ("second", asked)}
    assert max(numbers) <= numbers_taken(routes, 0) == DEEPEST * 3
