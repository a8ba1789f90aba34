"""How like a query is to names, letter by letter: equal, begun, contained, or with slips."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

GOOD_ENOUGH = 62.0
"""Below this score (of 100) a likeness is chance."""


EQUAL = 100.0
"""The score of a text that is the query."""


@dataclass(frozen=True)
class Texts:
    """The normalised texts that a query is compared with."""

    all: tuple[str, ...]

    @cached_property
    def by_word(self) -> list[str]:
        """The texts with their words sorted, for who says the words in another order."""
        return [_sorted_words(text) for text in self.all]


def scores_by_letters(query: str, texts: Texts) -> dict[int, float]:
    """Likeness of a query to the texts that are like it, by their places: plain, else fuzzy."""
    scores = _fuzzy_scores(query, texts) if len(query) >= 3 else np.zeros(len(texts.all))
    # Most texts neither hold the query nor stand in it: asked here, where asking costs least.
    for at in [at for at, text in enumerate(texts.all) if query in text or text in query]:
        scores[at] = _plain_score(query, texts.all[at]) or scores[at]
    places = np.flatnonzero(scores >= GOOD_ENOUGH)
    return dict(zip(places.tolist(), scores[places].tolist(), strict=True))


def ratios(query: str, texts: list[str], least: float) -> NDArray[np.float64]:
    """Rapidfuzz's ratio to every text at once; 0 below ``least``, where it stops early."""
    found: NDArray[np.float64] = process.cdist(
        [query], texts, scorer=fuzz.ratio, score_cutoff=least, dtype=np.float64
    )[0]
    return found


def _sorted_words(text: str) -> str:
    return " ".join(sorted(text.split()))


def _plain_score(query: str, text: str) -> float:
    """From 78 to 100 where the one is in the other: equal, then begins with, then contains; else 0."""
    if query == text:
        return EQUAL
    if text.startswith(query):
        return 92.0 + 6.0 * len(query) / len(text)
    if query in text and f" {query}" in f" {text}" and len(query) >= 2:
        return 84.0 + 6.0 * len(query) / len(text)
    if text in query and f" {text} " in f" {query} " and len(text) >= 4:
        return 78.0 + 6.0 * len(text) / len(query)
    return 0.0


def _fuzzy_scores(query: str, texts: Texts) -> NDArray[np.float64]:
    """From 0 to 83 for texts that differ by slips; 0 for what is below :data:`GOOD_ENOUGH`."""
    weighted = [
        0.83 * ratios(query, list(texts.all), GOOD_ENOUGH / 0.83),
        0.83 * ratios(_sorted_words(query), texts.by_word, GOOD_ENOUGH / 0.83),
    ]
    if len(query) >= 4:
        # A half-typed word with a slip in it: compare with as much of the text as was typed.
        typed = slice(len(query))
        begun = [text[typed] for text in texts.all]
        weighted.append(0.78 * ratios(query, begun, GOOD_ENOUGH / 0.78))
    best: NDArray[np.float64] = np.max(weighted, axis=0)
    return best
