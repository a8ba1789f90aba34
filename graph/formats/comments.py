"""Comments in the files that other programs read: whatever a map says, a comment never ends early.

A line break in a title would let the rest of it stand outside the comment, as a line of the diagram.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.records.characters import on_one_line


def comment_lines(
    texts: Iterable[str], begin: str, end: str = "", *, instead: Mapping[str, str] | None = None
) -> list[str]:
    """Each text as a comment on a line of its own.

    Args:
        texts: what to say; each run of white space, line breaks too, becomes one blank.
        begin: what a comment begins with.
        end: what it ends with, in formats that have an end.
        instead: what would end or begin something in this format, and what to write for it.
    """
    lines = []
    for text in texts:
        line = on_one_line(text)
        for harmful, harmless in (instead or {}).items():
            line = line.replace(harmful, harmless)
        lines.append(f"{begin} {line} {end}".rstrip())
    return lines
