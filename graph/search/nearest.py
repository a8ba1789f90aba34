"""The known word that a mistyped one stands for, if any comes near enough to be worth saying."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

NEAR = 75.0
"""Of 100: one slip in a word of four letters. Below it a suggestion would send people the wrong way."""

SHORTEST_PART = 3


def nearest(wrong: str, known: Iterable[str]) -> str | None:
    """The known word most like a wrong one; else the only one that has it as a part.

    Words are compared in parts where both have ``--`` in them, as the ids of edges do, and each part must be
    near: two edges that share a long end are not alike.

    >>> nearest("titel", ["title", "version"])
    'title'
    >>> nearest("study", ["study_type", "population"])
    'study_type'
    >>> nearest("url", ["measured_by", "plain"]) is None
    True
    """
    words = list(known)
    typed = wrong.casefold()
    best = max(words, key=lambda word: _likeness(typed, word.casefold()), default=None)
    if best is not None and _likeness(typed, best.casefold()) >= NEAR:
        return best
    if len(typed) < SHORTEST_PART:
        return None
    begun = [word for word in words if _holds(word.casefold(), typed)]
    return begun[0] if len(begun) == 1 else None


def _likeness(wrong: str, word: str) -> float:
    parts, others = wrong.split("--"), word.split("--")
    if len(parts) != len(others):
        return fuzz.ratio(wrong, word)
    return min(fuzz.ratio(part, other) for part, other in zip(parts, others, strict=True))


def _holds(word: str, part: str) -> bool:
    """Whether a word has the part between its hyphens or low lines, as ``river-flow`` has ``flow``."""
    return f"-{part}-" in f"-{word}-".replace("_", "-")
