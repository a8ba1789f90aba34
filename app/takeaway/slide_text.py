"""How much room text takes on a slide, and how long text is spread over several slides.

PowerPoint and LibreOffice treat text that is too long for its frame each in their own way. So nothing is
left to them: every text is measured before it is written, and what does not fit goes on to another slide.
All lengths are in points.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from graph.drawing.palette import THEMES
from graph.drawing.svg_text import clean, width_of, wrap

LOOK = THEMES["light"]
LEADING = 1.2
"""The height of a line in sizes of its letters; Arial itself takes 1.15."""


class Place(NamedTuple):
    """A rectangle on a slide, from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Para:
    """A paragraph with its look; its text holds nothing that a file may not hold.

    Attributes:
        text: the words.
        size: the size of the letters.
        bold: whether they are heavy.
        color: their colour, as ``#rrggbb``.
        before: the room above it.
        mark: a number or bullet in front of it.
        indent: how far its words stand from the left edge; the mark stands there instead.
    """

    text: str
    size: float
    bold: bool = False
    color: str = LOOK.text
    before: float = 0.0
    mark: str = ""
    indent: float = 0.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean(self.text))

    def lines(self, width: float) -> tuple[str, ...]:
        """Its lines in a frame of some width; there is at least one."""
        return _lines(self.text, width - self.indent, self.size, self.bold, bool(self.mark))


# To find the size at which slides come out even, each text is laid again and again.
@lru_cache(maxsize=4096)
def _lines(text: str, room: float, size: float, bold: bool, marked: bool) -> tuple[str, ...]:
    lines = wrap(text, room, size, bold) or [""]
    # A word that must be broken leaves the line of its mark, if it is the first.
    alone = marked and width_of(text.split(" ", 1)[0], size, bold) > room
    return ("", *lines) if alone else tuple(lines)


def height_of(paras: Sequence[Para], width: float) -> float:
    """How high paragraphs stand one below the other."""
    return sum(para.before + len(para.lines(width)) * para.size * LEADING for para in paras)


def cut(para: Para, width: float) -> Para:
    """The paragraph cut to one line, with an ellipsis when something is lost.

    >>> cut(Para("Rain and flooded streets", 20), 120).text
    'Rain and…'
    """
    first, *more = para.lines(width)
    while more and width_of(first + "…", para.size, para.bold) > width - para.indent:
        first = first[:-1].rstrip()
    return replace(para, text=first + "…") if more else para


def fit_title(text: str, place: Place, sizes: Sequence[float]) -> Para:
    """A title at the largest size at which all of it fits; at the smallest it is cut to a line."""
    paras = [Para(text, size, bold=True) for size in sizes]
    fitting = (para for para in paras if height_of([para], place.width) <= place.height)
    return next(fitting, None) or cut(paras[-1], place.width)


def flow(
    items_at: Callable[[float], Sequence[Sequence[Para]]], sizes: Sequence[float], place: Place
) -> list[list[Para]]:
    """Items spread over as many slides as they need, at the largest size that needs no more.

    Args:
        items_at: the items at a size; the paragraphs of an item stay together where they can.
        sizes: the sizes to try, the largest first; the last says how many slides there are.
        place: the room on each slide.

    Returns:
        The paragraphs of each slide; there is at least one slide.
    """
    count = len(_pages(items_at(sizes[-1]), place))
    size = next(size for size in sizes if len(_pages(items_at(size), place)) == count)
    return _evened(items_at(size), place, count)


def _evened(items: Sequence[Sequence[Para]], place: Place, count: int) -> list[list[Para]]:
    """The items on as many slides, about equally full, so that none of them holds a single line."""
    heights = [height_of(item, place.width) for item in items]
    least = max(sum(heights) / count, *(height for height in heights if height <= place.height), 1)
    rooms = (least + (place.height - least) * part / 8 for part in range(9))
    return next(pages for room in rooms if len(pages := _pages(items, place._replace(height=room))) <= count)


def _pages(items: Sequence[Sequence[Para]], place: Place) -> list[list[Para]]:
    pages: list[list[Para]] = [[]]
    left = place.height
    for item in items:
        whole = height_of(item, place.width) <= place.height
        for part in [item] if whole else _pieces(item, place):
            need = height_of(part, place.width)
            if need > left and pages[-1]:
                pages.append([])
                left = place.height
            pages[-1] += part
            left -= need
    return pages


def _pieces(item: Sequence[Para], place: Place) -> list[list[Para]]:
    pieces = []
    for para in item:
        lines = para.lines(place.width)
        room = max(1, int((place.height - para.before) / (para.size * LEADING)))
        for at in range(0, len(lines), room):
            text = " ".join(lines[at : at + room]).strip()
            pieces.append([replace(para, text=text, mark="" if at else para.mark)])
    return pieces
