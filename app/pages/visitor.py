"""Who is looking: somebody at the machine that serves, or a visitor from elsewhere."""

from __future__ import annotations

import streamlit as st

HERE = "x-therefore-here"
"""Header that ``app.serving.front_door`` sets on what comes from this machine, and takes off all else."""


def is_on_this_machine() -> bool:
    """Whether the page is looked at from the machine that serves it, where its files can be mended."""
    return st.context.headers.get(HERE) == "1"
