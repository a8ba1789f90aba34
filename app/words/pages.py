"""The links from page to page, which stand above every page."""

from __future__ import annotations

from collections.abc import Mapping

from app.words.markup import text


def page_links(pages: Mapping[str, tuple[str, bool]], brand: str) -> str:
    """The pages as plain links in a row, and whose they are.

    Args:
        pages: the name of each page by the address of its link, and whether it is the one that is shown.
        brand: the name of the whole.
    """
    links = "".join(_link(address, name, shown) for address, (name, shown) in pages.items())
    return f'<nav aria-label="Pages">{links}</nav><span class="brand">∴ {text(brand)}</span>'


def _link(address: str, name: str, shown: bool) -> str:
    current = ' aria-current="page"' if shown else ""
    key = f"page-{text(name)}"
    return f'<a href="{text(address)}" data-go data-key="{key}"{current}>{text(name)}</a>'
