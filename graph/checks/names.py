"""A word a person types must lead to one node."""

from __future__ import annotations

from collections.abc import Iterator

from graph.checks.saying import problem
from graph.model import CausalMap
from graph.problems import Problem
from graph.words import normalise


def names_are_unambiguous(causal_map: CausalMap) -> Iterator[Problem]:
    """No two nodes share a name or a synonym, and no node repeats one of its own."""
    owner: dict[str, str] = {}
    for node in causal_map.nodes:
        said = [(("name",), node.name)]
        said += [(("synonyms", str(index)), synonym) for index, synonym in enumerate(node.synonyms)]
        for where, word in said:
            key = normalise(word)
            other = owner.setdefault(key, node.id)
            place = ("node", node.id, *where)
            if other != node.id:
                what = f"{word!r} already leads to {other!r}"
                yield problem(causal_map, place, what, "keep it on the node that people mean by it")
            elif where[0] == "synonyms" and key in [normalise(word) for _, word in said[: said.index((where, word))]]:
                yield problem(causal_map, place, f"{word!r} is said twice", "remove one of the two")
