"""Paths through some nodes and of at most so many steps, against networkx: listed, counted, shared out."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple, TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import (
    CausalMap,
    broken_paths,
    causal_paths,
    numbered_path,
    on_paths,
    proposed_paths,
    reachable_targets,
    route_paths,
)
from graph.answers import path_search
from graph.answers.question import Question
from graph.paths import counting, reach
from graph.paths.path_index import path_index_of
from tests.graph.answers.test_false_chains_told import walks
from tests.graph.drawn_maps import FEWER, is_false, maps, plain_network, rank, simple_paths

Path = tuple[str, ...]
TANGLES = maps(most_nodes=7, most_edges=28, with_routes=True, with_false_chains=True)
NAMES = st.sampled_from([f"n{number}" for number in range(7)])


class Conditions(TypedDict):
    gate: str
    block: set[str]
    proposed: bool
    through: set[str]
    max_steps: int | None


CONDITIONS: st.SearchStrategy[Conditions] = st.fixed_dictionaries(
    {
        "gate": st.sampled_from(["everything", "everything", "human", "trials"]),
        "block": st.sets(NAMES, max_size=1),
        "proposed": st.booleans(),
        "through": st.sets(NAMES, max_size=3),
        "max_steps": st.sampled_from([None, None, 1, 2, 3, 4, 5, 6, 4_095]),
    }
)  # type: ignore[assignment]


class Known(NamedTuple):
    """What networkx finds: the paths that do what is asked, and those of them that are not false."""

    every: set[Path]
    true: set[Path]


def on_this_map(drawn: CausalMap, asked: Conditions) -> Conditions:
    """The conditions with the nodes that the map has."""
    known = drawn.node.keys()
    return {**asked, "block": asked["block"] & known, "through": asked["through"] & known}


def known(drawn: CausalMap, asked: Conditions, target: str = "n1") -> Known:
    network = plain_network(drawn, asked["gate"], asked["block"], asked["proposed"])
    most = len(drawn.nodes) if asked["max_steps"] is None else asked["max_steps"]
    every = {
        path
        for path in simple_paths(network, "n0", target)
        if asked["through"] <= set(path) and len(path) - 1 <= most
    }
    return Known(every, {path for path in every if not is_false(drawn, path)})


@FEWER
@given(TANGLES, CONDITIONS)
def test_listed_and_counted_are_the_paths_that_do_it_and_no_other(
    drawn: CausalMap, asked: Conditions
) -> None:
    asked = on_this_map(drawn, asked)
    every, true = known(drawn, asked)
    answer = causal_paths(drawn, "n0", "n1", limit=None, **asked)
    assert {path.nodes for path in answer.paths} == true
    assert len(answer.paths) == answer.total == len(true)
    assert (answer.total_is_exact, answer.cut_short, answer.undecided) == (True, False, ())
    ranks = [rank(drawn, path.nodes) for path in answer.paths]
    assert ranks == sorted(ranks)
    assert answer.left_out.total == len(every) - len(true)
    told = [each for each in drawn.header.false_chains if any(walks(path, each.stops) for path in every)]
    assert list(answer.false_chains) == told
    assert (set(answer.through), answer.max_steps) == (asked["through"], asked["max_steps"])


@FEWER
@given(TANGLES, CONDITIONS, st.integers(0, 3))
def test_routes_numbers_and_a_limit_share_out_the_same_list(
    drawn: CausalMap, asked: Conditions, limit: int
) -> None:
    asked = on_this_map(drawn, asked)
    answer = causal_paths(drawn, "n0", "n1", limit=None, **asked)
    assert sum(route.total for route in answer.routes) == answer.total
    for route in answer.routes:
        of_route = [path for path in answer.paths if path.route == route.id]
        assert list(route_paths(drawn, "n0", "n1", route, **asked)) == of_route
        assert (route.best, route.total) == (of_route[0], len(of_route))
    for number, path in zip(answer.numbers, answer.paths, strict=True):
        assert numbered_path(drawn, "n0", "n1", number, **asked) == path
    assert numbered_path(drawn, "n0", "n1", answer.total + 1, **asked) is None
    some = causal_paths(drawn, "n0", "n1", limit=limit, **asked)
    assert (some.paths, some.verdict) == (answer.paths[:limit], answer.verdict)


@FEWER
@given(TANGLES, CONDITIONS)
def test_broken_and_proposed_paths_do_it_too(drawn: CausalMap, asked: Conditions) -> None:
    asked = on_this_map(drawn, asked)
    answer = causal_paths(drawn, "n0", "n1", **asked)
    open_to_all, passing = known(drawn, {**asked, "gate": "everything"}).true, known(drawn, asked).true
    lost = [path.nodes for path in broken_paths(drawn, "n0", "n1", **asked)]
    assert sorted(lost) == sorted(open_to_all - passing)
    assert (answer.broken.count.total if answer.broken else 0) == len(lost)
    supported = known(drawn, {**asked, "proposed": False}).true
    needing = known(drawn, {**asked, "proposed": True}).true - supported
    without = {key: value for key, value in asked.items() if key != "proposed"}
    listed = [path.nodes for path in proposed_paths(drawn, "n0", "n1", **without)]  # type: ignore[arg-type]
    assert sorted(listed) == sorted(needing)
    assert answer.proposed.total == len(needing)


@FEWER
@given(TANGLES, CONDITIONS)
def test_the_span_is_what_lies_on_such_a_path(drawn: CausalMap, asked: Conditions) -> None:
    asked = on_this_map(drawn, asked)
    true = known(drawn, asked).true
    span = on_paths(drawn, "n0", "n1", **asked)
    assert span.undecided == frozenset()
    assert span.nodes == {node for path in true for node in path}
    assert span.edges == {f"{one}--{other}" for path in true for one, other in pairwise(path)}


@FEWER
@given(TANGLES, CONDITIONS)
def test_what_is_reached_is_reached_by_such_paths(drawn: CausalMap, asked: Conditions) -> None:
    asked = on_this_map(drawn, asked)
    reached = reachable_targets(drawn, "n0", **asked)
    for node in drawn.node.keys() - {"n0"}:
        assert (reached[node].total if node in reached else 0) == len(known(drawn, asked, node).true)


@FEWER
@given(TANGLES, CONDITIONS)
def test_the_best_path_of_the_other_sign_does_it_too(drawn: CausalMap, asked: Conditions) -> None:
    asked = on_this_map(drawn, asked)
    ids = path_index_of(drawn, asked["proposed"]).ids
    paths = causal_paths(drawn, "n0", "n1", limit=None, **asked).paths
    for sign, number in (("+", 1), ("-", -1)):
        found = Question(drawn, "n0", "n1", **asked).search.best_of_sign(number)
        of_sign = [rank(drawn, path.nodes) for path in paths if path.sign == sign]
        assert [rank(drawn, [ids[node] for node in found])] == of_sign[:1] if found else not of_sign


@FEWER
@given(TANGLES, CONDITIONS, st.sampled_from([0, 10, 50, 200, 1_000]))
def test_whatever_the_steps_an_answer_says_nothing_that_is_not_so(
    drawn: CausalMap, asked: Conditions, steps: int
) -> None:
    asked = on_this_map(drawn, asked)
    true = known(drawn, asked).true
    ranks = sorted(rank(drawn, path) for path in true)
    with pytest.MonkeyPatch.context() as patch:
        for module in (path_search, counting, reach):
            patch.setattr(module, "MOST_STEPS", steps)
        patch.setattr(path_search, "FOR_EACH_PATH", steps // 10)
        patch.setattr(counting, "LEAST_STEPS", 1 + steps // 10)
        answer = causal_paths(drawn, "n0", "n1", limit=1_000, **asked)
        span = on_paths(drawn, "n0", "n1", **asked)
    found = [rank(drawn, path.nodes) for path in answer.paths]
    assert {path.nodes for path in answer.paths} <= true
    assert found == ranks[: len(found)]
    assert len(found) == len(true) or answer.cut_short
    assert answer.total == len(true) if answer.total_is_exact else answer.total <= len(true)
    if not true:
        assert answer.verdict.startswith(("There is no ", "No causal path ", "No supported ", "With "))
    elif not found:
        assert not answer.verdict.startswith("There is no ")
    edges = {f"{one}--{other}" for path in true for one, other in pairwise(path)}
    assert span.edges <= edges <= span.edges | span.undecided
