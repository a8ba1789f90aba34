"""Finding a node by what people call it: names, synonyms, typos."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from graph.records.arguments import require_limit, require_map, require_text
from graph.records.base import Record
from graph.records.causal_map import CausalMap, resolve_in
from graph.records.display import quoted
from graph.records.node import Node
from graph.search.index import BEST_DESCRIBED, Hit, index_of
from graph.search.letters import GOOD_ENOUGH
from graph.search.normalise import normalise

NAMED = 90.0
"""From this score on somebody has said a name; what only describes a thing so is then not told beside it."""

NEAR_ENOUGH = 45.0
"""Where nothing is like a query, what has its rarer words is told; below this score that is chance too."""

LONGEST = 1_000
"""Nobody types a longer name; what is pasted beyond it is not read."""

LONGEST_QUERY = 120
"""Of what is read, as much is looked for: twice the longest name, and quick however odd its letters."""

LONGEST_NAME = 200
"""No name or synonym is longer; a longer text leads to no node."""


@dataclass(frozen=True, slots=True)
class Match:
    """A node found by a text: ``score`` from 0 to 100, and the name or synonym that fitted."""

    id: str
    name: str
    kind: str
    score: float
    matched: str


NodeName: TypeAlias = str | Node | Match
"""A node as a caller may give it: its id, name or synonym, its record, or what :func:`find` found."""


class UnknownNode(LookupError):
    """A text leads to no node; ``suggestions`` holds the nearest ones."""

    def __init__(self, text: str, suggestions: list[Match]) -> None:
        """Say kindly what is missing and what may have been meant."""
        self.text = text
        self.suggestions = suggestions
        shown = text if len(text) <= 80 else f"{text[:80]}..."
        super().__init__(f"Nothing on this map is called {shown!r}.{self.question}")

    @property
    def question(self) -> str:
        """`` Did you mean ...?``, or nothing when nothing comes near."""
        names = [f"{match.name} ({match.id})" for match in self.suggestions[:3]]
        return f" Did you mean {_either(names)}?" if names else ""


def find(causal_map: CausalMap, text: str, limit: int | None = 8) -> list[Match]:
    """The nodes that a text may mean, best first.

    Args:
        causal_map: the map.
        text: what somebody typed: a name, a synonym, an id, with or without typos.
        limit: how many matches at most, one for each node; ``None`` for all.

    Raises:
        TypeError: the map, the text or the limit is something else.
    """
    causal_map, text = require_map(causal_map), require_text(text)
    # Fewer than none is none: whoever computes a limit here need not look at its sign.
    limit = 0 if isinstance(limit, int) and limit < 0 else require_limit(limit)
    query = normalise(text[:LONGEST])[:LONGEST_QUERY]
    if not query or limit == 0:
        return []
    index = index_of(causal_map)
    found = _ranked(causal_map, index.hits(query), GOOD_ENOUGH)
    if found and found[0].score >= NAMED:
        found = [match for match in found if match.score > BEST_DESCRIBED]
    return (found or _ranked(causal_map, index.hits_in_part(query), NEAR_ENOUGH))[:limit]


def suggest(causal_map: CausalMap, text: str, limit: int | None = 3) -> list[Match]:
    """What comes nearest to a text, however far; nothing only for what resembles no word of the map.

    For whoever found nothing: :func:`find` tells what a text may mean, this also what reminds of it.

    Args:
        causal_map: the map.
        text: what somebody typed.
        limit: how many matches at most, one for each node; ``None`` for all.

    Raises:
        TypeError: the map, the text or the limit is something else.
    """
    found = find(causal_map, text, limit)
    if found or limit == 0:
        return found
    resembling = index_of(causal_map).resembling(normalise(text[:LONGEST])[:LONGEST_QUERY])
    return _ranked(causal_map, resembling, 0.0)[:limit]


def _ranked(causal_map: CausalMap, hits: Iterable[Hit], least: float) -> list[Match]:
    """The nodes that were hit, each once with its best hit, best first."""
    best: dict[str, Hit] = {}
    for hit in hits:
        if hit.score >= least and (hit.node not in best or hit.score > best[hit.node].score):
            best[hit.node] = hit
    ranked = sorted(best.values(), key=lambda hit: (-hit.score, len(hit.name), hit.node))
    nodes = [causal_map.node[hit.node] for hit in ranked]
    return [
        Match(node.id, node.name, node.kind.value, round(hit.score, 1), hit.name)
        for node, hit in zip(nodes, ranked, strict=True)
    ]


@resolve_in.register(CausalMap)
def resolve(causal_map: CausalMap, text: NodeName) -> str:
    """The id of the node with this id, name or synonym, or of the one that took a retired id's place.

    Args:
        causal_map: the map.
        text: an id, a name, a synonym or a retired id; a record and a match are taken as well.

    Raises:
        UnknownNode: there is none; typos are not guessed at, they are suggested.
        TypeError: the map is no map, or the node is given as something else.
    """
    causal_map = require_map(causal_map)
    if isinstance(text, Node | Match):
        text = text.id
    if not isinstance(text, str):
        raise TypeError(f"a node must be given by id, name, synonym or as a Node, not as {quoted(text)}")
    if text in causal_map.node:
        return text
    # Cut first: normalising a text takes time that grows with the square of a long run of accents.
    exact = index_of(causal_map).exact.get(normalise(text)) if len(text) <= LONGEST_NAME else None
    if exact is None:
        raise UnknownNode(text, find(causal_map, text, limit=3))
    return exact


def resolve_all(causal_map: CausalMap, block: NodeName | Iterable[NodeName]) -> list[str]:
    """The ids of one node or of several, sorted, each once.

    Raises:
        UnknownNode: one of them leads to no node.
        TypeError: it is neither a node nor several.
    """
    if isinstance(block, str | Node | Match):
        block = [block]
    # Bytes and records can be gone through as well, but not node by node.
    if isinstance(block, bytes | Record) or not isinstance(block, Iterable):
        raise TypeError(f"nodes must be given as one id, name or Node, or as a list, not as {quoted(block)}")
    return sorted({resolve(causal_map, name) for name in block})


def _either(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
