"""Maps made without files: by hand from pairs of nodes, or at random with loops and associations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import combinations, pairwise, permutations, product

import networkx as nx
from hypothesis import settings
from hypothesis import strategies as st

from graph.records.causal_map import CausalMap
from graph.records.edge import Edge, Evidence
from graph.records.header import FalseChain, Header, Lane, Route
from graph.records.node import Node
from graph.records.reference import Reference
from graph.records.vocabulary import Certainty, Direction, Gate

STUDIES = {
    "people": ("cohort", "human"),
    "trial": ("randomised-trial", "human"),
    "mice": ("animal", "animal"),
}


@cache
def a_node(name: str) -> Node:
    """A raised marker called ``name``."""
    return Node(id=name, name=name, kind="marker", lane="only", change="raised", plain="P.", detail="D.")


@cache
def an_edge(
    source: str,
    target: str,
    certainty: str = "moderate",
    effect: str = "increases",
    study: str = "people",
    direction: str = "supports",
) -> Edge:
    """An edge with one piece of evidence."""
    item = Evidence(ref=study, direction=direction, directness="this-step", finding="F.")
    words = {"plain": "Plain.", "detail": "Detail.", "why": "Why.", "uncertainty": "Who knows."}
    facts = {"directness": "direct", "onset": "weeks", "reversible": "fully"}
    return Edge(
        source=source, target=target, certainty=certainty, effect=effect, evidence=(item,), **words, **facts
    )


def a_map(
    edges: Iterable[Edge],
    nodes: Iterable[str] = (),
    routes: dict[str, Sequence[str]] | None = None,
    false_chains: Iterable[Sequence[str]] = (),
) -> CausalMap:
    """A map of these edges, and of these nodes where they have none; false chains as their stops."""
    edges = tuple(edges)
    names = sorted({*nodes, *(end for edge in edges for end in (edge.source, edge.target))})
    header = Header(
        id="drawn", title="Drawn", question="Q?", about="A.", version="1", date="2026-11-01", disclaimer="D.",
        default_start=names[0], default_target=names[-1], lanes=(Lane(id="only", name="Only", about="A."),),
        routes=tuple(
            Route(id=name, name=name.title(), about="A.", through=tuple(through))
            for name, through in (routes or {}).items()
        ),
        false_chains=tuple(
            FalseChain(source=first, through=tuple(through), target=last, why="W.")
            for first, *through, last in false_chains
        ),
    )  # fmt: skip
    references = tuple(
        Reference(id=name, title=name, study_type=study, population=population)
        for name, (study, population) in STUDIES.items()
    )
    return CausalMap(header, tuple(a_node(name) for name in names), edges, references)


def chain(*names: str, certainty: str = "moderate") -> list[Edge]:
    """Edges that lead through the given nodes."""
    return [an_edge(source, target, certainty) for source, target in pairwise(names)]


def everyone_to_everyone(size: int) -> CausalMap:
    """A complete graph: far more simple paths than anybody could list."""
    names = [f"n{number:02}" for number in range(size)]
    return a_map(an_edge(one, other) for one in names for other in names if one != other)


FEWER = settings(max_examples=50)
"""Fifty maps of many arrows: they show more than a hundred with the few that drawn lists come with."""

KINDS = tuple(
    product(
        [word.value for word in Certainty],
        ["increases", "increases", "decreases", "decreases", "associated-with"],
        sorted(STUDIES),
        ["supports"] * 6 + ["disputes", "refutes", "neutral", "neutral"],
    )
)


@cache
def _some_stops(size: int, least: int, most: int) -> st.SearchStrategy[list[list[str]]]:
    """Up to three ways through a map of this size, each with its stops."""
    names = st.sampled_from([f"n{number}" for number in range(size)])
    return st.lists(st.lists(names, min_size=least, max_size=most, unique=True), max_size=3)


@cache
def codes(most: int, width: int) -> st.SearchStrategy[bytes]:
    """Up to so many groups of bytes in one draw: one for each takes longer than most tests. Mostly many."""
    numbers = st.sampled_from([*range(0, most + 1, 6), *range(2 * most // 3, most + 1)])
    return numbers.flatmap(lambda number: st.binary(min_size=width * number, max_size=width * number))


def some_ends(size: int, most: int) -> st.SearchStrategy[set[tuple[int, int]]]:
    """The ends of up to so many edges among numbered nodes."""
    pairs = list(permutations(range(size), 2))
    return codes(most, 1).map(lambda code: {pairs[ends % len(pairs)] for ends in code})


@cache
def _sizes(most: int) -> st.SearchStrategy[int]:
    return st.integers(2, most)


@st.composite
def maps(
    draw: st.DrawFn,
    most_nodes: int = 9,
    most_edges: int = 28,
    with_routes: bool = False,
    with_false_chains: bool = False,
) -> CausalMap:
    """A random map: loops, associations, all certainties, effects and statuses, nodes that stand alone."""
    size = draw(_sizes(most_nodes))
    names = [f"n{number}" for number in range(size)]
    pairs = list(permutations(names, 2))
    code = draw(codes(most_edges, 3))
    drawn = {
        pairs[ends % len(pairs)]: KINDS[(256 * high + low) % len(KINDS)]
        for ends, high, low in zip(code[::3], code[1::3], code[2::3], strict=True)
    }
    ways = draw(_some_stops(size, 1, 2)) if with_routes else []
    false_chains = draw(_some_stops(size, 2, min(4, size))) if with_false_chains else []
    routes = {f"r{number}": way for number, way in enumerate(ways)}
    return a_map((an_edge(*pair, *kind) for pair, kind in drawn.items()), names, routes, false_chains)


def plain_network(
    causal_map: CausalMap, gate: str = "everything", block: Iterable[str] = (), proposed: bool = False
) -> nx.DiGraph[str]:
    """What a search may use, for networkx: made without the library's own network, gates and statuses."""
    network: nx.DiGraph[str] = nx.DiGraph()
    network.add_nodes_from(node.id for node in causal_map.nodes)
    for edge in causal_map.edges:
        studies = {item.ref for item in edge.evidence if item.direction is Direction.SUPPORTS}
        neutral = {item.direction for item in edge.evidence} == {Direction.NEUTRAL}
        accepted = {
            Gate.EVERYTHING: bool(studies) or (proposed and neutral),
            Gate.HUMAN: bool(studies - {"mice"}),
            Gate.TRIALS: "trial" in studies,
        }
        if edge.effect != "associated-with" and accepted[Gate(gate)]:
            network.add_edge(edge.source, edge.target, certainty=edge.certainty)
    network.remove_nodes_from(list(block))
    return network


def simple_paths(network: nx.DiGraph[str], source: str, target: str) -> list[tuple[str, ...]]:
    """Every simple path of one step or more, in networkx's order."""
    if source == target or source not in network or target not in network:
        return []
    return [tuple(path) for path in nx.all_simple_paths(network, source, target)]


def is_false(causal_map: CausalMap, path: Sequence[str]) -> bool:
    """Whether a path passes the stops of a false chain in order, whatever lies between."""
    return any(
        any(tuple(some) == chain.stops for some in combinations(path, len(chain.stops)))
        for chain in causal_map.header.false_chains
    )


def rank(causal_map: CausalMap, path: Sequence[str]) -> tuple[int, ...]:
    """The order as DESIGN defines it: how many very-low, low, moderate and high steps, in this order."""
    steps = [causal_map.edge[f"{one}--{other}"] for one, other in pairwise(path)]
    words = ("very-low", "low", "moderate", "high")
    return tuple(sum(step.certainty == word for step in steps) for word in words)
