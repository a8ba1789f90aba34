"""Words in an SVG: only letters that XML allows, broken into lines by measurement."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from graph.layout.text import text_width

ANYWHERE = "Arial, Helvetica, sans-serif"
"""Fonts that are on every machine; ``graph.layout.text`` measures with their widths."""

BOLD = 1.09
"""How much wider bold letters are, at most, than the ones that are measured."""

# Signs that XML forbids, lone surrogates, and line and paragraph separators.
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")


def clean(words: object) -> str:
    r"""A text on one line, without signs that XML forbids.

    >>> clean("a\x00b  c")
    'a b c'
    """
    return " ".join(_FORBIDDEN.sub(" ", str(words)).split())


def number(value: float) -> str:
    """A length with two decimals at most.

    >>> [number(value) for value in (1.0, 2.345, -0.001)]
    ['1', '2.35', '0']
    """
    return f"{round(value, 2) + 0:.2f}".rstrip("0").rstrip(".")


def add(parent: Element, tag: str, words: object = None, /, **attributes: object) -> Element:
    """A new element under ``parent``; ``_`` in a name stands for ``-``, and numbers are kept short."""
    said = {
        name.strip("_").replace("_", "-"): number(value) if isinstance(value, float | int) else clean(value)
        for name, value in attributes.items()
        if value is not None
    }
    element = SubElement(parent, tag, said)
    if words is not None:
        element.text = clean(words)
    return element


def width_of(words: str, size: float, bold: bool = False) -> float:
    """How wide a line is at most, in the unit of ``size``."""
    return text_width(words, size) * (BOLD if bold else 1)


def wrap(words: object, width: float, size: float, bold: bool = False) -> list[str]:
    """A text as lines no wider than ``width``; a word that is wider is cut into pieces.

    >>> wrap("one two three", 60, 13)
    ['one two', 'three']
    """
    lines: list[str] = []
    for word in (piece for part in clean(words).split() for piece in _pieces(part, width, size, bold)):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(joined, size, bold) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def write(parent: Element, lines: list[str], x: float, y: float, size: float, **attributes: object) -> float:
    """Lines of text below each other, each an element of its own.

    Args:
        parent: where they are put.
        lines: the lines.
        x: where they begin, or their middle with ``text_anchor="middle"``.
        y: the top of the first line.
        size: the size of the font.
        attributes: more attributes of each line.

    Returns:
        The bottom of the last line.
    """
    for line in lines:
        # Many readers know no `dominant-baseline`, so the baseline is put by hand.
        add(parent, "text", line, x=x, y=y + 0.98 * size, font_size=size, **attributes)
        y += leading(size)
    return y


def leading(size: float) -> float:
    """From one line to the next."""
    return round(1.32 * size, 2)


def _pieces(word: str, width: float, size: float, bold: bool) -> list[str]:
    pieces = []
    while width_of(word, size, bold) > width and len(word) > 1:
        cut = 1
        while cut + 1 < len(word) and width_of(word[: cut + 1], size, bold) <= width:
            cut += 1
        pieces.append(word[:cut])
        word = word[cut:]
    return [*pieces, word]
