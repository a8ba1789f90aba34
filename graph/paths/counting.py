"""How many causal paths there are, without listing them.

A simple path never comes back to a strongly connected part that it has left. So the number of simple
paths is a sum of products over the parts, taken in topological order, and only inside a part must paths
be followed one by one. Where a part is so tangled that this takes too long, counting stops, the number is
a lower bound, and says so.

What is known of the paths that come to a node is their number by state. Inside a part a path is followed
once, as if it came by the shortest way and had passed nothing yet; what it did before is added afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import NamedTuple

from graph.paths.demands import NO_DEMANDS, Demands
from graph.paths.false_chains import NONE, FalseChains
from graph.paths.false_chains import State as OnChains
from graph.paths.k_best_paths import Blocks
from graph.paths.ranking import SearchGraph

MOST_STEPS = 400_000
"""Steps that following paths inside the parts may take for one start; the entrances share them evenly."""


class State(NamedTuple):
    """What matters of a path so far.

    Attributes:
        on_chains: how far it has come on each false chain.
        passed: which of the nodes to pass it has passed, a bit each.
        length: how many steps it has; 0 where their number is not limited.
    """

    on_chains: OnChains
    passed: int = 0
    length: int = 0


Arriving = dict[int, dict[State, int]]
"""For each node the number of paths that come to it, by their state."""

LEAST_STEPS = 100
"""So many an entrance has at the least."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of paths; ``exact`` is False when counting stopped and there are more."""

    total: int
    exact: bool = True

    def __str__(self) -> str:
        """Write the number as people read it: ``1,234`` or ``more than 1,234``."""
        return f"{self.total:,}" if self.exact else f"more than {self.total:,}"

    def __add__(self, other: Count) -> Count:
        """Add two numbers; the sum is exact when both are."""
        return Count(self.total + other.total, self.exact and other.exact)

    def __sub__(self, other: Count) -> Count:
        """Subtract; what is taken away may be larger than counted, and then nothing is sure to be left."""
        if not other.exact:
            return Count(0, False)
        return Count(max(0, self.total - other.total), self.exact)


@dataclass
class PathCounter:
    """Counts simple paths in one graph under one blocking; keeps what it learned inside the parts.

    Attributes:
        graph: the graph.
        blocks: what must not be used.
        sharers: how many counters share the steps that one may take.
        false_chains: what no path that counts may walk.
        demands: what every path that counts must do.
    """

    graph: SearchGraph
    blocks: Blocks = field(default_factory=Blocks)
    sharers: int = 1
    false_chains: FalseChains = NONE
    demands: Demands = NO_DEMANDS
    _inside: dict[tuple[int, OnChains, int, int | None], tuple[Arriving, bool]] = field(
        default_factory=dict, init=False, repr=False
    )

    def __post_init__(self) -> None:
        """Take out what is blocked and find the strongly connected parts."""
        nodes, edges = self.blocks.nodes, self.blocks.edges
        self._next = [
            [] if node in nodes else [n for n, _ in ways if n not in nodes and (node, n) not in edges]
            for node, ways in enumerate(self.graph.successors)
        ]
        self._part = strong_parts(self._next)
        self._members: dict[int, list[int]] = {}
        for node, part in enumerate(self._part):
            self._members.setdefault(part, []).append(node)
        entrances = {
            after
            for node, ways in enumerate(self._next)
            for after in ways
            if self._part[after] != self._part[node] and len(self._members[self._part[after]]) > 1
        }
        self._bit = {node: 1 << place for place, node in enumerate(self.demands.through)}
        self._all_passed = (1 << len(self._bit)) - 1
        self._no_steps = tuple(repeat(0, len(self._next)))
        # A share for each, and not first come first served: a number must not depend on earlier questions.
        self._share = max(LEAST_STEPS, MOST_STEPS // (self.sharers * (1 + len(entrances))))

    def from_source(self, source: int) -> dict[int, Count]:
        """The number of simple paths from ``source`` to each node it reaches (itself not included)."""
        arriving, more = self._arriving(source, None)
        arriving.pop(source, None)
        return {node: Count(self._done(numbers), node not in more) for node, numbers in arriving.items()}

    def between(self, source: int, target: int) -> Count:
        """The number of simple paths between two different nodes."""
        arriving, more = self._arriving(source, target)
        return Count(self._done(arriving.get(target, {})), target not in more)

    def _done(self, numbers: dict[State, int]) -> int:
        """How many have passed all that they must."""
        return sum(number for state, number in numbers.items() if state.passed == self._all_passed)

    def _arriving(self, source: int, target: int | None) -> tuple[Arriving, set[int]]:
        """The number of paths to each node, on the way to a target if any, and where it is a lower bound."""
        if source in self.blocks.nodes:
            return {}, set()
        first = State(self.false_chains.begin(source), self._bit.get(source, 0))
        entering: Arriving = {source: {first: 1}}
        arriving: Arriving = {}
        more: set[int] = set()
        last = 0 if target is None else self._part[target]
        # Parts are numbered against the direction of the edges, so the highest number comes first.
        for part in range(self._part[source], last - 1, -1):
            members = self._members[part]
            entries = [entry for entry in members if entry in entering]
            if not more.isdisjoint(members):
                more.update(members)
            elif not entries:
                continue
            if len(members) > 1:
                self._cross(entries, entering, arriving, more, target)
            elif entries:
                arriving[members[0]] = entering[members[0]]
            for node in members:
                for after in self._next[node]:
                    if self._part[after] != part:
                        for state, number in arriving.get(node, {}).items():
                            self._add(entering, after, self._after(state, after, target), number)
                        if node in more:
                            more.add(after)
        return arriving, more

    def _cross(
        self, entries: list[int], entering: Arriving, arriving: Arriving, more: set[int], target: int | None
    ) -> None:
        """Follow the paths through one part, from each of its entries to all its nodes."""
        to_go = self._steps_to_go(target)
        for entry in entries:
            shortest = min(state.length for state in entering[entry])
            for state, entered in entering[entry].items():
                ways, exact = self._paths_inside(entry, state.on_chains, shortest, target)
                longer = state.length - shortest
                for node, numbers in ways.items():
                    for (on_chains, passed, length), number in numbers.items():
                        if length + longer + to_go[node] <= self.demands.most:
                            then = State(on_chains, passed | state.passed, length + longer)
                            self._add(arriving, node, then, entered * number)
                if not exact:
                    more.update(self._members[self._part[entry]])

    def _paths_inside(
        self, entry: int, on_chains: OnChains, length: int, target: int | None
    ) -> tuple[Arriving, bool]:
        """From ``entry``, the number of simple paths to each node of its part, and whether all were seen."""
        # Only where steps are limited it matters which target they must suffice for.
        key = entry, on_chains, length, target if self.demands.limited else None
        if key not in self._inside:
            following, members = self._next, set(self._members[self._part[entry]])
            first = State(on_chains, 0, length)
            numbers: Arriving = {entry: {first: 1}}
            steps = 0
            on_path = {entry}
            stack = [(iter(following[entry]), first)]
            path = [entry]
            while stack and steps < self._share:
                steps += 1
                ways, at = stack[-1]
                after = next(ways, None)
                if after is None:
                    stack.pop()
                    on_path.discard(path.pop())
                elif after in members and after not in on_path:
                    then = self._after(at, after, target)
                    if then is None:
                        continue
                    self._add(numbers, after, then, 1)
                    on_path.add(after)
                    path.append(after)
                    stack.append((iter(following[after]), then))
            if stack and not self.demands and self.false_chains.stops.isdisjoint(members):
                # Every member of a part can be reached: a path not yet met must not pass for none.
                for member in self._members[self._part[entry]]:
                    numbers.setdefault(member, {first: 1})
            self._inside[key] = numbers, not stack
        return self._inside[key]

    def _after(self, state: State, node: int, target: int | None) -> State | None:
        """The state of a path one node further on; ``None`` when it can be none of those that count."""
        on_chains, passed, length = state
        then = self.false_chains.after(on_chains, node)
        if then is None:
            return None
        if self.demands.limited:
            length += 1
            if length + self._steps_to_go(target)[node] > self.demands.most:
                return None
        elif then is on_chains and node not in self._bit:
            return state
        return State(then, passed | self._bit.get(node, 0), length)

    def _steps_to_go(self, target: int | None) -> Sequence[int]:
        """The fewest steps from each node to the target; 0 without a target and where steps have no limit."""
        if target is None or not self.demands.limited:
            return self._no_steps
        return self.graph.tree(target).steps_to_go

    @staticmethod
    def _add(numbers: Arriving, node: int, state: State | None, number: int) -> None:
        """Count paths that come to a node in a state; without one they do not count."""
        if state is not None:
            there = numbers.get(node)
            if there is None:
                numbers[node] = {state: number}
            else:
                there[state] = there.get(state, 0) + number


def strong_parts(successors: list[list[int]]) -> list[int]:
    """The strongly connected part of each node, numbered so that edges lead to equal or lower numbers.

    Tarjan's algorithm (1972), without recursion.
    """
    size = len(successors)
    part = [-1] * size
    found = [-1] * size
    low = [0] * size
    waiting: list[int] = []
    clock = parts = 0
    for root in range(size):
        if found[root] >= 0:
            continue
        work = [(root, iter(successors[root]))]
        found[root] = low[root] = clock
        clock += 1
        waiting.append(root)
        while work:
            node, ways = work[-1]
            after = next(ways, None)
            if after is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == found[node]:
                    while True:
                        member = waiting.pop()
                        part[member] = parts
                        if member == node:
                            break
                    parts += 1
            elif found[after] < 0:
                found[after] = low[after] = clock
                clock += 1
                waiting.append(after)
                work.append((after, iter(successors[after])))
            elif part[after] < 0:
                low[node] = min(low[node], found[after])
    return part
