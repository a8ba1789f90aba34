"""A map in the words of a reading level, as a caller asks for it."""

from __future__ import annotations

from graph.records.arguments import require_map, require_word
from graph.records.causal_map import CausalMap
from graph.records.vocabulary import Level


def in_words(causal_map: CausalMap, level: str) -> CausalMap:
    """The same map with its nodes called as a reading level calls them; made once a map.

    Whatever is then asked of it (answers, lectures, pictures, files) speaks at that level. Everyday names,
    synonyms and ids go on to find their nodes.

    Args:
        causal_map: the map.
        level: ``plain`` for everyday names, ``clinical`` for those of the field.

    Raises:
        TypeError: the map is no map.
        ValueError: the level is not one of the two.
    """
    return require_map(causal_map).in_words(require_word(level, Level))
