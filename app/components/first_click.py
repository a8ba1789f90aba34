"""The first click in a session that has drawn nothing yet: acted on, although Streamlit lets it pass.

A page outlives its session: the server was started anew, or a telephone slept. The next click then comes to a
new session, which knows no callback before its first run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st


def act_on_first_click(key: str, said: Mapping[str, Any], name: str, act: Callable[[], None]) -> None:
    """Call what a callback would have called, and run the page again.

    Args:
        key: of the component that was just mounted.
        said: what its mounting returned.
        name: of the trigger that carries a click.
        act: the callback of that trigger.
    """
    seen = f"has drawn {key}"
    if st.session_state.get(seen):
        return
    st.session_state[seen] = True
    if said.get(name) is not None:
        act()
        st.rerun()
