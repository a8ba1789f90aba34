"""What stands out in a drawing, and what is pale: the chosen path, what else is lit, where it breaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.drawing.palette import THEMES

THEME = THEMES["light"]


@dataclass(frozen=True, slots=True)
class Stroke:
    """How an arrow stands out: its colour, how much heavier than usual it is, and above which it is drawn."""

    color: str = THEME.arrow
    grow: float = 0.0
    rank: int = 1


USUAL = Stroke()
PALE = Stroke(THEME.dim_arrow, rank=0)
UNREACHED = Stroke(THEME.arrow, 0.6, 2)
CHOSEN = Stroke(THEME.accent, 2.2, 3)


@dataclass(frozen=True)
class Emphasis:
    """What stands out, by the ids of boxes and arrows; the rest is pale.

    Attributes:
        steps: the arrows of the chosen path in order, each with the numbers of its steps.
        path: the boxes of the chosen path.
        ends: the boxes that were asked about.
        arrows: the arrows that are lit beside the path.
        boxes: the boxes that are lit beside it.
        breaks: the arrows of the path that are not accepted; what comes behind the first is not reached.
        blocked: the boxes that are supposed not to happen.
    """

    steps: Mapping[str, str] = field(default_factory=dict)
    path: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    arrows: frozenset[str] = frozenset()
    boxes: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    blocked: frozenset[str] = frozenset()

    def stroke(self, arrow: str) -> Stroke:
        """How an arrow is drawn."""
        order = list(self.steps)
        broken = next((at for at, step in enumerate(order) if step in self.breaks), len(order))
        if arrow in self.steps:
            return CHOSEN if order.index(arrow) < broken else UNREACHED
        return USUAL if arrow in self.arrows else PALE

    def is_pale(self, box: str) -> bool:
        """Whether a box stands back."""
        return box not in self.path | self.ends | self.boxes | self.blocked
