"""Graphs to lay out: random ones for the property tests, tangles, and one as large as the real map."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from hypothesis import strategies as st

from graph.layout import ArrowSpec, BoxSpec, Layout

FIVE_LANES = ["one", "two", "three", "four", "five"]
LANES = ["why", "low", "chemistry", "nerve", "felt", "muscle"]
LABELS = [
    "Falls",
    "Homocysteine ↑",
    "Methylation capacity ↓",
    "Vegan diet without B12 supplement",
    "Active B12 (holotranscobalamin) ↓",
    "Propionyl-CoA and odd-chain fats ↑",
]

LOOKS = list(product(LABELS, ["box", "pill", "ellipse"]))
_UP_TO = [st.integers(0, most) for most in range(31)]

Graph = tuple[list[str], list[BoxSpec], list[ArrowSpec]]
Drawn = list[tuple[Graph, Layout]]


@st.composite
def graphs(draw: st.DrawFn, most_boxes: int = 16, most_arrows: int = 30) -> Graph:
    """Any graph the layout has to cope with: cycles, parallel arrows, empty lanes."""
    lanes = LANES[: 1 + draw(_UP_TO[4])]
    # All boxes in one draw, and all arrows: a draw for each takes as long as the layout.
    count = 1 + draw(_UP_TO[most_boxes - 1])
    looks = draw(st.binary(min_size=count, max_size=count))
    boxes = []
    for index, look in enumerate(looks):
        label, shape = LOOKS[look // len(lanes) % len(LOOKS)]
        boxes.append(BoxSpec(f"box-{index:02}", lanes[look % len(lanes)], label, shape))
    number = draw(_UP_TO[most_arrows]) if count > 1 else 0
    ends = draw(st.binary(min_size=2 * number, max_size=2 * number))
    arrows = []
    for index, (one, on) in enumerate(zip(ends[::2], ends[1::2], strict=True)):
        source, target = one % count, (one % count + 1 + on % (count - 1)) % count
        arrows.append(ArrowSpec(f"arrow-{index:02}", boxes[source].id, boxes[target].id))
    return lanes, boxes, arrows


def large_map() -> Graph:
    """Six lanes of fifteen boxes and some 150 arrows, most of them short, a few running back."""
    boxes = [
        BoxSpec(
            f"{lane}-{row:02}",
            lane,
            LABELS[(row + column) % len(LABELS)],
            "pill" if lane == "felt" else "box",
        )
        for column, lane in enumerate(LANES)
        for row in range(15)
    ]
    # Where an arrow ends, seen from its source: lanes to the right, rows down.
    steps = [(0, 1), (1, 0), (0, 2), (1, 3), (2, 4), (0, 1), (1, 2), (3, 1), (-1, 5), (0, 3), (1, -1)]
    arrows = {}
    for number in range(180):
        column, row = number % 6, number // 6 * 2 % 15
        across, down = steps[number % len(steps)]
        if 0 <= column + across < len(LANES):
            source = f"{LANES[column]}-{row:02}"
            target = f"{LANES[column + across]}-{(row + down) % 15:02}"
            arrows[source, target] = ArrowSpec(f"{source}--{target}", source, target)
    return LANES, boxes, list(arrows.values())


def all_joined(size: int, lanes: Sequence[str] = FIVE_LANES) -> Graph:
    """So many boxes, each of which has an arrow to each of the others."""
    boxes = [BoxSpec(f"n{at:02}", lanes[at % len(lanes)], f"Claim {at}", "box") for at in range(size)]
    arrows = [ArrowSpec(f"{a.id}--{b.id}", a.id, b.id) for a in boxes for b in boxes if a != b]
    return list(lanes), boxes, arrows
