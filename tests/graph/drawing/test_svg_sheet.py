"""The sheet as SVG, read back by an XML parser that knows nothing of how it was drawn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from graph import Lecture
from graph.drawing.badges import Badge, place_badges
from graph.drawing.drawings import drawing_of_lecture
from graph.drawing.svg_sheet import step_numbers, to_svg
from graph.layout.text import text_width
from tests.app.takeaway.printed import EVIL, hostile, one_step, path_lecture, told, tour_lectures
from tests.graph.drawing.svg_reading import SVG, squeeze, words
from tests.graph.joined import joined

LECTURES: dict[str, Callable[[], Lecture]] = {
    "one step": one_step,
    "a told tour": told,
    "a typical path": lambda: path_lecture("metformin"),
    "the longest path": lambda: path_lecture("pernicious-anaemia", "longest"),
    "a hostile map": hostile,
} | {name: lambda name=name: tour_lectures()[name] for name in tour_lectures()}


@pytest.fixture(scope="module", params=LECTURES)
def lecture(request: pytest.FixtureRequest) -> Lecture:
    return LECTURES[request.param]()


@pytest.fixture(scope="module")
def sheet(lecture: Lecture) -> ET.Element:
    return ET.fromstring(to_svg(lecture))


def test_nodes_and_edges_are_those_of_the_lecture(lecture: Lecture, sheet: ET.Element) -> None:
    nodes = {group.get("data-node") for group in sheet.iter() if group.get("data-node")}
    edges = {
        (group.get("data-source"), group.get("data-target"), group.get("data-effect"))
        for group in sheet.iter()
        if group.get("data-source")
    }
    assert nodes == {node.id for node in lecture.subgraph.nodes}
    assert edges == {(edge.source, edge.target, edge.effect.value) for edge in lecture.subgraph.edges}


def test_each_arrow_says_its_certainty_and_whether_it_is_contested(
    lecture: Lecture, sheet: ET.Element
) -> None:
    for edge in lecture.edges:
        group = sheet.find(f".//{SVG}g[@id='edge-{edge.id}']")
        assert group is not None
        assert group.get("data-certainty") == edge.certainty.value
        assert group.get("data-status") == edge.status.value
        assert group.get("data-contested") == str(edge.contested).lower()
        assert group.get("data-step") == step_numbers(lecture)[edge.id]
    marks = [part.text for part in sheet.iter(f"{SVG}text") if part.text == "?"]
    contested = sum(edge.contested for edge in lecture.edges)
    assert len(marks) == contested + bool(contested), "one an arrow, and one in the legend"


def test_every_id_stands_once(sheet: ET.Element) -> None:
    ids = Counter(part.get("id") for part in sheet.iter() if part.get("id"))
    assert set(ids.values()) == {1}


def test_title_legend_version_date_and_disclaimer_are_in_the_picture(
    lecture: Lecture, sheet: ET.Element
) -> None:
    shown = words(sheet)
    drawing_legend = [part.get("class") for part in sheet.iter(f"{SVG}g")]
    assert "legend" in drawing_legend
    for said in (*lecture.subgraph.notes, lecture.map.header.version, lecture.map.header.date):
        assert squeeze(said) in shown


def test_the_legend_explains_what_is_drawn(lecture: Lecture, sheet: ET.Element) -> None:
    legend = sheet.find(f".//{SVG}g[@class='legend']")
    assert legend is not None
    labels = [part.text for part in legend.iter(f"{SVG}text")]
    for edge in lecture.edges:
        assert joined(lecture.map, edge, lecture.map.level).words in labels
        if edge.supported:
            assert f"{edge.certainty.label} certainty" in labels
        assert (edge.status.label in labels) == (edge.status != "supported")
    header = lecture.map.header
    assert {header.words_for(node.kind).label for node in lecture.nodes} <= set(labels)


def test_each_reference_has_a_number_in_the_picture_and_stands_in_full_in_the_metadata(
    lecture: Lecture, sheet: ET.Element
) -> None:
    shown, full = words(sheet), squeeze(sheet.findtext(f"{SVG}metadata") or "")
    for at, reference in enumerate(lecture.subgraph.references, start=1):
        assert squeeze(f"{at}. {reference.short_name[:40]}") in shown
        assert squeeze(f"{at}. {reference.line}") in full


def test_a_listener_hears_title_and_chain(lecture: Lecture, sheet: ET.Element) -> None:
    assert (sheet.get("role"), sheet.get("lang")) == ("img", "en")
    assert sheet[0].tag == f"{SVG}title"
    assert squeeze(sheet[0].text or "") == squeeze(lecture.title)
    told = squeeze(sheet.findtext(f"{SVG}desc") or "")
    assert all(squeeze(node.claim) in told for node in lecture.nodes)


def test_all_text_lies_on_the_sheet(sheet: ET.Element) -> None:
    _, _, width, height = map(float, (sheet.get("viewBox") or "").split())
    for text, move, scale in placed_texts(sheet, (0.0, 0.0), 1.0):
        size = float(text.get("font-size") or 0) * scale
        wide = text_width(text.text or "", size)
        x = float(text.get("x") or 0) * scale + move[0] - (wide / 2 if text.get("text-anchor") else 0)
        y = float(text.get("y") or 0) * scale + move[1]
        assert x >= 0, text.text
        assert x + wide <= width, text.text
        assert size * 0.8 <= y <= height - size * 0.3, text.text


def placed_texts(
    parent: ET.Element, move: tuple[float, float], scale: float
) -> list[tuple[ET.Element, tuple[float, float], float]]:
    """Every text with how far its group is moved and how much it is enlarged."""
    found = []
    for child in parent:
        if child.tag == f"{SVG}text":
            found.append((child, move, scale))
        place = re.fullmatch(r"translate\((\S+) (\S+)\) scale\((\S+)\)", child.get("transform", ""))
        where = (float(place[1]), float(place[2])) if place else move
        found += placed_texts(child, where, float(place[3]) if place else scale)
    return found


def test_the_text_of_a_box_lies_inside_it(lecture: Lecture, sheet: ET.Element) -> None:
    for node in lecture.nodes:
        group = sheet.find(f".//{SVG}g[@id='node-{node.id}']")
        assert group is not None
        shape = next(part for part in group if part.tag in (f"{SVG}rect", f"{SVG}ellipse"))
        width = float(shape.get("width") or 2 * float(shape.get("rx") or 0))
        lines = [part.text or "" for part in group.iter(f"{SVG}text")]
        assert lines
        assert all(text_width(line) <= width for line in lines)


def test_nothing_outside_is_asked_for_and_nothing_runs(sheet: ET.Element) -> None:
    allowed = {"svg", "title", "desc", "metadata", "g", "rect", "ellipse", "path", "text"}
    assert {part.tag.removeprefix(SVG) for part in sheet.iter()} <= allowed
    for part in sheet.iter():
        assert not [name for name in part.attrib if "href" in name or name.startswith("on")]
        assert not [value for value in part.attrib.values() if "url(" in value]


def test_hostile_words_stay_words() -> None:
    shown = words(ET.fromstring(to_svg(hostile())))
    assert squeeze(EVIL[1]) in shown
    assert squeeze(EVIL[0]) in shown


def test_badges_hide_neither_boxes_nor_each_other() -> None:
    drawing = drawing_of_lecture(path_lecture("pernicious-anaemia", "longest"))
    wanted = [Badge(arrow.id, "12", 7.0, True) for arrow in drawing.arrows]
    wanted += [Badge(arrow.id, "?", 6.5, False) for arrow in drawing.arrows]
    placed = place_badges(drawing, wanted)
    for at, badge in enumerate(placed):
        for other in placed[:at]:
            apart = [abs(a - b) for a, b in zip(badge.at, other.at, strict=True)]
            touch = [a + b for a, b in zip(badge.half, other.half, strict=True)]
            assert apart[0] >= touch[0] or apart[1] >= touch[1], (badge, other)
        for box in drawing.layout.boxes.values():
            inside = abs(badge.at[0] - box.x) < box.width / 2 and abs(badge.at[1] - box.y) < box.height / 2
            assert not inside, badge
