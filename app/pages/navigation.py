"""From page to page: a link that was followed inside a component, and the page it leads to."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qsl

import streamlit as st

EXPLORE, LECTURE, EVIDENCE, ABOUT = "./", "lecture", "evidence", "about"
"""How a link names a page; a link that names none stays on its own."""

LONGEST_ADDRESS = 4_000
"""Longer than any link of ours; what is longer is not followed."""

_TURN = "turn to"


def followed(key: str) -> tuple[str, dict[str, str]] | None:
    """The page and the parameters of the link that was followed in the component ``key``.

    Returns:
        ``None`` for what no link of ours says. Ours are plain ASCII; half a surrogate pair, from a script,
        could not be written into the address.
    """
    address = st.session_state[key].get("go")
    if not (isinstance(address, str) and address.isascii() and len(address) <= LONGEST_ADDRESS):
        return None
    page, _, query = address.partition("?")
    return page, dict(parse_qsl(query))


def following(key: str, go: Callable[[str, dict[str, str]], None]) -> Callable[[], None]:
    """A callback for the component ``key``: it hands page and parameters of a followed link to ``go``."""

    def follow() -> None:
        if (link := followed(key)) is not None:
            go(*link)

    return follow


def go_to(page: str, query: dict[str, str]) -> None:
    """Have the script turn to another page; only there may that be done.

    Args:
        page: one of the four above.
        query: parameters that a view or a lecture says; Streamlit raises at names it keeps for itself.
    """
    st.session_state[_TURN] = page, query


def requested_page() -> tuple[str, dict[str, str]] | None:
    """The page that shall be turned to, once."""
    turn: tuple[str, dict[str, str]] | None = st.session_state.pop(_TURN, None)
    return turn
