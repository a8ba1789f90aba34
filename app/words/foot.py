"""What every page and every file carries: what the map is not for, which map it is, and of which version."""

from __future__ import annotations

from app.words.markup import text
from graph.records.header import Header

NO_MAP = "For teaching."
"""What is said where no map is known, and so no disclaimer of its own."""


def foot(header: Header) -> str:
    """The disclaimer of a map, with its title, version and date."""
    return f'<p class="soft">{text(header.disclaimer)} {edition(header)}</p>'


def edition(header: Header) -> str:
    """Title, version and date of a map."""
    return f"{text(header.title)}, version {text(header.version)}, {text(header.date)}."
