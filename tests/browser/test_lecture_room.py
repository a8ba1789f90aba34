"""What surrounds a lecture: presenter's window, map, files, codes, and whether everybody can read it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Download, Page, Route, expect
from pptx import Presentation

from graph import lecture_of_tour
from tests.browser.explorer import Explorer
from tests.browser.lecturer import Lecturer
from tests.browser.visiting import LAPTOP, PHONE, PROJECTOR, Look, at_rest, faults
from tests.serving import Served
from tests.shipped import B12

NERVE = lecture_of_tour(B12, B12.tour["nerve-route"])
SMALL, LARGE = Look(1280, 720), Look(3840, 2160)
SEEN = """stage.state.frames.map((_, at) => {
    stage.go(at);
    stage.step(false);
    const cut = [];
    let words = Infinity;
    for (const part of [stage.words, stage.cover]) {
        if (part.hidden || part.classList.contains("away")) continue;
        const room = part.getBoundingClientRect();
        for (const each of part.querySelectorAll("*")) {
            const { width, right, bottom, top } = each.getBoundingClientRect();
            words = Math.min(words, parseFloat(getComputedStyle(each).fontSize));
            if (width && (right > room.right + 1 || bottom > room.bottom + 1 || top < room.top - 1))
                cut.push(`frame ${at}: ${each.tagName} ${each.textContent.slice(0, 40)}`);
        }
    }
    return { cut, words, picture: 13 * stage.chain.canvas.network.getScale() };
})"""
"""Every frame of a lecture: what is cut, and how high its smallest words and the boxes' text are (pixels)."""


def test_the_presenter_sees_notes_and_what_comes_and_both_windows_stay_in_step(page: Page) -> None:
    lecturer = Lecturer(page).open("?tour=nerve-route&step=1")
    with page.expect_popup() as opened:
        lecturer.press("p")
    presenter = opened.value
    expect(presenter.locator(".notes")).to_contain_text(NERVE.stops[0].notes[0][:80])
    expect(presenter.locator(".next")).to_contain_text(NERVE.stops[1].words)
    expect(presenter.locator(".clock")).to_contain_text("·")
    expect(presenter.locator(".plan")).to_contain_text(f"of {NERVE.minutes} min")
    lecturer.press("ArrowRight")
    expect(presenter.locator(".now-told")).to_contain_text("2 of 9")
    presenter.keyboard.press("PageDown")
    page.wait_for_selector(".lecture[data-step='3']")
    presenter.get_by_role("button", name="Previous").click()
    page.wait_for_selector(".lecture[data-step='2']")
    with presenter.expect_event("close"):
        page.goto("/about")


@pytest.mark.parametrize("away", ["reloads", "closes", "another lecture"])
def test_the_presenters_window_goes_with_its_lecture(page: Page, away: str) -> None:
    lecturer = Lecturer(page).open("?tour=nerve-route&step=1")
    with page.expect_popup() as opened:
        lecturer.press("p")
    expect(opened.value.locator(".notes")).to_be_visible()
    with opened.value.expect_event("close"):
        if away == "reloads":
            page.reload()
        elif away == "closes":
            page.close(run_before_unload=True)
        else:
            page.get_by_role("link", name=B12.tour["treatment"].title).click()


def test_what_belongs_to_the_browser_is_left_to_it_in_the_presenters_window_too(page: Page) -> None:
    lecturer = Lecturer(page).open("?tour=nerve-route&step=1")
    with page.expect_popup() as opened:
        lecturer.press("p")
    for keys in ("Control+b", "Control+ArrowRight", "Alt+ArrowRight"):
        opened.value.keyboard.press(keys)
        lecturer.press(keys)
        expect(lecturer.black).not_to_be_visible()
        assert lecturer.step == 1, keys


def test_a_browser_that_opens_no_second_window_is_spoken_of_at_every_step(
    new_page: Callable[[], Page],
) -> None:
    page = new_page()
    page.add_init_script("window.open = () => null")
    for step in (0, 4, len(NERVE.stops) + 2):
        lecturer = Lecturer(page).open(f"?tour=nerve-route&step={step}")
        lecturer.press("p")
        said = page.get_by_text("The browser did not open a second window")
        expect(said).to_be_visible()
        room, words = page.locator(".screen").bounding_box(), said.bounding_box()
        assert room is not None
        assert words is not None
        assert words["y"] + words["height"] <= room["y"] + room["height"] + 1, step


def test_from_any_step_the_map_is_one_key_away_and_so_is_the_way_back(page: Page) -> None:
    lecturer = Lecturer(page).open("?tour=nerve-route&step=3")
    note = page.locator(".map-overlay .note h2")
    lecturer.press("m")
    expect(note).to_have_text(B12.node["demyelination"].claim)
    coordination = """(() => {
        const { canvas } = stage.overlay;
        const frame = canvas.element.getBoundingClientRect();
        const { x, y } = canvas.network.canvasToDOM(canvas.nodes.get("spinal-cord-degeneration"));
        return [x + frame.left, y + frame.top];
    })()"""
    x, y = at_rest(page, lambda: lecturer.ask(coordination))
    page.mouse.click(x, y)
    expect(note).to_have_text(B12.node["spinal-cord-degeneration"].claim)
    page.locator(".map-overlay .note li button").first.click()
    expect(note).not_to_have_text(B12.node["spinal-cord-degeneration"].claim)
    for key in ("m", "Escape", "ArrowRight"):
        lecturer.press(key)
        expect(page.locator(".map-overlay")).not_to_be_visible()
        assert lecturer.step == 3
        lecturer.press("m")
        expect(page.locator(".map-overlay")).to_be_visible()


def test_a_click_on_a_box_of_the_chain_opens_the_map_there(page: Page) -> None:
    lecturer = Lecturer(page).open("?tour=nerve-route&step=2")
    lecturer.settle()
    x, y = lecturer.ask(
        """(() => {
            const { canvas } = stage.chain;
            const frame = canvas.element.getBoundingClientRect();
            const { x, y } = canvas.network.canvasToDOM(canvas.nodes.get("paraesthesia"));
            return [x + frame.left, y + frame.top];
        })()"""
    )
    page.mouse.click(x, y)
    expect(page.locator(".map-overlay .note h2")).to_have_text(B12.node["paraesthesia"].claim)
    assert lecturer.step == 2


@pytest.mark.parametrize("look", [PROJECTOR, PHONE], indirect=True, ids=str)
def test_no_word_of_any_tour_is_cut_and_on_a_projector_the_last_row_can_read_it(
    page: Page, look: Look
) -> None:
    lecturer = Lecturer(page).open()
    sizes = [PHONE] if look is PHONE else [SMALL, PROJECTOR, LARGE]
    screen = page.context.new_cdp_session(page)
    for tour in B12.tours:
        page.get_by_role("link", name=tour.title).click()
        page.wait_for_function(
            """(title) => [...document.querySelectorAll("[data-testid=stBidiComponentIsolated]")]
                .some((host) => host.shadowRoot.querySelector(".lecture")?.stage?.told.title === title)""",
            arg=tour.title,
        )
        lecturer.ready()
        if look is not PHONE:
            lecturer.fill_screen()
        for size in sizes:
            # Playwright's own way refuses to resize a page that fills the screen.
            metrics = {"width": size.width, "height": size.height, "deviceScaleFactor": 1, "mobile": False}
            screen.send("Emulation.setDeviceMetricsOverride", metrics)
            least = 0 if size is PHONE else size.height / 720
            at_rest(
                page, lambda: lecturer.ask("[stage.screen.clientWidth, stage.screen.clientHeight]"), pause=100
            )
            seen = lecturer.ask(SEEN)
            assert len(seen) == len(tour.steps) + 3 + sum(step.edge is None for step in tour.steps)
            assert [frame["cut"] for frame in seen if frame["cut"]] == [], size
            # The opening and what is taken home stand in the place of the picture.
            for frame in seen[1:-1]:
                assert frame["picture"] >= 23.5 * least, size
                assert frame["words"] >= 23.9 * least, size
        if look is not PHONE:
            lecturer.press("Escape")
            lecturer.left_screen()
    screen.detach()


def test_slides_are_saved_from_the_page_which_says_so(page: Page, tmp_path: Path) -> None:
    Lecturer(page).open("?tour=nerve-route")
    with page.expect_download() as waited:
        page.get_by_role("link", name="Slides").click()
    assert waited.value.suggested_filename == "therefore-b12-nerve-route.pptx"
    expect(page.locator(".making")).to_have_text("Saved therefore-b12-nerve-route.pptx.")
    file = tmp_path / "slides.pptx"
    waited.value.save_as(file)
    assert len(Presentation(io.BytesIO(file.read_bytes())).slides) > len(NERVE.stops)


def test_a_file_that_is_long_in_the_making_is_announced(page: Page) -> None:
    Lecturer(page).open("?tour=nerve-route")

    def slowly(route: Route) -> None:
        page.wait_for_timeout(900)
        route.continue_()

    page.route("**/api/export/pdf*", slowly)
    with page.expect_download():
        page.get_by_role("link", name="Handout").click()
        expect(page.locator(".making")).to_contain_text("Making it: Handout")
    expect(page.locator(".making")).to_contain_text("Saved")


@pytest.mark.browser
def test_a_file_that_cannot_be_made_is_not_saved_and_the_page_says_why(
    browser: Browser, served_app: Served
) -> None:
    # Not the visitor of the other tests: the browser itself complains in the console about the 500.
    page = browser.new_page(base_url=served_app.url)
    saved: list[Download] = []
    page.on("download", lambda download: saved.append(download))
    page.route("**/api/export/png*", lambda route: route.fulfill(status=500, body="It cannot be made."))
    page.route("**/api/export/pdf*", lambda route: route.abort())
    Lecturer(page).open("?tour=nerve-route")
    for name, words in (("Picture (PNG)", "It cannot be made."), ("Handout", "nothing was saved")):
        page.get_by_role("link", name=name).click()
        expect(page.locator(".making")).to_contain_text(words)
    assert saved == []
    page.close()


@pytest.mark.parametrize("look", [LAPTOP, PROJECTOR], indirect=True, ids=str)
def test_the_code_of_a_view_fills_the_stage_and_names_its_address(page: Page, look: Look) -> None:
    lecturer = Lecturer(page).open("?tour=nerve-route&step=4")
    lecturer.fill_screen()
    lecturer.press("q")
    code = page.locator(".share img")
    expect(code).to_be_visible()
    page.wait_for_function("(image) => image.complete && image.naturalWidth > 0", arg=code.element_handle())
    box = code.bounding_box()
    assert box is not None
    assert box["height"] > look.height * 0.7
    expect(page.locator(".share")).to_contain_text("/lecture?tour=nerve-route&step=4")
    lecturer.press("q")
    expect(code).not_to_be_visible()


def test_explore_shows_the_code_of_its_view_too(page: Page) -> None:
    Explorer(page).open("?from=metformin")
    page.get_by_role("button", name="QR code").first.click()
    dialog = page.get_by_role("dialog", name="QR code of this view")
    code = dialog.locator("img")
    expect(code).to_be_visible()
    page.wait_for_function("(image) => image.complete && image.naturalWidth > 0", arg=code.element_handle())
    expect(dialog).to_contain_text("/?from=metformin")
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).not_to_be_visible()
    for x, y in ((0.5, 0.5), (0.02, 0.98)):
        page.get_by_role("button", name="QR code").first.click()
        expect(dialog).to_be_visible()
        page.mouse.click(LAPTOP.width * x, LAPTOP.height * y)
        expect(dialog).not_to_be_visible()


@pytest.mark.parametrize("look", [LAPTOP, LAPTOP.dark(), PHONE], indirect=True, ids=str)
def test_axe_finds_nothing_on_the_lecture_page_at_any_of_its_screens(page: Page) -> None:
    lecturer = Lecturer(page).open("?tour=nerve-route")
    shown = {
        "": ".cover",
        "ArrowRight": ".words",
        "q": ".share",
        "q m": ".map-overlay",
        "m End": ".cover",
        "t ArrowLeft": ".words",
        "m": ".map-overlay",
    }
    for keys, part in shown.items():
        lecturer.press(*keys.split())
        expect(page.locator(f".screen > {part}")).to_be_visible()
        at_rest(page, lambda: page.locator(f".screen > {part}").bounding_box())  # noqa: B023 (asked at once)
        assert faults(page) == [], keys
