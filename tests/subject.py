"""What must not be named where another map is shown, or where none is: the shipped subject, and medicine."""

from __future__ import annotations

import re
from collections.abc import Iterator

SUBJECT = re.compile(
    r"b12|cobalamin|vitamin|nutrient|musc(le|ular)|homocysteine|metformin|an(a)?emi|neuropath"
    r"|medic|patient|doctor|physician|clinic|health|hospital|laborator|disease|nerve|blood|drug",
    re.IGNORECASE,
)
"""Parts of words about the shipped subject, or about medicine."""

ALLOWED = {
    r"""(?<=level=)clinical\b""": "a reading level, as addresses have it: old links must keep working",
    r"""(?<=["`])clinical(?=["`])""": "the same level, as the library takes it",
    r"""\bCLINICAL\b""": "the same level, as the code names it",
    r"""(?<=\.)clinical\b|^ *clinical(?=: Name)""": "the name that a node has at this level",
    r"""(?<=["{])Clinical(?=["}])""": "a field of the Anki cards: renamed, old decks could not be updated",
    r"""(?<=")muscle-outcome(?=")""": "the former word for the kind `outcome`, which old maps still use",
    r"""\bDRUGBANK\b""": "a registry of identifiers, by its own name",
}
"""What may stand there all the same, as a regular expression, each with its reason."""


def subject_words(text: str) -> Iterator[str]:
    """The lines of a text that name the subject, each with its number; what is allowed is left out."""
    for number, line in enumerate(text.splitlines(), start=1):
        found = SUBJECT.search(re.sub("|".join(ALLOWED), "", line))
        if found:
            at = max(0, line.find(found[0]) - 50)
            yield f"{number}: {line[at : at + 120].strip()}"
