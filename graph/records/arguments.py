"""What a caller may hand in: each value is read, or refused in one sentence that says what is allowed.

Nodes are read by ``graph.search.nodes``, which knows their names.
"""

from __future__ import annotations

import sys
from operator import index
from typing import TypeVar

from graph.records.causal_map import CausalMap
from graph.records.display import quoted
from graph.records.vocabulary import Term

W = TypeVar("W", bound=Term)
T = TypeVar("T")


def require_map(value: object) -> CausalMap:
    """A map.

    Raises:
        TypeError: it is none; a folder is to be loaded first.
    """
    if isinstance(value, CausalMap):
        return value
    raise TypeError(f"the map must be a CausalMap, not {quoted(value)}: load one with load_map(FOLDER)")


def require_word(value: object, words: type[W]) -> W:
    """A word of a closed list, given as itself or as text.

    Raises:
        TypeError: it is no text.
        ValueError: it is no word of the list.
    """
    if not isinstance(value, str):
        raise TypeError(_no_word(value, words))
    try:
        return words(value)
    except ValueError:
        raise ValueError(_no_word(value, words)) from None


def _no_word(value: object, words: type[W]) -> str:
    allowed = ", ".join(word.value for word in words)
    return f"the {words.__name__.lower()} must be one of {allowed}, not {quoted(value)}"


def require_limit(value: object) -> int | None:
    """How many are wanted at most: a whole number, or ``None`` for all.

    Raises:
        TypeError: it is neither.
        ValueError: it is negative.
    """
    if value is None:
        return None
    refusal = f"the limit must be a whole number that is not negative, or None for all, not {quoted(value)}"
    number = require_whole(value, refusal)
    if number < 0:
        raise ValueError(refusal)
    return min(number, sys.maxsize)


def require_whole(value: object, refusal: str) -> int:
    """A whole number; numpy's are welcome, on and off are none.

    Raises:
        TypeError: it is none; the refusal says what is allowed.
    """
    if isinstance(value, bool):
        raise TypeError(refusal)
    try:
        return index(value)  # type: ignore[arg-type]
    except TypeError:
        raise TypeError(refusal) from None


def require_switch(value: object, name: str) -> bool:
    """On or off; a text such as "no" would be taken for on.

    Raises:
        TypeError: it is neither.
    """
    if isinstance(value, bool):
        return value
    raise TypeError(f"{name} must be True or False, not {quoted(value)}")


def require_text(value: object) -> str:
    """A text.

    Raises:
        TypeError: it is none.
    """
    if isinstance(value, str):
        return value
    raise TypeError(f"the text must be a str, not {quoted(value)}")


def require(value: object, kind: type[T], example: str) -> T:
    """A result of the library, such as a path.

    Raises:
        TypeError: it is something else; the sentence shows where one comes from.
    """
    if isinstance(value, kind):
        return value
    raise TypeError(f"a {kind.__name__} is wanted, such as {example}, not {quoted(value)}")
