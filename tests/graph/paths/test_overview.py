"""The overview against networkx on random maps: each arrow is the best chain of details between two cores."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import CausalMap, CausalPath, causal_paths
from graph.paths.overview import Arrow, Leg, extract, legs_of
from graph.records.edge import Evidence
from graph.records.vocabulary import Scope
from tests.graph.drawn_maps import FEWER, a_map, an_edge, chain, maps, plain_network, rank, simple_paths

AGAINST = Evidence(ref="trial", direction="disputes", directness="this-step", finding="F.")


def with_core(causal_map: CausalMap, core: Iterable[str]) -> CausalMap:
    """The same map with these nodes marked as core."""
    marked = set(core)
    nodes = (node.model_copy(update={"core": node.id in marked}) for node in causal_map.nodes)
    return replace(causal_map, nodes=tuple(nodes))


@st.composite
def maps_with_core(draw: st.DrawFn, least: int = 0) -> CausalMap:
    """A random map of which some nodes are core and some edges have findings against them."""
    drawn = draw(maps())
    against = draw(st.lists(st.booleans(), min_size=len(drawn.edges), max_size=len(drawn.edges)))
    edges = (
        edge.model_copy(update={"evidence": (*edge.evidence, AGAINST)}) if disputed else edge
        for edge, disputed in zip(drawn.edges, against, strict=True)
    )
    core = draw(st.sets(st.sampled_from(sorted(drawn.node)), min_size=least, max_size=4))
    return with_core(replace(drawn, edges=tuple(edges)), core)


def core_of(causal_map: CausalMap) -> list[str]:
    return [node.id for node in causal_map.nodes if node.core]


def walked(arrow: Arrow, causal_map: CausalMap) -> list[str]:
    """The nodes that an arrow leads through, both ends included."""
    return [arrow.source, *(causal_map.edge[step].target for step in arrow.steps)]


def chains(causal_map: CausalMap, source: str, target: str) -> list[tuple[str, ...]]:
    """Every chain between two core nodes that leads through details only, as networkx finds them."""
    others = [name for name in core_of(causal_map) if name not in (source, target)]
    return simple_paths(plain_network(causal_map, block=others), source, target)


def paths_between_core(causal_map: CausalMap) -> list[CausalPath]:
    pairs = permutations(core_of(causal_map)[:3], 2)
    return [path for pair in pairs for path in causal_paths(causal_map, *pair, limit=20).paths]


@FEWER
@given(causal_map=maps_with_core(least=1))
def test_an_arrow_is_a_chain_of_causal_edges_through_details_only(causal_map: CausalMap) -> None:
    core = set(core_of(causal_map))
    for arrow in extract(causal_map, Scope.OVERVIEW).arrows:
        steps = [causal_map.edge[step] for step in arrow.steps]
        nodes = walked(arrow, causal_map)
        assert [(step.source, step.target) for step in steps] == list(pairwise(nodes))
        assert all(step.causal for step in steps)
        assert nodes[-1] == arrow.target
        assert {arrow.source, arrow.target} == set(nodes) & core
        assert len(set(nodes)) == len(nodes)


@FEWER
@given(causal_map=maps_with_core(least=1))
def test_an_arrow_says_what_its_steps_make_it(causal_map: CausalMap) -> None:
    for arrow in extract(causal_map, Scope.OVERVIEW).arrows:
        steps = [causal_map.edge[step] for step in arrow.steps]
        lowering = sum(step.effect == "decreases" for step in steps)
        assert arrow.effect == ("decreases" if lowering % 2 else "increases")
        words = ["high", "moderate", "low", "very-low"]
        assert arrow.certainty == max((step.certainty for step in steps), key=words.index)
        directions = [{item.direction.value for item in step.evidence} for step in steps]
        assert arrow.contested == any({"supports", "disputes"} <= found for found in directions)


@FEWER
@given(causal_map=maps_with_core(least=1))
def test_there_is_one_arrow_wherever_a_chain_leads_and_it_is_the_best_of_them(causal_map: CausalMap) -> None:
    arrows = extract(causal_map, Scope.OVERVIEW).arrow
    ranks = {arrow.id: rank(causal_map, walked(arrow, causal_map)) for arrow in arrows.values()}
    known = {
        f"{source}--{target}": min(rank(causal_map, each) for each in found)
        for source, target in permutations(core_of(causal_map), 2)
        if (found := chains(causal_map, source, target))
    }
    assert ranks == known
    assert len(arrows) == len(extract(causal_map, Scope.OVERVIEW).arrows)


@FEWER
@given(causal_map=maps_with_core(least=1))
def test_the_overview_shows_the_core_and_nothing_else(causal_map: CausalMap) -> None:
    overview = extract(causal_map, Scope.OVERVIEW)
    assert overview.scope is Scope.OVERVIEW
    assert [node.id for node in overview.nodes] == core_of(causal_map)
    assert overview.ids == set(core_of(causal_map))


@FEWER
@given(causal_map=maps_with_core(least=1), data=st.data())
def test_the_order_of_the_records_plays_no_part(causal_map: CausalMap, data: st.DataObject) -> None:
    nodes = tuple(data.draw(st.permutations(causal_map.nodes)))
    edges = tuple(data.draw(st.permutations(causal_map.edges)))
    again = extract(replace(causal_map, nodes=nodes, edges=edges), Scope.OVERVIEW)
    assert again.arrow == extract(causal_map, Scope.OVERVIEW).arrow


@pytest.mark.parametrize("scope", Scope)
@FEWER
@given(causal_map=maps())
def test_a_map_without_core_has_no_overview_and_is_shown_in_full(scope: Scope, causal_map: CausalMap) -> None:
    shown = extract(causal_map, scope)
    assert shown.scope is Scope.FULL
    assert shown.nodes == causal_map.nodes
    assert list(shown.arrow) == list(causal_map.edge)


@FEWER
@given(causal_map=maps_with_core())
def test_the_full_map_gives_every_edge_as_it_is(causal_map: CausalMap) -> None:
    full = extract(causal_map, Scope.FULL)
    assert full.nodes == causal_map.nodes
    assert [arrow.steps for arrow in full.arrows] == [(edge.id,) for edge in causal_map.edges]
    for arrow, edge in zip(full.arrows, causal_map.edges, strict=True):
        assert (arrow.id, arrow.source, arrow.target) == (edge.id, edge.source, edge.target)
        assert (arrow.effect, arrow.certainty, arrow.contested) == (
            edge.effect,
            edge.certainty,
            edge.contested,
        )


@FEWER
@given(causal_map=maps_with_core(least=2))
def test_the_legs_cover_a_path_without_gaps_or_overlaps(causal_map: CausalMap) -> None:
    overview = extract(causal_map, Scope.OVERVIEW)
    for path in paths_between_core(causal_map):
        legs = legs_of(path.nodes, overview)
        covered = [step for leg in legs for step in range(leg.first, leg.last + 1)]
        assert covered == list(range(1, len(path.steps) + 1))


@FEWER
@given(causal_map=maps_with_core(least=2))
def test_each_leg_of_a_path_between_core_nodes_is_an_arrow_of_the_picture(causal_map: CausalMap) -> None:
    overview = extract(causal_map, Scope.OVERVIEW)
    for path in paths_between_core(causal_map):
        for leg in legs_of(path.nodes, overview):
            arrow = overview.arrow[leg.arrow]
            assert (arrow.source, arrow.target) == (path.nodes[leg.first - 1], path.nodes[leg.last])
            # The stretch of the path is one of the chains the arrow stands for: never better than its own.
            stretch = path.nodes[leg.first - 1 : leg.last + 1]
            assert rank(causal_map, walked(arrow, causal_map)) <= rank(causal_map, stretch)


@FEWER
@given(causal_map=maps_with_core())
def test_on_the_full_map_each_step_is_a_leg_of_its_own(causal_map: CausalMap) -> None:
    full = extract(causal_map, Scope.FULL)
    for path in paths_between_core(causal_map):
        assert [(leg.arrow, leg.first, leg.last) for leg in legs_of(path.nodes, full)] == [
            (step.id, number, number) for number, step in enumerate(path.steps, start=1)
        ]


def arrows_of(causal_map: CausalMap, *core: str) -> dict[str, tuple[str, ...]]:
    return {arrow.id: arrow.steps for arrow in extract(with_core(causal_map, core), Scope.OVERVIEW).arrows}


def test_a_chain_of_details_is_one_arrow_that_opens_into_its_steps() -> None:
    assert arrows_of(a_map(chain(*"abcd")), "a", "d") == {"a--d": ("a--b", "b--c", "c--d")}


def test_a_chain_ends_at_the_first_core_node() -> None:
    assert arrows_of(a_map(chain(*"abcd")), "a", "b", "d") == {"a--b": ("a--b",), "b--d": ("b--c", "c--d")}


def test_a_longer_chain_with_fewer_weak_steps_is_the_arrow() -> None:
    causal_map = a_map([an_edge("a", "z", "low"), *chain("a", "b", "c", "z", certainty="high")])
    assert arrows_of(causal_map, "a", "z") == {"a--z": ("a--b", "b--c", "c--z")}


def test_a_loop_through_details_is_no_arrow() -> None:
    assert arrows_of(a_map(chain("a", "b", "c", "a")), "a") == {}


def test_an_association_is_left_to_the_full_map() -> None:
    causal_map = a_map([an_edge("a", "b", effect="associated-with"), an_edge("b", "z")])
    assert arrows_of(causal_map, "a", "b", "z") == {"b--z": ("b--z",)}
    assert extract(causal_map, Scope.FULL).arrow["a--b"].effect == "associated-with"


def test_a_leg_is_labelled_with_the_steps_it_draws() -> None:
    overview = extract(with_core(a_map(chain(*"abcdef")), "abef"), Scope.OVERVIEW)
    legs = legs_of(tuple("abcdef"), overview)
    assert legs == [Leg("a--b", 1, 1), Leg("b--e", 2, 4), Leg("e--f", 5, 5)]
    assert [leg.label for leg in legs] == ["1", "2–4", "5"]
