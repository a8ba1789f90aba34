"""Which files can be carried home: one list for the page, the server and the command line.

A format's module is imported when it is first asked for: some bring large libraries along.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from app.state.explore_view import ExploreView
from graph import Lecture


@dataclass(frozen=True)
class Export:
    """A format made from a lecture.

    Attributes:
        label: what a page calls it.
        about: what it is good for, in a few words.
        ending: the ending of its files.
        media_type: what a server calls it.
        maker: module and function that make it from a lecture; imported when it is asked for.
    """

    label: str
    about: str
    ending: str
    media_type: str
    maker: tuple[str, str]

    def make(self, lecture: Lecture) -> bytes:
        """The file's content."""
        module, function = self.maker
        maker: Callable[[Lecture], bytes] = getattr(import_module(module), function)
        return maker(lecture)


@dataclass(frozen=True)
class ViewExport:
    """A picture of what the Explore page shows; attributes as of :class:`Export`."""

    label: str
    about: str
    ending: str
    media_type: str
    maker: str

    def make(self, explore_view: ExploreView, page: str) -> bytes:
        """The file's content; ``page`` is the address of the page without parameters, where it is known."""
        maker: Callable[[ExploreView, str], bytes]
        maker = getattr(import_module("app.takeaway.view_picture"), self.maker)
        return maker(explore_view, page)


_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

LECTURE_EXPORTS: dict[str, Export] = {
    "html": Export(
        "Offline page",
        "tells the chain without a network",
        "html",
        "text/html",
        ("app.takeaway.offline_page", "to_page"),
    ),
    "pptx": Export(
        "Slides", "a slide a step, to be edited", "pptx", _PPTX, ("app.takeaway.slides", "to_slides")
    ),
    "pdf": Export(
        "Handout", "two pages to print", "pdf", "application/pdf", ("app.takeaway.handout", "to_pdf")
    ),
    "svg": Export(
        "Picture (SVG)", "sharp at any size", "svg", "image/svg+xml", ("graph.drawing.svg_sheet", "to_svg")
    ),
    "png": Export(
        "Picture (PNG)", "for documents and chats", "png", "image/png", ("app.takeaway.png", "to_png")
    ),
    "anki": Export(
        "Flash cards",
        "a deck for Anki",
        "apkg",
        "application/octet-stream",
        ("app.takeaway.anki_deck", "to_anki"),
    ),
}
"""Formats for a lecture, by the word that ``therefore export`` takes."""

VIEW_EXPORTS: dict[str, ViewExport] = {
    "view-svg": ViewExport("SVG", "sharp at any size", "svg", "image/svg+xml", "to_svg"),
    "view-png": ViewExport("PNG", "for documents and chats", "png", "image/png", "to_png"),
    "view-paper": ViewExport("Picture", "for the page that is printed", "svg", "image/svg+xml", "to_paper"),
}
"""Formats for the picture of a view, by the last part of their address."""

PAPER = "view-paper"
"""The one that a page fetches when it is printed, and that nobody is offered."""
