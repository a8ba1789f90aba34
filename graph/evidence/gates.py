"""The gate: the least evidence that a reader accepts for a step."""

from __future__ import annotations

from graph.records.causal_map import CausalMap
from graph.records.edge import Edge
from graph.records.reference import Reference
from graph.records.vocabulary import Direction, Directness, Gate, Population, StudyType

TRIALS_AND_REVIEWS = frozenset(
    {StudyType.RANDOMISED_TRIAL, StudyType.SYSTEMATIC_REVIEW, StudyType.META_ANALYSIS}
)

_LACKS = {
    Gate.EVERYTHING: "",
    Gate.HUMAN: "no study of people supports it",
    Gate.TRIALS: "not tested in trials",
}


def passes(causal_map: CausalMap, edge: Edge, gate: Gate) -> bool:
    """Whether at least one finding that supports the edge is of the kind the gate asks for.

    What holds by definition needs no finding and passes every gate.
    """
    if gate is Gate.EVERYTHING or edge.directness is Directness.DEFINITION:
        return True
    return is_found(causal_map, edge, gate)


def lack_of(gate: Gate) -> str:
    """What a step lacks that a gate does not accept, in words; empty for the gate that accepts all."""
    return _LACKS[gate]


def is_found(causal_map: CausalMap, edge: Edge, gate: Gate) -> bool:
    """Whether a finding of the kind the gate asks for supports the edge."""
    supporting = (causal_map.reference[item.ref] for item in edge.found(Direction.SUPPORTS))
    return any(_accepts(gate, reference) for reference in supporting)


def _accepts(gate: Gate, reference: Reference) -> bool:
    if reference.population is not Population.HUMAN:
        return False
    return gate is Gate.HUMAN or reference.study_type in TRIALS_AND_REVIEWS
