"""Ctrl+P on Explore: question, answer, the whole picture as vectors, every step; nothing to be pressed."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from app.state.explore_view import ExploreView, make_explore_view
from app.state.view_state import read_view_state
from graph.words.explain import words_of
from tests.browser.explorer import Explorer
from tests.browser.visiting import LAPTOP, PHONE, settle
from tests.shipped import B12

CONTROLS = ("Zoom in", "Full screen", "Copy the link", "QR code", "Tell it as a lecture", "Take it home")
ASKED = {"from": "metformin", "show": "all", "level": "clinical"}
IN_PRINT = """() => {
    const found = [];
    const walk = (root) => {
        for (const element of root.querySelectorAll("*")) {
            const { left, right, top, width, height } = element.getBoundingClientRect();
            const seen = width && height && element.checkVisibility();
            const name = `${element.tagName} ${element.className?.baseVal ?? element.className}`;
            if (seen) found.push({ name, left, right, top, color: getComputedStyle(element).color,
                pressable: element.matches("button:not(.term), input, select, canvas") });
            if (element.shadowRoot) walk(element.shadowRoot);
        }
    };
    walk(document.body);
    return found;
}"""


def seen(asked: dict[str, str]) -> ExploreView:
    view, notices = read_view_state(B12, asked)
    return make_explore_view(B12, view, notices)


def squeezed(words: str) -> str:
    """Letters only: a line may break, and a letter stand apart, anywhere."""
    return re.sub(r"[\s\-\u2010]", "", unicodedata.normalize("NFKC", words))


def lightness(color: str) -> float:
    """The darkest of red, green and blue, from 0 to 1, of a colour as a browser says it."""
    parts = [float(part) for part in re.findall(r"[\d.]+", color.removeprefix("color(srgb"))[:3]]
    return min(parts) / (1 if "srgb" in color else 255)


def printed(page: Page, landscape: bool) -> PdfReader:
    settle(page)
    page.locator(".panel.path-map").wait_for(state="attached")
    content = page.pdf(format="A4", landscape=landscape, print_background=True)
    return PdfReader(BytesIO(content))


@pytest.mark.parametrize("landscape", [False, True], ids=["portrait", "landscape"])
@pytest.mark.parametrize("look", [LAPTOP.dark(), PHONE], indirect=True, ids=str)
def test_question_answer_picture_steps_caution_and_address_are_printed(page: Page, landscape: bool) -> None:
    query = "?" + "&".join(f"{key}={value}" for key, value in ASKED.items())
    Explorer(page).open(query)
    question = page.locator("h1.question").inner_text()
    mechanism = page.locator(".mechanism").inner_text()
    pages = printed(page, landscape).pages
    words = squeezed(" ".join(sheet.extract_text() for sheet in pages))
    explore_view = seen(ASKED)
    path = explore_view.path
    assert path is not None
    wanted = [question, mechanism, page.url, B12.header.disclaimer]
    wanted += [node.claim for node in explore_view.shown.nodes]
    wanted += [step.sentence for step in words_of(path, explore_view.view.level)]
    assert [said for said in wanted if squeezed(said) not in words] == []
    assert [control for control in CONTROLS if squeezed(control) in words] == []
    assert [image.name for sheet in pages for image in sheet.images] == []
    assert len(pages) <= 4


def test_what_is_printed_is_what_is_shown_last(page: Page) -> None:
    explorer = Explorer(page).open("?from=metformin")
    path = explorer.drawn()["path"]
    first = squeezed(printed(page, False).pages[0].extract_text())
    page.locator(".routes a").nth(1).click()
    page.wait_for_url("**path=2**")
    explorer.path_other_than(path)
    settle(page)
    entered = seen({"from": "metformin", "path": "2"}).shown.ids - seen({"from": "metformin"}).shown.ids
    second = squeezed(printed(page, False).pages[0].extract_text())
    assert first != second
    assert [node for node in entered if squeezed(B12.node[node].claim) not in second] == []


@pytest.mark.parametrize("width", [718, 1046], ids=["portrait", "landscape"])
def test_on_paper_nothing_is_cut_or_pressed_and_all_is_dark_on_white(page: Page, width: int) -> None:
    """As wide as A4 between its margins, at 96 pixels an inch."""
    page.emulate_media(color_scheme="dark")
    Explorer(page).open("?from=metformin")
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    parts: list[dict[str, Any]] = page.evaluate(IN_PRINT)
    assert [part for part in parts if part["right"] > width + 1 or part["left"] < -1] == []
    assert [part["name"] for part in parts if part["pressable"]] == []
    paper = page.locator("[data-testid=stApp]").evaluate("(app) => getComputedStyle(app).backgroundColor")
    assert paper == "rgb(255, 255, 255)"
    words = [part for part in parts if part["name"].split()[0] in ("P", "H1", "H2", "H3", "LI")]
    assert [part["name"] for part in words if lightness(part["color"]) > 0.5] == []
    tops = [part["top"] for part in parts if part["name"].startswith(("H1", "FIGURE", "LI step"))]
    assert len(tops) > 6
    assert all(above < below for above, below in pairwise(tops))
