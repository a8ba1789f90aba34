"""The picture of one question: the overview, and the details on the listed paths at the places kept for them.

No box of the overview moves, and a detail stands at its home in every question that shows it (unless it meets
another whose home that is, which is rare). A path is drawn leg by leg over what is shown; a detail for which
no place is left stays folded, and the arrow over it stands for several steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from graph.drawing.drawings import Drawing, drawing_of_map
from graph.drawing.overview_drawing import overview_layout
from graph.layout.guests import place_guests, route_late
from graph.layout.specs import ArrowSpec, Box, Polyline
from graph.paths.causal_path import CausalPath
from graph.paths.overview import Arrow, Extract, arrow_of, extract, legs_of
from graph.records.causal_map import CausalMap
from graph.records.node import Node
from graph.records.vocabulary import Level, Scope


@dataclass(frozen=True)
class Entered:
    """What a question adds to the overview, and the whole.

    Attributes:
        nodes: the details that entered, the most important first.
        arrows: the arrows that were added. One may have the id and the way of an arrow of the overview, and
            stands instead of it: a path takes other steps there than the best ones.
        boxes: where the details stand, by id.
        routes: the ways of the added arrows, by id.
        opened: ids of arrows of the overview that are not drawn, because their steps are.
        shown: the boxes and arrows of the picture; every listed path can be drawn with them.
        drawing: the whole picture.
    """

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    boxes: dict[str, Box]
    routes: dict[str, Polyline]
    opened: frozenset[str]
    shown: Extract
    drawing: Drawing

    def in_words(self, level: Level) -> Entered:
        """The same with its boxes as they are called at a reading level."""
        nodes = tuple(node.in_words(level) for node in self.nodes)
        shown = replace(self.shown, nodes=tuple(node.in_words(level) for node in self.shown.nodes))
        return replace(self, nodes=nodes, shown=shown, drawing=self.drawing.in_words(level))


def enter(
    causal_map: CausalMap, chosen: CausalPath | None, others: Sequence[CausalPath], ends: Sequence[str]
) -> Entered:
    """Let the details on the listed paths enter the overview.

    Args:
        causal_map: the map; without core nodes it is shown in full, and nothing enters.
        chosen: the path that is looked at, if there is one.
        others: the other listed paths, the most important first.
        ends: ids of both ends of the question; they always enter.
    """
    paths = [path for path in (chosen, *others) if path is not None]
    # A path is an object of its own for every question; its nodes tell all.
    walked = tuple(dict.fromkeys(path.nodes for path in paths))
    entered = _entered(causal_map.in_words(Level.PLAIN), walked, tuple(ends))
    return entered if causal_map.level is Level.PLAIN else entered.in_words(causal_map.level)


@lru_cache(maxsize=128)
def _entered(causal_map: CausalMap, paths: tuple[tuple[str, ...], ...], ends: tuple[str, ...]) -> Entered:
    overview, drawing = extract(causal_map, Scope.OVERVIEW), drawing_of_map(causal_map, Scope.OVERVIEW)
    if overview.scope is Scope.FULL:
        return Entered((), (), {}, {}, frozenset(), overview, drawing)
    kept = overview_layout(causal_map)
    wanted = [node for nodes in (ends, *paths) for node in nodes if node not in overview.ids]
    boxes = place_guests(kept, wanted)
    nodes = tuple(causal_map.node[name] for name in boxes)
    arrows, walked = _arrows(causal_map, overview, boxes, paths)
    opened = _opened(overview, arrows, walked)
    standing = [arrow for arrow in overview.arrows if arrow.id not in opened]
    late = [arrow for arrow in arrows.values() if arrow.id not in overview.arrow]
    routes = route_late(kept, boxes, _specs(standing), _specs(late), walked)
    routes |= {name: drawing.layout.routes[name] for name in arrows if name in overview.arrow}
    left = tuple(arrow for arrow in standing if arrow.id not in arrows)
    shown = Extract(Scope.OVERVIEW, (*overview.nodes, *nodes), (*left, *arrows.values()))
    layout = drawing.layout
    whole = Drawing(
        drawing.title,
        shown.nodes,
        shown.arrows,
        type(layout)(
            layout.boxes | boxes,
            {name: way for name, way in layout.routes.items() if name not in opened} | routes,
            layout.lanes,
            layout.width,
            layout.height,
            layout.rough,
        ),
        drawing.lanes,
        drawing.header,
    )
    return Entered(nodes, tuple(arrows.values()), boxes, routes, opened, shown, whole)


def _specs(arrows: Iterable[Arrow]) -> list[ArrowSpec]:
    return [ArrowSpec(arrow.id, arrow.source, arrow.target) for arrow in arrows]


def _arrows(
    causal_map: CausalMap, overview: Extract, boxes: dict[str, Box], paths: tuple[tuple[str, ...], ...]
) -> tuple[dict[str, Arrow], set[str]]:
    """The arrows that the legs of the paths need besides the overview's, and the ids of all they need."""
    nodes = (*overview.nodes, *(causal_map.node[name] for name in boxes))
    shown = Extract(Scope.OVERVIEW, nodes, ())
    added: dict[str, Arrow] = {}
    walked: set[str] = set()
    for path in paths:
        steps = [causal_map.edge[f"{one}--{other}"] for one, other in pairwise(path)]
        for leg in legs_of(path, shown):
            walked.add(leg.arrow)
            if leg.arrow not in added:
                arrow = arrow_of(steps[leg.first - 1 : leg.last])
                if leg.arrow not in overview.arrow or overview.arrow[leg.arrow].steps != arrow.steps:
                    added[leg.arrow] = arrow
    return added, walked


def _opened(overview: Extract, added: dict[str, Arrow], walked: set[str]) -> frozenset[str]:
    """The arrows of the overview whose steps are all drawn one by one."""
    drawn = {arrow.steps[0] for arrow in (overview.arrow | added).values() if len(arrow.steps) == 1}
    return frozenset(
        arrow.id
        for arrow in overview.arrows
        if len(arrow.steps) > 1 and arrow.id not in walked and drawn.issuperset(arrow.steps)
    )
