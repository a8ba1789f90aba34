"""A real server and a real browser for the tests in this folder.

A test takes ``page`` (a fresh visitor, watched) and ``served_app`` (its ``url``); more visitors come from
``new_page``. All of them are marked ``browser``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from tests.browser.chromium import NoChromium, executable, ready_driver
from tests.browser.explorer import Explorer
from tests.browser.visiting import LAPTOP, PATIENCE, Look, Visit, lent
from tests.serving import Served

HERE = Path(__file__).parent
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents and {"page", "new_page"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")


@contextmanager
def or_give_up() -> Iterator[None]:
    """Without a browser, fail in CI and skip elsewhere; the cure is one line."""
    try:
        yield
    except NoChromium as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(str(missing), pytrace=False)
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with or_give_up():
        ready_driver()
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    with or_give_up():
        program = executable(playwright)
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    # A page lives for a second or two: to optimise its scripts takes longer than they then save.
    arguments = ["--js-flags=--no-opt", *(["--no-sandbox"] if as_root else [])]
    launched = playwright.chromium.launch(executable_path=program, args=arguments)
    yield launched
    launched.close()


@pytest.fixture
def look(request: pytest.FixtureRequest) -> Look:
    """The window of the visit: a laptop in the light unless parametrised."""
    return getattr(request, "param", LAPTOP)


@pytest.fixture
def new_page(browser: Browser, served_app: Served, look: Look) -> Iterator[Callable[[], Page]]:
    """Makes visitors, each with a browser of their own; at the end none may have done what it must not."""
    visits: list[Visit] = []

    def visitor() -> Page:
        visits.append(Visit(browser, served_app.url, look.touch))
        return visits[-1].begin(look)

    yield visitor
    for visit in visits:
        visit.close()
    complaints = [line for visit in visits for line in visit.watch.complaints()]
    assert not complaints, "\n".join(complaints)


@pytest.fixture(scope="session")
def visits(browser: Browser, served_app: Served) -> Iterator[dict[bool, Visit]]:
    """One visitor with a mouse and one with fingers, who come back for one test after the other."""
    kept: dict[bool, Visit] = {}
    yield kept
    for visit in kept.values():
        visit.close()


@pytest.fixture
def page(visits: dict[bool, Visit], browser: Browser, served_app: Served, look: Look) -> Iterator[Page]:
    """One visitor; ``page.goto("/?from=...")`` opens the app.

    It comes with nothing stored; tests that change more than a page can forget take one from ``new_page``.
    """
    with lent(visits, browser, served_app.url, look) as page:
        yield page


@pytest.fixture
def explorer(page: Page) -> Explorer:
    """The visitor on the Explore page, which is not opened yet."""
    return Explorer(page)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Put the server's log under a failed visit, and keep a screenshot of it."""
    report = yield
    fixtures = getattr(item, "funcargs", {})
    if report.failed and isinstance(fixtures.get("served_app"), Served):
        report.sections.append(("log of the server", fixtures["served_app"].said()))
    if report.failed and call.when == "call" and isinstance(fixtures.get("page"), Page):
        picture = item.config.rootpath / "test-results" / f"{item.name}.png".replace("/", "_")
        fixtures["page"].screenshot(path=picture)
        report.sections.append(("screenshot", str(picture)))
    return report
