"""How long each file of a lecture takes to make."""

from __future__ import annotations

import time
from statistics import median

from app.takeaway.exports import LECTURE_EXPORTS
from graph import Lecture, lecture_of_tour, load_map
from tests.benchmarks.table import Line, judged

MOST_SECONDS = 3.0


def measure(rounds: int) -> tuple[str, list[Line]]:
    """Make every format of every tour."""
    causal_map = load_map()
    lectures = [lecture_of_tour(causal_map, tour) for tour in causal_map.tours]
    return f"files ({len(lectures)} tours, {rounds} rounds)", [
        _line(name, lectures, rounds) for name in LECTURE_EXPORTS
    ]


def _line(name: str, lectures: list[Lecture], rounds: int) -> Line:
    times: list[float] = []
    for _ in range(rounds):
        for lecture in lectures:
            began = time.perf_counter()
            LECTURE_EXPORTS[name].make(lecture)
            times.append(time.perf_counter() - began)
    first, *others = times
    return Line(
        f"seconds to make {name}",
        f"first {first:.2f}, then {median(others):.2f}, worst {max(others):.2f} s",
        bound=f"< {MOST_SECONDS:.0f} s",
        met=judged(max(times) < MOST_SECONDS),
    )
