"""What every test of a command shares: root may replace a device of the machine, and no test ever does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _devices_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse whatever would put a file in the place of a device, should the code under test try."""
    replace = os.replace

    def guarded(source: str | Path, target: str | Path) -> None:
        place = os.path.join(os.path.realpath(os.path.dirname(os.path.abspath(target))), "")
        assert not place.startswith(("/dev/", "/proc/")), f"{target} would have been replaced"
        replace(source, target)

    monkeypatch.setattr(os, "replace", guarded)
