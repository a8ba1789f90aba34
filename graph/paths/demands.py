"""What a path must do beside leading to its target: pass some nodes, and take no more than so many steps.

How it is kept: a search that must pass nodes runs on copies of the graph (``layered_graph``), one that may
take so many steps looks ahead how many it still needs (``completion``), and counting carries both along
(``counting``). So a path that does not fit is never listed first and thrown away after.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.paths.ranking import MOST_TO_COUNT
from graph.records.arguments import require_whole
from graph.records.display import quoted

ANY_LENGTH = 1 << 62
"""As many steps as there may be."""


@dataclass(frozen=True, slots=True)
class Demands:
    """What a path must do.

    Attributes:
        through: numbers of the nodes that it must pass, in any order; its two ends are passed by every path.
        most: how many steps it may take.
    """

    through: tuple[int, ...] = ()
    most: int = ANY_LENGTH

    def __bool__(self) -> bool:
        """Whether anything is demanded."""
        return bool(self.through) or self.limited

    @property
    def limited(self) -> bool:
        """Whether the number of steps is."""
        return self.most < ANY_LENGTH

    def besides(self, *ends: int) -> Demands:
        """The same without the ends of a path as nodes to pass: they need not be looked for."""
        return Demands(tuple(node for node in self.through if node not in ends), self.most)


NO_DEMANDS = Demands()


def require_max_steps(value: object) -> int | None:
    """How many steps a path may take: a whole number from 1, or ``None`` for any number.

    Raises:
        TypeError: it is neither.
        ValueError: it is less than 1, or more than the ranking of paths can count.
    """
    if value is None:
        return None
    refusal = f"max_steps must be a whole number from 1 to {MOST_TO_COUNT:,}, or None, not {quoted(value)}"
    number = require_whole(value, refusal)
    if not 1 <= number <= MOST_TO_COUNT:
        raise ValueError(refusal)
    return number
