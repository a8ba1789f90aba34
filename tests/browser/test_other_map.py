"""The app on a map of another subject, without tours and without an overview: all of it works there too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from graph import causal_paths, load_map
from tests.browser.explorer import Explorer
from tests.browser.lecturer import Lecturer
from tests.browser.visiting import LAPTOP, PHONE, Look, Visit, faults, lent, settle
from tests.serving import Served

DRAIN = ["heavy-rain", "drain-flow", "standing-water", "flooded-street"]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def visitors() -> Iterator[dict[bool, Visit]]:
    kept: dict[bool, Visit] = {}
    yield kept
    for visit in kept.values():
        visit.close()


@pytest.fixture
def visitor(
    browser: Browser, served_example: Served, visitors: dict[bool, Visit], look: Look
) -> Iterator[Page]:
    with lent(visitors, browser, served_example.url, look) as page:
        yield page


def test_every_page_speaks_of_this_map_and_everybody_can_read_it(
    visitor: Page, example_folder: object
) -> None:
    explorer = Explorer(visitor).open()
    rain = load_map(str(example_folder))
    expect(visitor.get_by_role("heading", level=1)).to_have_text(
        "How does heavy rain lead to flooded street?"
    )
    assert set(explorer.drawn()["boxes"]) == set(rain.node)
    for name in ("Explore", "Lecture", "Evidence", "About"):
        visitor.get_by_role("link", name=name, exact=True).click()
        settle(visitor)
        expect(visitor.get_by_text(rain.header.disclaimer).last).to_be_attached()
        assert faults(visitor) == [], name
    expect(visitor.locator("h1")).to_contain_text(rain.header.title)


def test_another_start_is_typed_with_a_slip_and_back_leads_to_the_first(visitor: Page) -> None:
    explorer = Explorer(visitor).open()
    explorer.start.click()
    visitor.keyboard.press("ControlOrMeta+A")
    visitor.keyboard.type("pudles")
    expect(visitor.get_by_role("option").first).to_contain_text("Standing water")
    visitor.keyboard.press("Enter")
    explorer.shows(start="standing-water", path=["standing-water", "flooded-street"])
    visitor.go_back()
    explorer.shows(start="heavy-rain")


def test_rows_steps_and_picture_follow_the_path_that_is_chosen(visitor: Page, example_folder: object) -> None:
    paths = causal_paths(load_map(str(example_folder)), "heavy-rain").paths
    explorer = Explorer(visitor).open()
    first = explorer.drawn()["path"]
    visitor.locator("[data-key=row-2]").click()
    second = explorer.path_other_than(first)
    visitor.locator("[data-key=row-1]").click()
    explorer.shows(path=first)
    assert {tuple(first), tuple(second)} <= {path.nodes for path in paths}
    expect(explorer.steps).to_have_count(len(first) - 1)


def test_a_path_is_told_by_keys_alone(visitor: Page) -> None:
    lecturer = Lecturer(visitor).open("?from=heavy-rain&to=flooded-street")
    stops = int(lecturer.ask("stage.told.stops.length"))
    for step in range(1, stops + 1):
        lecturer.press("PageDown")
        expect(lecturer.words.locator(".progress")).to_have_text(f"{step} of {stops}")
    lecturer.press("m")
    expect(visitor.locator(".map-overlay")).to_be_visible()
    assert faults(visitor) == []


@pytest.mark.parametrize("look", [LAPTOP.dark(), PHONE], indirect=True, ids=str)
def test_in_the_dark_and_on_a_phone_nothing_is_cut_off(visitor: Page, look: Look) -> None:
    Explorer(visitor).open()
    assert visitor.evaluate("document.documentElement.scrollWidth") <= look.width
    assert faults(visitor) == []
