"""What a search spends, counted."""

from __future__ import annotations

import pytest

from graph.answers import path_search
from graph.paths.steps import Steps


@pytest.fixture
def spent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The steps that searches spend, an entry each time."""
    taken: list[int] = []

    class Counted(Steps):
        __slots__ = ()

        def spend(self, number: int = 1) -> None:
            taken.append(number)
            super().spend(number)

    monkeypatch.setattr(path_search, "Steps", Counted)
    return taken
