"""A study speaks only of what it measured."""

from __future__ import annotations

from collections.abc import Iterator

from graph.checks.reporting import problem
from graph.records.causal_map import CausalMap
from graph.records.problems import Problem
from graph.records.vocabulary import Direction, Measured, Nearness


def findings_are_of_this_step(causal_map: CausalMap) -> Iterator[Problem]:
    """A study that did not measure both ends of a step is by inference there, and cannot speak against it.

    Asked only where an item says what was ``measured``, which one that refutes must.
    """
    for edge in causal_map.edges:
        for index, item in enumerate(edge.evidence):
            if item.measured is None and item.direction is Direction.REFUTES:
                where = ("edge", edge.id, "evidence", str(index), "direction")
                what = f"{item.ref!r} refutes {edge.id!r}, and does not say what it measured"
                cure = "write `measured: both` where it measured both ends, else `direction: neutral`"
                yield problem(causal_map, where, what, cure)
            if item.measured in (None, Measured.BOTH):
                continue
            said = f"{item.ref!r} measured {item.measured.label} of {edge.id!r}"
            if item.direction.against:
                where = ("edge", edge.id, "evidence", str(index), "direction")
                yield problem(causal_map, where, f"{said}, so it cannot dispute this step", "write `neutral`")
            elif item.directness is Nearness.THIS_STEP:
                where = ("edge", edge.id, "evidence", str(index), "directness")
                cure = "write `by-inference`, or `measured: both` where it did"
                yield problem(causal_map, where, f"{said}, so it is not about this very step", cure)
