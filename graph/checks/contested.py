"""Where findings disagree, a reader is told why they may; on what a word means they cannot."""

from __future__ import annotations

from collections.abc import Iterator

from graph.checks.evidence import sources_are_clear
from graph.checks.reporting import problem
from graph.records.causal_map import CausalMap
from graph.records.edge import Edge
from graph.records.problems import Problem
from graph.records.vocabulary import Directness


def disagreement_is_explained(causal_map: CausalMap) -> Iterator[Problem]:
    """A contested edge says why its findings may differ, and no other edge does."""
    for edge in causal_map.edges:
        if not sources_are_clear(causal_map, edge) or _is_tested_definition(edge):
            continue
        if edge.contested and edge.why_differ is None:
            what = f"{edge.id!r} has findings for and against"
            cure = "say in `why_differ:` why they may differ"
            yield problem(causal_map, ("edge", edge.id, "evidence"), what, cure)
        if edge.why_differ is not None and not edge.contested:
            what = f"{edge.id!r} explains a disagreement that its evidence does not show"
            yield problem(causal_map, ("edge", edge.id, "why_differ"), what, "remove it, or add the findings")


def definitions_are_not_tested(causal_map: CausalMap) -> Iterator[Problem]:
    """What holds by definition is neither disputed nor refuted: it is no definition, or it was not tested."""
    for edge in filter(_is_tested_definition, causal_map.edges):
        item = edge.against[0]
        what = f"{edge.id!r} holds by definition, and {item.ref!r} {item.direction.value} it"
        cure = "write `directness: direct`, or `direction: neutral` on that item"
        yield problem(causal_map, ("edge", edge.id, "directness"), what, cure)


def _is_tested_definition(edge: Edge) -> bool:
    return edge.directness is Directness.DEFINITION and bool(edge.against)
