"""The whole map on a phone: opened over the page, moved by fingers, never lost, closed by Back."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.explorer import Explorer
from tests.browser.touching import Fingers, fingers_on
from tests.browser.visiting import Look, at_rest, eventually, faults

SMALL = Look(390, 664, touch=True)
MOST = 2.2
pytestmark = pytest.mark.parametrize("look", [SMALL], indirect=True, ids=str)


def opened(page: Page, query: str = "?from=metformin") -> Explorer:
    explorer = Explorer(page).open(query)
    page.get_by_role("button", name="Show the whole map").tap()
    expect(page.locator(".stage")).to_be_visible()
    at_rest(page, explorer.drawn)
    return explorer


def in_sight(drawn: dict[str, Any], look: Look) -> list[str]:
    """The boxes of which at least a part is on the screen."""
    found = []
    for node, (x, y) in drawn["boxes"].items():
        wide, high = (side * drawn["scale"] / 2 for side in drawn["sizes"][node])
        if x + wide > 0 and x - wide < look.width and y + high > 0 and y - high < look.height:
            found.append(node)
    return found


def test_it_opens_at_the_start_of_the_chosen_path_in_text_of_11_pixels(page: Page) -> None:
    for start in ("metformin", "muscle-weakness"):
        drawn = opened(page, f"?from={start}").drawn()
        x, y = drawn["boxes"][start]
        assert drawn["scale"] * 13 >= 11
        assert 0 < x < SMALL.width
        assert 0 < y < SMALL.height


def test_back_closes_it_and_stays_on_the_page(page: Page) -> None:
    explorer = opened(page)
    address = page.url
    page.go_back()
    expect(page.locator(".stage")).not_to_be_visible()
    assert page.url == address
    expect(explorer.steps.first).to_be_visible()
    page.go_forward()
    expect(page.locator(".stage")).to_be_visible()


@pytest.mark.parametrize("close", ["Escape", "button"])
def test_escape_or_its_button_closes_it_and_leaves_no_entry_behind(page: Page, close: str) -> None:
    page.goto("/about")
    page.get_by_role("heading").first.wait_for()
    opened(page)
    if close == "Escape":
        page.keyboard.press("Escape")
    else:
        page.get_by_role("button", name="Leave full screen").tap()
    expect(page.locator(".stage")).not_to_be_visible()
    expect(page.get_by_role("button", name="Show the whole map")).to_be_focused()
    page.go_back()
    page.wait_for_url("**/about")


def fling(fingers: Fingers, look: Look) -> None:
    """Far in each direction, several times."""
    wide, high = look.width - 20.0, look.height - 200.0
    for start, aside, down in (
        ((15.0, 120.0), wide - 20, 0),
        ((200.0, 90.0), 0, high - 40),
        ((wide, 300.0), 20 - wide, 0),
        ((200.0, high), 0, 60 - high),
    ):
        for _ in range(3):
            fingers.swipe(start, aside, down)


def test_no_finger_can_lose_it(page: Page, look: Look) -> None:
    explorer = opened(page)
    with fingers_on(page) as fingers:
        fling(fingers, look)
        assert in_sight(at_rest(page, explorer.drawn), look)
        for _ in range(4):
            fingers.pinch((200, 300), 60, 340)
        near = at_rest(page, explorer.drawn)
        assert near["scale"] == pytest.approx(MOST)
        assert in_sight(near, look)
        fling(fingers, look)
        assert in_sight(at_rest(page, explorer.drawn), look)
        for _ in range(6):
            fingers.pinch((200, 300), 340, 40)
        far = at_rest(page, explorer.drawn)
        assert sorted(in_sight(far, look)) == sorted(far["boxes"])
        fling(fingers, look)
        assert sorted(in_sight(at_rest(page, explorer.drawn), look)) == sorted(far["boxes"])


def test_two_fingers_hold_the_place_that_they_pinch(page: Page) -> None:
    explorer = opened(page)
    box = explorer.drawn()["boxes"]["metformin"]
    with fingers_on(page) as fingers:
        fingers.pinch((box[0], box[1]), 80, 140)
    drawn = at_rest(page, explorer.drawn)
    assert drawn["scale"] > 1.2
    assert drawn["boxes"]["metformin"] == pytest.approx(box, abs=20)


def test_a_finger_that_drags_it_chooses_nothing(page: Page) -> None:
    explorer = opened(page)
    before, address = explorer.drawn(), page.url
    x, y = before["boxes"]["metformin"]
    with fingers_on(page) as fingers:
        fingers.swipe((x + 60, y), -100)
    eventually(page, lambda: explorer.drawn()["boxes"]["metformin"][0], lambda now: now < x - 40)
    assert explorer.drawn()["scale"] == before["scale"]
    page.wait_for_timeout(500)
    assert page.url == address


def test_axe_finds_nothing_in_it(page: Page) -> None:
    opened(page)
    assert faults(page) == []
