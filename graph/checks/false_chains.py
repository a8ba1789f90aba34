"""What a map says of chains that are false as wholes must be true of the map."""

from __future__ import annotations

from collections.abc import Iterator

from graph.checks.joins import unknown_ends
from graph.checks.reporting import did_you_mean, problem
from graph.paths.false_chains import FalseChains, State
from graph.records.causal_map import CausalMap
from graph.records.header import FalseChain
from graph.records.problems import Problem
from graph.records.tour import Tour


def false_chains_are_of_this_map(causal_map: CausalMap) -> Iterator[Problem]:
    """Each stop is a node, none comes twice, the reference is there, and no chain is listed twice."""
    seen: dict[tuple[str, ...], int] = {}
    for index, chain in enumerate(causal_map.header.false_chains):
        where = ("map", "false_chains", str(index))
        for key, name in _named(chain):
            if name not in causal_map.node:
                cure = did_you_mean(name, causal_map.node, "name a node of this map")
                yield problem(causal_map, (*where, *key), f"there is no node {name!r}", cure)
        if len(set(chain.stops)) < len(chain.stops):
            yield problem(
                causal_map, where, "a stop comes twice, which no path can do", "name each node once"
            )
        if chain.ref is not None and chain.ref not in causal_map.reference:
            cure = did_you_mean(chain.ref, causal_map.reference, "add it under references/")
            yield problem(causal_map, (*where, "ref"), f"there is no reference {chain.ref!r}", cure)
        if chain.stops in seen:
            yield problem(causal_map, where, "this chain is listed twice", "keep one of the two")
        seen[chain.stops] = index


def no_false_chain_is_an_answer(causal_map: CausalMap) -> Iterator[Problem]:
    """No arrow is by itself the way that a false chain forbids, and no tour tells one as if it were true."""
    if unknown_ends(causal_map):
        return
    for index, chain in enumerate(causal_map.header.false_chains):
        where = ("map", "false_chains", str(index))
        edge = causal_map.edge_between(chain.source, chain.target)
        if edge is not None and edge.supported and not chain.through:
            what = (
                f"every way from {chain.source!r} to {chain.target!r} is called false, and {edge.id!r} is one"
            )
            yield problem(causal_map, where, what, "name what it passes in `through:`, or mend the edge")
            continue
        for tour in causal_map.tours:
            if _tells(causal_map, tour, chain):
                what = f"the tour {tour.id!r} tells this chain, which is false as a whole"
                yield problem(causal_map, where, what, "break the tour's chain, or tell it as a question")


def _tells(causal_map: CausalMap, tour: Tour, chain: FalseChain) -> bool:
    """Whether the arrows of a tour, each taken up where another ends, walk a false chain."""
    told = (causal_map.edge.get(step.edge or "") for step in tour.steps)
    edges = [edge for edge in told if edge is not None]
    number = {name: at for at, name in enumerate(causal_map.node)}
    chains = FalseChains([[number[stop] for stop in chain.stops if stop in number]])
    # States and not walks: where a tour parts and meets again and again, its walks would double each time.
    arrived: dict[int, set[State]] = {}
    for edge in edges:
        if edge.supported:
            source, target = number[edge.source], number[edge.target]
            for state in {chains.begin(source), *arrived.get(source, ())}:
                then = chains.after(state, target)
                if then is None:
                    return True
                arrived.setdefault(target, set()).add(then)
    return False


def _named(chain: FalseChain) -> Iterator[tuple[tuple[str, ...], str]]:
    yield ("from",), chain.source
    for number, name in enumerate(chain.through):
        yield ("through", str(number)), name
    yield ("to",), chain.target
