"""A tour tells what the map says, in time, and asks the room at least once."""

from __future__ import annotations

from collections.abc import Iterator

from graph.checks.reporting import did_you_mean, problem
from graph.records.causal_map import CausalMap
from graph.records.problems import Problem
from graph.records.tour import Tour, TourStep
from graph.records.wording import counted

Ends = set[tuple[str | None, str | None]]


def tours_tell_real_edges(causal_map: CausalMap) -> Iterator[Problem]:
    """Each stop is an edge of the map or a question with its answer; key points lean on what was told."""
    misjoined = _misjoined(causal_map)
    for tour in causal_map.tours:
        told: set[str] | None = set()
        seen: set[str] = set()
        for index, step in enumerate(tour.steps):
            where = ("tour", tour.id, "steps", str(index))
            if step.edge is None or not _is_misjoined(causal_map, step.edge, misjoined):
                for field, what, cure in _faults(causal_map, step, told, seen):
                    yield problem(causal_map, (*where, field), what, cure)
            if step.edge is not None:
                # An edge that is not on the map is a problem once, not again for all that leans on it.
                edge = causal_map.edge.get(step.edge)
                ends = {edge.source, edge.target} if edge else None
                told = told | ends if told is not None and ends and ends <= causal_map.node.keys() else None
                seen.add(step.edge)
        yield from _key_points(causal_map, tour, seen, misjoined)


def tours_keep_their_time(causal_map: CausalMap) -> Iterator[Problem]:
    """The minutes of the steps add up to those of the tour."""
    for tour in causal_map.tours:
        total = sum(step.minutes for step in tour.steps)
        if total != tour.minutes:
            what = f"the steps of {tour.id!r} take {counted(total, 'minute')}, the tour says {tour.minutes}"
            yield problem(causal_map, ("tour", tour.id, "minutes"), what, f"write `minutes: {total}`")


def tours_ask_the_room(causal_map: CausalMap) -> Iterator[Problem]:
    """Every tour tells at least one arrow and asks at least one question."""
    for tour in causal_map.tours:
        where = ("tour", tour.id, "steps")
        if any(step.edge is None and step.question is None for step in tour.steps):
            continue  # what the tour lacks may be what this step was to say
        if not any(step.edge for step in tour.steps):
            yield problem(causal_map, where, f"{tour.id!r} tells no edge", "add a step with `edge:`")
        if not any(step.question for step in tour.steps):
            what = f"{tour.id!r} never asks the room"
            yield problem(causal_map, where, what, "add a step with `question:` and `answer:`")


def _faults(
    causal_map: CausalMap, step: TourStep, told: set[str] | None, seen: set[str]
) -> Iterator[tuple[str, str, str]]:
    """Field, fault and cure of one stop, given what was told before it (``None``: not known)."""
    if (step.edge is None) == (step.question is None):
        yield "edge", "a step is an edge or a question", "give it one of `edge:` and `question:`"
        return
    if step.edge is None:
        if step.answer is None:
            yield "question", "the question has no answer", "add `answer:`"
        for field in ("words", "ref"):
            if getattr(step, field) is not None:
                yield field, f"`{field}` belongs to an edge", "remove it from the question"
        return
    if step.answer is not None:
        yield "answer", "`answer` belongs to a question", "remove it from the edge"
    if step.words is None:
        yield "edge", f"nothing is said at {step.edge!r}", "add `words:`"
    edge = causal_map.edge.get(step.edge)
    if edge is None:
        cure = did_you_mean(step.edge, causal_map.edge, "name an edge as source--target")
        yield "edge", f"there is no edge {step.edge!r}", cure
        return
    if edge.id in seen:
        yield "edge", f"{edge.id!r} is told twice", "keep one of the two steps"
    if told and not {edge.source, edge.target} & told:
        cure = f"tell a step that leads to {edge.source!r} or {edge.target!r} before it"
        yield "edge", f"{edge.id!r} joins nothing that was told before", cure
    refs = [item.ref for item in edge.evidence]
    if step.ref is not None and step.ref not in refs and all(ref in causal_map.reference for ref in refs):
        if step.ref in causal_map.reference:
            yield "ref", f"{step.ref!r} does not bear on {edge.id!r}", f"use one of: {', '.join(refs)}"
        else:
            cure = did_you_mean(step.ref, refs, f"use one of: {', '.join(refs)}")
            yield "ref", f"there is no reference {step.ref!r}", cure


def _misjoined(causal_map: CausalMap) -> Ends:
    """The known ends of each edge that names an unknown node: a tour may tell it by its right name."""
    known = causal_map.node.keys()
    return {
        (edge.source if edge.source in known else None, edge.target if edge.target in known else None)
        for edge in causal_map.edges
        if not {edge.source, edge.target} <= known
    }


def _is_misjoined(causal_map: CausalMap, name: str, misjoined: Ends) -> bool:
    """Whether an edge that is not on the map may be one of those whose end is misspelt there."""
    source, _, target = name.partition("--")
    return name not in causal_map.edge and bool(misjoined & {(source, None), (None, target), (None, None)})


def _key_points(causal_map: CausalMap, tour: Tour, seen: set[str], misjoined: Ends) -> Iterator[Problem]:
    steps_are_known = all(step.edge in causal_map.edge for step in tour.steps if step.edge is not None)
    for index, key_point in enumerate(tour.key_points):
        for number, edge in enumerate(key_point.edges):
            where = ("tour", tour.id, "key_points", str(index), "edges", str(number))
            if edge in seen or _is_misjoined(causal_map, edge, misjoined):
                continue
            if edge not in causal_map.edge:
                cure = did_you_mean(edge, causal_map.edge, "name an edge as source--target")
                yield problem(causal_map, where, f"there is no edge {edge!r}", cure)
            elif steps_are_known:
                cure = "tell it in a step, or lean on one that is told"
                yield problem(causal_map, where, f"the tour does not tell {edge!r}", cure)
