"""What stands out in the picture: a control of four."""

from __future__ import annotations

from graph.records.vocabulary import Term


class Highlight(Term):
    """What stands out in the picture; everything else is pale."""

    PATH = "path", "This path", "Only the chosen path."
    BEST = (
        "best",
        "Best of each route",
        "The chosen path, and thinner the best path of each other route.",
        ("overview",),
    )
    ALL = "all", "All paths", "Every arrow that lies on a path between the two ends."
    MAP = "map", "Whole map", "Every box and every arrow of the map, each at a place of its own.", ("full",)
