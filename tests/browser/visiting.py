"""How a test looks at the app: the size and light of the window, and when a page has come to rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Page


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
EVERY_LOOK = [each for look in (LAPTOP, PROJECTOR, PHONE) for each in (look, look.dark())]


def settle(page: Page) -> None:
    """Wait until Streamlit has run the script for what was done last."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
