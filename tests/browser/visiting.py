"""How a test looks at the app: who visits, the size and light of the window, when a page has come to rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal, TypeVar

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page

from tests.browser.watching import Watch

PATIENCE = 30_000
"""Milliseconds to wait for a state: much, since a busy machine must fail nothing."""

PAUSE = 50
"""Milliseconds between two looks at a state."""

T = TypeVar("T")


@dataclass(frozen=True)
class Look:
    """The window of a visit. Set it with ``@pytest.mark.parametrize("look", [...], indirect=True)``."""

    width: int = 1440
    height: int = 900
    scheme: Literal["light", "dark"] = "light"
    touch: bool = False

    def __str__(self) -> str:
        """Name the look in a test's id."""
        return f"{self.width}x{self.height}-{self.scheme}"

    def dark(self) -> Look:
        """The same window in the dark."""
        return Look(self.width, self.height, "dark", self.touch)


LAPTOP = Look()
PROJECTOR = Look(1920, 1080)
PHONE = Look(390, 844, touch=True)


def settle(page: Page) -> None:
    """Wait until Streamlit has run the script for what was done last."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')


def eventually(page: Page, ask: Callable[[], T], holds: Callable[[T], bool]) -> T:
    """Ask again until the answer holds, and return it; fails with the last answer when it never does."""
    for _ in range(PATIENCE // PAUSE):
        if holds(answer := ask()):
            return answer
        page.wait_for_timeout(PAUSE)
    raise AssertionError(f"still {answer!r}")


def at_rest(page: Page, ask: Callable[[], T], pause: int = 250) -> T:
    """Ask until two answers, a pause apart, are the same; transitions have run out then as well."""
    page.evaluate(
        """() => Promise.race([
            Promise.allSettled(document.getAnimations().map((each) => each.finished)),
            new Promise((done) => setTimeout(done, 3000)),  // a spinner never ends
        ])"""
    )
    before = ask()
    for _ in range(PATIENCE // pause):
        page.wait_for_timeout(pause)
        if (now := ask()) == before:
            return now
        before = now
    raise AssertionError(f"never at rest: {before!r}")


def in_each_light(page: Page) -> Iterator[str]:
    """Show an open page in the light and in the dark, without opening it again."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(
            """(scheme) => {
                const app = document.querySelector("[data-testid=stApp]");
                const pictures = [...document.querySelectorAll("[data-testid=stBidiComponentIsolated]")]
                    .map((host) => host.shadowRoot.querySelector(".picture")).filter(Boolean);
                return getComputedStyle(app).colorScheme === scheme
                    && pictures.every((picture) => picture.dataset.theme === scheme);
            }""",
            arg=scheme,
        )
        at_rest(page, lambda: page.evaluate("getComputedStyle(document.body).color"), pause=PAUSE)
        yield scheme


def faults(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds on the page as it stands: each rule with the elements that break it."""
    # Half a megabyte of script need not be read again where it is.
    axe = Axe("0") if page.evaluate("'axe' in window") else Axe()
    # What passes is counted and not written out: half the work, and on a long list a sixth.
    found = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found]


class Visit:
    """A visitor with a browser of their own, who is watched and may come back for another test."""

    def __init__(self, browser: Browser, url: str, touch: bool) -> None:
        """Give the visitor a browser; ``touch`` cannot be changed later on."""
        self.context = browser.new_context(base_url=url, has_touch=touch)
        self.context.set_default_timeout(PATIENCE)
        self.watch = Watch(self.context, url)
        self.page = self.context.new_page()

    def begin(self, look: Look) -> Page:
        """A page that stands nowhere yet, in the given window."""
        self.watch.forget()
        self.page.set_viewport_size({"width": look.width, "height": look.height})
        self.page.emulate_media(media="null", color_scheme=look.scheme)
        return self.page

    def end(self) -> bool:
        """Leave the app with nothing stored; False when this browser cannot be used again."""
        try:
            self.page.mouse.move(0, 0)
            if self.page.url.startswith("http"):
                self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
            self.page.unroute_all()
            for other in self.context.pages:
                if other != self.page:
                    other.close()
            self.context.clear_cookies()
            self.page.goto("about:blank")
        except Error:
            return False
        return len(self.context.pages) == 1

    def close(self) -> None:
        """Close the browser."""
        self.context.close()


@contextmanager
def lent(kept: dict[bool, Visit], browser: Browser, url: str, look: Look) -> Iterator[Page]:
    """The page of a visitor who comes back, for one test: with a mouse or, ``kept`` under ``True``, fingers.

    A browser that knows the app shows it in half the time and work of a new one.
    """
    if look.touch not in kept:
        kept[look.touch] = Visit(browser, url, look.touch)
    visit = kept[look.touch]
    yield visit.begin(look)
    complaints = visit.watch.complaints()
    if not visit.end():
        kept.pop(look.touch).close()
    assert not complaints, "\n".join(complaints)
