"""Does one study follow the chain? Each step has its own evidence; here we ask which studies span several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Edge
from graph.vocabulary import Direction


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
