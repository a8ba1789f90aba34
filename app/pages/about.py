"""About: what this is, how to read it, and what it is not."""

from __future__ import annotations

from app.components import panel
from app.current_map import current_map
from app.pages.title import set_title
from app.words.about import about_words


def about() -> None:
    """The page."""
    set_title("About")
    panel.panel("about", about_words(current_map()), lambda: None, name="reading")
