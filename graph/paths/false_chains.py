"""Chains that are false as wholes, followed along a path: how far has it come on each of them?

A false chain is a few stops in order. A path walks it when it passes all of them in that order, whatever lies
between; then it is no answer. Each stop is waited for in turn (the greedy match of a subsequence, which finds
one whenever there is one), so what counts of a path's beginning is one number a chain: its state.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

State = tuple[int, ...]
"""For each chain the number of stops passed so far."""


class FalseChains:
    """Some chains of stops; stops are node numbers, each at most once in a chain."""

    def __init__(self, chains: Iterable[Sequence[int]] = ()) -> None:
        """Take the chains; one with fewer than two stops forbids nothing that could be walked."""
        self._chains = tuple(tuple(chain) for chain in chains if len(chain) > 1)
        self.stops = frozenset(stop for chain in self._chains for stop in chain)
        self._from: dict[int, list[tuple[int, ...]]] = {}
        for chain in self._chains:
            self._from.setdefault(chain[0], []).append(chain)

    def within(self, nodes: frozenset[int]) -> list[FalseChains]:
        """Each chain alone whose stops are all among some nodes; no other can be walked there."""
        return [FalseChains([chain]) for chain in self._chains if nodes.issuperset(chain)]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._chains)

    def begin(self, node: int) -> State:
        """The state of a path that has only its first node."""
        return tuple(int(chain[0] == node) for chain in self._chains)

    def after(self, state: State, node: int) -> State | None:
        """The state one node further on; ``None`` when that walks a chain to its end.

        >>> chains = FalseChains([(1, 3)])
        >>> chains.after(chains.begin(1), 2), chains.after(chains.begin(1), 3)
        ((1,), None)
        """
        if node not in self.stops:
            return state
        passed = []
        for at, chain in zip(state, self._chains, strict=True):
            at += chain[at] == node
            if at == len(chain):
                return None
            passed.append(at)
        return tuple(passed)

    def ended_at(self, nodes: Sequence[int]) -> int | None:
        """Where on a simple path the first of them has been walked to its end; ``None`` when none has.

        >>> FalseChains([(1, 3), (2, 5)]).ended_at([1, 2, 3, 4, 5])
        2
        """
        begun = [chain for node in nodes for chain in self._from.get(node, ())]
        if not begun:
            return None
        place = {node: at for at, node in enumerate(nodes)}
        ends = (
            place[chain[-1]]
            for chain in begun
            if all(stop in place for stop in chain)
            and all(place[one] < place[other] for one, other in pairwise(chain))
        )
        return min(ends, default=None)


NONE = FalseChains()
