"""Ranked causal paths against networkx, on random maps with loops and associations."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import CausalMap, CausalPath, causal_paths, route_paths
from graph.answers.causal_paths import reachable_targets
from tests.graph.drawn_maps import (
    FEWER,
    a_map,
    an_edge,
    chain,
    everyone_to_everyone,
    maps,
    plain_network,
    rank,
    simple_paths,
)

EVERY = 100_000
GATES = st.sampled_from(["everything", "human", "trials"])


def ends_of(causal_map: CausalMap) -> tuple[str, str]:
    return causal_map.header.default_start, causal_map.header.default_target


def walked(paths: list[CausalPath] | tuple[CausalPath, ...]) -> list[tuple[str, ...]]:
    return [path.nodes for path in paths]


@FEWER
@given(causal_map=maps())
def test_the_paths_are_all_simple_paths_in_rank_order(causal_map: CausalMap) -> None:
    source, target = ends_of(causal_map)
    known = simple_paths(plain_network(causal_map), source, target)
    found = walked(causal_paths(causal_map, source, target, limit=EVERY).paths)
    assert sorted(found) == sorted(known)
    assert [rank(causal_map, path) for path in found] == sorted(rank(causal_map, path) for path in known)


@FEWER
@given(causal_map=maps())
def test_the_total_is_the_number_of_simple_paths_to_every_target(causal_map: CausalMap) -> None:
    source, _ = ends_of(causal_map)
    network = plain_network(causal_map)
    known = {node: len(simple_paths(network, source, node)) for node in network}
    counts = reachable_targets(causal_map, source)
    assert {node: count.total for node, count in counts.items()} == {n: k for n, k in known.items() if k}
    assert all(count.exact for count in counts.values())


@FEWER
@given(causal_map=maps(), limit=st.integers(0, 12))
def test_a_limit_gives_the_beginning_of_the_list(causal_map: CausalMap, limit: int) -> None:
    whole = causal_paths(causal_map, *ends_of(causal_map), limit=EVERY)
    some = causal_paths(causal_map, *ends_of(causal_map), limit=limit)
    assert some.paths == whole.paths[:limit]
    assert (some.total, some.routes, some.verdict) == (whole.total, whole.routes, whole.verdict)


@FEWER
@given(
    causal_map=maps(),
    gate=GATES,
    block=st.sets(st.sampled_from([f"n{number}" for number in range(9)]), max_size=3),
)
def test_blocking_and_gates_equal_taking_away(causal_map: CausalMap, gate: str, block: set[str]) -> None:
    block &= set(causal_map.node)
    source, target = ends_of(causal_map)
    known = simple_paths(plain_network(causal_map, gate, block), source, target)
    answer = causal_paths(causal_map, source, target, limit=EVERY, gate=gate, block=block)
    assert sorted(walked(answer.paths)) == sorted(known)
    assert answer.total == len(known)
    assert answer.total_is_exact
    assert (answer.gate, answer.block) == (gate, tuple(sorted(block)))


@FEWER
@given(causal_map=maps(with_routes=True), gate=GATES)
def test_each_path_belongs_to_the_first_route_it_passes_through(causal_map: CausalMap, gate: str) -> None:
    answer = causal_paths(causal_map, *ends_of(causal_map), limit=EVERY, gate=gate)
    for path in answer.paths:
        passed = [route.id for route in causal_map.header.routes if set(route.through) & set(path.nodes)]
        assert path.route == (passed[0] if passed else "other")


@FEWER
@given(
    causal_map=maps(with_routes=True),
    gate=GATES,
    block=st.sets(st.sampled_from(["n1", "n2", "n3"]), max_size=1),
)
def test_the_routes_share_the_paths_out_among_them(causal_map: CausalMap, gate: str, block: set[str]) -> None:
    source, target = ends_of(causal_map)
    block &= set(causal_map.node)
    answer = causal_paths(causal_map, source, target, limit=EVERY, gate=gate, block=block)
    assert sum(route.total for route in answer.routes) == answer.total == len(answer.paths)
    assert {path.route for path in answer.paths} == {route.id for route in answer.routes}
    for route in answer.routes:
        listed = list(route_paths(causal_map, source, target, route.id, gate=gate, block=block))
        of_route = [path for path in answer.paths if path.route == route.id]
        assert sorted(walked(listed)) == sorted(walked(of_route))
        assert [rank(causal_map, path.nodes) for path in listed] == [
            rank(causal_map, path.nodes) for path in of_route
        ]
        assert (route.total, route.best) == (len(listed), listed[0])


@FEWER
@given(causal_map=maps(with_routes=True))
def test_the_route_with_the_best_path_comes_first(causal_map: CausalMap) -> None:
    answer = causal_paths(causal_map, *ends_of(causal_map))
    bests = [rank(causal_map, route.best.nodes) for route in answer.routes]
    assert bests == sorted(bests)
    if answer.paths:
        assert rank(causal_map, answer.paths[0].nodes) == bests[0]


@FEWER
@given(causal_map=maps())
def test_every_path_is_what_its_steps_make_it(causal_map: CausalMap) -> None:
    for path in causal_paths(causal_map, *ends_of(causal_map)).paths:
        assert len(set(path.nodes)) == len(path.nodes) == len(path.steps) + 1
        assert [(step.source, step.target) for step in path.steps] == list(pairwise(path.nodes))
        lowering = sum(step.effect == "decreases" for step in path.steps)
        assert path.sign == ("-" if lowering % 2 else "+")
        assert path.weakest.certainty.rank == max(step.certainty.rank for step in path.steps)
        assert sum(path.tiers().values()) == len(path.steps)


def test_a_longer_path_with_fewer_weak_steps_comes_first() -> None:
    causal_map = a_map([*chain("a", "b", "c", "d", "z", certainty="high"), an_edge("a", "z", "low")])
    assert walked(causal_paths(causal_map, "a", "z").paths) == [("a", "b", "c", "d", "z"), ("a", "z")]


def test_of_two_equally_weak_paths_the_shorter_comes_first() -> None:
    causal_map = a_map([*chain("a", "b", "z", certainty="low"), an_edge("a", "z", "low")])
    assert walked(causal_paths(causal_map, "a", "z").paths) == [("a", "z"), ("a", "b", "z")]


def test_one_very_low_step_is_worse_than_many_low_ones() -> None:
    causal_map = a_map([*chain(*"abcdefgz", certainty="low"), an_edge("a", "z", "very-low")])
    assert len(causal_paths(causal_map, "a", "z").paths[0].steps) == 7


@pytest.mark.parametrize(("lowering", "sign"), [(0, "+"), (1, "-"), (2, "+"), (3, "-")])
def test_a_path_with_two_decreases_raises_the_end(lowering: int, sign: str) -> None:
    effects = ["decreases"] * lowering + ["increases"] * (3 - lowering)
    ends = [("a", "b"), ("b", "c"), ("c", "z")]
    causal_map = a_map(an_edge(*pair, effect=effect) for pair, effect in zip(ends, effects, strict=True))
    assert causal_paths(causal_map, "a", "z").paths[0].sign == sign


def test_of_two_weakest_steps_the_one_further_along_is_named() -> None:
    causal_map = a_map([an_edge("a", "b", "low"), an_edge("b", "c", "high"), an_edge("c", "z", "low")])
    assert causal_paths(causal_map, "a", "z").paths[0].weakest.source == "c"


def test_an_association_is_never_a_step() -> None:
    causal_map = a_map([an_edge("a", "b"), an_edge("b", "z", effect="associated-with")])
    assert causal_paths(causal_map, "a", "z").total == 0


def test_loops_do_no_harm() -> None:
    causal_map = a_map([*chain("a", "b", "c", "a"), *chain("c", "b", "z", "c")])
    assert walked(causal_paths(causal_map, "a", "z").paths) == [("a", "b", "z")]


def test_ten_of_astronomically_many_paths_are_found() -> None:
    # Some 10^57 simple paths: a search that listed them, or counted them one by one, would never end.
    answer = causal_paths(everyone_to_everyone(48), "n00", "n47", limit=10)
    assert walked(answer.paths) == [
        ("n00", "n47"),
        *(("n00", f"n{number:02}", "n47") for number in range(1, 10)),
    ]
    assert not answer.total_is_exact
    assert answer.total > 1_000
    assert f"more than {answer.total:,} causal paths" in answer.verdict


def test_a_path_is_searched_for_only_when_it_is_asked_for() -> None:
    paths = route_paths(everyone_to_everyone(48), "n00", "n47", "other")
    assert next(paths).nodes == ("n00", "n47")
    assert len(next(paths).steps) == 2


@FEWER
@given(causal_map=maps())
def test_the_network_has_the_same_paths(causal_map: CausalMap) -> None:
    source, target = ends_of(causal_map)
    status = nx.get_edge_attributes(causal_map.network, "status")
    supported = causal_map.network.edge_subgraph(ends for ends in status if status[ends] == "supported")
    ends_are_there = {source, target} <= set(supported)
    known = nx.all_simple_paths(supported, source, target) if ends_are_there else []
    assert causal_paths(causal_map, source, target, limit=0).total == sum(1 for _ in known)
