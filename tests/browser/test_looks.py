"""What everybody can see, reach and read: sizes, themes, keyboard, screen readers."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from graph import causal_paths
from tests.browser.explorer import Explorer
from tests.browser.touching import fingers_on
from tests.browser.visiting import (
    LAPTOP,
    PHONE,
    PROJECTOR,
    Look,
    at_rest,
    eventually,
    faults,
    in_each_light,
    settle,
)
from tests.shipped import B12

VIEWS = [
    "",
    "?from=metformin&path=2&step=3",
    "?from=sore-tongue",
    "?from=b12-deficiency&edge=homocysteine--muscle-atrophy&level=clinical&show=map",
    "?from=vegan-diet&node=homocysteine",
    "?from=metformin&gate=human&more=broken&step=1",
]


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_on_a_laptop_or_a_projector_by_day_or_by_night(page: Page, view: str) -> None:
    Explorer(page).open(view)
    for size in (LAPTOP, PROJECTOR):
        page.set_viewport_size({"width": size.width, "height": size.height})
        settle(page)
        for light in in_each_light(page):
            assert faults(page) == [], (size, light)


def test_axe_finds_nothing_in_an_open_list_of_suggestions(page: Page) -> None:
    explorer = Explorer(page).open()
    explorer.start.click()
    expect(page.get_by_role("option").first).to_be_visible()
    assert faults(page) == []


@pytest.mark.parametrize("look", [PHONE], indirect=True, ids=str)
@pytest.mark.parametrize("view", VIEWS)
def test_on_a_phone_axe_finds_nothing_and_nothing_is_cut_off(page: Page, look: Look, view: str) -> None:
    Explorer(page).open(view)
    for light in in_each_light(page):
        assert faults(page) == [], light
        assert too_wide(page, look.width) == [], light
        assert page.evaluate("document.documentElement.scrollWidth") <= look.width


def too_wide(page: Page, width: int) -> list[str]:
    """What reaches beyond the left or the right edge of the window."""
    found: list[str]
    found = page.evaluate(
        """(width) => {
            const found = [];
            const walk = (root) => {
                for (const element of root.querySelectorAll("*")) {
                    const box = element.getBoundingClientRect();
                    const hidden = element.closest(".aloud, [hidden], .picture:not(.filling) .frame");
                    const ours = element.closest(".panel, .choose, .picture");
                    const out = box.width && (box.right > width + 1 || box.left < -1);
                    if (ours && !hidden && out && getComputedStyle(element).visibility === "visible")
                        found.push(`${element.tagName} ${element.className} ${box.left}-${box.right}`);
                    if (element.shadowRoot) walk(element.shadowRoot);
                }
            };
            walk(document);
            return found;
        }""",
        width,
    )
    return found


@pytest.mark.parametrize("look", [PHONE], indirect=True, ids=str)
def test_on_a_phone_the_path_is_a_column_of_cards_and_the_map_opens_on_demand(page: Page) -> None:
    explorer = Explorer(page).open("?from=metformin")
    expect(page.locator(".stage")).not_to_be_visible()
    expect(explorer.steps).to_have_count(len(causal_paths(B12, "metformin").paths[0].steps))
    steps, rows = page.locator(".steps").bounding_box(), page.locator(".rows").bounding_box()
    assert steps is not None
    assert rows is not None
    assert steps["y"] < rows["y"]
    page.get_by_role("button", name="Show the whole map").click()
    expect(page.locator(".stage")).to_be_visible()
    drawn = eventually(page, explorer.drawn, lambda now: now["scale"] * 13 >= 11)
    assert at_rest(page, explorer.drawn)["scale"] == drawn["scale"]
    x, y = explorer.drawn()["boxes"]["metformin"]
    assert 0 < x < 390
    assert 0 < y < 844
    page.get_by_role("button", name="Leave full screen").click()
    expect(page.locator(".stage")).not_to_be_visible()


@pytest.mark.parametrize("look", [Look(820, 1180, touch=True)], indirect=True, ids=str)
def test_the_page_scrolls_past_the_picture_by_finger(page: Page) -> None:
    Explorer(page).open()
    above = page.locator(".stage").bounding_box()
    assert above is not None
    scale = Explorer(page).drawn()["scale"]
    with fingers_on(page) as fingers:
        fingers.swipe((above["x"] + 200, above["y"] + 200), 0, -150)
    end = above["y"] - 50
    eventually(
        page, page.locator(".stage").bounding_box, lambda moved: moved is not None and moved["y"] < end
    )
    assert Explorer(page).drawn()["scale"] == scale


def test_the_wheel_scrolls_the_page_past_the_picture(page: Page) -> None:
    explorer = Explorer(page).open()
    scale = explorer.drawn()["scale"]
    top = page.locator(".stage").bounding_box()
    page.mouse.move(600, 600)
    page.mouse.wheel(0, 400)
    assert top is not None
    end = top["y"] - 300
    eventually(
        page, page.locator(".stage").bounding_box, lambda moved: moved is not None and moved["y"] < end
    )
    assert explorer.drawn()["scale"] == scale


@pytest.mark.parametrize("look", [Look(1366, 625), Look(1280, 800)], indirect=True, ids=str)
def test_text_is_at_least_eleven_pixels_high_and_all_boxes_stand_apart(page: Page, look: Look) -> None:
    """As wide as most laptops all of them stand in the window; on less wide ones the rest is scrolled to."""
    drawn = at_rest(page, Explorer(page).open().drawn)
    assert drawn["scale"] * 13 >= 11
    assert {node.id for node in B12.nodes if node.core} <= drawn["boxes"].keys()
    scale = drawn["scale"]
    corners = [
        (x - w * scale / 2, y - h * scale / 2, x + w * scale / 2, y + h * scale / 2)
        for (x, y), (w, h) in ((drawn["boxes"][node], drawn["sizes"][node]) for node in drawn["boxes"])
    ]
    for left, top, right, bottom in corners:
        assert left >= 0
        assert right <= look.width or look.width < 1366
        overlapping = [c for c in corners if c[0] < right and left < c[2] and c[1] < bottom and top < c[3]]
        assert len(overlapping) == 1


def test_the_whole_page_is_usable_by_keyboard(page: Page) -> None:
    explorer = Explorer(page).open("?from=metformin")
    first = explorer.drawn()["path"]
    reached = []
    for _ in range(90):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                """() => {
                    let active = document.activeElement;
                    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
                    const { dataset, id, textContent } = active;
                    return dataset.key || id || textContent.trim();
                }"""
            )
        )
    order = ["find-from", "find-to", "Whole map", "Options", "route-nerve", "Full screen", "step-1", "row-1"]
    places = [reached.index(name) for name in order]
    assert all(a < b for a, b in pairwise(places)), list(zip(order, places, strict=True))
    page.keyboard.press("Shift+Tab")
    link = page.locator("[data-key=row-2]")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**path=2**")
    explorer.path_other_than(first)
    settle(page)
    expect(page.locator("[data-key=row-2]")).to_be_focused()
    assert explorer.asked("path") == "2"


def test_switching_between_light_and_dark_repaints_the_picture(page: Page) -> None:
    explorer = Explorer(page).open()
    assert explorer.drawn()["theme"] == "light"
    page.emulate_media(color_scheme="dark")
    page.reload()
    page.wait_for_selector(".picture[data-state=ready]")
    assert explorer.drawn()["theme"] == "dark"


def test_the_about_page_defines_every_word_and_is_not_medical_advice(page: Page) -> None:
    Explorer(page).open()
    page.get_by_role("link", name="About").click()
    expect(page.locator(".caution").first).to_contain_text("not medical advice")
    expect(page.locator("dt").filter(has_text="very low")).to_be_visible()
    assert faults(page) == []
