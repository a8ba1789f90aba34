"""A node: a variable of the map, and the claim that its box makes, in everyday words or in precise ones."""

from __future__ import annotations

from graph.records.base import Name, Phrase, Record, Slug, Text
from graph.records.display import quoted
from graph.records.vocabulary import Change, Kind, Level


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
    def at_arrow(self) -> str:
        """How it is called before or behind the sign of an arrow, which joins changes at this level."""
        return self.claim

    @property
    def level(self) -> Level:
        """The reading level at which it speaks."""
        return Level.PLAIN

    def in_words(self, level: Level) -> Node:
        """The same node as it is called at a reading level."""
        return self if level is Level.PLAIN else precise_node(self)

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


class PreciseNode(Node):
    """A node called as at the precise level, if it has a name there; the everyday one is then a synonym."""

    everyday: Node

    @property
    def at_arrow(self) -> str:
        """The name without its change: at this level a sign joins variables."""
        return self.name

    @property
    def level(self) -> Level:
        """The reading level at which it speaks."""
        return Level.CLINICAL

    def in_words(self, level: Level) -> Node:
        """The same node as it is called at a reading level."""
        return self.everyday if level is Level.PLAIN else self


def precise_node(node: Node) -> PreciseNode:
    """A node as the precise level calls it; what was written for its everyday name stays behind."""
    given = dict(node) | {"everyday": node, "phrase": None}
    if node.clinical is not None:
        others = (name for name in (node.name, *node.synonyms) if name != node.clinical)
        given |= {"name": node.clinical, "synonyms": tuple(dict.fromkeys(others)), "inside": None}
    # All of it was read and checked when the map was.
    return PreciseNode.model_construct(**given)
