"""Which details are shown together: those that lie on the best paths of one question.

A picture keeps places for details, and two that are never shown together may have the same. To ask every
question would take seconds; the cheapest walks, straight and by way of each route, tell nearly the same.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from graph.paths.k_best_paths import Blocks
from graph.paths.path_index import path_index_of
from graph.paths.steps import OutOfSteps, Steps
from graph.records.causal_map import CausalMap
from graph.records.vocabulary import Kind

MOST_TARGETS = 6
"""At so many ends the walks are looked at: the default one, then outcomes in the order of the map."""
# A walk that takes longer to find is left out: only a tangle has such.
_MOST_STEPS = 500

Pair = tuple[str, str]


def company_of_details(causal_map: CausalMap) -> dict[Pair, float]:
    """For pairs of details of one lane, in order of their ids, the share of questions that show both."""
    walks = _Walks(causal_map)
    lanes: dict[str, list[str]] = {}
    for node in causal_map.nodes:
        if not node.core:
            lanes.setdefault(node.lane, []).append(node.id)
    together: Counter[Pair] = Counter()
    questions = 0
    for target in _targets(causal_map):
        for start in causal_map.node:
            shown = walks.shown(start, target)
            questions += bool(shown)
            for details in lanes.values():
                together.update(combinations(sorted(shown.intersection(details)), 2))
    return {pair: count / max(1, questions) for pair, count in together.items()}


def _targets(causal_map: CausalMap) -> list[str]:
    outcomes = [node.id for node in causal_map.nodes if node.kind is Kind.OUTCOME]
    ends = dict.fromkeys([causal_map.header.default_target, *outcomes])
    return [end for end in ends if end in causal_map.node][:MOST_TARGETS]


class _Walks:
    """The best walks of a map, each sought once."""

    def __init__(self, causal_map: CausalMap) -> None:
        self.index = path_index_of(causal_map)
        self.found: dict[tuple[str, str, frozenset[str]], tuple[int, frozenset[str]] | None] = {}
        routes = causal_map.header.routes
        self.stops = [[name for name in route.through if name in causal_map.node] for route in routes]
        self.named = frozenset(name for stops in self.stops for name in stops)

    def shown(self, start: str, target: str) -> frozenset[str]:
        """The nodes on the best walk, and on the best walk by way of each route and of none."""
        straight = self._best(start, target)
        if straight is None:
            return frozenset()
        shown = straight[1]
        for stops in self.stops:
            legs = ((self._best(start, stop), self._best(stop, target)) for stop in stops)
            ways = [(one[0] + other[0], one[1] | other[1]) for one, other in legs if one and other]
            shown |= min(ways, key=lambda way: way[0])[1] if ways else frozenset()
        beside = self._best(start, target, self.named - {start, target})
        return shown | beside[1] if beside else shown

    def _best(
        self, start: str, target: str, avoided: frozenset[str] = frozenset()
    ) -> tuple[int, frozenset[str]] | None:
        ends = start, target, avoided
        if ends not in self.found:
            blocks = Blocks(frozenset(self.index.number[name] for name in avoided))
            walks = self.index.walks(start, target, blocks, steps=Steps(_MOST_STEPS))
            try:
                cost, nodes = next(walks, (0, ()))
            except OutOfSteps:
                nodes = ()
            names = frozenset(self.index.ids[number] for number in nodes)
            self.found[ends] = (cost, names) if names else None
        return self.found[ends]
