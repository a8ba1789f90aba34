"""A whole map: its records, and the place in the files of each.

The records say what is known; the rules about the knowledge stand in ``graph.checks``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import networkx as nx

from graph.records.edge import Edge
from graph.records.header import Header
from graph.records.network import build_network
from graph.records.node import Node
from graph.records.problems import Place
from graph.records.reference import Reference
from graph.records.tour import Tour


@dataclass(frozen=True, eq=False)
class CausalMap:
    """A whole map: its header, its records, and the place in the files of each.

    A dataclass and not a record, because it is put together from many files and looks things up. Two maps
    are equal only when they are the same object, so a map can be the key of a cache.

    Attributes:
        header: title, lanes, routes, default start and target, disclaimer.
        nodes: all nodes, in the order of the files.
        edges: all edges, associations included.
        references: all references.
        places: from ``(record, field)`` to where it stands; see :meth:`place`.
        tours: told ways through the map, in the order of the files.
    """

    header: Header
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    references: tuple[Reference, ...]
    places: Mapping[tuple[str, ...], Place] = field(default_factory=dict, repr=False)
    tours: tuple[Tour, ...] = ()

    @cached_property
    def node(self) -> dict[str, Node]:
        """Nodes by id."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def edge(self) -> dict[str, Edge]:
        """Edges by id (``source--target``)."""
        return {edge.id: edge for edge in self.edges}

    @cached_property
    def reference(self) -> dict[str, Reference]:
        """References by id."""
        return {reference.id: reference for reference in self.references}

    @cached_property
    def tour(self) -> dict[str, Tour]:
        """Tours by id."""
        return {tour.id: tour for tour in self.tours}

    @cached_property
    def now(self) -> dict[str, str]:
        """From a retired id to the node that took its place."""
        return {retired.id: retired.now for retired in self.header.retired}

    @cached_property
    def network(self) -> nx.DiGraph[str]:
        """The causal edges as a ``networkx.DiGraph``, frozen; associations are left out.

        To change it, change a copy: ``nx.DiGraph(causal_map.network)``. Answers are made from the records.
        """
        causal = (edge for edge in self.edges if edge.causal)
        network = build_network(self.header, self.nodes, causal)
        nx.freeze(network)
        return network

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
