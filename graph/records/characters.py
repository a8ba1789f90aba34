"""What may stand in a text: characters that can be seen, and a form of any text that is safe to print.

Formats, terminals and readers all stumble over characters that do not show: they end a comment, colour a
screen, turn a line round or make two names look the same.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

JOINERS = "\u200c\u200d\u200e\u200f\u061c"
"""Unseen, but Persian, Hindi, Hebrew and Arabic are not written without them."""

_BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u17b4\u17b5\u2800"
"""Letters and signs, by Unicode, that show nothing at all."""

LONGEST_NAME = 120
"""Of the name of a file, no more is shown; the system's own limit is a few thousand."""

_PARTS_OF_WORDS = frozenset("\u00ad\u200c\u200d")
"""The soft hyphen and what joins or parts letters: unseen, and part of how words are written."""

_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Control and format characters, halves of a pair, and the separators of lines and paragraphs."""

_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")


def unseen_in(text: str) -> str | None:
    """The first character that does not show, as ``U+001B``; line breaks, tabs and joiners are allowed."""
    if text.isascii() and text.isprintable():
        return None
    return next((f"U+{ord(char):04X}" for char in text if not _allowed(char)), None)


def shows_something(text: str) -> bool:
    """Whether at least one character of a text leaves a mark: a letter, a digit or a sign."""
    return any(unicodedata.category(char)[0] in "LNPS" and _allowed(char) for char in text)


def without_controls(text: str) -> str:
    """A text without what no file of text may hold; what ends a line somewhere ends it here as well.

    Less is taken away than :func:`unseen_in` finds: a reader of files must get the text that was written.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_END.sub("\n", text)
    return "".join(char for char in text if char in "\n\t" or not _is_control(char))


def on_one_line(text: str) -> str:
    """A text on one line: each run of white space as one blank, and nothing that no file may hold."""
    return " ".join(without_controls(re.sub(r"\s+", " ", text)).split())


def printable(text: str) -> str:
    r"""A text on one line with every character that would steer a terminal written as an escape.

    >>> print(printable("a\x1b[31mb"))
    a\x1b[31mb
    """
    return "".join(_escape(char) if steers(char) else char for char in text)


def printable_name(name: str) -> str:
    """The name of a file or folder as it may be printed: on one line, and not without end."""
    shown = printable(name)
    return shown if len(shown) <= LONGEST_NAME else f"{shown[:LONGEST_NAME]}…"


def steers(char: str) -> bool:
    """Whether a character does something to a terminal, or to the letters beside it, instead of showing."""
    return char not in _PARTS_OF_WORDS and unicodedata.category(char) in _STEERING


def _escape(char: str) -> str:
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")


@lru_cache(maxsize=4096)
def _allowed(char: str) -> bool:
    if char in "\n\t" or char in JOINERS:
        return True
    unseen = char in _BLANK_LETTERS or unicodedata.category(char) in ("Cf", "Co", "Zl", "Zp")
    return not unseen and not _is_control(char)


@lru_cache(maxsize=4096)
def _is_control(char: str) -> bool:
    code = ord(char)
    # The two last of each plane, and a stretch of 32, are no characters and never will be.
    never = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return never or unicodedata.category(char) in ("Cc", "Cs")
