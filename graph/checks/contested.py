"""Where findings disagree, a reader is told why they may."""

from __future__ import annotations

from collections.abc import Iterator

from graph.checks.evidence import sources_are_clear
from graph.checks.reporting import problem
from graph.records.causal_map import CausalMap
from graph.records.problems import Problem


def disagreement_is_explained(causal_map: CausalMap) -> Iterator[Problem]:
    """A contested edge says why its findings may differ, and no other edge does."""
    for edge in causal_map.edges:
        if not sources_are_clear(causal_map, edge):
            continue
        if edge.contested and edge.why_differ is None:
            what = f"{edge.id!r} has findings for and against"
            cure = "say in `why_differ:` why they may differ"
            yield problem(causal_map, ("edge", edge.id, "evidence"), what, cure)
        if edge.why_differ is not None and not edge.contested:
            what = f"{edge.id!r} explains a disagreement that its evidence does not show"
            yield problem(causal_map, ("edge", edge.id, "why_differ"), what, "remove it, or add the findings")
