"""The app opens, and opens quietly."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.visiting import settle


def test_the_first_page_opens_and_asks_no_other_host(page: Page) -> None:
    page.goto("/")
    settle(page)
    expect(page).to_have_title("Therefore")
