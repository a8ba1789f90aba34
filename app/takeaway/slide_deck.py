"""A file of slides and what every slide of it has: a title, a footer, speaker notes and one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Emu, Pt

from app.takeaway.slide_shapes import LANGUAGE, rgb
from app.takeaway.slide_template import BODY, FOOTER, TITLE, new_file, put
from app.takeaway.slide_text import LOOK, Para, Place, cut, fit_title
from graph import Lecture
from graph.drawing.svg_text import clean
from graph.records.header import Header

TITLE_SIZES = (30, 28, 26, 24, 22, 20, 18, 16, 14, 12)
_FOOTER_SIZE = 12.0
_LONGEST_PROPERTY = 255
_OLDEST_IN_ZIP = date(1980, 1, 1)


class Deck:
    """A growing file of slides about one lecture."""

    def __init__(self, lecture: Lecture) -> None:
        self._file = new_file()
        self._header = lecture.map.header
        self._footer = cut(Para(footer_of(self._header), _FOOTER_SIZE, color=LOOK.soft_text), FOOTER.width)
        _set_properties(self._file.core_properties, lecture)

    def add(
        self,
        title: str,
        notes: Iterable[str],
        body: Sequence[Para] = (),
        place: Place = BODY,
        *,
        title_place: Place = TITLE,
        title_sizes: Sequence[float] = TITLE_SIZES,
    ) -> Slide:
        """Add a slide with a title, speaker notes and a body.

        Args:
            title: what outline view and screen readers call it.
            notes: what the speaker reads, a paragraph each.
            body: the main text; without it the slide has no such frame.
            place: where the main text stands.
            title_place: where the title stands.
            title_sizes: the sizes that are tried for the title, the largest first.
        """
        slide: Slide = self._file.slides.add_slide(self._file.slide_layouts[0])
        head, main = slide.placeholders[0], slide.placeholders[1]
        put(head, title_place)
        write(head.text_frame, [fit_title(title, title_place, title_sizes)], anchor=MSO_ANCHOR.MIDDLE)
        if body:
            put(main, place)
            write(main.text_frame, body)
        else:
            main.element.getparent().remove(main.element)
        self._add_footer(slide)
        told = slide.notes_slide.notes_text_frame
        if told is not None:
            write_notes(told, notes)
        return slide

    def save(self) -> bytes:
        """The file; the same lecture gives the same bytes."""
        raw, steady = BytesIO(), BytesIO()
        self._file.save(raw)
        day = _day_of(self._header)
        with ZipFile(raw) as parts, ZipFile(steady, "w", ZIP_DEFLATED) as out:
            for name in parts.namelist():
                entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
                out.writestr(entry, parts.read(name), ZIP_DEFLATED)
        return steady.getvalue()

    def _add_footer(self, slide: Slide) -> None:
        for holder in self._file.slide_layouts[0].placeholders:
            kind = holder.element.xpath(".//p:ph")[0].get("type")
            if kind in ("ftr", "sldNum"):
                copy = deepcopy(holder.element)
                taken = [int(number) for number in slide.shapes.element.xpath("//p:cNvPr/@id")]
                copy.xpath(".//p:cNvPr")[0].set("id", str(max(taken) + 1))
                slide.shapes.element.append(copy)
        for holder in slide.placeholders:
            if holder.element.xpath(".//p:ph")[0].get("type") == "ftr":
                write(holder.text_frame, [self._footer])


def footer_of(header: Header) -> str:
    """What stands under every slide: the disclaimer's first sentence, version, date, title."""
    short = " ".join(header.disclaimer.split()).split(". ")[0].rstrip(".")
    return f"{short} · version {header.version}, {header.date} · {header.title}"


def add_text(
    slide: Slide, name: str, paras: Sequence[Para], place: Place, align: PP_ALIGN = PP_ALIGN.LEFT
) -> None:
    """Add a frame of text that is no title and no body."""
    box = slide.shapes.add_textbox(*(Pt(length) for length in place))
    box.name = name
    write(box.text_frame, paras, align=align)


def write(
    frame: Any,
    paras: Sequence[Para],
    *,
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
    align: PP_ALIGN = PP_ALIGN.LEFT,
) -> None:
    """Fill a frame with paragraphs that were measured for it."""
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, anchor
    for number, para in enumerate(paras):
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        paragraph.alignment, paragraph.space_before = align, Pt(para.before)
        if para.indent:
            hanging = {"marL": str(Pt(para.indent)), "indent": str(-Pt(para.indent if para.mark else 0))}
            paragraph._p.get_or_add_pPr().attrib.update(hanging)
        run = paragraph.add_run()
        run.text = f"{para.mark}\t{para.text}" if para.mark else para.text
        run.font.size, run.font.bold, run.font.language_id = Pt(para.size), para.bold, LANGUAGE
        run.font.color.rgb = rgb(para.color)


def write_notes(frame: Any, notes: Iterable[str]) -> None:
    """Fill the notes page of a slide, a paragraph a note."""
    frame.text = "\n".join(filter(None, map(clean, notes)))
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.language_id = LANGUAGE


def _set_properties(properties: Any, lecture: Lecture) -> None:
    header = lecture.map.header
    day = _day_of(header)
    texts = {
        "title": lecture.title,
        "subject": header.title,
        "author": "Therefore",
        "last_modified_by": "Therefore",
        "category": "teaching",
        "keywords": f"version {header.version}, {header.date}",
        "comments": header.disclaimer,
        "version": header.version,
        "language": "en-GB",
    }
    for name, text in texts.items():
        setattr(properties, name, clean(text)[:_LONGEST_PROPERTY])
    properties.created = properties.modified = datetime(day.year, day.month, day.day)
    properties.revision = 1


def _day_of(header: Header) -> date:
    return max(header.day or _OLDEST_IN_ZIP, _OLDEST_IN_ZIP)
