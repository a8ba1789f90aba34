"""Fingers: real touch events, as a screen sends them, and not a mouse that pretends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import CDPSession, Page

Point = tuple[float, float]
REST = 150
"""Milliseconds."""


@dataclass(frozen=True)
class Fingers:
    """Fingers on the screen of a page; places in CSS pixels of the window."""

    page: Page
    session: CDPSession

    def move(self, *ways: Sequence[Point]) -> None:
        """Put down a finger at the first point of each way, lead it through the others, lift it."""
        self._send("touchStart", [way[0] for way in ways])
        for points in zip(*(way[1:] for way in ways), strict=True):
            self._send("touchMove", list(points))
        # A finger that rests before it is lifted throws nothing: a tap on what flies would only stop it.
        self.page.wait_for_timeout(REST)
        self._send("touchMove", [way[-1] for way in ways])
        self._send("touchEnd", [])

    def swipe(self, start: Point, aside: float, down: float = 0, moves: int = 6) -> None:
        """Lead one finger along a straight line."""
        (x, y), parts = start, [at / moves for at in range(moves + 1)]
        self.move([(x + aside * part, y + down * part) for part in parts])

    def pinch(self, middle: Point, before: float, after: float, moves: int = 8) -> None:
        """Lead two fingers apart or together: how far they are from each other before and after."""
        (x, y), parts = middle, [at / moves for at in range(moves + 1)]
        reach = [(before + (after - before) * part) / 2 for part in parts]
        self.move([(x - far, y) for far in reach], [(x + far, y) for far in reach])

    def _send(self, kind: str, points: Sequence[Point]) -> None:
        fingers = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})


@contextmanager
def fingers_on(page: Page) -> Iterator[Fingers]:
    """Fingers for a page whose visitor has a touch screen (``Look(..., touch=True)``)."""
    session = page.context.new_cdp_session(page)
    yield Fingers(page, session)
    session.detach()
