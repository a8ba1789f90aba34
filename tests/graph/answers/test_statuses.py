"""Supported claims only are steps; what is proposed is asked for; what is false as a whole is no answer."""

from __future__ import annotations

from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import (
    CausalMap,
    answer_as_dict,
    causal_paths,
    numbered_path,
    on_paths,
    proposed_paths,
    reachable_targets,
    route_paths,
)
from graph.records.vocabulary import Directness, Status
from tests.graph.drawn_maps import (
    FEWER,
    a_map,
    an_edge,
    chain,
    everyone_to_everyone,
    is_false,
    maps,
    plain_network,
    rank,
    simple_paths,
)

Path = tuple[str, ...]
TANGLES = maps(most_nodes=7, most_edges=24, with_routes=True, with_false_chains=True)
GATES = st.sampled_from(["everything", "everything", "human"])
BLOCKS = st.sets(st.sampled_from(["n2", "n3"]), max_size=1)


def brute(causal_map: CausalMap, source: str, target: str, *how: object, proposed: bool) -> list[Path]:
    """Every simple path that networkx finds, false ones too."""
    gate, block = how
    return simple_paths(plain_network(causal_map, gate, block, proposed), source, target)


def true_ones(causal_map: CausalMap, paths: list[Path]) -> set[Path]:
    return {path for path in paths if not is_false(causal_map, path)}


@FEWER
@given(TANGLES, GATES, BLOCKS, st.booleans())
def test_listed_and_counted_are_the_true_paths_and_no_other(
    drawn: CausalMap, gate: str, block: set[str], proposed: bool
) -> None:
    block &= drawn.node.keys()
    for source, target in (("n0", "n1"), ("n1", "n0")):
        every = brute(drawn, source, target, gate, block, proposed=proposed)
        wanted = true_ones(drawn, every)
        answer = causal_paths(drawn, source, target, limit=None, gate=gate, block=block, proposed=proposed)
        assert {path.nodes for path in answer.paths} == wanted
        assert len(answer.paths) == answer.total == len(wanted)
        ranks = [rank(drawn, path.nodes) for path in answer.paths]
        assert ranks == sorted(ranks)
        assert answer.left_out.total == len(every) - len(wanted)
        assert bool(answer.false_chains) == (len(every) > len(wanted))


@FEWER
@given(TANGLES, GATES, BLOCKS)
def test_what_needs_a_proposed_step_is_counted_apart_and_can_be_listed(
    drawn: CausalMap, gate: str, block: set[str]
) -> None:
    block &= drawn.node.keys()
    with_them = true_ones(drawn, brute(drawn, "n0", "n1", gate, block, proposed=True))
    without = true_ones(drawn, brute(drawn, "n0", "n1", gate, block, proposed=False))
    answer = causal_paths(drawn, "n0", "n1", gate=gate, block=block)
    assert answer.proposed.total == len(with_them - without)
    listed = [path.nodes for path in proposed_paths(drawn, "n0", "n1", gate=gate, block=block)]
    assert len(listed) == len(set(listed))
    assert set(listed) == with_them - without
    assert causal_paths(drawn, "n0", "n1", gate=gate, block=block, proposed=True).proposed == answer.proposed


@FEWER
@given(TANGLES, st.booleans())
def test_what_lies_on_a_path_lies_on_a_true_one(drawn: CausalMap, proposed: bool) -> None:
    wanted = true_ones(drawn, brute(drawn, "n0", "n1", "everything", (), proposed=proposed))
    span = on_paths(drawn, "n0", "n1", proposed=proposed)
    assert span.undecided == frozenset()
    assert span.nodes == {node for path in wanted for node in path}
    assert span.edges == {f"{one}--{other}" for path in wanted for one, other in pairwise(path)}


@FEWER
@given(TANGLES, st.booleans())
def test_what_is_reached_is_reached_by_true_paths(drawn: CausalMap, proposed: bool) -> None:
    reached = reachable_targets(drawn, "n0", proposed=proposed)
    for node in drawn.node.keys() - {"n0"}:
        wanted = true_ones(drawn, brute(drawn, "n0", node, "everything", (), proposed=proposed))
        assert (reached[node].total if node in reached else 0) == len(wanted)


@FEWER
@given(TANGLES, st.booleans())
def test_numbers_and_routes_share_out_the_true_paths(drawn: CausalMap, proposed: bool) -> None:
    answer = causal_paths(drawn, "n0", "n1", limit=None, proposed=proposed)
    by_route = [
        path.nodes
        for route in answer.routes
        for path in route_paths(drawn, "n0", "n1", route, proposed=proposed)
    ]
    assert sorted(by_route) == sorted(path.nodes for path in answer.paths)
    for number, path in islice(zip(answer.numbers, answer.paths, strict=True), 5):
        assert numbered_path(drawn, "n0", "n1", number, proposed=proposed) == path


@pytest.mark.parametrize(
    ("directions", "status"),
    [
        (["supports"], "supported"),
        (["supports", "disputes"], "supported"),
        (["supports", "refutes"], "supported"),
        (["neutral"], "proposed"),
        (["disputes", "neutral"], "no-effect"),
        (["refutes", "disputes"], "refuted"),
    ],
)
def test_a_status_follows_from_the_findings(directions: list[str], status: str) -> None:
    items = tuple(an_edge("a", "b", direction=each).evidence[0] for each in directions)
    edge = an_edge("a", "b").model_copy(update={"evidence": items})
    assert edge.status == status
    assert edge.supported == (status == "supported")
    assert (Status(status).label, edge.status.definition) != ("", "")


def test_a_definition_needs_no_finding() -> None:
    edge = an_edge("b", "c", direction="neutral").model_copy(update={"directness": Directness.DEFINITION})
    answer = causal_paths(a_map([an_edge("a", "b"), edge]), "a", "c")
    assert (answer.total, edge.status) == (1, "supported")


def test_tested_and_refuted_claims_are_no_step_even_when_proposed_ones_are_asked_for() -> None:
    for direction in ("disputes", "refutes"):
        drawn = a_map([an_edge("a", "b", direction=direction), an_edge("b", "c")])
        assert causal_paths(drawn, "a", "c", proposed=True).total == 0


def test_the_network_keeps_every_claim_and_says_its_status() -> None:
    drawn = a_map(
        [an_edge("a", "b", direction="neutral"), an_edge("b", "c"), an_edge("c", "d", direction="refutes")]
    )
    said = {(one, other): status for one, other, status in drawn.network.edges(data="status")}
    assert said == {("a", "b"): "proposed", ("b", "c"): "supported", ("c", "d"): "refuted"}


def test_the_answer_says_what_stands_apart() -> None:
    drawn = a_map(
        [
            *chain("a", "b", "z"),
            an_edge("a", "c", direction="neutral"),
            an_edge("c", "z"),
            *chain("a", "k", "h", "z"),
        ],
        false_chains=[("k", "h", "z")],
    )
    answer = causal_paths(drawn, "a", "z")
    assert (answer.total, answer.proposed.total, answer.left_out.total) == (1, 1, 1)
    assert "A step that is only proposed is needed by 1 more path." in answer.verdict
    assert "Left out as false in the whole, though each step stands on the map: 1 path." in answer.verdict
    assert [chain.stops for chain in answer.false_chains] == [("k", "h", "z")]
    said = answer_as_dict(answer)
    assert (said["proposed"], said["false_chains"]) == (1, 1)
    assert [edge["status"] for edge in said["paths"][0]["edges"]] == ["supported", "supported"]
    asked = causal_paths(drawn, "a", "z", proposed=True)
    assert asked.total == 2
    assert "A step that is only proposed is used by 1 of them." in asked.verdict
    statuses = [[edge["status"] for edge in path["edges"]] for path in answer_as_dict(asked)["paths"]]
    assert ["proposed", "supported"] in statuses


def test_where_only_a_proposed_chain_leads_there_the_answer_says_so() -> None:
    drawn = a_map([an_edge("a", "b", direction="neutral"), an_edge("b", "c")])
    said = causal_paths(drawn, "a", "c").verdict
    assert said.startswith("There is no supported causal path from a to c on this map.")
    assert "A step that is only proposed is needed by 1 more path." in said


def test_a_false_chain_in_a_tangle_is_bounded_and_said() -> None:
    size = 12
    tangle = everyone_to_everyone(size)
    drawn = a_map(tangle.edges, false_chains=[("n01", "n02", "n03"), ("n05", "n04")])
    answer = causal_paths(drawn, "n00", f"n{size - 1:02}", limit=20)
    assert len(answer.paths) == 20
    assert not any(is_false(drawn, path.nodes) for path in answer.paths)
    assert not answer.total_is_exact
    assert answer.total >= 20
