"""What surrounds every page: our style over Streamlit's."""

from __future__ import annotations

import streamlit as st

from app.components.mounting import style


def frame() -> None:
    """Make Streamlit's own header and padding small; nothing is shown by this."""
    st.html(f"<style>{style('shared/frame', 'shared/print')}</style>")
