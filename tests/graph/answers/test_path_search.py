"""The steps of a question are bounded on every map, and what they leave open is said."""

from __future__ import annotations

from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import CausalMap, OutOfSteps, broken_paths, causal_paths, route_paths
from graph.answers import path_search
from graph.records.edge import Edge
from tests.graph.drawn_maps import FEWER, a_map, an_edge, maps, plain_network, rank, simple_paths

GATES = st.sampled_from(["everything", "human", "trials"])
BLOCKS = st.sets(st.sampled_from(["n1", "n2", "n3", "n4"]), max_size=2)


def a_tangle(size: int, ways: list[Edge], routes: dict[str, list[str]]) -> CausalMap:
    """Boxes that are all joined both ways, with some more."""
    names = [f"n{number:02}" for number in range(size)]
    return a_map([*(an_edge(a, b) for a in names for b in names if a != b), *ways], routes=routes)


def there_and_back(levels: int, *without: str) -> CausalMap:
    """The only way to x leads through two boxes a level, and so does the only way back to the target."""
    rows = [
        [f"{side}{level:02}" for side in "ab" if f"{side}{level:02}" not in without]
        for level in range(levels)
    ]
    ways = [an_edge("a", box) for box in rows[0]] + [an_edge(box, "z") for box in rows[0]]
    for row, following in pairwise(rows):
        ways += [edge for one in row for two in following for edge in (an_edge(one, two), an_edge(two, one))]
    ways += [edge for box in rows[-1] for edge in (an_edge(box, "x"), an_edge("x", box))]
    return a_map(ways, routes={"r": ["x"]})


@pytest.mark.parametrize("size", [9, 13, 30])
def test_a_route_that_no_simple_path_takes_is_not_searched_without_end(spent: list[int], size: int) -> None:
    causal_map = a_tangle(size, [an_edge("n02", "x"), an_edge("x", "n02")], {"r": ["x"]})
    answer = causal_paths(causal_map, "n00", f"n{size - 1:02}")
    assert [route.id for route in answer.routes] == ["other"]
    assert (answer.undecided, answer.cut_short, len(answer.paths)) == ((), False, 10)
    assert sum(spent) < 5_000
    assert list(route_paths(causal_map, "n00", f"n{size - 1:02}", "r")) == []


@pytest.mark.parametrize("size", [13, 30])
def test_a_gate_that_breaks_no_simple_path_is_not_searched_without_end(spent: list[int], size: int) -> None:
    causal_map = a_tangle(size, [an_edge("n02", "x", study="mice"), an_edge("x", "n02")], {})
    answer = causal_paths(causal_map, "n00", f"n{size - 1:02}", gate="human")
    assert (answer.broken, answer.undecided) == (None, ())
    assert list(broken_paths(causal_map, "n00", f"n{size - 1:02}", gate="human")) == []
    assert sum(spent) < 10_000


@pytest.mark.parametrize("size", [13, 30])
def test_where_a_route_can_be_taken_its_best_path_is_found_in_the_tangle(spent: list[int], size: int) -> None:
    ways = [an_edge("n02", "x"), an_edge("x", "n02"), an_edge("x", "n04", certainty="low")]
    answer = causal_paths(a_tangle(size, ways, {"r": ["x"]}), "n00", f"n{size - 1:02}")
    best = {route.id: route.best.nodes for route in answer.routes}
    assert best["r"] == ("n00", "n02", "x", "n04", f"n{size - 1:02}")
    assert (answer.undecided, answer.cut_short) == ((), False)
    assert sum(spent) < path_search.MOST_STEPS


@pytest.mark.parametrize("levels", [6, 12, 40])
def test_a_narrow_place_on_the_way_there_and_back_is_found_at_once(spent: list[int], levels: int) -> None:
    answer = causal_paths(there_and_back(levels, "b03"), "a", "z")
    assert [route.id for route in answer.routes] == ["other"]
    assert answer.undecided == ()
    assert sum(spent) < path_search.MOST_STEPS


@FEWER
@given(
    causal_map=maps(with_routes=True, most_edges=40),
    gate=GATES,
    block=BLOCKS,
    steps=st.sampled_from([0, 10, 50, 200, 1_000, 5_000]),
)
def test_whatever_the_steps_an_answer_is_true_and_never_loses_the_best_path(
    causal_map: CausalMap, gate: str, block: set[str], steps: int
) -> None:
    source, target = causal_map.header.default_start, causal_map.header.default_target
    block &= set(causal_map.node)
    known = sorted(
        rank(causal_map, path)
        for path in simple_paths(plain_network(causal_map, gate, block), source, target)
    )
    open_to_all = simple_paths(plain_network(causal_map, "everything", block), source, target)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(path_search, "MOST_STEPS", steps)
        patch.setattr(path_search, "FOR_EACH_PATH", steps // 10)
        answer = causal_paths(causal_map, source, target, limit=1_000, gate=gate, block=block)
    found = [rank(causal_map, path.nodes) for path in answer.paths]
    assert found == known[: len(found)]
    assert bool(found) == bool(known), "the best path is never lost"
    assert len(found) == len(known) or answer.cut_short
    assert answer.total == len(known)
    assert sum(route.total for route in answer.routes) == len(known) or answer.undecided
    if known:
        assert found[0] == rank(causal_map, answer.routes[0].best.nodes)
    if answer.undecided:
        assert "it is not known whether" in answer.verdict
    else:
        assert (answer.broken is None) == (len(open_to_all) == len(known))


@FEWER
@given(causal_map=maps(with_routes=True, most_edges=40), steps=st.sampled_from([0, 20, 100, 400_000]))
def test_the_paths_of_a_route_stand_in_one_order_in_its_own_list_and_in_the_whole(
    causal_map: CausalMap, steps: int
) -> None:
    source, target = causal_map.header.default_start, causal_map.header.default_target
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(path_search, "MOST_STEPS", steps)
        answer = causal_paths(causal_map, source, target, limit=1_000)
        for route in answer.routes:
            of_route = [path for path in answer.paths if path.route == route.id]
            assert of_route == list(islice(route_paths(causal_map, source, target, route.id), len(of_route)))


def test_a_list_that_ends_early_says_so_and_gives_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(path_search, "MOST_STEPS", 600)
    monkeypatch.setattr(path_search, "FOR_EACH_PATH", 0)
    causal_map = a_tangle(13, [], {})
    answer = causal_paths(causal_map, "n00", "n12", limit=5_000)
    assert answer.cut_short
    assert 0 < len(answer.paths) < 5_000
    paths = route_paths(causal_map, "n00", "n12", "other")
    assert [next(paths) for _ in answer.paths] == list(answer.paths)
    with pytest.raises(OutOfSteps, match="ended early"):
        next(paths)


def test_a_route_that_no_search_could_decide_is_named_in_the_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(path_search, "MOST_STEPS", 0)
    monkeypatch.setattr("graph.paths.reach.MOST_STEPS", 0)
    answer = causal_paths(there_and_back(6), "a", "z")
    assert answer.undecided == ("whether a path belongs to “R”",)
    assert answer.verdict.startswith("There is at least 1 route and ")
    assert answer.verdict.endswith(
        "the search was ended early; it is not known whether a path belongs to “R”."
    )
    assert answer.paths[0].nodes == ("a", "a00", "z")
