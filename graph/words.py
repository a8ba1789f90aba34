"""Words as people type them: one normal form for names, synonyms and queries."""

from __future__ import annotations

import re
import unicodedata

_QUALIFIERS = re.compile(
    r"^(?:reduced|decreased|lowered|low|impaired|poor|less|lack of|loss of|deficient"
    r"|raised|increased|elevated|high|more|too much|too little|abnormal)\s+"
)


def normalise(text: str) -> str:
    """Lower case, no accents, no arrows, no punctuation, single spaces."""
    flat = unicodedata.normalize("NFKD", text.casefold())
    flat = "".join(char for char in flat if not unicodedata.combining(char))
    return " ".join(re.sub(r"[^\w]+", " ", flat).split())


def without_qualifier(text: str) -> str:
    """A normalised text without a leading word of change: ``reduced oxygen delivery`` -> ``oxygen delivery``."""
    return _QUALIFIERS.sub("", text)
