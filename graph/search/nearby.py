"""What may be offered for a text that is no name of a node: nodes whose own texts share its rarer words."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from rapidfuzz import fuzz, process

from graph.records.arguments import require_limit, require_map, require_text
from graph.records.causal_map import CausalMap
from graph.search.nodes import LONGEST, Match
from graph.search.normalise import normalise

SHORTEST_WORD = 4
"""Shorter words stand in every text, or are like every other short word."""

ALIKE = 75.0
"""Of 100: one slip in a word of four letters."""

MOST_WORDS = 12
"""Nobody types more; each is compared with every word of the map."""


def nearby(causal_map: CausalMap, text: str, limit: int | None = 3) -> list[Match]:
    """The nodes whose names and explanations share words with a text, those with its rarest words first.

    Made for texts of which ``find`` finds nothing: it reads the explanations too, and is more lenient.

    Args:
        causal_map: the map.
        text: what somebody typed.
        limit: how many nodes at most; ``None`` for all.

    Returns:
        Matches whose ``matched`` is the word that tells most; their scores only compare them with each other.

    Raises:
        TypeError: the map, the text or the limit is something else.
    """
    causal_map, text = require_map(causal_map), require_text(text)
    limit = require_limit(limit)
    holders = _holders(causal_map)
    told: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for word in _words(text[:LONGEST])[:MOST_WORDS]:
        known = process.extractOne(word, holders.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
        if known is not None:
            like, score, _ = known
            for node_id in holders[like]:
                told[node_id].append((score / len(holders[like]), like))
    scores = {node_id: sum(score for score, _ in words) for node_id, words in told.items()}
    ranked = sorted(scores, key=lambda node_id: (-scores[node_id], node_id))[:limit]
    nodes = [causal_map.node[node_id] for node_id in ranked]
    return [
        Match(node.id, node.name, node.kind.value, round(scores[node.id], 1), max(told[node.id])[1])
        for node in nodes
    ]


@lru_cache(maxsize=8)
def _holders(causal_map: CausalMap) -> dict[str, list[str]]:
    """The ids of the nodes in whose texts a word stands, by word."""
    holders: dict[str, list[str]] = defaultdict(list)
    for node in sorted(causal_map.nodes, key=lambda node: node.id):
        texts = (node.name, *node.synonyms, node.plain, node.detail)
        for word in dict.fromkeys(word for text in texts for word in _words(text)):
            holders[word].append(node.id)
    return dict(holders)


def _words(text: str) -> list[str]:
    return [word for word in normalise(text).split() if len(word) >= SHORTEST_WORD]
