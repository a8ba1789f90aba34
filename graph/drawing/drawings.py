"""What is drawn, before anybody draws it: boxes with a home each, arrows with a way each.

One drawing serves every face: pyvis and the page (``app.drawing.picture``), and what people carry home
(``app.takeaway``). Homes depend on nothing that is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from graph.drawing.overview_drawing import box_at_both_levels, box_of, overview_layout
from graph.drawing.palette import SHAPES
from graph.layout import ArrowSpec, BoxSpec, Frame, Layout, lay_out, lay_out_folded
from graph.layout.folding import SCREEN
from graph.paths.causal_path import CausalPath
from graph.paths.overview import Arrow, arrow_of, extract
from graph.paths.subgraph import Subgraph
from graph.records.causal_map import CausalMap
from graph.records.display import Shown, quoted
from graph.records.edge import Edge
from graph.records.header import Header, Lane, Words
from graph.records.joints import Joint, joint_between, step_aloud
from graph.records.node import Node
from graph.records.vocabulary import Kind, Level, Scope
from graph.records.wording import counted
from graph.words.lecture import Lecture


@dataclass(frozen=True, repr=False)
class Drawing(Shown):
    """Boxes and arrows with their places.

    Attributes:
        title: what it shows.
        nodes: the boxes; for a lecture in the order in which they appear.
        arrows: the arrows; for a lecture in the order in which they are told.
        layout: where each box stands and each arrow runs, in units of the picture (text is 13 high).
        lanes: the columns with a heading, from left to right; none in a folded chain.
        header: what the map says of itself, with its words for the kinds; ``None`` without a map.
    """

    title: str
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    layout: Layout
    lanes: tuple[Lane, ...] = ()
    header: Header | None = None

    def in_short(self) -> str:
        """Its title and size."""
        return f"{quoted(self.title)}: {len(self.nodes):,} boxes, {counted(len(self.arrows), 'arrow')}"

    @cached_property
    def node(self) -> dict[str, Node]:
        """The boxes by id."""
        return {node.id: node for node in self.nodes}

    def words_for(self, kind: Kind) -> Words:
        """What the legend calls a kind, and what it says of it."""
        return self.header.words_for(kind) if self.header else Words(kind.label, kind.definition)

    def heading(self, arrow: Arrow) -> str:
        """An arrow in words: the one end, how it is joined to the other, the other end."""
        return step_aloud(self.node[arrow.source], arrow, self.node[arrow.target])

    def joint(self, arrow: Arrow) -> Joint:
        """How the box at the arrow's tail is joined to the one at its head: what is drawn and said of it."""
        return joint_between(self.node[arrow.source], arrow, self.node[arrow.target])

    def in_words(self, level: Level) -> Drawing:
        """The same drawing with its boxes as they are called at a reading level."""
        return replace(self, nodes=tuple(node.in_words(level) for node in self.nodes))

    @property
    def level(self) -> Level:
        """The reading level at which its boxes speak."""
        return self.nodes[0].level if self.nodes else Level.PLAIN

    def lines(self, node: str) -> tuple[str, ...]:
        """What stands in a box, line by line."""
        box = self.layout.boxes[node]
        return box.also if box.also and self.level is Level.CLINICAL else box.lines


@lru_cache(maxsize=16)
def drawing_of_map(causal_map: CausalMap, scope: Scope) -> Drawing:
    """The overview or the full map in its lanes; every box has the same place at both reading levels."""
    if causal_map.everyday is not None:
        return drawing_of_map(causal_map.everyday, scope).in_words(causal_map.level)
    shown = extract(causal_map, scope)
    header = causal_map.header
    if shown.scope is Scope.OVERVIEW:
        layout = overview_layout(causal_map).layout
        return Drawing(header.title, shown.nodes, shown.arrows, layout, header.lanes, header)
    specs = [box_at_both_levels(node) for node in shown.nodes]
    return _in_lanes(header.title, shown.nodes, specs, shown.arrows, header, header.lanes)


def drawing_of_subgraph(subgraph: Subgraph) -> Drawing:
    """A subgraph of a map in the lanes of the map; lanes without a box are left out."""
    used, header = {node.lane for node in subgraph.nodes}, subgraph.map.header
    lanes = tuple(lane for lane in header.lanes if lane.id in used)
    arrows = tuple(arrow_of([edge]) for edge in subgraph.edges)
    specs = [box_of(node) for node in subgraph.nodes]
    return _in_lanes(subgraph.title, subgraph.nodes, specs, arrows, header, lanes)


@lru_cache(maxsize=64)
def drawing_of_lecture(lecture: Lecture, frame: Frame = SCREEN) -> Drawing:
    """The chain of a lecture folded into a frame: all of it large enough to be read."""
    return _folded(lecture.title, lecture.nodes, lecture.edges, frame, lecture.map.header)


def drawing_of_path(path: CausalPath, frame: Frame = SCREEN) -> Drawing:
    """A path folded into a frame, as its lecture is; it needs no map."""
    return _folded(f"From {path.records[0].name} to {path.records[-1].name}", path.records, path.steps, frame)


def _folded(
    title: str, nodes: tuple[Node, ...], edges: tuple[Edge, ...], frame: Frame, header: Header | None = None
) -> Drawing:
    layout = lay_out_folded(
        [(node.id, node.claim, SHAPES[node.kind].shape) for node in nodes],
        [(edge.id, edge.source, edge.target) for edge in edges],
        frame,
    )
    return Drawing(title, nodes, tuple(arrow_of([edge]) for edge in edges), layout, header=header)


def _in_lanes(
    title: str,
    nodes: tuple[Node, ...],
    specs: list[BoxSpec],
    arrows: tuple[Arrow, ...],
    header: Header,
    lanes: tuple[Lane, ...],
) -> Drawing:
    layout = lay_out(
        [lane.id for lane in lanes],
        specs,
        [ArrowSpec(arrow.id, arrow.source, arrow.target) for arrow in arrows],
    )
    return Drawing(title, nodes, arrows, layout, lanes, header)
