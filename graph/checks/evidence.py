"""Evidence points to references that are there, once each, and every reference has its use."""

from __future__ import annotations

from collections.abc import Iterator

from graph.checks.reporting import did_you_mean, problem
from graph.records.causal_map import CausalMap
from graph.records.edge import Edge
from graph.records.problems import Problem


def evidence_names_known_references(causal_map: CausalMap) -> Iterator[Problem]:
    """Each item names a reference of the map, and a paper counts once on an edge."""
    for edge in causal_map.edges:
        seen: set[str] = set()
        for index, item in enumerate(edge.evidence):
            where = ("edge", edge.id, "evidence", str(index), "ref")
            if item.ref not in causal_map.reference:
                cure = did_you_mean(item.ref, causal_map.reference, "add it under references/")
                yield problem(causal_map, where, f"there is no reference {item.ref!r}", cure)
            elif item.ref in seen:
                what = f"{item.ref!r} stands twice on this edge"
                yield problem(causal_map, where, what, "merge the two findings: a paper counts once")
            seen.add(item.ref)


def references_are_used(causal_map: CausalMap) -> Iterator[Problem]:
    """Every reference bears on an edge, or on a chain that is false as a whole."""
    if not all(sources_are_clear(causal_map, edge) for edge in causal_map.edges):
        return  # an idle one may be what a misspelt or a doubled one means
    used = {item.ref for edge in causal_map.edges for item in edge.evidence}
    used |= {chain.ref for chain in causal_map.header.false_chains if chain.ref}
    for reference in causal_map.references:
        if reference.id not in used:
            what = f"the reference {reference.id!r} bears on no edge"
            yield problem(causal_map, ("reference", reference.id), what, "name it as evidence or remove it")


def sources_are_clear(causal_map: CausalMap, edge: Edge) -> bool:
    """Whether every source of an edge is known and stands on it once: only then its items can be counted."""
    refs = [item.ref for item in edge.evidence]
    return len(refs) == len(set(refs)) and all(ref in causal_map.reference for ref in refs)
