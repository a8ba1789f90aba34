"""Finding a node by what people call it: names, synonyms, typos."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from graph.records.causal_map import CausalMap
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


def find(causal_map: CausalMap, text: str, limit: int = 8) -> list[Match]:
    """The nodes that a text may mean, best first.

    Args:
        causal_map: the map.
        text: what somebody typed: a name, a synonym, an id, with or without typos.
        limit: how many matches at most, one for each node.
    """
    query = normalise(text[:LONGEST])[:120]
    if not query:
        return []
    index = _index(causal_map)
    best: dict[str, tuple[float, str]] = {}
    for likeness, weight in {without_qualifier(query): 0.97, query: 1.0}.items():
        for likely, (node_id, words) in zip(index.texts, index.owners, strict=True):
            score = _score(likeness, likely)
            if score >= GOOD_ENOUGH and score * weight > best.get(node_id, (0.0, ""))[0]:
                best[node_id] = (score * weight, words)
    ranked = sorted(best.items(), key=lambda item: (-item[1][0], len(item[1][1]), item[0]))
    found = []
    for node_id, (score, words) in ranked[: max(0, limit)]:
        node = causal_map.node[node_id]
        found.append(Match(node_id, node.name, node.kind.value, round(score, 1), words))
    return found


def resolve(causal_map: CausalMap, text: str) -> str:
    """The id of the node with this id, name or synonym, or of the one that took a retired id's place.

    Raises:
        UnknownNode: there is none; typos are not guessed at, they are suggested.
    """
    if text in causal_map.node:
        return text
    # Cut first: normalising a text takes time that grows with the square of a long run of accents.
    exact = _index(causal_map).exact.get(normalise(text)) if len(text) <= LONGEST_NAME else None
    if exact is None:
        raise UnknownNode(text, find(causal_map, text, limit=3))
    return exact


@dataclass(frozen=True)
class _Index:
    texts: list[str]
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
        for words in (node.name, node.claim, *node.synonyms, node.id.replace("-", " ")):
            text = normalise(words)
            exact.setdefault(text, node.id)
            texts.append(text)
            owners.append((node.id, words))
    return _Index(texts, owners, exact)


def _score(query: str, text: str) -> float:
    """Likeness of two normalised texts, from 0 to 100: equal, then begins with, then contains, then fuzzy."""
    if query == text:
        return 100.0
    if text.startswith(query):
        return 92.0 + 6.0 * len(query) / len(text)
    if f" {query}" in f" {text}" and len(query) >= 2:
        return 84.0 + 6.0 * len(query) / len(text)
    if f" {text} " in f" {query} " and len(text) >= 4:
        return 78.0 + 6.0 * len(text) / len(query)
    if len(query) < 3:
        return 0.0
    whole = fuzz.ratio(query, text)
    words = fuzz.token_sort_ratio(query, text)
    # A half-typed word with a slip in it: compare with as much of the text as was typed.
    begun = fuzz.ratio(query, text[: len(query)]) if len(query) >= 4 else 0.0
    return max(0.83 * max(whole, words), 0.78 * begun)


def _either(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
