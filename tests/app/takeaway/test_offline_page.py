"""The file that works offline, read back by an HTML parser; tests/browser opens it with the network cut."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from app.drawing.picture import VIS
from app.takeaway.offline_page import style, to_page
from graph import Lecture
from tests.app.takeaway.printed import EVIL, hostile, one_step, path_lecture, told, tour_lectures
from tests.graph.joined import joined

MOST_BYTES = 1_500_000
LECTURES = {
    **{name: lambda name=name: tour_lectures()[name] for name in tour_lectures()},
    "path": lambda: path_lecture("metformin"),
    "long path": lambda: path_lecture("metformin", "longest"),
    "one step": one_step,
    "told": told,
    "hostile": hostile,
}


class PageReader(HTMLParser):
    """Texts by the element they stand in, and every attribute."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.scripts: dict[str, str] = {}
        self.attributes: list[tuple[str, str]] = []
        self._inside: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.attributes += [(f"{tag} {name}", value or "") for name, value in attributes]
        if tag in ("script", "style"):
            self._inside.append((tag, dict(attributes).get("id") or f"{tag}-{len(self.scripts)}"))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if self._inside:
            name = self._inside[-1][1]
            self.scripts[name] = self.scripts.get(name, "") + data
        else:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


@pytest.fixture(scope="module", params=LECTURES)
def lecture(request: pytest.FixtureRequest) -> Lecture:
    return LECTURES[request.param]()


@pytest.fixture(scope="module")
def content(lecture: Lecture) -> bytes:
    return to_page(lecture)


@pytest.fixture(scope="module")
def page(content: bytes) -> PageReader:
    return PageReader(content.decode("utf-8"))


def squeeze(text: str) -> str:
    return re.sub(r"[\s\u200b\x00-\x1f\x7f-\x9f\u2028\u2029]", "", text)


def test_the_file_is_small_enough_for_a_message(content: bytes) -> None:
    assert len(content) < MOST_BYTES


def test_it_has_the_boxes_and_arrows_of_the_lecture_and_nothing_else(
    lecture: Lecture, page: PageReader
) -> None:
    nodes, edges = json.loads(page.scripts["nodes"]), json.loads(page.scripts["edges"])
    assert {node["id"]: node["claim"] for node in nodes} == {node.id: node.claim for node in lecture.nodes}
    assert {(edge["from"], edge["to"], edge["effect"], edge["certainty"], edge["end"]) for edge in edges} == {
        (
            edge.source,
            edge.target,
            edge.effect.value,
            edge.certainty.value,
            joined(lecture.map, edge, lecture.map.level).sign,
        )
        for edge in lecture.edges
    }


def test_it_tells_every_stop_in_order(lecture: Lecture, page: PageReader) -> None:
    stops = json.loads(page.scripts["told"])["stops"]
    assert [(stop["words"], stop.get("answer", "")) for stop in stops] == [
        (stop.words, stop.answer) for stop in lecture.stops
    ]


def test_every_finding_and_every_reference_stands_in_it_in_words(lecture: Lecture, page: PageReader) -> None:
    shown = squeeze(page.text)
    for edge in lecture.edges:
        for item in edge.evidence:
            assert squeeze(item.finding) in shown
    for reference in lecture.subgraph.references:
        assert squeeze(reference.title) in shown
        assert shown.count(squeeze(reference.title)) >= 2, "below the stage and on paper"


def test_it_says_when_it_was_made_of_what_and_that_it_is_no_advice(
    lecture: Lecture, page: PageReader
) -> None:
    header, shown = lecture.map.header, squeeze(page.text)
    for part in (header.disclaimer, header.version, header.date, header.title):
        assert shown.count(squeeze(part)) >= 2, "on the screen and on paper"


def test_it_has_a_language_a_title_and_a_legend(lecture: Lecture, page: PageReader) -> None:
    assert ("html lang", "en") in page.attributes
    assert squeeze(lecture.title) in squeeze(page.text)
    for kind in {node.kind for node in lecture.nodes}:
        assert squeeze(lecture.map.header.words_for(kind).label) in squeeze(page.text)


def test_nothing_is_fetched_from_anywhere(content: bytes, page: PageReader) -> None:
    fetched = [
        (name, value) for name, value in page.attributes if name.split()[1] in ("src", "srcset", "data")
    ]
    assert fetched == []
    assert [value for name, value in page.attributes if name == "link href"] == []
    assert all(
        value.startswith(("#", "https://", "http://")) for name, value in page.attributes if name == "a href"
    )
    assert not re.search(r"@import|url\(", style())
    policy = next(
        value for name, value in page.attributes if name == "meta content" and "default-src" in value
    )
    assert policy.startswith("default-src 'none';")
    assert "connect-src" not in policy


def test_the_installed_vis_stands_in_it_unchanged(content: bytes) -> None:
    assert VIS.read_text("utf-8") in content.decode("utf-8")


def test_hostile_words_stay_words() -> None:
    page = PageReader(to_page(hostile()).decode("utf-8"))
    scripts = [name for name in page.scripts if name.startswith("script")]
    assert len(scripts) == 2, "vis and ours"
    assert squeeze(EVIL[1]) in squeeze(page.text)
    assert not [name for name, _ in page.attributes if name.split()[1].startswith("on")]


def test_the_same_map_gives_the_same_file() -> None:
    assert to_page(told()) == to_page(told())
