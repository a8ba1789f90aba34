"""A map and a part of it as SVG, without the sheet of a lecture, read back by an XML parser."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from graph.drawing.drawings import drawing_of_map, drawing_of_subgraph
from graph.drawing.legend import legend_of
from graph.drawing.svg_sheet import svg_of
from graph.paths.subgraph import every_path
from graph.records.vocabulary import Scope
from tests.graph.drawing.svg_reading import squeeze, words
from tests.shipped import B12


def test_any_drawing_can_be_drawn_with_its_lanes() -> None:
    b12 = B12
    drawings = [
        drawing_of_map(b12, Scope.OVERVIEW),
        drawing_of_subgraph(every_path(b12, "physical-activity", "muscle-loss")),
    ]
    for drawing in drawings:
        picture = ET.fromstring(svg_of(drawing))
        found = [group.get("data-node") for group in picture.iter() if group.get("data-node")]
        assert found == [node.id for node in drawing.nodes]
        shown = words(picture)
        assert all(squeeze(lane.name) in shown for lane in drawing.lanes)
        assert len(legend_of(drawing)) > 3
