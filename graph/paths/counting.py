"""How many causal paths there are, without listing them.

A simple path never comes back to a strongly connected part that it has left. So the number of simple
paths is a sum of products over the parts, taken in topological order, and only inside a part must paths
be followed one by one. Where a part is so tangled that this takes too long, counting stops, the number is
a lower bound, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.paths.false_chains import NONE, FalseChains, State
from graph.paths.k_best_paths import Blocks
from graph.paths.ranking import SearchGraph

MOST_STEPS = 400_000
"""Steps that following paths inside the parts may take for one start; the entrances share them evenly."""

Arriving = dict[int, dict[State, int]]
"""For each node the number of paths that come to it, by how far they are along the false chains."""

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
    """

    graph: SearchGraph
    blocks: Blocks = field(default_factory=Blocks)
    sharers: int = 1
    false_chains: FalseChains = NONE
    _inside: dict[tuple[int, State], tuple[Arriving, bool]] = field(
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
        # A share for each, and not first come first served: a number must not depend on earlier questions.
        self._share = max(LEAST_STEPS, MOST_STEPS // (self.sharers * (1 + len(entrances))))

    def from_source(self, source: int) -> dict[int, Count]:
        """The number of simple paths from ``source`` to each node it reaches (itself not included)."""
        arriving, more = self._arriving(source, 0)
        arriving.pop(source, None)
        return {node: Count(sum(numbers.values()), node not in more) for node, numbers in arriving.items()}

    def between(self, source: int, target: int) -> Count:
        """The number of simple paths between two different nodes."""
        arriving, more = self._arriving(source, self._part[target])
        return Count(sum(arriving.get(target, {}).values()), target not in more)

    def _arriving(self, source: int, last: int) -> tuple[Arriving, set[int]]:
        """The number of paths to each node down to the part ``last``, and where it is a lower bound."""
        if source in self.blocks.nodes:
            return {}, set()
        entering: Arriving = {source: {self.false_chains.begin(source): 1}}
        arriving: Arriving = {}
        more: set[int] = set()
        # Parts are numbered against the direction of the edges, so the highest number comes first.
        for part in range(self._part[source], last - 1, -1):
            members = self._members[part]
            entries = [entry for entry in members if entry in entering]
            if not entries:
                continue
            if len(members) == 1:
                arriving[members[0]] = entering[members[0]]
            else:
                self._cross(entries, entering, arriving, more)
            for node in members:
                for after in self._next[node]:
                    if self._part[after] != part:
                        for state, number in arriving.get(node, {}).items():
                            self._add(entering, after, self.false_chains.after(state, after), number)
                        if node in more:
                            more.add(after)
        return arriving, more

    def _cross(self, entries: list[int], entering: Arriving, arriving: Arriving, more: set[int]) -> None:
        """Follow the paths through one part, from each of its entries to all its nodes."""
        for entry in entries:
            for state, entered in entering[entry].items():
                ways, exact = self._paths_inside(entry, state)
                for node, numbers in ways.items():
                    for then, number in numbers.items():
                        self._add(arriving, node, then, entered * number)
                if not exact:
                    more.update(self._members[self._part[entry]])
            if entry in more:
                more.update(self._members[self._part[entry]])

    def _paths_inside(self, entry: int, state: State) -> tuple[Arriving, bool]:
        """From ``entry``, the number of simple paths to each node of its part, and whether all were seen."""
        if (entry, state) not in self._inside:
            chains, following, members = self.false_chains, self._next, set(self._members[self._part[entry]])
            numbers: Arriving = {entry: {state: 1}}
            steps = 0
            on_path = {entry}
            stack = [(iter(following[entry]), state)]
            path = [entry]
            while stack and steps < self._share:
                steps += 1
                ways, at = stack[-1]
                after = next(ways, None)
                if after is None:
                    stack.pop()
                    on_path.discard(path.pop())
                elif after in members and after not in on_path:
                    then = chains.after(at, after)
                    if then is None:
                        continue
                    self._add(numbers, after, then, 1)
                    on_path.add(after)
                    path.append(after)
                    stack.append((iter(following[after]), then))
            if stack and chains.stops.isdisjoint(members):
                # Every member of a part can be reached: a path not yet met must not pass for none.
                for member in self._members[self._part[entry]]:
                    numbers.setdefault(member, {state: 1})
            self._inside[entry, state] = numbers, not stack
        return self._inside[entry, state]

    @staticmethod
    def _add(numbers: Arriving, node: int, state: State | None, number: int) -> None:
        """Count paths that come to a node in a state; those that have walked a false chain are left out."""
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
