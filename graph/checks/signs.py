"""The arithmetic that catches slips of sign.

With neutral nodes, *change of target = effect times change of source*. A treatment undoes, and so
does a compensation: for these the product must come out the other way round. A treatment that does harm
(``harm: true``) follows the ordinary rule again.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.checks.reporting import problem
from graph.records.causal_map import CausalMap
from graph.records.problems import Problem
from graph.records.vocabulary import Effect, Kind


def signs_multiply_out(causal_map: CausalMap) -> Iterator[Problem]:
    """Every causal edge turns the change of its source into the change of its target."""
    for edge in causal_map.edges:
        source, target = causal_map.node.get(edge.source), causal_map.node.get(edge.target)
        if source is None or target is None or source is target:
            continue
        treats = source.kind is Kind.TREATMENT
        if edge.harm and not treats:
            what = f"`harm` is said of {source.name}, which is no treatment"
            yield problem(
                causal_map, ("edge", edge.id, "harm"), what, "remove it, or say `compensation: true`"
            )
        if not edge.causal:
            continue
        undoes = edge.compensation or (treats and not edge.harm)
        wanted = source.change.sign * target.change.sign * (-1 if undoes else 1)
        if edge.effect.sign != wanted:
            right = Effect.INCREASES if wanted > 0 else Effect.DECREASES
            what = (
                f"{source.name} ({source.change.label}) {edge.effect.label} {target.name}, "
                f"so {target.name} would not be {target.change.label}"
            )
            cure = f"write `effect: {right.value}`, or mend the `change` of one of the two nodes"
            if treats and undoes:
                cure += ", or say `harm: true` if the treatment does harm here"
            elif not undoes and not treats:
                cure += ", or say `compensation: true` if it works against the chain"
            yield problem(causal_map, ("edge", edge.id, "effect"), what, cure)
