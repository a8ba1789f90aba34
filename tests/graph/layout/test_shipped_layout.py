"""The shipped map is no tangle."""

from __future__ import annotations

from graph.drawing.drawings import drawing_of_map
from graph.records.vocabulary import Scope
from tests.shipped import B12


def test_the_shipped_map_is_laid_out_with_care() -> None:
    assert not any(drawing_of_map(B12, scope).layout.rough for scope in Scope)
