"""A lecture in a real browser: told by keys, a clicker and taps, and nothing is sent for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from graph import lecture_of_tour
from tests.browser.explorer import Explorer
from tests.browser.lecturer import Lecturer, Wire
from tests.browser.visiting import LAPTOP, PHONE, Look, at_rest, settle
from tests.shipped import B12

NERVE = lecture_of_tour(B12, B12.tour["nerve-route"])
QUESTION = next(stop.number for stop in NERVE.stops if stop.edge is None)
TABLET = Look(1024, 768, touch=True)


def test_a_nine_step_tour_is_told_by_keys_alone_in_full_screen_and_nothing_is_sent(page: Page) -> None:
    wire = Wire.of(page)
    lecturer = Lecturer(page).open("?tour=nerve-route")
    settle(page)
    at_rest(page, lambda: len(wire.sent), pause=500)
    assert wire.sent, "the wire must be heard before its silence says anything"
    wire.sent.clear()
    assert len(NERVE.stops) == 9
    lecturer.fill_screen()
    expect(lecturer.cover.get_by_role("heading")).to_have_text(NERVE.title)
    for stop in NERVE.stops:
        lecturer.press("PageDown")
        expect(lecturer.words.get_by_role("heading")).to_have_text(stop.heading)
        expect(lecturer.words.locator(".said").first).to_have_text(stop.words)
        expect(lecturer.words.locator(".progress")).to_have_text(f"{stop.number} of 9")
        assert page.url.endswith(f"?tour=nerve-route&step={stop.number}")
        assert lecturer.fills_screen
        if stop.edge is None:
            expect(lecturer.words.locator(".answer")).not_to_be_visible()
            lecturer.press("PageDown")
            expect(lecturer.words.locator(".answer")).to_be_visible()
            expect(lecturer.words.locator(".answer")).to_have_text(stop.answer)
        else:
            expect(lecturer.words.locator(".certainty")).to_have_text(stop.edge.certainty_words)
            shown = stop.reference.short_name if stop.reference else ""
            expect(lecturer.words.locator(".reference")).to_have_text(shown)
    lecturer.press("PageDown")
    expect(lecturer.words).to_contain_text(NERVE.caution)
    lecturer.press("PageDown")
    for point in NERVE.key_points:
        expect(lecturer.cover).to_contain_text(point.point)
    assert page.url.endswith("step=11")
    assert lecturer.fills_screen
    lecturer.press("Escape")
    lecturer.left_screen()
    page.wait_for_timeout(500)
    assert lecturer.step == 11
    assert wire.sent == []


KEYS = {
    "ArrowRight Space PageDown": 3,
    "ArrowRight ArrowRight ArrowLeft": 1,
    "ArrowRight PageUp PageUp": 0,
    "End": 11,
    "End PageDown": 11,
    "End Home": 0,
    "Enter ArrowDown Enter ArrowUp Backspace": 1,
    "x ArrowRight 7": 1,
}


def test_each_key_does_what_a_lecturer_expects(page: Page) -> None:
    lecturer = Lecturer(page).open("?tour=nerve-route")
    for keys, step in KEYS.items():
        lecturer.ask("stage.go(0)")
        assert lecturer.step == 0
        lecturer.press(*keys.split())
        assert lecturer.step == step, keys


def test_the_next_words_stand_there_before_the_key_press_has_ended(page: Page) -> None:
    lecturer = Lecturer(page).open("?tour=nerve-route")
    heading = lecturer.ask(
        """(document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown", bubbles: true })),
            stage.words.querySelector("h2").textContent)"""
    )
    assert heading == NERVE.stops[0].heading


def test_f_and_escape_leave_the_full_screen_at_the_same_step_and_escape_uncovers_first(page: Page) -> None:
    lecturer = Lecturer(page).open("?tour=nerve-route&step=4")
    for covers in (".black", ".share", ".map-overlay"):
        lecturer.fill_screen()
        lecturer.press({".black": "b", ".share": "q", ".map-overlay": "m"}[covers])
        expect(page.locator(f".screen > {covers}")).to_be_visible()
        lecturer.press("Escape")
        expect(page.locator(f".screen > {covers}")).not_to_be_visible()
        assert lecturer.fills_screen
        lecturer.press("Escape")
        lecturer.left_screen()
    lecturer.fill_screen()
    lecturer.press("f")
    lecturer.left_screen()
    assert lecturer.step == 4


def test_b_and_the_clickers_dot_make_the_screen_black_and_back(page: Page) -> None:
    lecturer = Lecturer(page).open("?tour=nerve-route&step=2")
    for key in ("b", "."):
        lecturer.press(key)
        expect(lecturer.black).to_be_visible()
        colour = lecturer.black.evaluate("(element) => getComputedStyle(element).backgroundColor")
        assert colour == "rgb(0, 0, 0)"
        lecturer.press(key)
        expect(lecturer.black).not_to_be_visible()
        assert lecturer.step == 2


def test_the_next_key_after_black_only_takes_the_black_away(page: Page) -> None:
    lecturer = Lecturer(page).open("?tour=nerve-route&step=2")
    for key in ("ArrowRight", "PageUp", "Home", "End", "Escape", "m", "q", "t"):
        lecturer.press("b")
        expect(lecturer.black).to_be_visible()
        lecturer.press(key)
        expect(lecturer.black).not_to_be_visible()
        for covers in (".map-overlay", ".share"):
            expect(page.locator(f".screen > {covers}")).not_to_be_visible()
        expect(lecturer.root).to_have_attribute("data-theme", "light")
        assert lecturer.step == 2, key


def test_keys_scroll_the_words_once_the_stage_is_out_of_sight(page: Page) -> None:
    lecturer = Lecturer(page).open("?tour=nerve-route&step=2")
    page.locator(".transcript .step").last.scroll_into_view_if_needed()
    expect(lecturer.words).not_to_be_in_viewport()
    lecturer.press("PageUp")
    page.wait_for_timeout(300)
    assert lecturer.step == 2


@pytest.mark.parametrize("look", [TABLET, PHONE], indirect=True, ids=str)
def test_a_tap_on_the_right_goes_on_and_on_the_left_goes_back(page: Page) -> None:
    Lecturer(page).open("?tour=nerve-route")
    frame = page.locator(".screen").bounding_box()
    assert frame is not None
    # In the words, and in a corner of the picture where no box is.
    for part, down, step in ((0.8, 0.9, 1), (0.9, 0.9, 2), (0.2, 0.9, 1), (0.98, 0.02, 2), (0.02, 0.02, 1)):
        page.touchscreen.tap(frame["x"] + frame["width"] * part, frame["y"] + frame["height"] * down)
        page.wait_for_selector(f".lecture[data-step='{step}']")


def test_the_step_is_in_the_address_and_stays_over_a_reload(page: Page) -> None:
    lecturer = Lecturer(page).open("?tour=nerve-route&step=5")
    expect(lecturer.words.get_by_role("heading")).to_have_text(NERVE.stops[4].heading)
    lecturer.press("ArrowRight")
    page.reload()
    lecturer.ready()
    assert lecturer.step == 6
    lecturer.press("Home")
    assert "step" not in page.url


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?tour=nerve-route&step=99", "9 steps"),
        ("?tour=none-such", "There is no tour"),
        ("?from=metformin&path=999999", "path"),
        ("?tour=nerve-route&step=%3Cscript%3E", "9 steps"),
    ],
)
def test_what_is_not_there_is_answered_kindly_with_something_near(page: Page, query: str, words: str) -> None:
    lecturer = Lecturer(page).open(query)
    expect(page.get_by_role("alert").first).to_contain_text(words)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_text("Traceback")).to_have_count(0)
    assert lecturer.step == 0


def test_a_tour_chosen_in_the_list_takes_the_stage_and_the_keys(page: Page) -> None:
    treatment = lecture_of_tour(B12, B12.tour["treatment"])
    lecturer = Lecturer(page).open("?tour=nerve-route&step=5")
    page.get_by_role("link", name=treatment.title).click()
    expect(lecturer.cover.get_by_role("heading")).to_have_text(treatment.title)
    lecturer.press("PageDown", "PageDown")
    expect(lecturer.words.get_by_role("heading")).to_have_text(treatment.stops[1].heading)
    assert page.url.endswith("?tour=treatment&step=2")
    page.go_back()
    expect(lecturer.words.get_by_role("heading")).to_have_text(NERVE.stops[4].heading)
    lecturer.press("PageDown")
    assert page.url.endswith("?tour=nerve-route&step=6")
    page.go_forward()
    expect(lecturer.words.get_by_role("heading")).to_have_text(treatment.stops[1].heading)


def test_a_path_is_told_from_explore_in_one_click_and_offered_again(page: Page) -> None:
    explorer = Explorer(page).open("?from=metformin&path=2")
    sentences = explorer.steps.locator(".sentence").all_inner_texts()
    sentences[-1] += f" {explorer.steps.last.locator('.ending').inner_text()}"
    page.get_by_role("link", name="Tell it as a lecture").click()
    lecturer = Lecturer(page)
    lecturer.ready()
    assert explorer.asked("from") == "metformin"
    assert explorer.asked("path") == "2"
    *told, last = lecturer.ask("stage.told.stops.map((stop) => stop.words)")
    assert told == sentences[:-1]
    assert last == sentences[-1], "the end is told with the last stop"
    assert " Ends in " in last
    page.get_by_role("link", name=B12.tours[0].title).click()
    expect(lecturer.cover.get_by_role("heading")).to_have_text(B12.tours[0].title)
    page.get_by_role("link", name="Your path: from Metformin").click()
    expect(lecturer.cover.get_by_role("heading")).to_contain_text("From Metformin")
    page.get_by_role("link", name="Open it on Explore").click()
    page.wait_for_selector(".picture[data-state=ready]", state="attached")
    assert explorer.asked("path") == "2"
    page.go_back()
    expect(lecturer.cover.get_by_role("heading")).to_contain_text("From Metformin")


def test_a_number_in_the_words_below_brings_its_step_on_the_stage_and_sends_nothing(page: Page) -> None:
    wire = Wire.of(page)
    lecturer = Lecturer(page).open("?tour=nerve-route")
    settle(page)
    wire.sent.clear()
    page.locator(".transcript [data-step='6']").click()
    page.wait_for_selector(".lecture[data-step='6']")
    expect(lecturer.words.get_by_role("heading")).to_be_in_viewport()
    assert wire.sent == []


@pytest.mark.parametrize("look", [LAPTOP, LAPTOP.dark()], indirect=True, ids=str)
def test_the_colours_follow_the_page_until_t_chooses_others(page: Page, look: Look) -> None:
    lecturer = Lecturer(page).open("?tour=nerve-route&step=1")
    themes = ["light", "dark", "contrast"]
    start = themes.index(look.scheme)
    for turn in range(4):
        expect(lecturer.root).to_have_attribute("data-theme", themes[(start + turn) % 3])
        lecturer.press("t")


def test_who_asks_the_system_for_contrast_gets_it(new_page: Callable[[], Page]) -> None:
    page = new_page()
    page.emulate_media(contrast="more")
    expect(Lecturer(page).open("?tour=nerve-route&step=1").root).to_have_attribute("data-theme", "contrast")
