"""What a cell of a notebook holds, by parsers that know nothing of how it was written."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import pytest

VOID = {"br"}
SVG = "{http://www.w3.org/2000/svg}"


class Page(HTMLParser):
    """Tags, attributes and words as a browser's tokenizer meets them; open tags must be closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_comment(self, data: str) -> None:
        pytest.fail(f"a comment: {data}")

    @property
    def words(self) -> str:
        return squeezed("".join(self.said))


def squeezed(text: str) -> str:
    """A text without spaces and control signs."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]", "", text)


def html(thing: Any) -> str:
    said = thing._repr_html_()
    assert isinstance(said, str)
    return said


def pictures(thing: Any) -> list[ET.Element]:
    """The pictures of a cell, by an XML parser."""
    return [ET.fromstring(svg) for svg in re.findall(r"<svg .*?</svg>", html(thing), re.DOTALL)]


def drawn(picture: ET.Element) -> tuple[set[str | None], set[tuple[str | None, str | None]]]:
    groups = list(picture.iter(f"{SVG}g"))
    boxes = {group.get("data-node") for group in groups if group.get("data-node")}
    arrows = {
        (group.get("data-source"), group.get("data-target")) for group in groups if group.get("data-source")
    }
    return boxes, arrows
