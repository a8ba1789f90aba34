"""A node: a variable of the map, and the claim that its box makes."""

from __future__ import annotations

from graph.records.base import Name, Record, Slug, Text
from graph.records.display import quoted
from graph.records.vocabulary import Change, Kind


class Node(Record):
    """A variable, named neutrally, with the change it shows on this map."""

    id: Slug
    name: Name
    kind: Kind
    lane: Slug
    change: Change
    plain: Text
    detail: Text
    synonyms: tuple[Name, ...] = ()
    measured_by: Text | None = None
    core: bool = False
    xrefs: tuple[Text, ...] = ()

    @property
    def claim(self) -> str:
        """The name with its arrow, as a box shows it: ``Standing water ↑``."""
        return f"{self.name} {self.change.arrow}".strip()

    def in_short(self) -> str:
        """Its id and its claim."""
        return f"{quoted(self.id)}: {quoted(self.claim)}"
