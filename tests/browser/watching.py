"""What a visit must never do: ask another host, or leave an error in the console."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page

LOCAL_SCHEMES = ("data", "blob", "about")


class Watch:
    """Records requests to other hosts and errors of every page of a context."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        """Watch ``context``, whose own server answers at ``url``."""
        self.host = urlsplit(url).netloc
        self.foreign: list[str] = []
        self.errors: list[str] = []
        context.on("request", lambda request: self._saw(request.url))
        context.on("page", self._watch_page)
        context.on("console", self._heard)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))

    def forget(self) -> None:
        """Begin anew: what another test did is told there."""
        self.foreign.clear()
        self.errors.clear()

    def complaints(self) -> list[str]:
        """Everything that must not be, a line each."""
        asked = [f"asked another host: {url}" for url in self.foreign]
        return asked + [f"error in the console: {text}" for text in self.errors]

    def _watch_page(self, page: Page) -> None:
        page.on("websocket", lambda socket: self._saw(socket.url))

    def _saw(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in LOCAL_SCHEMES and parts.netloc != self.host:
            self.foreign.append(url)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)
