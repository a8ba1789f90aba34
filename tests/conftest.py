"""What every test shares."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from app.current_map import MAP_VARIABLE

# No test is timed: a slow machine must not fail one.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def _map_of_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test starts with the package's own map chosen, whatever the shell or another test chose."""
    monkeypatch.setenv(MAP_VARIABLE, "")


@pytest.fixture(scope="session")
def example_folder() -> Path:
    """The folder of the small map about rain and streets."""
    return Path(__file__).parent / "example_map"
