"""A tangle is laid out with bounded work, and the layout says that it is rough."""

from __future__ import annotations

import pytest

from graph.layout import (
    Layout,
    annealing,
    lay_out,
    ordering,
    overlapping_boxes,
    sifting,
    tracks,
)
from graph.layout.engine import settled
from graph.layout.widening import widen
from tests.graph.layout_samples import FIVE_LANES, all_joined


@pytest.fixture
def weighed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The dear steps of a layout, an entry each: exchanges, arrows laid anew, pairs of runs."""
    settled.cache_clear()
    done: list[str] = []

    def count(module: object, name: str) -> None:
        of = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *given: done.append(name) or of(*given))

    count(annealing, "exchange_cost")
    count(sifting, "exchange_cost")
    count(annealing, "reroute")
    count(ordering, "reroute")
    count(tracks, "_cost")
    return done


@pytest.mark.parametrize("lanes", [FIVE_LANES, ["only"]], ids=["five lanes", "one lane"])
def test_forty_boxes_all_joined_are_laid_out_in_few_steps(weighed: list[str], lanes: list[str]) -> None:
    layout = lay_out(*all_joined(40, lanes))
    assert layout.rough
    assert weighed.count("exchange_cost") < 60_000
    assert weighed.count("reroute") == 0
    assert weighed.count("_cost") < 250**2
    assert not overlapping_boxes(layout)
    assert len(layout.routes) == 40 * 39


def test_a_rough_layout_does_not_depend_on_the_order_of_what_comes_in(
    monkeypatch: pytest.MonkeyPatch, weighed: list[str]
) -> None:
    monkeypatch.setattr(ordering, "MOST_PAIRS", 6_000)
    lanes, boxes, arrows = all_joined(14)
    first = lay_out(lanes, boxes, arrows)
    assert first.rough
    settled.cache_clear()
    assert first == lay_out(lanes, boxes[::-1], arrows[::-1])
    assert weighed.count("exchange_cost") > 1_000
    settled.cache_clear()


def test_a_widened_layout_is_as_rough_as_before() -> None:
    layout = lay_out(*all_joined(3))
    rough = Layout(layout.boxes, layout.routes, layout.lanes, layout.width, layout.height, rough=True)
    assert (widen(layout, 5_000).rough, widen(rough, 5_000).rough) == (False, True)
