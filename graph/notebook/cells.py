"""A map, an answer and a path as the HTML of a notebook's cell.

The HTML is built as elements, so every text of a map is escaped where it is written. It needs nothing from
outside the cell: no script, no style sheet, no other host. Several cells share one page, so nothing carries
an id.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import chain
from xml.etree.ElementTree import Element, SubElement, tostring

from graph.answers.answer import PathAnswer
from graph.drawing.drawings import Drawing, drawing_of_map, drawing_of_path, drawing_of_subgraph
from graph.drawing.svg_sheet import legend_of_drawing, picture_of
from graph.drawing.svg_text import add, clean
from graph.paths.causal_path import CausalPath
from graph.paths.counting import Count
from graph.paths.overview import extract
from graph.paths.subgraph import Subgraph
from graph.records.causal_map import CausalMap
from graph.records.display import html_of
from graph.records.vocabulary import Scope
from graph.records.wording import counted
from graph.words.explain import TRAP, summary_of, whole_chain_note, words_of

MOST_BOXES = 150
MOST_ARROWS = 450
"""A larger picture cannot be read in a cell, and takes seconds to lay out."""
MOST_PATHS = 20
"""So many paths of an answer are listed and drawn; :attr:`PathAnswer.paths` holds the others."""

_LEGEND_WIDTH = 900.0
# A mathematical typesetter that runs on the page must not read a dollar sign in a text of the map.
_CELL = "therefore tex2jax_ignore mathjax_ignore"
_PICTURE = "display:block;max-width:100%;height:auto;background:#fff"


@html_of.register
def map_html(causal_map: CausalMap) -> str:
    """Title, question, the overview (the whole map where it has none), sizes and caution."""
    cell = Element("div", {"class": _CELL})
    _lead(cell, causal_map.header.title)
    add(cell, "p", causal_map.header.question)
    shown = extract(causal_map, Scope.OVERVIEW)
    if len(shown.nodes) <= MOST_BOXES and len(shown.arrows) <= MOST_ARROWS:
        _draw(cell, drawing_of_map(causal_map, Scope.OVERVIEW))
    else:
        add(cell, "p", "The map is too large to be drawn here. Its lanes:")
        boxes = Counter(node.lane for node in causal_map.nodes)
        lanes = SubElement(cell, "ul")
        for lane in causal_map.header.lanes:
            add(lanes, "li", f"{lane.name}: {counted(boxes[lane.id], 'node')}")
    parts = {"node": causal_map.nodes, "edge": causal_map.edges, "reference": causal_map.references}
    add(cell, "p", ", ".join(counted(len(records), thing) for thing, records in parts.items()))
    _foot(cell, causal_map)
    return _text(cell)


@html_of.register
def answer_html(answer: PathAnswer) -> str:
    """The verdict, the listed paths as one picture and as a list, the routes, and the caution."""
    cell = Element("div", {"class": _CELL})
    _lead(cell, answer.verdict)
    listed = answer.paths[:MOST_PATHS]
    if listed:
        if answer.map is not None:
            _draw_if_readable(cell, _together(answer.map, answer, listed))
        add(cell, "p", f"Listed, best supported first: {len(listed)} of {answer.count}.")
        rows = SubElement(cell, "ol")
        for path in listed:
            row = add(rows, "li", path.text)
            add(row, "br").tail = clean(summary_of(path))
        routes = (f"{route.name} ({Count(route.total, route.total_is_exact)})" for route in answer.routes)
        add(cell, "p", f"Routes: {', '.join(routes)}.")
        add(cell, "p", TRAP)
    if answer.map is not None:
        _foot(cell, answer.map)
    return _text(cell)


@html_of.register
def path_html(path: CausalPath) -> str:
    """The path as claims, as a picture with numbered steps and as sentences, and what holds of the whole."""
    cell = Element("div", {"class": _CELL})
    _lead(cell, path.text)
    add(cell, "p", summary_of(path))
    _draw(cell, drawing_of_path(path), {step.id: str(at) for at, step in enumerate(path.steps, start=1)})
    steps = SubElement(cell, "ol")
    for step in words_of(path):
        row = add(steps, "li", path.step_text(step.edge))
        add(row, "br").tail = clean(f"{step.sentence} ({step.facts})")
    add(cell, "p", whole_chain_note(path))
    return _text(cell)


def _together(causal_map: CausalMap, answer: PathAnswer, paths: tuple[CausalPath, ...]) -> Subgraph:
    """Some paths of an answer as one part of the map."""
    nodes = {name for path in paths for name in path.nodes}
    edges = {step.id for step in chain.from_iterable(path.steps for path in paths)}
    return Subgraph(
        causal_map,
        f"From {answer.source.name} to {answer.target.name}",
        tuple(node for node in causal_map.nodes if node.id in nodes),
        tuple(edge for edge in causal_map.edges if edge.id in edges),
        (answer.source.id, answer.target.id),
    )


def _draw_if_readable(cell: Element, part: Subgraph) -> None:
    if len(part.nodes) <= MOST_BOXES and len(part.edges) <= MOST_ARROWS:
        _draw(cell, drawing_of_subgraph(part))
    else:
        add(cell, "p", "The paths together are too many boxes to be drawn here.")


def _draw(cell: Element, drawing: Drawing, numbers: Mapping[str, str] | None = None) -> None:
    """A picture and its legend, on white: their colours are made for it."""
    for picture in (picture_of(drawing, numbers), legend_of_drawing(drawing, _LEGEND_WIDTH)):
        for part in picture.iter():
            part.attrib.pop("id", None)
        picture.set("style", _PICTURE)
        cell.append(picture)


def _lead(cell: Element, words: str) -> None:
    add(add(cell, "p"), "strong", words)


def _foot(cell: Element, causal_map: CausalMap) -> None:
    header = causal_map.header
    about = f"{header.title}, version {header.version}, {header.date}."
    add(add(cell, "p"), "small", f"{about} {header.disclaimer}")


def _text(cell: Element) -> str:
    """HTML, which knows void elements, and within it SVG, which it reads as XML."""
    return tostring(cell, encoding="unicode", method="html")
