"""Which details are shown together: told by the best walks, and much sooner than by asking every question."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from graph import causal_paths
from graph.paths.company import company_of_details
from graph.records.causal_map import CausalMap
from tests.graph.drawn_maps import a_map, chain, everyone_to_everyone
from tests.graph.paths.test_overview import with_core
from tests.shipped import B12


def company(causal_map: CausalMap, *core: str) -> set[tuple[str, str]]:
    return set(company_of_details(with_core(causal_map, core)))


def test_details_on_one_chain_are_shown_together_and_core_nodes_do_not_count() -> None:
    assert company(a_map(chain("a", "b", "c", "d", "z")), "a", "z") == {("b", "c"), ("b", "d"), ("c", "d")}


def test_details_on_two_ways_to_the_end_are_not_unless_routes_list_both() -> None:
    edges = [*chain("a", "b", "z"), *chain("a", "c", "z")]
    assert company(a_map(edges), "a", "z") == set()
    assert company(a_map(edges, routes={"one": ["b"], "two": ["c"]}), "a", "z") == {("b", "c")}


def test_the_best_way_beside_all_routes_is_listed_too() -> None:
    edges = [*chain("a", "b", "z", certainty="high"), *chain("a", "c", "z", certainty="low")]
    assert company(a_map(edges, routes={"one": ["b"]}), "a", "z") == {("b", "c")}


def test_a_walk_that_is_a_false_chain_shows_nothing() -> None:
    drawn = a_map(chain("a", "b", "c", "z"), false_chains=[("a", "b", "z"), ("b", "c", "z")])
    assert company(drawn, "a", "z") == set()


def test_a_tangle_is_looked_at_as_well() -> None:
    assert company_of_details(everyone_to_everyone(12)).keys() <= set(
        combinations([f"n{at:02}" for at in range(12)], 2)
    )


def test_a_map_that_leads_nowhere_has_no_company() -> None:
    assert company(a_map([], nodes=["a", "b", "z"])) == set()
    one = replace(a_map([], nodes=["a"]), edges=())
    assert company(one) == set()


def test_of_the_shipped_map_it_tells_nearly_all_that_the_answers_show_together() -> None:
    told = company_of_details(B12)
    lane = {node.id: node.lane for node in B12.nodes if not node.core}
    met = missed = 0
    for start in sorted(B12.node)[::2]:
        if start == B12.header.default_target:
            continue
        answer = causal_paths(B12, start, B12.header.default_target, limit=0)
        shown = sorted({name for route in answer.routes for name in route.best.nodes} & lane.keys())
        for one, other in combinations(shown, 2):
            if lane[one] == lane[other]:
                met += 1
                missed += (one, other) not in told
    assert met > 20
    assert missed <= 0.05 * met
