"""Slides as python-pptx reads them: whatever the tests of the slides ask of a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

from app.takeaway.slides import to_slides
from graph import Lecture, lecture_of_path
from graph.records.edge import Edge
from graph.records.vocabulary import Level
from graph.words.lecture import Stop
from tests.app.takeaway.printed import hostile, one_step, path_lecture, told, tour_lectures
from tests.graph.joined import Joined, joined_between


def clinical() -> Lecture:
    lecture = path_lecture("pernicious-anaemia", "longest")
    assert lecture.path is not None
    return lecture_of_path(lecture.map, lecture.path, Level.CLINICAL)


def long_winded() -> Lecture:
    lecture = told()
    stops = tuple(replace(stop, words=f"{stop.words} " + "and so on " * 300) for stop in lecture.stops)
    return replace(lecture, stops=stops, lead="word " * 500, caution="but " * 600)


SOUND: dict[str, Callable[[], Lecture]] = {
    **{name: lambda name=name: tour_lectures()[name] for name in tour_lectures()},
    "nine steps": lambda: path_lecture("metformin"),
    "one step": one_step,
    "a told tour": told,
    "the longest path": lambda: path_lecture("pernicious-anaemia", "longest"),
    "in clinical words": clinical,
}
LECTURES = {**SOUND, "long-winded": long_winded, "hostile": hostile}


@dataclass(frozen=True)
class Made:
    """A lecture, its file, and the file as another program reads it."""

    lecture: Lecture
    data: bytes

    @cached_property
    def slides(self) -> list[Any]:
        return list(Presentation(BytesIO(self.data)).slides)

    @cached_property
    def shapes(self) -> list[list[Any]]:
        """All shapes of each slide; python-pptx makes them anew for whoever goes through them."""
        return [list(all_shapes(slide)) for slide in self.slides]

    @cached_property
    def parts(self) -> dict[str, Any]:
        """The parts of the file as XML, by name."""
        with ZipFile(BytesIO(self.data)) as file:
            names = [name for name in file.namelist() if name.endswith(".xml")]
            return {name: etree.fromstring(file.read(name)) for name in names}

    @cached_property
    def titles(self) -> list[str]:
        return [slide.shapes.title.text for slide in self.slides]


@cache
def made_of(name: str) -> Made:
    lecture = LECTURES[name]()
    return Made(lecture, to_slides(lecture))


def plain(title: str) -> str:
    """A title without its place among several with the same words."""
    return re.sub(r" \(\d+ of \d+\)$", "", title)


def slides_called(made: Made, title: str) -> list[Any]:
    named = zip(made.slides, made.titles, strict=True)
    return [slide for slide, called in named if plain(called) == title]


def body(slide: Any) -> Any:
    return _body(slide.part)


@cache
def _body(part: Any) -> Any:
    return next(holder for holder in part.slide.placeholders if holder.placeholder_format.idx == 1)


def said(slides: list[Any]) -> str:
    """The main text of slides that belong together."""
    return " ".join(body(slide).text_frame.text.replace("\n", " ") for slide in slides)


def text_called(slide: Any, name: str) -> str:
    return next(shape.text_frame.text for shape in slide.shapes if shape.name == name)


def descr(shape: Any) -> str:
    return next(shape.element.iter(qn("p:cNvPr"))).get("descr") or ""


def picture(slide: Any) -> list[Any]:
    return _picture(slide.part)


@cache
def _picture(part: Any) -> list[Any]:
    return [
        shape
        for group in part.slide.shapes
        if group.name == "The chain so far" and group.shape_type == MSO_SHAPE_TYPE.GROUP
        for shape in group.shapes
    ]


def all_shapes(slide: Any) -> Iterator[Any]:
    for shape in slide.shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from shape.shapes


def heading(stop: Stop) -> str:
    return stop.heading if stop.edge else f"Step {stop.number}: a question to the room"


def claims(lecture: Lecture, arrows: tuple[Stop, ...]) -> set[str]:
    nodes = {node for stop in arrows for node in (stop.source, stop.target) if node}
    words_for = lecture.map.header.words_for
    return {f"{node.claim} ({words_for(node.kind).label.lower()})" for node in nodes}


def steps(arrows: tuple[Stop, ...]) -> list[str]:
    return [f"{told_by(stop).aloud}: {known(stop.edge)}" for stop in arrows if stop.edge]


def told_by(stop: Stop) -> Joined:
    """What an arrow says between its ends, at the level of their names."""
    assert stop.edge is not None
    assert stop.source is not None
    assert stop.target is not None
    ends = [node.in_words(Level.PLAIN) for node in (stop.source, stop.target)]
    return joined_between(ends[0], stop.edge, ends[1], stop.source.level)


def known(edge: Edge) -> str:
    """How well an arrow is known, in words: a status that is not plain support comes first."""
    absent = "large effect" if edge.causal else "close link"
    absence = f" that there is no {absent}" if edge.status in ("no-effect", "refuted") else ""
    status = "" if edge.status == "supported" else f"{edge.status.label}, "
    contested = ", contested" if edge.contested and not status else ""
    return f"{status}{edge.certainty.label} certainty{absence}{contested}"
