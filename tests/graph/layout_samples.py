"""Graphs to lay out: random ones for the property tests, and one as large as the real map."""

from __future__ import annotations

from hypothesis import strategies as st

from graph.layout import ArrowSpec, BoxSpec

LANES = ["why", "low", "chemistry", "nerve", "felt", "muscle"]
LABELS = [
    "Falls",
    "Homocysteine ↑",
    "Methylation capacity ↓",
    "Vegan diet without B12 supplement",
    "Active B12 (holotranscobalamin) ↓",
    "Propionyl-CoA and odd-chain fats ↑",
]

Graph = tuple[list[str], list[BoxSpec], list[ArrowSpec]]


@st.composite
def graphs(draw: st.DrawFn, most_boxes: int = 16, most_arrows: int = 30) -> Graph:
    """Any graph the layout has to cope with: cycles, parallel arrows, empty lanes."""
    lanes = LANES[: draw(st.integers(1, 5))]
    count = draw(st.integers(1, most_boxes))
    boxes = [
        BoxSpec(
            f"box-{index:02}",
            draw(st.sampled_from(lanes)),
            draw(st.sampled_from(LABELS)),
            draw(st.sampled_from(["box", "pill", "ellipse"])),
        )
        for index in range(count)
    ]
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    pairs = draw(
        st.lists(ends.filter(lambda pair: pair[0] != pair[1]), max_size=most_arrows if count > 1 else 0)
    )
    arrows = [ArrowSpec(f"arrow-{index:02}", boxes[a].id, boxes[b].id) for index, (a, b) in enumerate(pairs)]
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
