"""What leads to both ends of a question, told as networkx tells it on the supported claims."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import CausalMap, UnknownNode
from graph.answers.confounders import FIRST, common_causes
from graph.records.vocabulary import Kind
from tests.graph.drawn_maps import FEWER, a_map, an_edge, chain, is_false, maps, plain_network, simple_paths
from tests.shipped import B12

BLOCKS = st.sets(st.sampled_from(["n2", "n3"]), max_size=1)


def names(causal_map: CausalMap, source: str, target: str, **how: object) -> list[str]:
    return [node.id for node in common_causes(causal_map, source, target, **how)]


def of_kind(causal_map: CausalMap, **kinds: Kind) -> CausalMap:
    """The map with other kinds of node."""
    nodes = tuple(
        node.model_copy(update={"kind": kinds.get(node.id, node.kind)}) for node in causal_map.nodes
    )
    return CausalMap(causal_map.header, nodes, causal_map.edges, causal_map.references)


@FEWER
@given(maps(), BLOCKS)
def test_they_are_the_ancestors_of_the_one_end_with_the_other_taken_out(
    drawn: CausalMap, block: set[str]
) -> None:
    block &= drawn.node.keys()
    network = plain_network(drawn, block=block)
    to_start, to_end = (network.copy(), network.copy())
    to_start.remove_nodes_from(["n1"])
    to_end.remove_nodes_from(["n0"])
    wanted = (nx.ancestors(to_start, "n0") & nx.ancestors(to_end, "n1")) - block
    assert set(names(drawn, "n0", "n1", block=block)) == wanted


@FEWER
@given(maps(most_nodes=7, most_edges=20, with_false_chains=True))
def test_a_way_that_is_false_as_a_whole_makes_none(drawn: CausalMap) -> None:
    def led(source: str, target: str, without: str) -> bool:
        network = plain_network(drawn, block=[without])
        return any(not is_false(drawn, path) for path in simple_paths(network, source, target))

    others = drawn.node.keys() - {"n0", "n1"}
    wanted = {node for node in others if led(node, "n0", "n1") and led(node, "n1", "n0")}
    assert set(names(drawn, "n0", "n1")) == wanted


def test_proposed_tested_and_refuted_claims_make_none() -> None:
    for direction in ("neutral", "disputes", "refutes"):
        drawn = a_map([an_edge("c", "a", direction=direction), an_edge("c", "b"), an_edge("a", "b")])
        assert names(drawn, "a", "b") == []
    assert names(a_map([*chain("c", "a", "b"), an_edge("c", "b")]), "a", "b") == ["c"]


def test_what_works_through_the_start_alone_is_none() -> None:
    assert names(a_map(chain("c", "a", "b")), "a", "b") == []


def test_risk_factors_come_first_then_the_nearest_and_what_the_start_leads_to_last() -> None:
    edges = [
        *chain("near", "a", "b"), an_edge("near", "b"),
        *chain("far", "on", "a"), an_edge("far", "b"),
        *chain("risk", "further", "on"), an_edge("risk", "b"),
        *chain("a", "loop", "a"), an_edge("loop", "b"),
    ]  # fmt: skip
    drawn = of_kind(a_map(edges), risk=Kind.RISK_FACTOR)
    assert names(drawn, "a", "b") == ["risk", "near", "far", "loop"]


def test_a_treatment_is_none() -> None:
    drawn = a_map([*chain("c", "a", "b"), an_edge("c", "b")])
    assert names(of_kind(drawn, c=Kind.TREATMENT), "a", "b") == []


def test_a_question_from_a_node_to_itself_or_from_what_is_blocked_has_none() -> None:
    drawn = a_map([*chain("c", "a", "b"), an_edge("c", "b")])
    assert names(drawn, "a", "a") == []
    assert [names(drawn, "a", "b", block=node) for node in "abc"] == [[], [], []]


def test_names_are_resolved_and_the_target_of_the_map_is_the_usual_one() -> None:
    assert common_causes(B12, "metformin") == common_causes(B12, "Metformin", "muscle-loss")
    with pytest.raises(UnknownNode):
        common_causes(B12, "metfromin")


def test_on_the_shipped_map_age_and_alcohol_lead_to_lack_and_to_lost_muscle() -> None:
    found = common_causes(B12, "b12-deficiency")
    assert {"older-age", "alcohol", "diabetes"} <= {node.id for node in found}
    assert all(node.kind in FIRST for node in found[:4])
