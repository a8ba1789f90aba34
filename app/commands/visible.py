"""What is printed: text of a map, a file name or an argument must not steer the terminal that shows it."""

from __future__ import annotations

import re
import sys

from graph.records.characters import printable, steers


def visible(text: object) -> str:
    r"""A text on one line with every character that would steer a terminal written as an escape.

    >>> print(visible("a\x1b[31mb"))
    a\x1b[31mb
    """
    return printable(str(text))


def say(*lines: str, to_people: bool = False) -> None:
    """Print lines, each of them visible, and one line even when a name in it has a break.

    Args:
        lines: what to say.
        to_people: on standard error, where no program takes it for the answer.
    """
    print(*map(visible, lines), sep="\n", file=sys.stderr if to_people else sys.stdout, flush=to_people)


def visible_json(text: str) -> str:
    r"""JSON that means the same, with every character that would steer a terminal written as ``\uXXXX``."""
    return re.sub(r"[^\n -~]", lambda match: _json_escape(match[0]) if steers(match[0]) else match[0], text)


def _json_escape(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
