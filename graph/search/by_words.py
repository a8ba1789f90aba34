"""How like a query is to texts, word by word: in any order, in any form, with small words left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log

import numpy as np

from graph.search.letters import ratios
from graph.search.words import LESS, MORE, alike, meaningful_words, stem

LIKE = 80.0
"""Of 100: one slip in a word of five letters. Words less like each other are two words."""

RESEMBLING = 61.0
"""Of 100: what two words have in common by which the one reminds of the other."""

HALF_TYPED = 0.9
"""How sure a word is that is the beginning of another."""

WORD_LIKE = 0.8
"""The share of its pairs of letters that a word has in common with other words; gibberish has less."""

SHORTEST_WORD = 3
"""Shorter texts remind of everything."""

SHORTEST_LIKE = 4
"""Shorter words are only equal or not: one slip makes another word of them."""

LIGHT = 0.3
"""What "low" or "feel" weighs beside a word that one node alone has: it tells what, less than of what."""

LIGHT_WORDS = frozenset({LESS, MORE, *map(stem, ("feel", "take", "body", "cause", "look", "eat"))})

OTHER_TURN = 0.93
"""What is left of a score where one text says "less" and the other does not: it turns the meaning round."""

UNKNOWN = 0.5
"""What a word weighs that no text has: it may be a detail of what is meant, or the whole of it."""


_TURNS = frozenset((LESS, MORE))


@dataclass(frozen=True)
class Document:
    """A text with its words, and the most that a query can score on it."""

    owner: str
    """The id of the node it belongs to."""
    text: str
    shown: str
    """What a reader is told that fitted."""
    best: float
    whole: bool
    """Whether a query must have all of its words to be equal to it: so of a name, not of a description."""


class WordIndex:
    """The words of documents, and where each stands."""

    def __init__(self, documents: Iterable[Document], groups: Iterable[Iterable[str]] = ()) -> None:
        """Read the documents; the words of a group stand for one another."""
        self.documents = list(documents)
        self._alike = alike(groups)
        self._places: dict[str, set[int]] = defaultdict(set)
        self._written: dict[str, str] = {}
        self._stems = [self._read(document.text) for document in self.documents]
        for at, stems in enumerate(self._stems):
            for each in stems:
                self._places[each].add(at)
        self._spelled = list(self._written)
        self._pairs = frozenset(pair for word in self._spelled for pair in _pairs(word))
        self._weights = self._weighed()
        self._turns = [_TURNS.intersection(stems) for stems in self._stems]
        self._sizes = [sum(self._weights[each] for each in stems) for stems in self._stems]

    def scores(self, query: str, in_part: bool = False) -> dict[int, float]:
        """Likeness of a query to the documents that share a word with it, from 0 to 100, by their places.

        ``in_part`` asks only how much of the query a document has, word by word as they are spelled there.
        """
        wanted = meaningful_words(query)
        if {self._stem(word) for word in wanted} <= _TURNS:
            return {}
        asked = 0.0
        met: dict[int, dict[str, float]] = defaultdict(dict)
        for word in wanted:
            meant = dict(self._meanings(word, not in_part, begun=word == wanted[-1]))
            weight = max((self._weights[each] for each in meant), default=UNKNOWN)
            asked += weight
            for each, sure in meant.items():
                for at in self._places[each]:
                    met[at][word] = max(met[at].get(word, 0.0), weight * sure)
        turn = self.turn(wanted)
        shared = {at: sum(shares.values()) for at, shares in met.items()}
        if in_part:
            return {at: self.documents[at].best * share / asked for at, share in shared.items()}
        return {at: self._score(at, share, asked, turn) for at, share in shared.items()}

    def turn(self, words: Iterable[str]) -> frozenset[str]:
        """Whether words say less, more, or neither of the two."""
        return _TURNS.intersection(map(self._stem, words))

    def resembling(self, query: str) -> dict[int, float]:
        """How much the most alike word of each document is like one of a query.

        A word is like something, if only a little; gibberish need not be.
        """
        best: dict[int, float] = {}
        for word in meaningful_words(query) or query.split():
            likeness = ratios(word, self._spelled, 1.0)
            least = min(RESEMBLING, likeness.max(initial=0.0)) if self._is_like_a_word(word) else RESEMBLING
            for number in np.flatnonzero(likeness >= least).tolist():
                spelled = self._spelled[number]
                if min(len(word), len(spelled)) >= SHORTEST_WORD:
                    for at in self._places[self._written[spelled]]:
                        best[at] = max(best.get(at, 0.0), float(likeness[number]))
        return best

    def _is_like_a_word(self, text: str) -> bool:
        pairs = _pairs(text)
        return bool(pairs) and len(pairs & self._pairs) >= WORD_LIKE * len(pairs)

    def _score(self, at: int, shared: float, asked: float, turn: frozenset[str]) -> float:
        document = self.documents[at]
        if not document.whole:
            return document.best * shared / asked
        covered = min(1.0, shared / self._sizes[at])
        score = document.best * (0.75 * shared / asked + 0.25 * covered)
        return score if self._turns[at] == turn else OTHER_TURN * score

    def _weighed(self) -> dict[str, float]:
        """What each stem weighs, up to 1: more, the fewer owners have it."""
        owners = {document.owner for document in self.documents}
        having: dict[str, set[str]] = defaultdict(set)
        for document, stems in zip(self.documents, self._stems, strict=True):
            for each in stems:
                having[each].add(document.owner)
        most = log(1 + len(owners))
        return {
            each: LIGHT if each in LIGHT_WORDS else log(1 + len(owners) / len(have)) / most
            for each, have in having.items()
        }

    def _read(self, text: str) -> tuple[str, ...]:
        stems: dict[str, None] = {}
        for word in meaningful_words(text):
            each = self._written.get(word) or self._stem(word)
            stems[each] = None
            if each not in _TURNS:
                self._written[word] = each
        return tuple(stems)

    def _stem(self, word: str) -> str:
        short = stem(word)
        return self._alike.get(short, short)

    def _meanings(self, word: str, slips: bool, begun: bool) -> Iterator[tuple[str, float]]:
        """The stems that a word may stand for, with how sure that is; the last word may be half typed."""
        exact = self._stem(word)
        if exact in self._places:
            yield exact, 1.0
        elif slips and len(word) >= SHORTEST_LIKE:
            likeness = ratios(word, self._spelled, LIKE) / 100.0
            sure: dict[str, float] = {}
            for spelled, like in zip(self._spelled, likeness.tolist(), strict=True):
                like = max(like, HALF_TYPED) if begun and spelled.startswith(word) else like
                if like:
                    each = self._written[spelled]
                    sure[each] = max(sure.get(each, 0.0), like)
            yield from sure.items()


def _pairs(word: str) -> set[str]:
    return {word[at : at + 2] for at in range(len(word) - 1)}
