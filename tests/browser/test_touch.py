"""The controls under a finger, on two phones: a tap does what it is meant for, and nothing beneath reacts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, CDPSession, Locator, Page, Route, expect

from tests.browser.explorer import Explorer
from tests.browser.visiting import PATIENCE, at_rest
from tests.browser.watching import Watch
from tests.serving import Served

pytestmark = pytest.mark.browser

PHONES = {"390x664": (390, 664), "360x640": (360, 640)}


@pytest.fixture(params=PHONES)
def phone(request: pytest.FixtureRequest, browser: Browser, served_app: Served) -> Iterator[Page]:
    """A telephone: it sends touches, and its browser makes clicks of taps as telephones do."""
    width, height = PHONES[request.param]
    context = browser.new_context(
        base_url=served_app.url,
        viewport={"width": width, "height": height},
        has_touch=True,
        is_mobile=True,
    )
    context.set_default_timeout(PATIENCE)
    watch = Watch(context, served_app.url)
    yield context.new_page()
    context.close()
    assert watch.complaints() == []


def tap(target: Locator) -> None:
    """Touch the middle of it, whatever lies there: what is tapped must not be waited for by the test."""
    target.scroll_into_view_if_needed()
    box = at_rest(target.page, target.bounding_box, pause=50)
    assert box is not None
    target.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def folded(page: Page) -> None:
    """No list and no panel is open, nor opens a moment later."""
    page.wait_for_timeout(600)
    expect(page.locator(".popup:visible")).to_have_count(0)
    expect(page.locator(".settings:visible")).to_have_count(0)


def suggested(explorer: Explorer) -> Locator:
    """The first suggestion for a start that was typed."""
    tap(explorer.start)
    explorer.page.keyboard.press("ControlOrMeta+A")
    explorer.page.keyboard.type("metformin")
    suggestion = explorer.page.get_by_role("option").first
    expect(suggestion).to_contain_text("Metformin")
    return suggestion


def test_a_suggestion_is_taken_and_the_tap_falls_on_nothing_beneath(phone: Page) -> None:
    explorer = Explorer(phone).open()
    suggestion = suggested(explorer)
    lies_over_the_other_box(suggestion, explorer.target)
    tap(suggestion)
    explorer.shows(start="metformin")
    folded(phone)
    assert (explorer.asked("from"), explorer.asked("to")) == ("metformin", "muscle-loss")
    expect(explorer.target).not_to_be_focused()
    expect(explorer.start).not_to_be_focused()


def lies_over_the_other_box(suggestion: Locator, other: Locator) -> None:
    """Where the tap goes, another control stands beneath: or the test would show nothing."""
    above, below = suggestion.bounding_box(), other.bounding_box()
    assert above is not None
    assert below is not None
    assert below["y"] < above["y"] + above["height"] / 2 < below["y"] + below["height"]


def test_a_second_impatient_tap_at_the_same_place_does_nothing(phone: Page) -> None:
    explorer = Explorer(phone).open()
    suggestion = suggested(explorer)
    box = suggestion.bounding_box()
    assert box is not None
    for _ in range(2):
        phone.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    explorer.shows(start="metformin")
    folded(phone)


def test_with_a_slow_server_too_the_tap_falls_on_nothing_beneath(phone: Page) -> None:
    explorer = Explorer(phone).open()

    def slowly(route: Route) -> None:
        phone.wait_for_timeout(700)
        route.continue_()

    phone.route("**/api/find*", slowly)
    network = phone.context.new_cdp_session(phone)
    network.send("Network.enable")
    network.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 800, "downloadThroughput": -1, "uploadThroughput": -1},
    )
    tap(explorer.start)
    suggestion = phone.get_by_role("group").get_by_role("option").first
    expect(suggestion).to_be_visible()
    name = suggestion.locator("span").inner_text()
    tap(suggestion)
    folded(phone)
    expect(explorer.start).to_have_value(name)
    expect(explorer.target).to_have_value("Functional muscle loss")


def test_a_finger_that_scrolls_the_list_chooses_nothing(phone: Page) -> None:
    explorer = Explorer(phone).open()
    tap(explorer.start)
    popup = phone.locator(".popup:visible")
    expect(phone.get_by_role("option").first).to_be_visible()
    before = phone.url
    box = popup.bounding_box()
    assert box is not None
    swipe(phone.context.new_cdp_session(phone), box["x"] + 60, box["y"] + 180, by=-150)
    scrolled = phone.get_by_role("listbox")
    assert at_rest(phone, lambda: scrolled.evaluate("(list) => list.scrollTop")) > 50
    expect(popup).to_be_visible()
    assert phone.url == before
    expect(explorer.start).to_have_value("Vitamin B12 deficiency")


def swipe(touch: CDPSession, x: float, y: float, *, by: float) -> None:
    """Put a finger down, move it up or down in small steps, and lift it."""
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for part in range(1, 11):
        point = {"x": x, "y": y + by * part / 10}
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_options_unfold_over_the_page_and_an_option_is_taken(phone: Page) -> None:
    explorer = Explorer(phone).open("?from=metformin")
    headline = phone.locator(".st-key-headline")
    before = at_rest(phone, headline.bounding_box)
    tap(explorer.options)
    expect(explorer.options).to_have_attribute("aria-expanded", "true")
    assert at_rest(phone, headline.bounding_box) == before
    tap(phone.locator("#settings").get_by_role("link", name="human evidence"))
    phone.wait_for_url("**gate=human**")
    expect(explorer.options).to_have_text("Options · human evidence only")
    expect(phone.locator(".settings")).to_be_visible()
    assert explorer.asked("node") is None
    assert explorer.asked("edge") is None
    tap(explorer.options)
    folded(phone)


def test_what_is_lit_stands_under_options(phone: Page) -> None:
    explorer = Explorer(phone).open()
    expect(phone.get_by_role("group", name="Show", exact=True)).to_have_count(0)
    tap(explorer.options)
    tap(phone.get_by_role("group", name="Show", exact=True).get_by_role("link", name="All paths"))
    phone.wait_for_url("**show=all**")
    expect(explorer.options).to_have_text("Options · all paths")


def test_a_tap_outside_folds_what_is_open(phone: Page) -> None:
    explorer = Explorer(phone).open()
    tap(explorer.options)
    expect(phone.locator(".settings")).to_be_visible()
    phone.touchscreen.tap(4, 500)
    folded(phone)
    tap(explorer.start)
    expect(phone.locator(".popup:visible")).to_have_count(1)
    phone.touchscreen.tap(4, 500)
    folded(phone)


def test_both_ends_are_exchanged_by_one_tap(phone: Page) -> None:
    explorer = Explorer(phone).open("?from=metformin&to=falls")
    tap(phone.get_by_role("link", name="Exchange"))
    expect(explorer.start).to_have_value("Falls")
    expect(explorer.target).to_have_value("Metformin")
    folded(phone)


def test_the_first_screen_is_left_to_the_answer(phone: Page) -> None:
    explorer = Explorer(phone).open()
    question = phone.locator("h1").bounding_box()
    assert question is not None
    assert question["y"] <= 140
    heights = [phone.locator(name).bounding_box() for name in (".pages", ".box:visible >> nth=0", ".swap")]
    assert all(box is not None and box["height"] <= 40 for box in heights)
    assert explorer.options.is_visible()


def test_the_four_pages_are_links_without_a_menu_and_the_page_shown_is_marked(phone: Page) -> None:
    Explorer(phone).open("?from=metformin")
    pages = phone.get_by_role("navigation", name="Pages").get_by_role("link")
    expect(pages).to_have_text(["Explore", "Lecture", "Evidence", "About"])
    for page in pages.all():
        expect(page).to_be_in_viewport(ratio=1)
    for name in ("Lecture", "Evidence", "About"):
        tap(phone.get_by_role("link", name=name, exact=True).first)
        phone.wait_for_url(f"**/{name.lower()}*")
        expect(pages.and_(phone.locator("[aria-current=page]"))).to_have_text(name)
        expect(phone.get_by_test_id("stSidebar")).to_have_count(0)
    tap(phone.get_by_role("link", name="Explore", exact=True))
    phone.wait_for_url("**from=metformin**")
    expect(Explorer(phone).start).to_have_value("Metformin")
