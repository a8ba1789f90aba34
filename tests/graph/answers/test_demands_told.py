"""What is said of paths through some nodes and of at most so many steps, and how a tangle is bounded."""

from __future__ import annotations

import pytest

from graph import CausalMap, answer_as_dict, causal_paths, on_paths, route_paths
from graph.answers import path_search
from graph.paths import layered_graph
from graph.paths.subgraph import every_path
from tests.graph.answers.test_path_search import a_tangle, there_and_back
from tests.graph.drawn_maps import a_map, an_edge, chain, everyone_to_everyone

TWO_WAYS = [*chain("a", "b", "c", "z"), *chain("a", "d", "z")]


@pytest.fixture
def two_ways() -> CausalMap:
    return a_map(TWO_WAYS, nodes=["e"])


def said(causal_map: CausalMap, **asked: object) -> str:
    return causal_paths(causal_map, "a", "z", **asked).verdict  # type: ignore[arg-type]


def test_the_verdict_says_what_was_asked(two_ways: CausalMap) -> None:
    assert said(two_ways, through="b").startswith("There is 1 causal path from a to z, through b. ")
    assert said(two_ways, through=["c", "b"], max_steps=6).startswith(
        "There is 1 causal path from a to z, through b and c, in at most 6 steps. "
    )
    assert said(two_ways, max_steps=1, block="b") == (
        "There is no causal path from a to z on this map, in at most 1 step, with b blocked. "
        "Without that there is 1 causal path."
    )
    assert said(two_ways, through=["b", "d"]).endswith(
        " on this map, through b and d. Without that there are 2 causal paths."
    )


def test_an_answer_to_less_than_everything_does_not_speak_of_the_whole_map() -> None:
    alone = a_map(chain("b", "a", "c", "z"))
    assert "any other way is not on this map" in causal_paths(alone, "b", "z", through="b").verdict
    assert "any other way is not on this map" not in causal_paths(alone, "b", "z", through="c").verdict
    back = a_map(chain("z", "b", "c", "a"))
    assert "does not mean that there is none" in said(back)
    assert said(back, max_steps=2).endswith(" in at most 2 steps. Without that there is none either.")


def test_what_cannot_be_passed_or_need_not_be_asked_is_told(two_ways: CausalMap) -> None:
    assert said(two_ways, through="b", block="b").endswith(
        "through b, with b blocked. b is blocked, so no path can pass it; leave out one of the two."
    )
    whole = causal_paths(two_ways, "a", "z")
    for end, name in (("a", "the start itself"), ("z", "the target itself")):
        answer = causal_paths(two_ways, "a", "z", through=end)
        assert (answer.paths, answer.through) == (whole.paths, (end,))
        assert f" {end} is {name}, so every path passes it." in answer.verdict
    assert "through e. Without that there are 2 causal paths." in said(two_ways, through="e")


def test_a_gate_that_breaks_all_such_paths_says_so() -> None:
    drawn = a_map([*chain("a", "d", "z"), an_edge("a", "b", study="mice"), an_edge("b", "z")])
    verdict = causal_paths(drawn, "a", "z", through="b", max_steps=3, gate="human").verdict
    assert verdict.startswith(
        "With human evidence only, the one causal path from a to z, through b, in at most 3 steps, breaks at "
    )
    assert "Without that" not in verdict


def test_the_dictionary_says_what_was_asked(two_ways: CausalMap) -> None:
    answer = answer_as_dict(causal_paths(two_ways, "a", "z", through=["c", "b", "b"], max_steps=6))
    assert (answer["through"], answer["max_steps"], answer["total"]) == (["b", "c"], 6, 1)
    answer = answer_as_dict(causal_paths(two_ways, "a", "z"))
    assert (answer["through"], answer["max_steps"], answer["total"]) == ([], None, 2)


def test_a_subgraph_says_what_was_asked(two_ways: CausalMap) -> None:
    part = every_path(two_ways, "a", "z", through=["b", "a"], max_steps=4)
    assert part.title == "All causal paths from a to z, through b, in at most 4 steps"
    assert [node.id for node in part.nodes] == ["a", "b", "c", "z"]


def test_a_shorter_way_to_a_node_counts_although_a_better_one_leads_there() -> None:
    drawn = a_map([*chain("a", "b", "c", "z", certainty="high"), an_edge("a", "c", "very-low")])
    assert [path.nodes for path in causal_paths(drawn, "a", "z", max_steps=2).paths] == [("a", "c", "z")]


def test_a_better_way_to_a_node_that_is_too_long_does_not_hide_the_shorter_one() -> None:
    better, blocked = chain("s", "x", "v", certainty="high"), chain("v", "b", "t")
    drawn = a_map([*better, an_edge("s", "v", "very-low"), *blocked, *chain("v", "c", "d", "t")])
    answer = causal_paths(drawn, "s", "t", block="b", max_steps=4)
    assert [path.nodes for path in answer.paths] == [("s", "v", "c", "d", "t")]


def test_a_false_chain_is_not_told_where_no_path_that_walks_it_does_what_is_asked() -> None:
    ways = [*chain("a", "k", "h", "z"), *chain("h", "m", "w", "m", "z"), *chain("a", "w")]
    drawn = a_map(ways, false_chains=[("k", "h"), ("w", "m")])
    assert [each.stops for each in causal_paths(drawn, "a", "z").false_chains] == [("k", "h"), ("w", "m")]
    answer = causal_paths(drawn, "a", "z", through="w")
    assert [each.stops for each in answer.false_chains] == [("w", "m")]
    assert causal_paths(drawn, "a", "z", max_steps=2).false_chains == ()


def test_nodes_to_pass_are_passed_in_any_order() -> None:
    drawn = a_map([*chain("a", "b", "c", "z"), *chain("a", "c", "b", "z", certainty="low")])
    assert [path.nodes for path in causal_paths(drawn, "a", "z", through=["c", "b"]).paths] == [
        ("a", "b", "c", "z"),
        ("a", "c", "b", "z"),
    ]


@pytest.mark.parametrize("size", [13, 30])
def test_a_node_that_no_simple_path_passes_is_not_searched_for_without_end(
    spent: list[int], size: int
) -> None:
    drawn = a_tangle(size, [an_edge("n02", "x"), an_edge("x", "n02")], {"r": ["n05"]})
    for most in (None, 6):
        spent.clear()
        answer = causal_paths(drawn, "n00", f"n{size - 1:02}", through="x", max_steps=most)
        assert (answer.total, answer.total_is_exact, answer.undecided) == (0, True, ())
        assert sum(spent) < 2 * path_search.MOST_STEPS


@pytest.mark.parametrize("most", [2, 4, 20])
def test_the_best_short_paths_through_a_tangle_are_found(spent: list[int], most: int) -> None:
    answer = causal_paths(everyone_to_everyone(30), "n00", "n29", through="n05", max_steps=most)
    assert answer.paths[0].nodes == ("n00", "n05", "n29")
    assert len(answer.paths) == (1 if most == 2 else 10)
    assert answer.total_is_exact == (most == 2)
    assert sum(spent) < path_search.MOST_STEPS


def test_short_paths_of_a_tangle_are_counted_to_the_end() -> None:
    answer = causal_paths(everyone_to_everyone(30), "n00", "n29", max_steps=3)
    assert (answer.total, answer.total_is_exact) == (1 + 28 + 28 * 27, True)


def test_more_orders_than_can_be_kept_apart_end_the_search_and_are_said() -> None:
    drawn = everyone_to_everyone(12)
    between = sorted(drawn.node)[1:-1]
    assert 1 << len(between) > layered_graph.MOST_COPIES
    answer = causal_paths(drawn, "n00", "n11", through=between)
    assert (answer.paths, answer.cut_short, answer.total_is_exact) == ((), True, False)
    assert answer.verdict.startswith(f"There are {answer.count} causal paths from n00 to n11 on this map, ")
    assert "through n01, n02, " in answer.verdict
    assert "n09 and n10, but none was found to be shown. " in answer.verdict
    assert "so tangled here that the search was ended early" in answer.verdict
    assert list(on_paths(drawn, "n00", "n11", through=between).edges) == []


def test_nodes_in_a_row_need_no_order_kept_apart() -> None:
    names = [f"n{number:02}" for number in range(40)]
    answer = causal_paths(a_map(chain(*names)), "n00", "n39", through=names[1:-1])
    assert [path.nodes for path in answer.paths] == [tuple(names)]


@pytest.mark.parametrize("levels", [6, 12, 40])
def test_a_narrow_place_on_the_way_to_a_node_and_back_is_searched_within_bounds(
    spent: list[int], levels: int
) -> None:
    for missing in ((), ("b03",)):
        spent.clear()
        answer = causal_paths(there_and_back(levels, *missing), "a", "z", through="x")
        assert sum(spent) < 2 * path_search.MOST_STEPS
        assert bool(answer.paths) == (not missing)
        assert all("x" in path.nodes for path in answer.paths)


def test_the_span_of_a_tangle_is_bounded_and_names_what_is_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = everyone_to_everyone(9)
    whole = on_paths(drawn, "n00", "n08", through="n03")
    monkeypatch.setattr("graph.paths.reach.MOST_STEPS", 200)
    some = on_paths(everyone_to_everyone(9), "n00", "n08", through="n03")
    assert some.undecided
    assert some.edges < whole.edges <= some.edges | some.undecided


def test_a_route_under_demands_is_listed_lazily() -> None:
    paths = route_paths(everyone_to_everyone(48), "n00", "n47", "other", through="n05", max_steps=9)
    assert next(paths).nodes == ("n00", "n05", "n47")
    assert len(next(paths).steps) == 3
