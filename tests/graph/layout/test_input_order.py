"""A drawing depends on what boxes and arrows are, and not on the order they come in."""

from __future__ import annotations

import random

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from graph.layout import lay_out
from graph.layout.engine import settled
from tests.graph.layout_samples import Graph, graphs


@settings(max_examples=25, database=None, phases=[Phase.explicit, Phase.generate])
@given(graphs(most_boxes=10, most_arrows=20), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(graph: Graph, chance: random.Random) -> None:
    lanes, boxes, arrows = graph
    layout = lay_out(*graph)
    settled.cache_clear()
    assert lay_out(lanes, chance.sample(boxes, len(boxes)), chance.sample(arrows, len(arrows))) == layout
