"""The app opens, and opens quietly, whichever page comes first; each tab says what it shows."""

from __future__ import annotations

import re
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from graph import load_map
from graph.answers.tour_order import tours_in_order
from tests.browser.visiting import settle
from tests.serving import Served

B12 = load_map()
DEFICIENCY, LOSS = (
    B12.node[end].in_sentence for end in (B12.header.default_start, B12.header.default_target)
)
TITLES = {
    "/": f"How does {DEFICIENCY} lead to {LOSS}? · Therefore",
    "/?from=metformin": f"How does metformin lead to {LOSS}? · Therefore",
    "/?from=muscle-loss&to=metformin": f"Does {LOSS} lead to metformin? · Therefore",
    "/lecture": f"{tours_in_order(B12)[0].title} · Lecture · Therefore",
    "/evidence": "Evidence · Therefore",
    "/about": "About · Therefore",
}


def test_the_first_page_opens_and_asks_no_other_host(page: Page) -> None:
    page.goto("/")
    settle(page)
    expect(page).to_have_title(TITLES["/"])


@pytest.mark.parametrize("path", TITLES)
def test_each_page_opens_directly_without_an_error_and_its_tab_says_what_it_shows(
    page: Page, path: str
) -> None:
    page.goto(path)
    settle(page)
    expect(page).to_have_title(TITLES[path])
    assert page.evaluate("location.pathname") == path.partition("?")[0]


def test_from_page_to_page_the_tab_goes_along(page: Page) -> None:
    page.goto("/lecture")
    settle(page)
    for name in ("Evidence", "About"):
        page.get_by_role("link", name=name, exact=True).first.click()
        expect(page).to_have_title(f"{name} · Therefore")
        # The title comes first; only with the address does the page stand in the history.
        page.wait_for_url(f"**/{name.lower()}")
        settle(page)
    page.go_back()
    expect(page).to_have_title("Evidence · Therefore")


def test_a_question_is_one_step_back_from_another_page_and_its_link_comes_back_to_it(page: Page) -> None:
    page.goto("/?from=metformin&path=2")
    settle(page)
    asked = page.url
    pages = page.get_by_role("navigation", name="Pages")
    pages.get_by_role("link", name="Lecture").click()
    page.wait_for_url("**/lecture")
    expect(page).to_have_title(TITLES["/lecture"])
    page.go_back()
    expect(page.get_by_role("combobox", name="From")).to_have_value("Metformin")
    assert page.url == asked
    pages.get_by_role("link", name="About").click()
    page.wait_for_url("**/about")
    expect(page).to_have_title(TITLES["/about"])
    pages.get_by_role("link", name="Explore").click()
    expect(page.get_by_role("combobox", name="From")).to_have_value("Metformin")
    assert "path=2" in page.url
    page.go_back()
    expect(page).to_have_title(TITLES["/about"])


@pytest.mark.browser
def test_a_page_of_a_course_may_show_the_explorer_in_a_frame(browser: Browser, served_app: Served) -> None:
    class Course(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f'<iframe src="{served_app.url}/" width="1200" height="800"></iframe>'.encode())

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Course) as course:
        Thread(target=course.serve_forever, daemon=True).start()
        context = browser.new_context()
        page = context.new_page()
        errors: list[str] = []
        page.on("console", lambda message: message.type == "error" and errors.append(message.text))
        page.goto(f"http://127.0.0.1:{course.server_port}/")
        expect(page.frame_locator("iframe").locator(".verdict")).to_have_text(re.compile("routes lead there"))
        context.close()
        course.shutdown()
    assert [error for error in errors if "favicon" not in error] == []
