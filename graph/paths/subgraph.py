"""A subgraph of a map that people carry away: some of its nodes and edges, with what must travel along.

Every export is made from a subgraph, so all of them hold the same nodes, edges and references, and each says
what it is, of which version, and that it is for teaching.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import networkx as nx

from graph.paths.causal_path import CausalPath
from graph.paths.reach import on_paths
from graph.records.causal_map import CausalMap
from graph.records.display import Shown, quoted
from graph.records.edge import Edge
from graph.records.network import build_network
from graph.records.node import Node
from graph.records.reference import Reference
from graph.records.wording import by_way_of, counted
from graph.search.nodes import resolve_all


@dataclass(frozen=True, repr=False)
class Subgraph(Shown):
    """Some nodes and edges of a map, in the order of the map or of a path, and its two ends, if any."""

    map: CausalMap
    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    ends: tuple[str, str] | None = None

    def in_short(self) -> str:
        """Its title and size."""
        return f"{quoted(self.title)}: {counted(len(self.nodes), 'node')}, {counted(len(self.edges), 'edge')}"

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
        """The subgraph as a ``networkx.DiGraph`` with plain attributes; associations included."""
        network = build_network(self.map.header, self.nodes, self.edges)
        network.graph |= {
            "title": self.title,
            "date": self.map.header.date,
            "citations": "\n".join(self.citations),
        }
        return network


def whole_map(causal_map: CausalMap) -> Subgraph:
    """Everything, associations included."""
    return Subgraph(causal_map, causal_map.header.title, causal_map.nodes, causal_map.edges)


def one_path(causal_map: CausalMap, path: CausalPath) -> Subgraph:
    """A single path, start first."""
    title = f"From {path.records[0].name} to {path.records[-1].name}"
    return Subgraph(causal_map, title, path.records, path.steps, (path.nodes[0], path.nodes[-1]))


def every_path(
    causal_map: CausalMap,
    source: str,
    target: str,
    *,
    gate: str = "everything",
    block: Iterable[str] = (),
    proposed: bool = False,
    through: Iterable[str] = (),
    max_steps: int | None = None,
) -> Subgraph:
    """Everything that lies on any causal path between two nodes, given as ids.

    Further arguments and errors are those of ``on_paths``.
    Where the map is too tangled to decide every edge, the title says how many were left out.
    """
    passed = [name for name in resolve_all(causal_map, through) if name not in (source, target)]
    span = on_paths(
        causal_map,
        source,
        target,
        gate=gate,
        block=block,
        proposed=proposed,
        through=passed,
        max_steps=max_steps,
    )
    names = [causal_map.node[name].name for name in (source, target)]
    how = by_way_of([causal_map.node[name].name for name in passed], max_steps)
    too = ", proposed steps included" if proposed else ""
    left_out = f", without {counted(len(span.undecided), 'undecided edge')}" if span.undecided else ""
    return Subgraph(
        causal_map,
        f"All causal paths from {names[0]} to {names[1]}{how}{too}{left_out}",
        tuple(node for node in causal_map.nodes if node.id in span.nodes),
        tuple(edge for edge in causal_map.edges if edge.id in span.edges),
        (source, target),
    )
