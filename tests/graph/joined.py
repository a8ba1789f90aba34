"""What should stand between the ends of an edge, worked out in another way than the product does."""

from __future__ import annotations

from typing import NamedTuple

from graph import CausalMap
from graph.records.edge import Edge
from graph.records.node import Node
from graph.records.vocabulary import Level


class Joined(NamedTuple):
    """The two ends as they are called, the sign between them, and the same in words."""

    source: str
    sign: str
    target: str
    words: str

    @property
    def line(self) -> str:
        return f"{self.source} {self.sign} {self.target}"

    @property
    def aloud(self) -> str:
        return f"{self.source} {self.words} {self.target}"


def joined(causal_map: CausalMap, edge: Edge, level: Level) -> Joined:
    """What joins the ends of an edge at a reading level, whatever the level of the map."""
    node = causal_map.in_words(Level.PLAIN).node
    return joined_between(node[edge.source], edge, node[edge.target], level)


def joined_between(source: Node, edge: Edge, target: Node, level: Level) -> Joined:
    """The same of two nodes in everyday words."""
    rises = source.change in ("raised", "present"), target.change in ("raised", "present")
    more = edge.effect == "increases"
    if level is Level.CLINICAL:
        ends = source.clinical or source.name, target.clinical or target.name
        sign, words = ("→", "increases") if more else ("⊣", "decreases")
    else:
        ends = source.claim, target.claim
        sign, words = ("→", "leads to") if (rises[0] == rises[1]) == more else ("⊣", "works against")
    if edge.effect == "associated-with":
        sign, words = "–", "is associated with"
    return Joined(ends[0], sign, ends[1], words)
