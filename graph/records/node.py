"""A node: a variable of the map, and the claim that its box makes."""

from __future__ import annotations

from graph.records.base import Name, Phrase, Record, Slug, Text
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
    clinical: Name | None = None
    phrase: Phrase | None = None
    inside: Name | None = None
    plural: bool = False

    @property
    def claim(self) -> str:
        """The name with its arrow, as a box shows it: ``Standing water ↑``."""
        return f"{self.name} {self.change.arrow}".strip()

    @property
    def happening(self) -> str:
        """What happens here, in a few everyday words; its claim where the map has none."""
        return self.phrase or self.claim

    @property
    def in_sentence(self) -> str:
        """The name as it stands inside a sentence; capitals that do not only begin it, as in DNA, stay."""
        first, rest = self.name[:1], self.name[1:]
        return self.inside or (self.name if rest[:1].isupper() else first.lower() + rest)

    def in_short(self) -> str:
        """Its id and its claim."""
        return f"{quoted(self.id)}: {quoted(self.claim)}"
