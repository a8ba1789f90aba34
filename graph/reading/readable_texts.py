r"""Texts that can be read: nothing in them that does not show, something that does, and names on one line.

What counts is what the parser hands over: an escape such as ``"\e[31m"`` is printable in the file, and
colours a terminal once it is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.records.characters import shows_something, unseen_in

Where = tuple[str | int, ...]

ONE_LINE = frozenset(
    {"name", "title", "synonyms", "xrefs", "authors", "journal", "volume", "issue", "pages", "n", "audience"}
    | {"doi", "pmid", "pmcid", "url", "version", "date"}
)
"""Keys whose texts stand on one line: names, titles, and what other programs look up."""


def unreadable_texts(value: Any, where: Where = ()) -> Iterator[tuple[Where, str, str]]:
    """Way, fault and cure of each text inside a record that cannot be read as it should be."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from unreadable_texts(inner, (*where, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from unreadable_texts(inner, (*where, index))
    elif isinstance(value, str):
        fault = _fault(value.strip(), where)
        if fault:
            yield where, *fault


def _fault(text: str, where: Where) -> tuple[str, str] | None:
    if not text:
        return None
    unseen = unseen_in(text)
    if unseen:
        return f"holds a character that does not show ({unseen})", "remove it"
    if not shows_something(text):
        return "shows nothing", "write something that can be seen"
    key = next((part for part in reversed(where) if isinstance(part, str)), "")
    if "\n" in text and key in ONE_LINE:
        return "goes over several lines", "write it on one line"
    return None
