"""A reference: a source in the literature, and how people cite it."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field

from graph.records.base import IN_DIGITS, Name, Record, RefKey, Text
from graph.records.display import quoted
from graph.records.vocabulary import Identified, Population, StudyType

_AFTER_NAME = re.compile(r" ([^\W\d_a-z]{1,4}(-[^\W\d_a-z]{1,3})?| ?\(.*\))$")
"""A person's initials, or what is said about a group in brackets."""

Year = Annotated[int, Field(ge=1800, le=2100), IN_DIGITS]


class Reference(Record):
    """A source in the literature. Identifiers are only those that were seen; none is made up."""

    id: RefKey
    type: Literal["article-journal", "webpage", "report"] = "article-journal"
    title: Text
    authors: tuple[Name, ...] = ()
    more_authors: bool = False
    year: Year | None = None
    journal: Text | None = None
    volume: Text | None = None
    issue: Text | None = None
    pages: Text | None = None
    doi: Text | None = None
    pmid: Text | None = None
    pmcid: Text | None = None
    url: Text | None = None
    study_type: StudyType
    population: Population
    n: Text | None = None
    identified: Identified = Identified.FULLY
    note: Text | None = None
    justification: Text | None = None

    @property
    def line(self) -> str:
        """The reference as one line of plain text."""
        people = [*self.authors, "et al."] if self.more_authors else [*self.authors]
        known = [
            ", ".join(people) or "Authors not seen",
            str(self.year or ""),
            self.title,
            self.journal or "",
        ]
        ids = [("doi:", self.doi), ("PMID ", self.pmid), ("", self.pmcid), ("", self.url)]
        seen = next((f"{prefix}{value}" for prefix, value in ids if value), "no identifier seen")
        return ". ".join(part.rstrip(".") for part in [*known, seen] if part)

    @property
    def short_name(self) -> str:
        """First author and year, as people cite it in a sentence; a group of authors has no initials."""
        first = _AFTER_NAME.sub("", self.authors[0]) if self.authors else self.title
        others = " et al." if self.more_authors or len(self.authors) > 1 else ""
        return f"{first}{others} {self.year or ''}".strip()

    def in_short(self) -> str:
        """Its id, how people cite it, and its title."""
        return f"{quoted(self.id)}: {quoted(self.short_name)}, {quoted(self.title)}"
