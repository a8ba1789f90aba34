"""Words as people type them: one normal form for names, synonyms and queries."""

from __future__ import annotations

import re
import unicodedata


def normalise(text: str) -> str:
    """Lower case, no accents, no arrows, no punctuation, single spaces."""
    # Decomposing may bring capitals back (a circled letter does), so the case is folded after it.
    flat = unicodedata.normalize("NFKD", text).casefold()
    flat = "".join(char for char in unicodedata.normalize("NFKD", flat) if not unicodedata.combining(char))
    return " ".join(re.sub(r"[\W_]+", " ", flat).split())
