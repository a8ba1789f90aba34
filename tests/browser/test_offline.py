"""The file that works offline, opened from a disk with the network cut: the same lecture, nothing asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from app.takeaway.offline_page import to_page
from graph import Lecture, causal_paths, lecture_of_path, lecture_of_tour
from tests.shipped import B12

TOURS = {tour.id: lecture_of_tour(B12, tour) for tour in B12.tours}
PATHS = {start: lecture_of_path(B12, causal_paths(B12, start).paths[0]) for start in ("metformin", "falls")}


file_of = cache(to_page)


class Stick:
    """A memory stick: a file on it is opened without any network."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True)
        self.folder = folder
        self.asked: list[str] = []
        self.errors: list[str] = []
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.context.on("weberror", lambda error: self.errors.append(str(error.error)))
        self.context.on(
            "console", lambda message: message.type == "error" and self.errors.append(message.text)
        )

    def open(self, lecture: Lecture, hash_: str = "") -> Page:
        file = self.folder / "lecture.html"
        file.write_bytes(file_of(lecture))
        page = self.context.new_page()
        page.goto(f"{file.as_uri()}{hash_}")
        page.wait_for_selector(".lecture[data-state=ready]")
        return page


@pytest.fixture
def stick(browser: Browser, tmp_path: Path) -> Iterator[Stick]:
    """Nothing but the file itself may have been asked for, and no error may have happened."""
    made = Stick(browser, tmp_path)
    yield made
    made.context.close()
    assert [
        url for url in made.asked if not url.endswith(("/lecture.html",)) and "lecture.html#" not in url
    ] == []
    assert made.errors == []


@pytest.fixture
def open_file(stick: Stick) -> Callable[..., Page]:
    return stick.open


def step(page: Page) -> int:
    return int(page.locator(".lecture").get_attribute("data-step") or -1)


@pytest.mark.browser
def test_a_tour_is_told_from_the_file_by_keys_alone(open_file: Callable[..., Page]) -> None:
    lecture = TOURS["nerve-route"]
    page = open_file(lecture)
    expect(page.get_by_role("heading", level=1, name=lecture.title).first).to_be_visible()
    told = []
    for _ in range(len(lecture.stops) + 1):  # the question takes two presses
        page.keyboard.press("PageDown")
        told.append(page.locator(".words .said").first.inner_text())
    assert list(dict.fromkeys(told)) == [stop.words for stop in lecture.stops]
    assert page.url.endswith(f"#step={len(lecture.stops)}")
    page.keyboard.press("End")
    for point in lecture.key_points:
        expect(page.locator(".cover")).to_contain_text(point.point)


@pytest.mark.browser
def test_a_step_is_in_the_address_and_a_link_in_the_words_leads_to_it(open_file: Callable[..., Page]) -> None:
    page = open_file(TOURS["blood-route"], "#step=3")
    assert step(page) == 3
    page.locator(".transcript [data-step='5']").click()
    page.wait_for_selector(".lecture[data-step='5']")


@pytest.mark.browser
def test_the_picture_holds_the_nodes_and_arrows_of_the_lecture(open_file: Callable[..., Page]) -> None:
    lecture = PATHS["metformin"]
    page = open_file(lecture)
    drawn = page.evaluate(
        """() => { const { canvas } = document.querySelector(".lecture").stage.chain;
            return { nodes: [...canvas.nodes.keys()], edges: [...canvas.edges.keys()] }; }"""
    )
    assert set(drawn["nodes"]) == {node.id for node in lecture.nodes}
    assert drawn["edges"] == [edge.id for edge in lecture.edges]


@pytest.mark.browser
def test_the_presenter_and_the_map_need_no_server(stick: Stick) -> None:
    lecture = TOURS["too-simple"]
    page = stick.open(lecture)
    page.keyboard.press("ArrowRight")
    with stick.context.expect_page() as opened:
        page.keyboard.press("p")
    presenter = opened.value
    expect(presenter.locator(".notes")).to_contain_text(lecture.stops[0].notes[0][:60])
    presenter.keyboard.press("ArrowRight")
    page.wait_for_selector(".lecture[data-step='2']")
    page.keyboard.press("m")
    expect(page.locator(".map-overlay .note h2")).to_have_text(lecture.stops[1].target.claim)  # type: ignore[union-attr]
    page.keyboard.press("m")
    expect(page.locator(".map-overlay")).to_be_hidden()
    assert step(page) == 2


@pytest.mark.browser
def test_a_word_with_a_definition_shows_it(open_file: Callable[..., Page]) -> None:
    page = open_file(TOURS["treatment"])
    word = page.locator(".transcript button.term").first
    word.click()
    expect(word.locator(".definition")).to_have_text(word.get_attribute("data-definition") or "?")


@pytest.mark.browser
@pytest.mark.parametrize("name", [*TOURS, *PATHS])
def test_on_paper_it_is_a_handout_of_at_most_two_pages(open_file: Callable[..., Page], name: str) -> None:
    lecture = (TOURS | PATHS)[name]
    printed = open_file(lecture).pdf(prefer_css_page_size=True, print_background=True)
    handout = PdfReader(BytesIO(printed))
    assert len(handout.pages) <= 2
    shown = "".join(letters(page.extract_text()) for page in handout.pages)
    for part in (lecture.title, B12.header.disclaimer, B12.header.version, B12.header.date):
        assert letters(part) in shown
    for stop in lecture.stops:
        assert letters(stop.words) in shown
    for reference in lecture.subgraph.references:
        assert letters(reference.title) in shown


def letters(text: str) -> str:
    """A text without its spaces and ligatures: some fonts print "fi" as one letter."""
    return "".join(normalize("NFKD", text).split())


@pytest.mark.browser
def test_a_file_has_no_qr_code_and_says_so_when_it_is_asked_for_one(open_file: Callable[..., Page]) -> None:
    page = open_file(TOURS["nerve-route"])
    page.keyboard.press("q")
    expect(page.locator(".notice")).to_contain_text("no QR code")
    expect(page.locator(".share")).to_be_hidden()
    page.keyboard.press("PageDown")
    expect(page.locator(".notice")).to_be_hidden()
