"""What a search has found so far, kept for whoever reads it next."""

from __future__ import annotations

from collections.abc import Iterator

from graph.paths.counting import Count
from graph.paths.steps import OutOfSteps

Walk = tuple[int, ...]
Ranked = Iterator[tuple[int, Walk | None]]
"""Walks with their cost, cheapest first; without a walk, it is only said that what follows costs as much."""


class Found:
    """What a search has found, kept: it goes only as far as the furthest reader asks."""

    def __init__(self, search: Ranked, count: Count) -> None:
        """Search only when asked, and no further than to the last path where their number is known."""
        self._search = search
        self._items: list[tuple[int, Walk | None]] = []
        self._left = count.total if count.exact else -1
        self._ended_early = False

    def __iter__(self) -> Ranked:
        """All from the beginning.

        Raises:
            OutOfSteps: behind the last that was found, when there may be more.
        """
        at = 0
        while at < len(self._items) or self._found_another():
            yield self._items[at]
            at += 1
        if self._ended_early:
            raise OutOfSteps("The map is so tangled that the search for further paths was ended early.")

    def walks(self) -> Iterator[Walk]:
        """The walks alone."""
        return (walk for _, walk in self if walk is not None)

    def _found_another(self) -> bool:
        if self._left == 0 or self._ended_early:
            return False
        try:
            item = next(self._search, None)
        except OutOfSteps:
            self._ended_early = True
            return False
        if item is None:
            return False
        self._items.append(item)
        self._left -= item[1] is not None
        return True
