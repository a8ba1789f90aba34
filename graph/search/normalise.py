"""Words as people type them: one normal form for names, synonyms and queries."""

from __future__ import annotations

import re
import unicodedata

_APART = re.compile(r"[\W_]+")


def normalise(text: str) -> str:
    """Lower case, no accents, no arrows, no punctuation, single spaces."""
    if text.isascii():
        return " ".join(_APART.sub(" ", text.casefold()).split())
    # Decomposing may bring capitals back (a circled letter does), so the case is folded after it.
    flat = unicodedata.normalize("NFKD", text).casefold()
    flat = "".join(char for char in unicodedata.normalize("NFKD", flat) if not unicodedata.combining(char))
    return " ".join(_APART.sub(" ", flat).split())
