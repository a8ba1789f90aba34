"""What the nodes of a map are called, said and described as, made ready to be searched."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from graph.records.causal_map import CausalMap
from graph.records.node import Node
from graph.records.vocabulary import Change
from graph.search.by_words import OTHER_TURN, Document, WordIndex
from graph.search.letters import EQUAL, Texts, scores_by_letters
from graph.search.normalise import normalise
from graph.search.words import meaningful_words

BEST_BY_WORDS = 98.0
"""What the same words score in another order or form: less than the name itself, as much as its beginning."""

BEST_SCATTERED = 82.0
"""What words score that stand in several names of one node."""

BEST_DESCRIBED = 74.0
"""What words score that only the description of a node has."""

CHANGE_WORDS = {Change.RAISED: "high", Change.LOWERED: "low", Change.IMPAIRED: "poor"}
"""How a claim is said in words: ``low haemoglobin``."""


class Hit(NamedTuple):
    """A node that a query may mean, how likely from 0 to 100, and the name of it that fitted."""

    node: str
    score: float
    name: str


class NodeIndex:
    """The names of a map's nodes by their letters, and all that is said of them by its words."""

    def __init__(self, causal_map: CausalMap) -> None:
        """Read the names and descriptions of every node."""
        self.exact = {normalise(retired.id): retired.now for retired in causal_map.header.retired}
        self._nodes = sorted(causal_map.nodes, key=lambda node: node.id)
        self._groups = causal_map.header.same_words
        self._owners: list[tuple[str, str]] = []
        texts: list[str] = []
        for node in self._nodes:
            for words in (*_names(node), node.claim, node.id.replace("-", " ")):
                text = normalise(words)
                self.exact.setdefault(text, node.id)
                texts.append(text)
                self._owners.append((node.id, words))
        self._texts = Texts(tuple(texts))

    @cached_property
    def _words(self) -> WordIndex:
        # Made for the first search: whoever names a node by its name waits for no description to be read.
        return WordIndex((each for node in self._nodes for each in _documents(node)), self._groups)

    def hits(self, query: str) -> Iterator[Hit]:
        """What is written like a normalised query or has its words, a node more than once."""
        turn = self._words.turn(meaningful_words(query))
        for at, score in scores_by_letters(query, self._texts).items():
            owner, name = self._owners[at]
            same = score == EQUAL or not turn or turn == self._words.turn(meaningful_words(name))
            yield Hit(owner, score if same else OTHER_TURN * score, name)
        yield from self._hits_by_words(query, in_part=False)

    def hits_in_part(self, query: str) -> Iterator[Hit]:
        """What has a word of a query as it is spelled there: few of many words, and so a low score."""
        return self._hits_by_words(query, in_part=True)

    def resembling(self, query: str) -> Iterator[Hit]:
        """What has a word that any word of a query remotely resembles, with how much."""
        for at, score in self._words.resembling(query).items():
            document = self._words.documents[at]
            yield Hit(document.owner, score, document.shown)

    def _hits_by_words(self, query: str, in_part: bool) -> Iterator[Hit]:
        for at, score in self._words.scores(query, in_part=in_part).items():
            document = self._words.documents[at]
            yield Hit(document.owner, score, document.shown)


@lru_cache(maxsize=8)
def index_of(causal_map: CausalMap) -> NodeIndex:
    """The index of a map, kept while it is in use."""
    return NodeIndex(causal_map)


def _names(node: Node) -> tuple[str, ...]:
    among_experts = () if node.clinical is None else (node.clinical,)
    return (node.name, *among_experts, *node.synonyms)


def _documents(node: Node) -> Iterator[Document]:
    """What a node is called, its claim in words, all its names together, and its description."""
    names = _names(node)
    for name in names:
        yield Document(node.id, name, name, BEST_BY_WORDS, whole=True)
    if node.change in CHANGE_WORDS:
        yield Document(
            node.id, f"{CHANGE_WORDS[node.change]} {node.name}", node.name, BEST_BY_WORDS, whole=True
        )
    yield Document(node.id, " ".join(names), node.name, BEST_SCATTERED, whole=False)
    described = " ".join((*names, node.happening, node.plain))
    yield Document(node.id, described, node.name, BEST_DESCRIBED, whole=False)
