"""The answer in a sentence or two, true to the count and plain enough to read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from graph.answer import CausalPath, RouteCount
from graph.counting import Count
from graph.model import Node
from graph.vocabulary import Gate


def verdict(
    source: Node,
    target: Node,
    routes: Sequence[RouteCount],
    count: Count,
    best: CausalPath | None,
    gate: Gate,
    blocked: Sequence[Node],
) -> str:
    """How many routes and paths lead from ``source`` to ``target``, and how well the best is supported."""
    if source.id == target.id:
        return f"{source.name} is both the start and the target; choose another of the two."
    proviso = _proviso(gate, blocked)
    if best is None:
        return f"There is no causal path from {source.name} to {target.name} on this map{proviso}."
    weakest = best.weakest
    start, end = best.ends(weakest)
    steps = len(best.steps)
    if steps == 1:
        support = f"The best supported is a single step of {weakest.certainty.label} certainty."
    else:
        support = (
            f"The best supported has {steps} steps; its weakest is "
            f"{start.claim} → {end.claim} ({weakest.certainty.label} certainty)."
        )
    ways = f"{_number(len(routes), 'route')} and {_paths(count)}"
    verb = "is" if len(routes) == 1 else "are"
    return f"There {verb} {ways} from {source.name} to {target.name}{proviso}. {support}"


def _proviso(gate: Gate, blocked: Sequence[Node]) -> str:
    parts = []
    if gate is not Gate.EVERYTHING:
        parts.append(f"with {gate.label} only")
    if blocked:
        parts.append(f"with {', '.join(node.name for node in blocked)} blocked")
    return f", {' and '.join(parts)}" if parts else ""


def _paths(count: Count) -> str:
    number = _number(count.total, "causal path")
    return number if count.exact else f"more than {number}"


def _number(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
