"""The picture in a browser that is zoomed in, with a small window then: legible, and nothing in the way."""

from __future__ import annotations

from itertools import combinations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.explorer import Explorer
from tests.browser.visiting import Look, at_rest, eventually

LAPTOP = (1366, 625)
ZOOMED = {percent: Look(*(side * 100 // percent for side in LAPTOP)) for percent in (100, 150, 200, 300, 400)}
PHONE = 640

every_zoom = pytest.mark.parametrize("look", ZOOMED.values(), indirect=True, ids=map(str, ZOOMED))
with_picture = pytest.mark.parametrize(
    "look", [look for look in ZOOMED.values() if look.width > PHONE], indirect=True, ids=str
)

CONTROLS = """() => {
    const found = [];
    const walk = (root) => {
        for (const element of root.querySelectorAll("*")) {
            if (element.matches("a, button, input") && element.checkVisibility()
                && element.closest(".panel, .choose, .picture")) {
                for (const { left, top, right, bottom } of element.getClientRects())
                    found.push([element.textContent.trim() || element.id, left, top, right, bottom]);
            }
            if (element.shadowRoot) walk(element.shadowRoot);
        }
    };
    walk(document);
    return found;
}"""


@every_zoom
def test_no_control_lies_on_another_one_and_the_page_is_not_wider_than_its_window(
    page: Page, look: Look
) -> None:
    Explorer(page).open("?from=metformin")
    controls = at_rest(page, lambda: page.evaluate(CONTROLS))
    assert len(controls) > 20
    meeting = [
        (one, other)
        for (one, *a), (other, *b) in combinations(controls, 2)
        if a[0] < b[2] - 1 and b[0] < a[2] - 1 and a[1] < b[3] - 1 and b[1] < a[3] - 1
    ]
    assert meeting == []
    assert page.evaluate("document.documentElement.scrollWidth") <= look.width


@every_zoom
def test_text_of_the_picture_is_never_under_eleven_pixels(page: Page, look: Look) -> None:
    explorer = Explorer(page).open("?from=metformin")
    if look.width > PHONE:
        assert at_rest(page, explorer.drawn)["scale"] * 13 >= 11
    else:
        expect(page.locator(".stage")).not_to_be_visible()
        expect(page.locator(".path-map .box").first).to_be_visible()


@with_picture
@pytest.mark.parametrize("start", ["metformin", "muscle-weakness"])
def test_what_does_not_fit_is_scrolled_to_and_the_chosen_path_begins_in_sight(
    page: Page, look: Look, start: str
) -> None:
    explorer = Explorer(page).open(f"?from={start}")
    drawn = at_rest(page, explorer.drawn)
    assert 0 < drawn["boxes"][start][0] < look.width
    page.locator(".stage .vis-network").focus()
    for key, node in (("ArrowRight", "muscle-loss"), ("ArrowLeft", "vegan-diet")):
        for _ in range(40):
            page.keyboard.press(key)
        eventually(page, lambda node=node: explorer.drawn()["boxes"][node][0], lambda x: 0 < x < look.width)


@with_picture
def test_the_wheel_scrolls_the_page_past_the_picture_and_it_goes_sideways_by_itself(
    page: Page, look: Look
) -> None:
    explorer = Explorer(page).open("?from=metformin")
    stage = page.locator(".window")
    stage.scroll_into_view_if_needed()
    before = at_rest(page, stage.bounding_box)
    assert before is not None
    page.mouse.move(look.width / 2, look.height * 0.7)
    page.mouse.wheel(0, 80)
    eventually(page, stage.bounding_box, lambda now: now is not None and now["y"] < before["y"] - 40)
    left = explorer.drawn()["boxes"]["metformin"][0]
    page.mouse.wheel(100, 0)
    hidden = stage.evaluate("(window) => window.scrollWidth - window.clientWidth")
    end = left - min(100, hidden)
    eventually(
        page, lambda: explorer.drawn()["boxes"]["metformin"][0], lambda x: x == pytest.approx(end, abs=1)
    )


@with_picture
def test_a_mouse_drags_it_and_chooses_nothing(page: Page, look: Look) -> None:
    explorer = Explorer(page).open("?from=metformin")
    for _ in range(2):
        page.get_by_role("button", name="Zoom in").click()
    page.locator(".window").scroll_into_view_if_needed()
    before = at_rest(page, explorer.drawn)
    address, middle = page.url, look.width / 2
    page.mouse.move(middle + 40, look.height * 0.6)
    page.mouse.down()
    page.mouse.move(middle - 40, look.height * 0.6, steps=8)
    page.mouse.up()
    now = at_rest(page, explorer.drawn)
    assert now["boxes"]["metformin"][0] == pytest.approx(before["boxes"]["metformin"][0] - 80, abs=2)
    assert now["scale"] == before["scale"]
    assert page.url == address


@pytest.mark.parametrize("look", [ZOOMED[100]], indirect=True, ids=str)
@pytest.mark.parametrize("node", ["metformin", "muscle-weakness"])
def test_what_opens_beside_the_picture_moves_it_only_so_far_that_what_was_picked_is_in_sight(
    page: Page, node: str
) -> None:
    explorer = Explorer(page).open("?from=metformin")
    before = at_rest(page, explorer.drawn)
    explorer.click_box(node)
    expect(page.locator(".panel.detail")).to_be_visible()
    beside = at_rest(page, explorer.drawn_in_itself)
    window = page.locator(".window").bounding_box()
    assert window is not None
    x, _ = beside["boxes"][node]
    wide = before["sizes"][node][0] * before["scale"] / 2
    assert beside["scale"] == before["scale"]
    assert wide < x < window["width"] - wide
    if node == "metformin":
        assert explorer.drawn()["boxes"][node][0] == pytest.approx(before["boxes"][node][0], abs=1)
    page.go_back()
    expect(page.locator(".panel.detail")).not_to_be_visible()
    after = at_rest(page, explorer.drawn)
    assert after["scale"] == before["scale"]
    assert after["boxes"][node][0] == pytest.approx(before["boxes"][node][0], abs=1)
