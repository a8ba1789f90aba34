"""What the boxes and arrows of a picture say, at the reading level of a drawing or at both."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from graph import CausalMap
from graph.drawing.drawings import Drawing
from graph.paths.overview import Arrow
from graph.records.joints import end_of
from graph.records.node import Node
from graph.records.vocabulary import Level
from graph.words.explain import sentence_of


class Speaker:
    """The words of a drawing as the page's scripts take them.

    With the map of the drawing arrows say the sentence of each of their steps, and both levels are there
    unless one is enough: under ``precise`` stands what is said otherwise at that level.
    ``static/shared/canvas.js`` chooses.
    """

    def __init__(self, drawing: Drawing, causal_map: CausalMap | None, *, both: bool = True) -> None:
        """Keep what is drawn, and of which map."""
        self._drawing, self._map, self._both = drawing, causal_map, both and causal_map is not None

    @cached_property
    def _precise(self) -> Drawing:
        return self._drawing.in_words(Level.CLINICAL)

    def box(self, node: Node) -> dict[str, Any]:
        """What a box says: its lines, its claim, how it is called at an arrow, what it is."""
        words = _box(self._drawing, node.id)
        return words | _otherwise(words, _box(self._precise, node.id)) if self._both else words

    def arrow(self, arrow: Arrow) -> dict[str, Any]:
        """What an arrow says: the sign it ends in, how that is read out, and a sentence a step."""
        words = _arrow(self._drawing, arrow, self._map)
        return words | _otherwise(words, _arrow(self._precise, arrow, self._map)) if self._both else words


def _otherwise(words: dict[str, Any], precise: dict[str, Any]) -> dict[str, Any]:
    return {"precise": {key: said for key, said in precise.items() if said != words[key]}}


def _box(drawing: Drawing, name: str) -> dict[str, Any]:
    node = drawing.node[name]
    return {
        "label": "\n".join(drawing.lines(name)),
        "claim": node.claim,
        "called": node.at_arrow,
        "about": node.plain if drawing.level is Level.PLAIN else node.detail,
    }


def _arrow(drawing: Drawing, arrow: Arrow, causal_map: CausalMap | None) -> dict[str, Any]:
    joint = drawing.joint(arrow)
    words = {"end": end_of(joint).value, "says": joint.label}
    if causal_map is None:
        return words
    return words | {"sentences": [sentence_of(causal_map.edge[step], drawing.level) for step in arrow.steps]}
