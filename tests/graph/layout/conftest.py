"""Random graphs, laid out."""

from __future__ import annotations

import pytest
from hypothesis import Phase, given, settings

from graph.layout import lay_out
from tests.graph.layout_samples import Drawn, Graph, graphs


@pytest.fixture(scope="session")
def drawn() -> Drawn:
    """Graphs of every sort that Hypothesis thinks of, each laid out once for all claims."""
    found: Drawn = []

    @given(graphs())
    @settings(max_examples=30, deadline=None, database=None, phases=[Phase.generate])
    def gather(graph: Graph) -> None:
        found.append((graph, lay_out(*graph)))

    gather()
    assert len(found) >= 25
    return found
