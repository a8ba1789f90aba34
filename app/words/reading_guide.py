"""How a picture and the words beside it are read, in sentences that pages and files share."""

from __future__ import annotations

from graph.records.joints import End
from graph.records.vocabulary import Level

# At the precise level a sign joins variables. So where something has fallen, a treatment's line ends in an
# arrowhead there (more of it), and in everyday words in a bar: it works against the fall.
_ENDS = {
    Level.PLAIN: "An arrowhead says that one change leads to the next; a bar, that it works against it.",
    Level.CLINICAL: (
        "An arrowhead says: more of the first, more of the next; a bar: more of the first, less of the next."
    ),
}


def ends(level: Level) -> str:
    """What the two ends of an arrow say at a reading level."""
    return _ENDS[level]


SIGNS = f"In a line of words, {End.TIP} stands for an arrowhead and {End.BAR} for a bar."
