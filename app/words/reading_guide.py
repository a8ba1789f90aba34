"""How a picture and the words beside it are read, in sentences that pages and files share."""

from __future__ import annotations

from graph.records.vocabulary import Link

# A line speaks of the variables themselves, the words of the changes that the boxes show. Where something has
# fallen, a treatment's line ends in an arrowhead (more of it), and the words say: works against the fall.
ENDS = "An arrowhead says: more of the first, more of the next; a bar: more of the first, less of the next."
SIGNS = (
    f"In a line of words, {Link.LEADS_TO.value} means that one change leads to the next, "
    f"{Link.WORKS_AGAINST.value} that it works against it."
)
