"""A page outlives the server: it was ended hard and started anew, and the reader goes on where they were."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.serving import served


@pytest.mark.browser
def test_the_first_click_after_the_server_was_started_anew_is_not_lost(
    browser: Browser, tmp_path: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    with served(tmp_path / "first") as running:
        page.goto(running.url)
        expect(page.locator(".routes a").nth(1)).to_be_visible()
        running.process.kill()
        running.process.wait()
    port = running.url.rpartition(":")[2]
    with served(tmp_path / "second", port=port):
        with page.expect_websocket():
            pass
        page.locator(".routes a").nth(1).click()
        expect(page.locator(".routes a").nth(1)).to_have_attribute("aria-current", "true")
        assert "path=2" in page.url
    context.close()


@pytest.mark.browser
def test_a_click_while_the_server_is_away_waits_for_it(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    app = page.get_by_test_id("stApp")
    with served(tmp_path / "first") as running:
        page.goto(running.url)
        expect(page.locator(".routes a").nth(2)).to_be_visible()
        running.process.kill()
        running.process.wait()
    expect(app).not_to_have_attribute("data-test-connection-state", "CONNECTED")
    for route in (1, 2):
        page.locator(".routes a").nth(route).dispatch_event("click")
    address = page.locator(".routes a").nth(2).get_attribute("href") or "?"
    with served(tmp_path / "second", port=running.url.rpartition(":")[2]):
        expect(page.locator(".routes a").nth(2)).to_have_attribute("aria-current", "true")
        assert address.rpartition("&")[2] in page.url
    context.close()
