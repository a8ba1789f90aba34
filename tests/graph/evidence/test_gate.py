"""What a gate takes away, against networkx on random maps, and how the verdict says it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph import CausalMap, broken_paths, causal_paths, first_break, words_of
from graph.records.vocabulary import Directness
from tests.graph.drawn_maps import FEWER, a_map, an_edge, chain, maps, plain_network, rank, simple_paths

GATES = st.sampled_from(["everything", "human", "trials"])
BLOCKS = st.sets(st.sampled_from(["n2", "n3", "n4"]), max_size=2)


def ends_of(causal_map: CausalMap) -> tuple[str, str]:
    return causal_map.header.default_start, causal_map.header.default_target


@FEWER
@given(causal_map=maps(), gate=GATES, block=BLOCKS)
def test_every_path_either_passes_or_breaks(causal_map: CausalMap, gate: str, block: set[str]) -> None:
    ends = ends_of(causal_map)
    block &= set(causal_map.node)
    every = simple_paths(plain_network(causal_map, block=block), *ends)
    left = simple_paths(plain_network(causal_map, gate, block), *ends)
    answer = causal_paths(causal_map, *ends, limit=100_000, gate=gate, block=block)
    broken = [path.nodes for path in broken_paths(causal_map, *ends, gate=gate, block=block)]
    assert sorted(broken) == sorted(set(every) - set(left))
    assert sorted([*broken, *(path.nodes for path in answer.paths)]) == sorted(every)
    assert [rank(causal_map, path) for path in broken] == sorted(rank(causal_map, path) for path in broken)
    if broken:
        assert answer.broken is not None
        assert (answer.broken.count.total, answer.broken.of.total) == (len(broken), len(every))
        assert answer.broken.best.nodes == broken[0]
    else:
        assert answer.broken is None


@FEWER
@given(causal_map=maps(), gate=GATES)
def test_a_broken_path_breaks_at_its_first_step_that_fails(causal_map: CausalMap, gate: str) -> None:
    ends = ends_of(causal_map)
    accepted = plain_network(causal_map, gate)
    for path in broken_paths(causal_map, *ends, gate=gate):
        failing = [step for step in path.steps if not accepted.has_edge(step.source, step.target)]
        assert first_break(causal_map, path, gate) == failing[0]
    for path in causal_paths(causal_map, *ends, gate=gate).paths:
        assert first_break(causal_map, path, gate) is None


def test_the_verdict_names_where_the_only_path_breaks() -> None:
    causal_map = a_map([*chain("a", "b"), an_edge("b", "z", study="mice")])
    assert causal_paths(causal_map, "a", "z", gate="human").verdict == (
        "With human evidence only, the one causal path from a to z breaks at b ↑ → z ↑: "
        "no study of people supports it."
    )


def test_the_verdict_says_how_many_of_how_many_break_and_what_is_left() -> None:
    ways = [*chain("a", "b", "z"), an_edge("a", "c"), an_edge("c", "z", study="mice")]
    causal_map = a_map(ways, routes={"r": ["z"]})
    assert causal_paths(causal_map, "a", "z", gate="human").verdict == (
        "With human evidence only, 1 of 2 causal paths from a to z breaks at c ↑ → z ↑: "
        "no study of people supports it. 1 route and 1 causal path is left."
    )
    assert causal_paths(causal_map, "a", "z", gate="human", block=["b"]).verdict == (
        "With human evidence only, the one causal path from a to z, with b blocked, breaks at c ↑ → z ↑: "
        "no study of people supports it."
    )


def test_a_definition_passes_every_gate_and_is_no_evidence_in_people() -> None:
    means = an_edge("b", "z", study="mice").model_copy(update={"directness": Directness.DEFINITION})
    causal_map = a_map([an_edge("a", "b", study="trial"), means])
    for gate in ("human", "trials"):
        assert causal_paths(causal_map, "a", "z", gate=gate).total == 1
    (path,) = causal_paths(causal_map, "a", "z").paths
    assert path.in_people == 1
    assert "takes" not in words_of(path)[1].facts
