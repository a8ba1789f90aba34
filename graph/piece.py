"""A piece of a map that people carry away: some of its nodes and edges, with what must travel along.

Every export is made from a piece, so all of them hold the same nodes, edges and references, and each says
what it is, of which version, and that it is for teaching.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import networkx as nx

from graph.answer import CausalPath
from graph.model import CausalMap, Edge, Node, Reference
from graph.network import build_network
from graph.reach import on_paths


@dataclass(frozen=True)
class Piece:
    """Some nodes and edges of a map, in the order of the map or of a path, and its two ends, if any."""

    map: CausalMap
    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    ends: tuple[str, str] | None = None

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The references on its edges, in the order of the map, each once."""
        used = {item.ref for edge in self.edges for item in edge.evidence}
        return tuple(reference for reference in self.map.references if reference.id in used)

    @property
    def notes(self) -> list[str]:
        """What every export carries: title, version and date, and the disclaimer; a line each."""
        header = self.map.header
        about = f"{header.title}, version {header.version}, {header.date}"
        return [self.title, about, " ".join(header.disclaimer.split())]

    @property
    def citations(self) -> list[str]:
        """The references, a line each, with the identifier that was seen."""
        return [f"[{reference.id}] {reference.line}" for reference in self.references]

    def network(self) -> nx.DiGraph[str]:
        """The piece as a ``networkx.DiGraph`` with plain attributes; associations included."""
        whole = build_network(self.map, associations=True)
        network: nx.DiGraph[str] = nx.DiGraph(**whole.graph, title=self.title)
        network.graph |= {"date": self.map.header.date, "citations": "\n".join(self.citations)}
        network.add_nodes_from((node.id, whole.nodes[node.id]) for node in self.nodes)
        network.add_edges_from(
            (edge.source, edge.target, whole[edge.source][edge.target]) for edge in self.edges
        )
        return network


def whole_map(causal_map: CausalMap) -> Piece:
    """Everything, associations included."""
    return Piece(causal_map, causal_map.header.title, causal_map.nodes, causal_map.edges)


def one_path(causal_map: CausalMap, path: CausalPath) -> Piece:
    """A single path, start first."""
    title = f"From {path.records[0].name} to {path.records[-1].name}"
    return Piece(causal_map, title, path.records, path.steps, (path.nodes[0], path.nodes[-1]))


def every_path(
    causal_map: CausalMap, source: str, target: str, *, gate: str = "everything", block: Iterable[str] = ()
) -> Piece:
    """Everything that lies on any causal path between two nodes, given as ids.

    Where the map is too tangled to decide every edge, the title says how many were left out.
    """
    span = on_paths(causal_map, source, target, gate=gate, block=block)
    names = [causal_map.node[name].name for name in (source, target)]
    left_out = f", without {len(span.undecided):,} undecided edges" if span.undecided else ""
    return Piece(
        causal_map,
        f"All causal paths from {names[0]} to {names[1]}{left_out}",
        tuple(node for node in causal_map.nodes if node.id in span.nodes),
        tuple(edge for edge in causal_map.edges if edge.id in span.edges),
        (source, target),
    )
