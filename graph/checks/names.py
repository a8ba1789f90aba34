"""A word a person types must lead to one node."""

from __future__ import annotations

from collections.abc import Iterator

from graph.checks.reporting import problem
from graph.records.causal_map import CausalMap
from graph.records.node import Node
from graph.records.problems import Problem
from graph.search.normalise import normalise


def names_are_unambiguous(causal_map: CausalMap) -> Iterator[Problem]:
    """No two nodes share an id, a name of either level or a synonym, and no node says one of its own twice.

    A retired id belongs to the node that took its place.
    """
    heirs = causal_map.now.items()
    owner = {normalise(retired): now for retired, now in heirs if now in causal_map.node}
    owner |= {normalise(node.id): node.id for node in causal_map.nodes}
    for node in causal_map.nodes:
        said: set[str] = set()
        for where, word in _words(node):
            key = normalise(word)
            other = owner.setdefault(key, node.id)
            if other != node.id:
                what = f"{word!r} already leads to {other!r}"
                yield problem(causal_map, where, what, "keep it on the node that people mean by it")
            elif key in said:
                yield problem(causal_map, where, f"{word!r} is said twice", "remove one of the two")
            said.add(key)


def _words(node: Node) -> Iterator[tuple[tuple[str, ...], str]]:
    """The names and the synonyms of a node, each with its place."""
    yield ("node", node.id, "name"), node.name
    if node.clinical is not None:
        yield ("node", node.id, "clinical"), node.clinical
    for index, synonym in enumerate(node.synonyms):
        yield ("node", node.id, "synonyms", str(index)), synonym
