"""The chosen path drawn downwards on a phone: legible, in one column, turned by a swipe or a tap."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.explorer import Explorer
from tests.browser.touching import fingers_on
from tests.browser.visiting import LAPTOP, Look, at_rest, eventually, faults, in_each_light

SMALL = Look(390, 664, touch=True)
SMALLER = Look(360, 640, touch=True)
ZOOMED = Look(341, 156)
"""A laptop of 1366 x 625 at 400 %."""

phones = pytest.mark.parametrize("look", [SMALL], indirect=True, ids=str)


def box_of(part: Locator) -> dict[str, float]:
    box = part.bounding_box()
    assert box is not None
    return dict(box)


@pytest.mark.parametrize("look", [SMALL, SMALLER, ZOOMED], indirect=True, ids=str)
def test_boxes_and_arrows_stand_below_each_other_inside_the_window_in_text_of_14_pixels(
    page: Page, look: Look
) -> None:
    Explorer(page).open("?from=metformin")
    parts = page.locator(".path-map .box, .path-map .arrow")
    expect(parts).to_have_count(13)
    boxes = [box_of(part) for part in parts.all()]
    for above, below in pairwise(boxes):
        assert below["y"] >= above["y"] + above["height"] - 0.5
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= look.width for box in boxes)
    sizes = parts.evaluate_all(
        """(parts) => parts.flatMap((part) => [part, ...part.querySelectorAll(".number, .known")])
            .map((part) => parseFloat(getComputedStyle(part).fontSize))"""
    )
    assert min(sizes) >= 14


@pytest.mark.parametrize("look", [SMALL, SMALLER], indirect=True, ids=str)
def test_a_step_takes_at_most_56_pixels_where_its_words_fit_a_line(page: Page) -> None:
    Explorer(page).open("?from=metformin")
    first, last = (box_of(page.locator(".path-map .box").nth(at)) for at in (0, 3))
    assert last["y"] - first["y"] <= 3 * 56


@phones
def test_a_swipe_or_a_tap_leads_to_the_next_route_and_back(page: Page) -> None:
    explorer = Explorer(page).open("?from=metformin")
    turn = page.locator(".path-map .turn p")
    expect(turn).to_contain_text("Route 1 of 6")
    map_of_path = page.locator(".path-map .way")
    map_of_path.scroll_into_view_if_needed()
    box = at_rest(page, lambda: box_of(map_of_path))
    middle = box["x"] + 250, box["y"] + 100
    with fingers_on(page) as fingers:
        fingers.swipe(middle, -120)
        expect(turn).to_contain_text("Route 2 of 6")
        assert explorer.asked("path") == "2"
        assert explorer.asked("step") is None
        fingers.swipe((middle[0] - 150, middle[1]), 120)
    expect(turn).to_contain_text("Route 1 of 6")
    page.locator(".path-map a[rel=next]").tap()
    expect(turn).to_contain_text("Route 2 of 6")
    page.go_back()
    expect(turn).to_contain_text("Route 1 of 6")


@phones
def test_a_finger_that_moves_down_or_hardly_at_all_turns_nothing_and_scrolls_the_page(page: Page) -> None:
    explorer = Explorer(page).open("?from=metformin")
    map_of_path = page.locator(".path-map .way")
    map_of_path.scroll_into_view_if_needed()
    before = at_rest(page, lambda: box_of(map_of_path))
    middle = before["x"] + 250, before["y"] + 100
    with fingers_on(page) as fingers:
        fingers.swipe(middle, -65, -200)
        eventually(page, lambda: box_of(map_of_path)["y"], lambda y: y < before["y"] - 20)
        at = at_rest(page, lambda: box_of(map_of_path))
        fingers.swipe((middle[0], at["y"] + 100), -50)
    page.wait_for_timeout(600)
    assert explorer.asked("path") is None
    assert explorer.asked("step") is None


@phones
def test_a_tap_on_an_arrow_opens_its_step_and_another_one_closes_it(page: Page) -> None:
    explorer = Explorer(page).open("?from=metformin")
    third = page.locator(".path-map .arrow").nth(2)
    third.tap()
    expect(third).to_have_attribute("aria-current", "step")
    assert explorer.asked("step") == "3"
    expect(page.locator(".step.chosen")).to_have_attribute("id", "step-3")
    third.tap()
    expect(page.locator(".path-map [aria-current]")).to_have_count(0)
    assert explorer.asked("step") is None


@phones
def test_axe_finds_nothing_by_day_or_by_night(page: Page) -> None:
    Explorer(page).open("?from=metformin&gate=trials&path=281&step=2")
    for light in in_each_light(page):
        assert faults(page) == [], light


@pytest.mark.parametrize("look", [LAPTOP], indirect=True, ids=str)
def test_on_a_laptop_the_picture_is_enough(page: Page) -> None:
    Explorer(page).open("?from=metformin")
    expect(page.locator(".path-map")).not_to_be_visible()
