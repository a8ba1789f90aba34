"""Does one study follow the chain? Each step has its own evidence; here we ask which studies span several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.records.edge import Edge
from graph.records.vocabulary import Direction


@dataclass(frozen=True)
class Stretch:
    """A run of steps that one study covers: reference id, first and last step (from 1)."""

    ref: str
    first: int
    last: int

    @property
    def length(self) -> int:
        """The number of steps."""
        return self.last - self.first + 1


def longest_stretch(steps: Sequence[Edge]) -> Stretch | None:
    """The longest run of at least two steps that a single reference supports; the first of several."""
    running: dict[str, int] = {}
    best: Stretch | None = None
    for number, step in enumerate(steps, start=1):
        supporting = sorted({item.ref for item in step.found(Direction.SUPPORTS)})
        running = {ref: running.get(ref, number) for ref in supporting}
        for ref, first in running.items():
            stretch = Stretch(ref, first, number)
            if stretch.length >= 2 and (best is None or stretch.length > best.length):
                best = stretch
    return best


def spanning(steps: Sequence[Edge]) -> list[tuple[str, list[int]]]:
    """The references that support two or more of the steps, each with the numbers of those steps.

    A paper counts once on a step. Those that bear on most steps come first.
    """
    bearing: dict[str, list[int]] = {}
    for number, step in enumerate(steps, start=1):
        for ref in sorted({item.ref for item in step.found(Direction.SUPPORTS)}):
            bearing.setdefault(ref, []).append(number)
    several = [(ref, numbers) for ref, numbers in bearing.items() if len(numbers) > 1]
    return sorted(several, key=lambda pair: (-len(pair[1]), pair[1], pair[0]))
