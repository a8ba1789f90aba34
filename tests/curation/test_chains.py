"""Chains that a physician would not sign are no answers; those that are taught are: ``chains.yaml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from graph import CausalMap, causal_paths
from graph.paths.causal_path import CausalPath
from tests.curation.conftest import facts

CHAINS: dict[str, list[dict[str, Any]]] = facts("chains.yaml")
FALSE, TRUE = CHAINS["false"], CHAINS["true"]
KEYS = {"start", "through", "end"}


def stops(chain: dict[str, Any]) -> tuple[str, ...]:
    return (chain["start"], *chain.get("through", ()), chain["end"])


def each(chains: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(chain, id=" > ".join(stops(chain))) for chain in chains]


def walking(causal_map: CausalMap, chain: dict[str, Any]) -> Iterator[CausalPath]:
    """The answers that pass the stops of a chain in order."""
    answer = causal_paths(
        causal_map, chain["start"], chain["end"], limit=None, block=chain.get("without", ())
    )
    assert answer.total_is_exact
    assert not answer.cut_short
    assert len(answer.paths) == answer.total
    for path in answer.paths:
        nodes = iter(path.nodes)
        if all(stop in nodes for stop in stops(chain)):
            yield path


@pytest.fixture(scope="module")
def unlisted(b12: CausalMap) -> CausalMap:
    """The map as it would be without its list of false chains."""
    return replace(b12, header=b12.header.model_copy(update={"false_chains": ()}))


def test_there_are_as_many_as_were_promised_and_none_twice() -> None:
    assert len(FALSE) >= 25
    assert len(TRUE) >= 40
    for chains in (FALSE, TRUE):
        told = [(stops(chain), tuple(chain.get("without", ()))) for chain in chains]
        assert len(set(told)) == len(told)


@pytest.mark.parametrize("chain", each(FALSE))
def test_a_false_chain_is_no_answer(b12: CausalMap, chain: dict[str, Any]) -> None:
    assert [path.text for path in walking(b12, chain)] == []


@pytest.mark.parametrize("chain", each(FALSE))
def test_a_false_chain_is_cured_by_what_it_says(unlisted: CausalMap, chain: dict[str, Any]) -> None:
    assert bool(list(walking(unlisted, chain))) == (chain["cure"] == "listing")


@pytest.mark.parametrize("chain", each(TRUE))
def test_a_true_chain_is_an_answer_with_its_sign(b12: CausalMap, chain: dict[str, Any]) -> None:
    assert {path.sign for path in walking(b12, chain)} == {chain["sign"]}


def test_what_the_map_lists_is_among_the_false_and_the_other_way_round(b12: CausalMap) -> None:
    listed = {chain.stops: chain.ref for chain in b12.header.false_chains}
    assert listed
    assert listed == {stops(chain): chain.get("ref") for chain in FALSE if "listed" in chain}


@pytest.mark.parametrize("chain", each(FALSE + TRUE))
def test_a_chain_is_written_with_what_is_on_the_map(b12: CausalMap, chain: dict[str, Any]) -> None:
    more = {"without", "cure", "listed", "ref", "why"} if "why" in chain else {"sign"}
    assert set(chain) <= KEYS | more
    assert {*stops(chain), *chain.get("without", ())} <= set(b12.node)
    assert chain.get("ref", b12.references[0].id) in b12.reference
    assert chain.get("cure", "model") in ("model", "listing")
