"""A whole map: its records, and the place in the files of each.

The records say what is known; the rules about the knowledge stand in ``graph.checks``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, singledispatch
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

import networkx as nx

from graph.records.display import Pictured, quoted
from graph.records.edge import Edge
from graph.records.fixed_network import fix
from graph.records.header import Header
from graph.records.network import build_network
from graph.records.node import Node
from graph.records.problems import Place
from graph.records.reduction import reduced_header, reduced_references, reduced_tours
from graph.records.reference import Reference
from graph.records.tour import Tour
from graph.records.vocabulary import Level
from graph.records.wording import counted


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_HasId)


@dataclass(frozen=True, eq=False, repr=False)
class CausalMap(Pictured):
    """A whole map: its header, its records, and the place in the files of each.

    A dataclass and not a record, because it is put together from many files and looks things up. Two maps
    are equal only when they are the same object, so a map can be the key of a cache. Nothing in it can be
    changed: :meth:`without` gives a smaller one.

    Attributes:
        header: title, lanes, routes, default start and target, disclaimer.
        nodes: all nodes, in the order of the files.
        edges: all edges, associations included.
        references: all references.
        places: from ``(record, field)`` to where it stands; see :meth:`place`.
        tours: told ways through the map, in the order of the files.
        everyday: the map in everyday words that this one was made from; ``None`` when it is in these itself.
    """

    header: Header
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    references: tuple[Reference, ...]
    places: Mapping[tuple[str, ...], Place] = field(default_factory=dict)
    tours: tuple[Tour, ...] = ()
    everyday: CausalMap | None = None

    def __post_init__(self) -> None:
        """Keep the places as they are now, whatever becomes of the dictionary they came in."""
        object.__setattr__(self, "places", MappingProxyType(dict(self.places)))

    def __reduce__(self) -> tuple[Any, ...]:
        # A read-only view cannot be pickled, and what is looked up is soon made again.
        kept = {named.name: getattr(self, named.name) for named in fields(self)}
        return CausalMap, tuple((kept | {"places": dict(self.places)}).values())

    def in_short(self) -> str:
        """Title, version and size."""
        sizes = {"node": len(self.nodes), "edge": len(self.edges), "reference": len(self.references)}
        said = ", ".join(counted(number, thing) for thing, number in sizes.items())
        return f"{quoted(self.header.title)} {quoted(self.header.version)[1:-1]}: {said}"

    @cached_property
    def node(self) -> Mapping[str, Node]:
        """Nodes by id."""
        return _by_id(self.nodes)

    @cached_property
    def edge(self) -> Mapping[str, Edge]:
        """Edges by id (``source--target``)."""
        return _by_id(self.edges)

    def edge_between(self, source: str, target: str) -> Edge | None:
        """The edge from one node to another, given by their ids, if there is one."""
        return self.edge.get(f"{source}--{target}")

    @cached_property
    def reference(self) -> Mapping[str, Reference]:
        """References by id."""
        return _by_id(self.references)

    @cached_property
    def tour(self) -> Mapping[str, Tour]:
        """Tours by id."""
        return _by_id(self.tours)

    @cached_property
    def now(self) -> Mapping[str, str]:
        """From a retired id to the node that took its place."""
        return MappingProxyType({retired.id: retired.now for retired in self.header.retired})

    @cached_property
    def network(self) -> nx.DiGraph[str]:
        """The causal edges as a ``networkx.DiGraph``, frozen; associations are left out.

        To change it, change a copy: ``nx.DiGraph(my_map.network)``. The answers are made from the records: to
        ask about a smaller map, take :meth:`without`.
        """
        causal = (edge for edge in self.edges if edge.causal)
        return fix(build_network(self.header, self.nodes, causal))

    @property
    def level(self) -> Level:
        """The reading level at which its nodes are called."""
        return Level.PLAIN if self.everyday is None else Level.CLINICAL

    def in_words(self, level: Level) -> CausalMap:
        """The same map with its nodes as they are called at a reading level; made once."""
        if level is self.level:
            return self
        return self._precise if self.everyday is None else self.everyday

    @cached_property
    def _precise(self) -> CausalMap:
        return replace(self, nodes=tuple(node.in_words(Level.CLINICAL) for node in self.nodes), everyday=self)

    def without(self, *parts: str | Node | Edge) -> CausalMap:
        """A new map without some nodes and edges; everything else stays the same.

        With a node go its edges, and with the last edge that cites it a reference. A tour that tells such
        an edge cannot be told any more, and goes as well.

        Args:
            parts: nodes (id, name, synonym or record) and edges (``source--target`` or record).

        Raises:
            UnknownNode: a name leads to no node and to no edge.
            ValueError: the default target of the map is among them.
        """
        return self.in_words(Level.PLAIN)._less({self._named(part) for part in parts}).in_words(self.level)

    def _less(self, gone: set[str]) -> CausalMap:
        nodes = tuple(node for node in self.nodes if node.id not in gone)
        edges = tuple(edge for edge in self.edges if gone.isdisjoint((edge.id, edge.source, edge.target)))
        return replace(
            self,
            header=reduced_header(self.header, nodes, edges),
            nodes=nodes,
            edges=edges,
            references=reduced_references(self.references, self.edges, edges),
            tours=reduced_tours(self.tours, [edge.id for edge in edges]),
        )

    def _named(self, part: object) -> str:
        name = part.id if isinstance(part, Edge) else part
        return name if isinstance(name, str) and name in self.edge else resolve_in(self, name)

    def place(self, *where: str) -> Place:
        """Where a value stands, or the nearest thing around it that has a place.

        Args:
            where: kind and id of the record, then the field: ``("node", "standing-water", "change")``.
        """
        while where:
            if where in self.places:
                return self.places[where]
            where = where[:-1]
        return Place("map.yaml", 1)


@singledispatch
def resolve_in(causal_map: object, name: object) -> str:
    """The id of a node by any of its names; ``graph.search``, which knows them, registers how."""
    raise TypeError(f"there are no names in {quoted(causal_map)}")


def _by_id(records: Iterable[T]) -> Mapping[str, T]:
    return MappingProxyType({record.id: record for record in records})
