"""A deterministic swimlane layout: boxes stacked in lanes, arrows routed round them.

Knows nothing of what the boxes mean and nothing of how the page draws them. Graph in
(`BoxSpec`, `ArrowSpec`), places and polylines out (`Layout`).
"""

from __future__ import annotations

from graph.layout.engine import lay_out
from graph.layout.folding import Frame, lay_out_folded
from graph.layout.quality import (
    arrows_behind_boxes,
    close_parallels,
    count_crossings,
    overfull_boxes,
    overlapping_boxes,
    total_length,
)
from graph.layout.specs import ArrowSpec, Box, BoxSpec, LaneColumn, Layout

__all__ = [
    "ArrowSpec",
    "Box",
    "BoxSpec",
    "Frame",
    "LaneColumn",
    "Layout",
    "arrows_behind_boxes",
    "close_parallels",
    "count_crossings",
    "lay_out",
    "lay_out_folded",
    "overfull_boxes",
    "overlapping_boxes",
    "total_length",
]
