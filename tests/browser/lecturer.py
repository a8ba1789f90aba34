"""The Lecture page as a lecturer meets it: open it, step through it, see what the room sees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page

from tests.browser.visiting import at_rest

STAGE = """
    [...document.querySelectorAll("[data-testid=stBidiComponentIsolated]")]
        .map((host) => host.shadowRoot.querySelector(".lecture")?.stage).find(Boolean)
"""


@dataclass(frozen=True)
class Lecturer:
    """One visitor on the Lecture page."""

    page: Page

    def open(self, query: str = "") -> Lecturer:
        """Go to the page and wait until its stage is ready."""
        self.page.goto(f"/lecture{query}")
        self.ready()
        return self

    def ready(self) -> None:
        """Wait for the stage."""
        self.page.wait_for_selector(".lecture[data-state=ready]")

    @property
    def root(self) -> Locator:
        """The stage."""
        return self.page.locator(".lecture")

    @property
    def words(self) -> Locator:
        """What stands under the picture."""
        return self.page.locator(".screen > .words")

    @property
    def cover(self) -> Locator:
        """What stands in the place of the picture."""
        return self.page.locator(".screen > .cover")

    @property
    def step(self) -> int:
        """The step that is shown."""
        return int(self.root.get_attribute("data-step") or -1)

    def press(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def fill_screen(self) -> None:
        """Press F and wait until the browser says that the stage has the screen."""
        self.press("f")
        self.page.wait_for_function(
            f"""() => {{
                const {{ root }} = {STAGE};
                return document.fullscreenElement && root.getRootNode().fullscreenElement === root;
            }}"""
        )

    def left_screen(self) -> None:
        """Wait until nothing has the whole screen any more."""
        self.page.wait_for_function(f"() => !document.fullscreenElement && !{STAGE}.full")

    @property
    def fills_screen(self) -> bool:
        """Whether the browser says that the stage has the screen."""
        return self.ask("stage.root.getRootNode().fullscreenElement === stage.root")

    @property
    def black(self) -> Locator:
        """The black screen."""
        return self.page.locator(".screen > .black")

    def ask(self, what: str, arg: Any = None) -> Any:
        """Evaluate an expression about ``stage``."""
        return self.page.evaluate(f"(arg) => {{ const stage = {STAGE}; return {what}; }}", arg)

    def settle(self) -> None:
        """Wait until the camera stands still."""
        at = "[stage.chain.canvas.network.getScale(), stage.chain.canvas.network.getViewPosition()]"
        at_rest(self.page, lambda: self.ask(at), pause=120)


@dataclass
class Wire:
    """What the browser sends: requests, and messages over its socket."""

    sent: list[str]

    @classmethod
    def of(cls, page: Page) -> Wire:
        """Listen to a page; call it before the page is opened."""
        wire = cls([])
        page.on("request", lambda request: wire.sent.append(request.url))
        page.on("websocket", lambda socket: socket.on("framesent", lambda _: wire.sent.append(socket.url)))
        return wire
