"""Whether a simple path can lead along one given arrow, asked within a number of steps.

That is two ways that share no node: from the start to the arrow's tail, and from its head to the target. To
find such a pair is hard in general (Fortune, Hopcroft and Wyllie, 1980), so most arrows are decided by a look
at the graph, and the search for the rest gives up when its steps are spent.

A set of nodes is an integer with one bit a node: joining two of them, or asking whether they meet, costs a
single operation even on a map of thousands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.paths.steps import OutOfSteps


@dataclass
class DisjointPaths:
    """The arrows a path from ``source`` to ``target`` may use, nodes numbered ``0 .. size-1``.

    ``steps`` is the work done by searching so far: nodes that were passed.
    """

    size: int
    edges: Iterable[tuple[int, int]]
    source: int
    target: int
    steps: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        """Look at the graph once: the ways there and on, and the nodes that none of them can avoid."""
        self._after, self._before = [0] * self.size, [0] * self.size
        for tail, head in self.edges:
            self._after[tail] |= 1 << head
            self._before[head] |= 1 << tail
        self._there = _shortest(self._after, self.source)
        self._on = _shortest(self._before, self.target)
        self._must_there = _unavoidable(self._after, self._before, self.source)
        self._must_on = _unavoidable(self._before, self._after, self.target)

    def at_a_glance(self, tail: int, head: int) -> bool | None:
        """Whether a path leads along the arrow, where the look at the graph has told; else ``None``."""
        if not (self._there[tail] and self._on[head]):
            return False
        if self._must_there[tail] & self._must_on[head]:
            return False  # a node that both ways need
        return None if self._there[tail] & self._on[head] else True

    def search(self, tail: int, head: int, most: int) -> list[int] | None:
        """The nodes of a path along the arrow, or ``None`` when there is none.

        Walks from the start towards the tail, only over nodes from which the tail can still be reached, and
        only while a way from the head to the target is left.

        Raises:
            OutOfSteps: after ``most`` steps.
        """
        limit = self.steps + most
        used = 1 << self.source
        ahead = self._way(head, self.target, used | 1 << tail, limit)
        # A way there may not use the head and the target, even while the way on can avoid them no longer.
        kept_free = 1 << head | 1 << self.target
        path, trail = [self.source], [ahead]
        choices = [self._choices(self.source, tail, used | kept_free, limit)] if ahead else []
        while choices:
            if path[-1] == tail:
                return path + trail[-1]
            node = next(choices[-1], None)
            if node is None:
                choices.pop()
                trail.pop()
                used ^= 1 << path.pop()
                continue
            ahead = trail[-1]
            if node in ahead:
                ahead = self._way(head, self.target, used | 1 << node | 1 << tail, limit)
                if not ahead:
                    continue
            used |= 1 << node
            path.append(node)
            trail.append(ahead)
            choices.append(iter(()) if node == tail else self._choices(node, tail, used | kept_free, limit))
        return None

    def _choices(self, here: int, tail: int, closed: int, limit: int) -> Iterator[int]:
        """Where to go next from ``here`` so that ``tail`` can be reached, the nearest to it first."""
        for level in self._levels(self._before, tail, closed & ~(1 << tail), limit):
            yield from _members(level & self._after[here])

    def _way(self, start: int, end: int, closed: int, limit: int) -> list[int]:
        """A shortest way that avoids ``closed``; empty when there is none."""
        levels = []
        for level in self._levels(self._after, start, closed, limit):
            levels.append(level)
            if level >> end & 1:
                break
        else:
            return []
        way = [end]
        for level in levels[-2::-1]:
            way.append(next(_members(level & self._before[way[-1]])))
        return way[::-1]

    def _levels(self, ways: list[int], start: int, closed: int, limit: int) -> Iterator[int]:
        """The nodes by their distance from ``start``, without those in ``closed``."""
        level = 1 << start & ~closed
        while level:
            yield level
            closed |= level
            found = 0
            for node in _members(level):
                self.steps += 1
                found |= ways[node]
            if self.steps > limit:
                raise OutOfSteps
            level = found & ~closed


def _members(nodes: int) -> Iterator[int]:
    while nodes:
        lowest = nodes & -nodes
        yield lowest.bit_length() - 1
        nodes ^= lowest


def _shortest(ways: list[int], start: int) -> list[int]:
    """For each node, the nodes of one shortest way from ``start``; 0 where there is none."""
    found = [0] * len(ways)
    found[start] = 1 << start
    queue = [start]
    for here in queue:
        for node in _members(ways[here]):
            if not found[node]:
                found[node] = found[here] | 1 << node
                queue.append(node)
    return found


def _unavoidable(ways: list[int], back: list[int], start: int) -> list[int]:
    """For each node that ``start`` reaches, the nodes that stand on every way to it (its dominators)."""
    order = _outermost_first(ways, start)
    everything = (1 << len(ways)) - 1
    found = [everything] * len(ways)
    found[start] = 1 << start
    changed = True
    while changed:
        changed = False
        for node in order[1:]:
            common = everything
            for before in _members(back[node]):
                common &= found[before]
            common |= 1 << node
            if common != found[node]:
                found[node], changed = common, True
    return found


def _outermost_first(ways: list[int], start: int) -> list[int]:
    """The nodes that ``start`` reaches, each before those behind it wherever no loop forbids that."""
    seen, order = 1 << start, []
    path, rest = [start], [_members(ways[start])]
    while path:
        node = next(rest[-1], None)
        if node is None:
            rest.pop()
            order.append(path.pop())
        elif not seen >> node & 1:
            seen |= 1 << node
            path.append(node)
            rest.append(_members(ways[node]))
    return order[::-1]
