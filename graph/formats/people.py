"""Names of authors, as the formats want them."""

from __future__ import annotations

import re

_INITIALS = re.compile(r"[^\W\d_]([^\W\d_]|[.-]){0,4}")


def family_and_initials(author: str) -> tuple[str, str]:
    """Split ``"van Loon SL"`` into family name and initials; an organisation has no initials.

    >>> family_and_initials("van Loon SL")
    ('van Loon', 'SL')
    >>> family_and_initials("Weather eService")
    ('Weather eService', '')
    """
    family, _, last = author.rpartition(" ")
    if family and last.isupper() and _INITIALS.fullmatch(last):
        return family, last
    return author, ""
