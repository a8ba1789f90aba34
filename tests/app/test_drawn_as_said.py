"""What is drawn is what is said: every edge of every tour, on every face of the product, at both levels.

The sign of an arrow is read off what was drawn (corners of a head, shapes of a slide), and compared with what
``tests.graph.joined`` works out by itself.
"""

from __future__ import annotations

import json
import re
from html import unescape
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from app.drawing.picture import picture_of
from app.state.explore_view import make_explore_view
from app.state.highlight import Highlight
from app.state.view_state import ViewState
from app.takeaway.anki_notes import notes_of
from app.takeaway.handout_content import texts_of
from app.takeaway.slide_deck import Deck
from app.takeaway.slide_stops import LectureState
from app.words.detail import detail
from app.words.path_list import row_list
from app.words.stage import stage_of
from app.words.steps import step_list
from app.words.transcript import transcript
from graph import CausalMap, Lecture
from graph.drawing.drawings import drawing_of_lecture
from graph.drawing.legend import legend_of
from graph.drawing.svg_sheet import story_of, svg_of
from graph.formats import SUBGRAPH_FORMATS
from graph.paths.overview import extract
from graph.records.edge import Edge
from graph.records.vocabulary import Level, Scope
from tests.app.reader import Reader
from tests.app.told_lectures import example_map, lectures
from tests.graph.joined import Joined, joined, joined_between
from tests.shipped import B12

SVG = "{http://www.w3.org/2000/svg}"
TURNS = ("increases", "decreases")


@pytest.fixture(params=Level, ids=str)
def level(request: pytest.FixtureRequest) -> Level:
    return request.param


@pytest.fixture(params=lectures(Level.PLAIN))
def lecture(request: pytest.FixtureRequest, level: Level) -> Lecture:
    return lectures(level)[request.param]


@pytest.fixture(params=["shipped", "example"])
def causal_map(request: pytest.FixtureRequest) -> CausalMap:
    return B12 if request.param == "shipped" else example_map()


def expected(lecture: Lecture) -> list[tuple[Edge, Joined]]:
    """The arrows of a lecture in order, each with what should join its ends."""
    return [(edge, joined(lecture.map, edge, lecture.map.level)) for edge in lecture.edges]


def sign_of_svg(group: ET.Element) -> str:
    """What an arrow of an SVG ends in, by the corners of its head."""
    ways = [part.get("d", "") for part in group if part.tag == f"{SVG}path"]
    heads = [way for way in ways if way.endswith("Z")]
    corners = len(re.findall("[ML]", heads[0])) if heads else 0
    return {3: "→", 4: "⊣", 0: "–"}[corners]


def test_the_picture_of_a_lecture_and_whatever_is_made_of_it(lecture: Lecture) -> None:
    """SVG, PNG, handout and offline page set this picture."""
    root = ET.fromstring(svg_of(drawing_of_lecture(lecture)))
    arrows = {group.get("id", ""): group for group in root.iter() if group.get("data-source")}
    for edge, said in expected(lecture):
        group = arrows[f"edge-{edge.id}"]
        assert sign_of_svg(group) == said.sign
        assert group.get("data-link") == said.words
        assert (group.findtext(f"{SVG}title") or "").startswith(f"{said.aloud}: ")
    assert all(said.aloud in story_of(lecture) for _, said in expected(lecture))


def test_the_legend_has_the_words_of_the_level(lecture: Lecture, level: Level) -> None:
    labels = {entry.label for entry in legend_of(drawing_of_lecture(lecture)) if entry.joint is not None}
    assert labels == {said.words for _, said in expected(lecture)}
    assert labels.isdisjoint(TURNS if level is Level.PLAIN else ("leads to", "works against"))


def test_the_stage_its_presenter_view_and_the_offline_page(lecture: Lecture) -> None:
    told = stage_of(lecture)
    drawn = {edge["id"]: edge for edge in told["picture"]["edges"]}
    stops = {stop["edge"]: stop for stop in told["stops"] if "edge" in stop}
    assert told["picture"]["level"] == lecture.map.level
    for edge, said in expected(lecture):
        assert (drawn[edge.id]["end"], drawn[edge.id]["says"]) == (said.sign, said.words)
        assert stops[edge.id]["heading"] == said.line


def test_the_lecture_in_words(lecture: Lecture, level: Level) -> None:
    items = transcript(lecture, level, "?step={}".format, whole=True).split('<li class="step">')[1:]
    told = [item for item in items if 'class="facts"' in item]
    for item, (edge, said) in zip(told, expected(lecture), strict=True):
        assert heading_of(item) == said
        assert facts_of(item) == (f"claimed: {said.words}" if edge.status.denies else said.words)


def test_the_slides(lecture: Lecture) -> None:
    deck = Deck(lecture)
    LectureState(deck, lecture).add_whole()
    shapes = [each for group in deck._file.slides[0].shapes if group.shape_type == 6 for each in group.shapes]
    described = {shape.element.xpath(".//p:cNvPr")[0].get("descr"): shape for shape in shapes}
    names = [shape.name for shape in shapes]
    for edge, said in expected(lecture):
        line = described[f"{said.aloud}: {', '.join(edge.known)}"]
        bar, hollow = f"Bar of {said.aloud}" in names, f"Hollow head of {said.aloud}" in names
        tip = bool(line.element.xpath(".//a:tailEnd[@type='triangle']"))
        assert hollow == (edge.status.denies and edge.causal)
        assert (tip, bar) == (said.sign == "→" and not hollow, said.sign == "⊣" and not hollow)


def test_the_handout(lecture: Lecture) -> None:
    headings = [stop["heading"].replace("\u200b", "") for stop in texts_of(lecture)["stops"]]
    told = [heading for heading in headings if heading != "A question to the room"]
    assert told == [said.line for _, said in expected(lecture)]


def test_the_cards(lecture: Lecture) -> None:
    steps = [note for note in notes_of(lecture) if "therefore::step" in note.tags]
    verbs = {"→": ("follow", "lead", "increase"), "⊣": ("work against", "decrease"), "–": ("associated",)}
    for note, (edge, said) in zip(steps, expected(lecture), strict=True):
        step, source, question, _, target, *_ = map(unescape, note.fields)
        assert (step, source, target) == (said.line, said.source, said.target)
        assert edge.status.denies or any(verb in question for verb in verbs[said.sign])
        if edge.status.denies:
            assert f"claimed: {said.words}" in unescape(note.fields[9])


def test_every_arrow_of_the_picture_on_explore(causal_map: CausalMap, level: Level) -> None:
    for scope in Scope:
        drawing = json.loads(picture_of(causal_map, scope).text)
        called = {node["id"]: spoken(node, level)["called"] for node in drawing["nodes"]}
        arrows = {arrow.id: arrow for arrow in extract(causal_map, scope).arrows}
        for edge in drawing["edges"]:
            node = causal_map.node
            said = joined_between(node[edge["from"]], arrows[edge["id"]], node[edge["to"]], level)
            words = spoken(edge, level)
            assert (words["end"], words["says"]) == (said.sign, said.words)
            assert (called[edge["from"]], called[edge["to"]]) == (said.source, said.target)
            own = [causal_map.edge[step] for step in arrows[edge["id"]].steps]
            told = [step.plain if level is Level.PLAIN else step.detail for step in own]
            assert words["sentences"] == told
        legend = {entry["end"]: entry["label"] for entry in drawing["joints"][level]}
        assert all(
            legend[spoken(edge, level)["end"]] == spoken(edge, level)["says"] for edge in drawing["edges"]
        )


STARTS = [
    *(
        (B12, start, B12.header.default_target)
        for start in ("b12-deficiency", "metformin", "methylcobalamin")
    ),
    *((example_map(), start, "flooded-street") for start in ("heavy-rain", "pump")),
]


@pytest.mark.parametrize(("asked", "start", "target"), STARTS)
def test_the_list_the_steps_and_the_panel_of_explore(
    asked: CausalMap, start: str, target: str, level: Level
) -> None:
    shown = make_explore_view(asked, ViewState(start, target, level=level), [])
    assert shown.path is not None
    signs = {edge.id: joined(asked, edge, level) for edge in asked.edges}
    items = step_list(shown).split('<li class="step')[1:]
    for item, edge in zip(items, shown.path.steps, strict=True):
        assert heading_of(item) == signs[edge.id]
        assert facts_of(item) == signs[edge.id].words
    between = {(said.source, said.target): said.sign for said in signs.values()}
    vias = [unescape(via) for via in re.findall(r'class="via">(.*?)</span>', row_list(shown))]
    told = [via for via in vias if " it in one step" not in via]
    assert told
    for via in told:
        names = re.split(r" [→⊣–] ", via.removeprefix("by ").removeprefix("… "))
        drawn = re.findall(r" ([→⊣–]) ", via)
        assert [between[pair] for pair in pairwise(names)] == drawn


def test_an_opened_arrow_of_any_status(causal_map: CausalMap, level: Level) -> None:
    one_of_each = {(edge.status, edge.effect): edge for edge in causal_map.edges}
    for edge in one_of_each.values():
        view = ViewState(edge.source, edge.target, edge=edge.id, show=Highlight.MAP, level=level)
        markup = detail(make_explore_view(causal_map, view, []))
        assert heading_of(markup, "h2") == joined(causal_map, edge, level)


def test_data_for_other_programs_keeps_the_signs_of_variables_at_either_level(lecture: Lecture) -> None:
    dot = SUBGRAPH_FORMATS["dot"](lecture.subgraph)
    cyjs = json.loads(SUBGRAPH_FORMATS["cytoscape"](lecture.subgraph))
    effects = {
        (edge["data"]["source"], edge["data"]["target"]): edge["data"] for edge in cyjs["elements"]["edges"]
    }
    for edge in lecture.edges:
        head = {"increases": "normal", "decreases": "tee", "associated-with": "none"}[edge.effect]
        (line,) = [line for line in dot.splitlines() if f'"{edge.source}" -> "{edge.target}"' in line]
        assert head in line or edge.status.denies
        assert effects[edge.source, edge.target]["effect"] == edge.effect


def spoken(part: dict[str, Any], level: Level) -> dict[str, Any]:
    """What a box or an arrow of a drawing file says at a level, as ``static/shared/canvas.js`` takes it."""
    return part if level is Level.PLAIN else part | part["precise"]


def heading_of(markup: str, tag: str = "h3") -> Joined:
    """The two ends of a step, the sign between them and its words, off the heading of some markup."""
    (heading,) = re.findall(rf"<{tag}>(.*?)</{tag}>", markup, re.DOTALL)[:1]
    sign = re.search(r'<span class="to" [^>]*>(.*?)</span><span class="aloud">(.*?)</span>', heading)
    assert sign is not None
    before, after = heading[: sign.start()], heading[sign.end() :]
    source = re.sub(r'<span class="number">\d+</span>', "", before)
    return Joined(
        Reader(unlinked(source)).text.strip(),
        unescape(sign[1]),
        Reader(unlinked(after)).text.strip(),
        sign[2],
    )


def unlinked(markup: str) -> str:
    """Without the link round it, which begins in one part and ends in the other."""
    return re.sub(r"</?a\b[^>]*>", "", markup)


def facts_of(markup: str) -> str:
    """What the line of facts says that the arrow does."""
    (course,) = re.findall(r'class="facts">.*?<span class="soft">(.*?)</span>', markup, re.DOTALL)[:1]
    return unescape(course).split(" · ")[0]
