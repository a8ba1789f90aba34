"""What is opened in the picture stands beside it, and Back closes it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.explorer import Explorer
from tests.browser.visiting import at_rest, eventually


def test_a_click_on_a_box_opens_it_beside_the_picture(explorer: Explorer) -> None:
    explorer.open()
    explorer.click_box("homocysteine")
    explorer.shows(box="homocysteine", start="b12-deficiency")
    expect(explorer.detail.get_by_role("heading", level=2)).to_have_text("Homocysteine ↑")
    expect(explorer.detail).to_contain_text("What leads here")
    expect(explorer.detail).to_contain_text("What follows")
    explorer.detail.get_by_role("link", name="Start here").click()
    explorer.shows(start="homocysteine", box=None)
    expect(explorer.start).to_have_value("Homocysteine")
    explorer.page.go_back()
    explorer.shows(box="homocysteine", start="b12-deficiency")
    explorer.detail.get_by_role("link", name="End here").click()
    explorer.shows(target="homocysteine", box=None)


def test_a_click_on_an_arrow_opens_its_step_beside_the_picture_and_back_closes_it(explorer: Explorer) -> None:
    explorer.open()
    before = at_rest(explorer.page, explorer.drawn)
    expect(explorer.detail).to_have_count(0)
    explorer.click_arrow(before["steps"][0])
    explorer.shows(step=1)
    assert explorer.asked("step") == "1"
    expect(explorer.detail).to_contain_text("What is uncertain.")
    picture, detail = explorer.page.locator(".stage").bounding_box(), explorer.detail.bounding_box()
    assert picture is not None
    assert detail is not None
    assert detail["x"] >= picture["x"] + picture["width"]
    assert detail["y"] < explorer.page.viewport_size["height"] / 2  # type: ignore[index]
    assert explorer.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    explorer.detail.get_by_role("link", name="Step 2").click()
    explorer.shows(step=2)
    explorer.page.go_back()
    explorer.shows(step=1)
    explorer.page.go_back()
    explorer.shows(step=None)
    expect(explorer.detail).to_have_count(0)


def test_an_arrow_off_the_path_opens_on_its_own_and_an_association_says_what_it_is(
    explorer: Explorer,
) -> None:
    explorer.open("?from=b12-deficiency&edge=serum-b12--muscle-weakness&show=map")
    expect(explorer.detail).to_contain_text("An association, not a causal step; no path uses it.")
    expect(explorer.detail).to_contain_text("Against")
    explorer.detail.get_by_role("link", name="Close").click()
    expect(explorer.detail).to_have_count(0)
    assert explorer.asked("edge") is None


def test_the_picture_is_there_as_a_list_whose_focus_lights_it(explorer: Explorer) -> None:
    explorer.open()
    page = explorer.page
    page.get_by_text("The picture as a list").click()
    outline = page.locator(".outline")
    box = outline.get_by_role("button", name="Homocysteine ↑", exact=True)
    expect(box).to_be_visible()
    canvas = page.locator(".stage canvas")
    before = canvas.screenshot()
    box.focus()
    eventually(page, canvas.screenshot, lambda now: now != before)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    explorer.shows(box=None)
    expect(explorer.detail).to_contain_text("Homocysteine ↑")
    assert explorer.asked("edge", "step")


def test_an_arrow_of_the_overview_opens_into_its_steps(explorer: Explorer) -> None:
    explorer.open("?from=metformin")
    explorer.click_arrow("muscle-mitochondria--fatigue")
    expect(explorer.detail).to_contain_text("It stands for 2 steps.")
    expect(explorer.detail.get_by_role("heading", level=3)).to_have_count(2)
