"""Labels broken into at most three lines, and the box height they need.

The width of a box is fixed, so a label's best wrapping is the one that makes its box lowest;
among equals the one with the most even lines. A sign at the end ("↑") sticks to the word
before it.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import combinations, pairwise

from graph.layout.specs import ROOMY, BoxSpec, Density
from graph.layout.text import LINE_HEIGHT, text_width

MAX_LINES = 3
PADDING = 6.0
# Corners of a pill are quarter circles with this radius (or half its height, if less).
PILL_RADIUS = 16.0
_PILL_PADDING = 10.0
_ELLIPSE_MARGIN = 2.0
# Half the height of the letters themselves, which is less than half a line.
_HALF_LETTER = 6.0
_MIN_ELLIPSE = 28.0
_ELLIPSIS = "…"
_VOWELS = "aeiouyAEIOUY"


def label_height(lines: tuple[str, ...], shape: str, density: Density = ROOMY) -> float:
    """Return the least height in units at which the lines fit into the shape.

    Args:
        lines: the text, a line each.
        shape: one of ``SHAPES``.
        density: how wide the box is, and what stays free above and below the lines.

    Returns:
        The height; infinity if a line is too wide at any height.
    """
    widest = max(map(text_width, lines), default=0.0)
    if shape == "ellipse":
        return _ellipse_height(lines, density.box_width)
    padding = _PILL_PADDING if shape == "pill" else PADDING
    if widest > density.box_width - 2 * padding:
        return math.inf
    return max(len(lines), 1) * LINE_HEIGHT + 2 * density.padding


def box_height(box: BoxSpec, density: Density = ROOMY) -> float:
    """The least height in units at which whatever a box may say fits into it."""
    return max(label_height(lines, box.shape, density) for lines in box_lines(box, density))


def box_lines(box: BoxSpec, density: Density = ROOMY) -> tuple[tuple[str, ...], ...]:
    """What a box may say, wrapped: its label, and the other one if it has one."""
    return tuple(wrap_label(label, box.shape, density) for label in box.labels)


@lru_cache(maxsize=4_096)
def wrap_label(label: str, shape: str, density: Density = ROOMY) -> tuple[str, ...]:
    """Break a label into at most three lines that fit a box of the fixed width.

    A label too long for three lines ends in an ellipsis, and keeps its sign.

    >>> wrap_label("Discharge of the storm drains ↓", "box")
    ('Discharge of the', 'storm drains ↓')
    """
    words = _words(label)
    best = _best_lines(words, shape, density)
    if best is None:
        best = _best_lines(_split_long(words, shape, density), shape, density)
    return best if best is not None else _cut(words, shape, density)


def _words(label: str) -> list[str]:
    words: list[str] = []
    for word in label.split():
        if words and not any(letter.isalnum() for letter in word):
            words[-1] += " " + word
        else:
            words.append(word)
    return words or [""]


def _best_lines(words: list[str], shape: str, density: Density) -> tuple[str, ...] | None:
    best: tuple[float, float, tuple[str, ...]] | None = None
    # Sixty words never fit three lines; do not try their thousands of partitions.
    if len(words) > 60:
        return None
    for count in range(min(MAX_LINES, len(words))):
        for cuts in combinations(range(1, len(words)), count):
            edges = (0, *cuts, len(words))
            lines = tuple(" ".join(words[a:b]) for a, b in pairwise(edges))
            height = label_height(lines, shape, density)
            rating = (height, max(map(text_width, lines)), lines)
            if height < math.inf and (best is None or rating < best):
                best = rating
    return best[2] if best else None


def _ellipse_height(lines: tuple[str, ...], width: float) -> float:
    half_axis = width / 2
    needed = _MIN_ELLIPSE / 2
    for index, line in enumerate(lines):
        reach = (text_width(line) / 2 + _ELLIPSE_MARGIN) / half_axis
        if reach > 0.93:
            return math.inf
        offset = abs(index - (len(lines) - 1) / 2) * LINE_HEIGHT + _HALF_LETTER
        needed = max(needed, offset / math.sqrt(1 - reach * reach))
    return math.ceil(2 * needed)


def _widest_line(shape: str, density: Density) -> float:
    return density.box_width - 2 * (24.0 if shape == "ellipse" else _PILL_PADDING)


def _split_long(words: list[str], shape: str, density: Density) -> list[str]:
    """Break words that are wider than a line."""
    limit = _widest_line(shape, density)
    pieces: list[str] = []
    for word in words:
        while text_width(word) > limit:
            size = _fitting(word, limit - text_width("-"))
            # A piece of one or two letters would look like a word of its own.
            hyphen = word.rfind("-", 2, size) + 1
            joint = hyphen or _joint(word, size)
            if joint > 1 and not any(letter.isalnum() for letter in word[joint:]):
                joint -= 1
            mark = "" if hyphen or not word[joint - 1 : joint + 1].isalpha() else "-"
            pieces.append(word[:joint] + mark)
            word = word[joint:].lstrip()
        pieces.append(word)
    return pieces


def _joint(word: str, size: int) -> int:
    """Return where to break a word: between two consonants near its middle, if possible."""
    places = [
        place
        for place in range(3, min(size, len(word) - 3) + 1)
        if all(letter.isalpha() and letter not in _VOWELS for letter in word[place - 1 : place + 1])
        and word[place - 2] in _VOWELS + "n"
    ]
    middle = len(word) / 2
    return min(places, key=lambda place: abs(place - middle), default=size)


def _fitting(word: str, limit: float) -> int:
    size = 1
    while size < len(word) and text_width(word[: size + 1]) <= limit:
        size += 1
    return size


def _cut(words: list[str], shape: str, density: Density) -> tuple[str, ...]:
    limit = _widest_line(shape, density)
    last = words[-1].split(" ")[-1]
    sign = " " + last if len(last) == 1 and not last.isalnum() else ""
    lines: list[str] = []
    for piece in _split_long(words, shape, density):
        joined = f"{lines[-1]} {piece}" if lines else piece
        if lines and text_width(joined) <= limit:
            lines[-1] = joined
        elif len(lines) < MAX_LINES:
            lines.append(piece)
        else:
            break
    tail = _ELLIPSIS + sign
    lines[-1] = lines[-1][: _fitting(lines[-1], limit - text_width(tail))].rstrip() + tail
    return tuple(lines)
