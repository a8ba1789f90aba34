"""A drawing depends on what boxes and arrows are, and not on the order they come in."""

from __future__ import annotations

import random

from graph.layout import lay_out
from graph.layout.engine import settled
from tests.graph.layout_samples import Drawn


def test_the_order_of_the_input_does_not_matter(drawn: Drawn) -> None:
    for number, ((lanes, boxes, arrows), layout) in enumerate(drawn):
        chance = random.Random(number)
        shuffled = chance.sample(boxes, len(boxes)), chance.sample(arrows, len(arrows))
        settled.cache_clear()
        assert lay_out(lanes, *shuffled) == layout, (lanes, boxes, arrows)
