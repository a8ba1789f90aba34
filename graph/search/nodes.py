"""Finding a node by what people call it: names, synonyms, typos."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from graph.records.arguments import require_limit, require_map, require_text
from graph.records.base import Record
from graph.records.causal_map import CausalMap, resolve_in
from graph.records.display import quoted
from graph.records.node import Node
from graph.search.normalise import normalise, without_qualifier

GOOD_ENOUGH = 62.0
"""Below this score (of 100) a likeness is chance."""

LONGEST = 1_000
"""Nobody types a longer name; what is pasted beyond it is not read."""


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
    query = normalise(text[:LONGEST])[:120]
    if not query:
        return []
    index = _index(causal_map)
    best: dict[str, tuple[float, str]] = {}
    for likeness, weight in {without_qualifier(query): 0.97, query: 1.0}.items():
        for at, score in _good_scores(likeness, index).items():
            node_id, words = index.owners[at]
            if score * weight > best.get(node_id, (0.0, ""))[0]:
                best[node_id] = (score * weight, words)
    ranked = sorted(best.items(), key=lambda item: (-item[1][0], len(item[1][1]), item[0]))
    found = []
    for node_id, (score, words) in ranked[:limit]:
        node = causal_map.node[node_id]
        found.append(Match(node_id, node.name, node.kind.value, round(score, 1), words))
    return found


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
    exact = _index(causal_map).exact.get(normalise(text)) if len(text) <= LONGEST_NAME else None
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


@dataclass(frozen=True)
class _Index:
    """What a query is compared with: each text, the same with its words sorted, and whose it is."""

    texts: list[str]
    sorted_texts: list[str]
    owners: list[tuple[str, str]]
    exact: dict[str, str]


@lru_cache(maxsize=8)
def _index(causal_map: CausalMap) -> _Index:
    texts: list[str] = []
    owners: list[tuple[str, str]] = []
    exact: dict[str, str] = {}
    for retired in causal_map.header.retired:
        exact[normalise(retired.id)] = retired.now
    for node in sorted(causal_map.nodes, key=lambda node: node.id):
        clinical = () if node.clinical is None else (node.clinical,)
        for words in (node.name, *clinical, node.claim, *node.synonyms, node.id.replace("-", " ")):
            text = normalise(words)
            exact.setdefault(text, node.id)
            texts.append(text)
            owners.append((node.id, words))
    return _Index(texts, [_sorted_words(text) for text in texts], owners, exact)


def _sorted_words(text: str) -> str:
    return " ".join(sorted(text.split()))


def _good_scores(query: str, index: _Index) -> dict[int, float]:
    """Likeness of a query to the texts of the index that are like it, by their places: plain, else fuzzy."""
    scores = _fuzzy_scores(query, index) if len(query) >= 3 else np.zeros(len(index.texts))
    # Most texts neither hold the query nor stand in it: asked here, where asking costs least.
    for at in [at for at, text in enumerate(index.texts) if query in text or text in query]:
        scores[at] = _plain_score(query, index.texts[at]) or scores[at]
    places = np.flatnonzero(scores >= GOOD_ENOUGH)
    return dict(zip(places.tolist(), scores[places].tolist(), strict=True))


def _plain_score(query: str, text: str) -> float:
    """From 78 to 100 where the one is in the other: equal, then begins with, then contains; else 0."""
    if query == text:
        return 100.0
    if text.startswith(query):
        return 92.0 + 6.0 * len(query) / len(text)
    if query in text and f" {query}" in f" {text}" and len(query) >= 2:
        return 84.0 + 6.0 * len(query) / len(text)
    if text in query and f" {text} " in f" {query} " and len(text) >= 4:
        return 78.0 + 6.0 * len(text) / len(query)
    return 0.0


def _fuzzy_scores(query: str, index: _Index) -> NDArray[np.float64]:
    """From 0 to 83 for texts that differ by slips; 0 for what is below :data:`GOOD_ENOUGH`."""
    weighted = [
        0.83 * _ratios(query, index.texts, GOOD_ENOUGH / 0.83),
        0.83 * _ratios(_sorted_words(query), index.sorted_texts, GOOD_ENOUGH / 0.83),
    ]
    if len(query) >= 4:
        # A half-typed word with a slip in it: compare with as much of the text as was typed.
        typed = slice(len(query))
        begun = [text[typed] for text in index.texts]
        weighted.append(0.78 * _ratios(query, begun, GOOD_ENOUGH / 0.78))
    best: NDArray[np.float64] = np.max(weighted, axis=0)
    return best


def _ratios(query: str, texts: list[str], least: float) -> NDArray[np.float64]:
    """Rapidfuzz's ratio to every text at once; 0 below ``least``, where it stops early."""
    ratios: NDArray[np.float64] = process.cdist(
        [query], texts, scorer=fuzz.ratio, score_cutoff=least, dtype=np.float64
    )[0]
    return ratios


def _either(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
