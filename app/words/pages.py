"""The links from page to page, which stand above every page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from app.words.markup import text


class PageLink(NamedTuple):
    """A link to a page: its address, its name, and whether it is the page that is shown."""

    address: str
    name: str
    shown: bool


def page_links(links: Iterable[PageLink], brand: str) -> str:
    """The pages as plain links in a row, and the name of the whole."""
    items = "".join(map(_link, links))
    return f'<nav aria-label="Pages">{items}</nav><span class="brand">∴ {text(brand)}</span>'


def _link(link: PageLink) -> str:
    current = ' aria-current="page"' if link.shown else ""
    key = f"page-{text(link.name)}"
    return f'<a href="{text(link.address)}" data-turn data-key="{key}"{current}>{text(link.name)}</a>'
