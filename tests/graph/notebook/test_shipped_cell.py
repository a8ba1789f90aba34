"""What a notebook shows of the shipped map."""

from __future__ import annotations

from graph.paths.overview import extract
from graph.records.vocabulary import Scope
from tests.graph.notebook.cell_reading import Page, drawn, html, pictures, squeezed
from tests.shipped import B12


def test_a_map_shows_its_overview_and_what_it_is() -> None:
    boxes, arrows = drawn(pictures(B12)[0])
    overview = extract(B12, Scope.OVERVIEW)
    assert boxes == overview.ids
    assert arrows == {(arrow.source, arrow.target) for arrow in overview.arrows}
    said = Page(html(B12)).words
    for text in (
        B12.header.title,
        B12.header.version,
        B12.header.date,
        B12.header.disclaimer,
    ):
        assert squeezed(text) in said
