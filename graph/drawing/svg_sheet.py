"""The picture of a chain as an SVG file that needs nothing else: title, legend, references, version, caution.

``svg_of`` draws any drawing and nothing round it; ``sheet_of`` is the whole sheet of a lecture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, tostring

from graph.drawing.drawings import Drawing, drawing_of_lecture
from graph.drawing.emphasis import THEME
from graph.drawing.legend import legend_of
from graph.drawing.svg_legend import draw_legend
from graph.drawing.svg_picture import bounds, draw_picture, view_box
from graph.drawing.svg_text import ANYWHERE, add, clean, number, wrap, write
from graph.layout import Frame
from graph.records.joints import step_aloud
from graph.records.reference import Reference
from graph.records.wording import counted
from graph.words.lecture import Lecture

WIDTH = 1280.0
"""How wide a sheet is, in its own units."""
_EDGE = 40.0
_INNER = WIDTH - 2 * _EDGE
_FRAME = Frame(_INNER, 430)
# Two boxes alone would fill the sheet with letters as high as a title.
_LARGEST = 2.2
_LEGEND_WIDTH = 860.0
_LEGEND_ON_PHONE = 360.0
_SMALL = 12.5
_LONGEST = 48
_COLUMNS = 4
_GUTTER = 24.0
_WIDE = (_INNER - (_COLUMNS - 1) * _GUTTER) / _COLUMNS


def to_svg(lecture: Lecture) -> bytes:
    """The sheet of a lecture as a file: UTF-8, with its XML declaration."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{sheet_of(lecture)}\n'.encode()


def svg_of(
    drawing: Drawing, numbers: Mapping[str, str] | None = None, *, about: str = "", fonts: str = ANYWHERE
) -> str:
    """Any drawing as an SVG element, as large as its units; without legend and references.

    Args:
        drawing: what is drawn.
        numbers: what stands on an arrow, by the id of the arrow.
        about: what a listener hears; else boxes and arrows are counted.
        fonts: the font families, the best first.
    """
    return written(picture_of(drawing, numbers, about=about, fonts=fonts))


def picture_of(
    drawing: Drawing, numbers: Mapping[str, str] | None = None, *, about: str = "", fonts: str = ANYWHERE
) -> Element:
    """The same as an element, for whoever puts it into a page."""
    left, top, width, height = bounds(drawing)
    boxes, arrows = counted(len(drawing.nodes), "box", "boxes"), counted(len(drawing.arrows), "arrow")
    root = root_of(drawing.title, about or f"{boxes} and {arrows}.", fonts, left, top, width, height)
    draw_picture(root, drawing, numbers)
    return root


def legend_svg(drawing: Drawing, width: float, fonts: str = ANYWHERE) -> str:
    """The legend of a drawing as an SVG element ``width`` units wide."""
    return written(legend_of_drawing(drawing, width, fonts))


def legend_of_drawing(drawing: Drawing, width: float, fonts: str = ANYWHERE) -> Element:
    """The same as an element, for whoever puts it into a page."""
    entries = legend_of(drawing)
    root = root_of("Legend", "; ".join(entry.label for entry in entries), fonts, 0, 0, width, 0)
    height = draw_legend(root, entries, 0, 0, width)
    resize(root, width, height)
    return root


def legend_figure(lecture: Lecture) -> str:
    """The legend of a lecture's picture as a figure for a page: one as wide as a text, one for a phone."""
    drawing = drawing_of_lecture(lecture)
    wide, narrow = (legend_svg(drawing, width) for width in (_LEGEND_WIDTH, _LEGEND_ON_PHONE))
    return f'<figure class="paper"><div class="wide">{wide}</div><div class="narrow">{narrow}</div></figure>'


def sheet_of(lecture: Lecture, fonts: str = ANYWHERE) -> str:
    """The sheet of a lecture as an SVG element, ``WIDTH`` units wide and as high as it must be."""
    drawing = drawing_of_lecture(lecture, _FRAME)
    root = root_of(lecture.title, story_of(lecture), fonts, 0, 0, WIDTH, 0)
    carried = [*lecture.subgraph.notes, *numbered(lecture)]
    add(root, "metadata").text = "\n".join(map(clean, carried))
    paper = add(root, "rect", x=0, y=0, width=WIDTH, height=0, fill=THEME.background)
    y = _draw_title(root, lecture, 26)
    y = _draw_drawing(root, lecture, drawing, y + 8)
    y = draw_legend(root, legend_of(drawing), _EDGE, y + 12, _INNER)
    y = _draw_references(root, lecture, y + 18)
    y = _draw_foot(root, lecture, y + 16) + 22
    paper.set("height", number(y))
    resize(root, WIDTH, y)
    return written(root)


def story_of(lecture: Lecture) -> str:
    """The chain as a listener hears it: each arrow with its number, in words."""
    steps = [
        f"{stop.number}: {step_aloud(stop.source, stop.edge, stop.target)} ({', '.join(stop.edge.known)})."
        for stop in lecture.arrows
        if stop.edge and stop.source and stop.target
    ]
    return " ".join(["The chain, step by step.", *steps])


def step_numbers(lecture: Lecture) -> dict[str, str]:
    """The number of the stop that tells an arrow, by the arrow's id; the lecture shows the same."""
    return {edge: str(number) for edge, number in lecture.number.items()}


def steps_of(lecture: Lecture, edges: Iterable[str]) -> str:
    """The stops that tell some arrows, given by id: ``steps 1, 3``."""
    at = [str(lecture.number[edge]) for edge in edges if edge in lecture.number]
    return f"step{'s' * (len(at) > 1)} {', '.join(at)}"


def numbered(lecture: Lecture) -> list[str]:
    """The references in full, a line each, with the number that stands for them."""
    references = enumerate(lecture.subgraph.references, start=1)
    return [f"{at}. {reference.line}" for at, reference in references]


def _draw_title(root: Element, lecture: Lecture, y: float) -> float:
    lines = wrap(lecture.title, _INNER, 28, bold=True)
    return write(root, lines, _EDGE, y, 28, font_weight=700, fill=THEME.text)


def _draw_drawing(root: Element, lecture: Lecture, drawing: Drawing, y: float) -> float:
    left, top, width, height = bounds(drawing)
    scale = min(_LARGEST, _INNER / width, _FRAME.height / height)
    picture = draw_picture(root, drawing, step_numbers(lecture))
    x = (WIDTH - scale * width) / 2 - scale * left
    place = f"translate({number(x)} {number(y - scale * top)}) scale({scale:.4f})"
    picture.set("transform", place)
    return y + scale * height


def _draw_references(root: Element, lecture: Lecture, y: float) -> float:
    """Short names in columns, with the steps they bear on; the full lines stand in ``metadata``."""
    said = [
        f"{at}. {_brief(reference)} ({_steps(lecture, reference)})"
        for at, reference in enumerate(lecture.subgraph.references, start=1)
    ]
    group = add(root, "g", class_="references")
    y = write(group, ["Evidence"], _EDGE, y, _SMALL + 1, font_weight=700, fill=THEME.text) + 2
    wrapped = [wrap(line, _WIDE, _SMALL) for line in said]
    rows = -(-sum(map(len, wrapped)) // _COLUMNS)
    columns: list[list[str]] = [[]]
    for lines in wrapped:
        if len(columns[-1]) >= rows:
            columns.append([])
        columns[-1] += lines
    lefts = [_EDGE + at * (_WIDE + _GUTTER) for at in range(_COLUMNS)]
    return max(
        write(group, lines, left, y, _SMALL, fill=THEME.soft_text)
        for left, lines in zip(lefts, columns, strict=False)
    )


def _brief(reference: Reference) -> str:
    """Author and year; where no author was seen, the beginning of the title and the year."""
    name = clean(reference.short_name)
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 8]}… {reference.year or ''}".strip()


def _steps(lecture: Lecture, reference: Reference) -> str:
    """The steps that a reference bears on: ``steps 1, 3``."""
    on = [edge.id for edge in lecture.edges if any(item.ref == reference.id for item in edge.evidence)]
    return steps_of(lecture, on)


def _draw_foot(root: Element, lecture: Lecture, y: float) -> float:
    _, about, disclaimer = lecture.subgraph.notes
    add(root, "path", d=f"M{number(_EDGE)} {number(y)}H{number(WIDTH - _EDGE)}", stroke=THEME.dim_border)
    group = add(root, "g", class_="foot")
    y = write(group, wrap(disclaimer, _INNER, _SMALL + 1, bold=True), _EDGE, y + 10, _SMALL + 1,
              font_weight=700, fill=THEME.text)  # fmt: skip
    return write(group, wrap(about, _INNER, _SMALL), _EDGE, y, _SMALL, fill=THEME.soft_text)


def root_of(
    title: str, about: str, fonts: str, left: float, top: float, width: float, height: float
) -> Element:
    """An empty SVG with what a listener hears of it; ``fonts`` are families, the best first."""
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "lang": "en", "role": "img"})
    root.set("font-family", fonts)
    root.set("viewBox", view_box(left, top, width, height))
    root.set("width", number(width))
    root.set("height", number(height))
    add(root, "title", title)
    add(root, "desc", about)
    return root


def resize(root: Element, width: float, height: float) -> None:
    """Make a drawing that begins at 0, 0 as large as it came out."""
    root.set("viewBox", view_box(0, 0, width, height))
    root.set("height", number(height))


def written(root: Element) -> str:
    """An element as text."""
    return tostring(root, encoding="unicode")
