"""An empty file of slides: wide, in one font, with a single plain layout.

python-pptx brings a template along that is four to three, wears another font and speaks of other slides;
this makes it ours. Places are in points.
"""

from __future__ import annotations

from typing import Any

from pptx import Presentation
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from app.takeaway.slide_shapes import new_element, rgb
from app.takeaway.slide_text import LOOK, Place

WIDTH, HEIGHT = 960.0, 540.0
TITLE = Place(40, 20, 760, 56)
BODY = Place(40, 96, 880, 396)
FOOTER = Place(40, 508, 800, 18)
NUMBER = Place(860, 508, 60, 18)


def new_file() -> Any:
    """A file without slides, and one layout with title, body, footer and slide number."""
    file = Presentation()
    file.slide_width, file.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for layout in list(file.slide_layouts):
        if layout.name != "Title and Content":
            file.slide_layouts.remove(layout)
    places = {"title": TITLE, "body": BODY, "ftr": FOOTER, "sldNum": NUMBER}
    for page in (file.slide_master, file.slide_layouts[0]):
        for holder in list(page.placeholders):
            kind = holder.element.xpath(".//p:ph")[0].get("type", "body")
            if kind not in places:
                holder.element.getparent().remove(holder.element)
            elif page is file.slide_master:
                put(holder, places[kind])
                _make_plain(holder)
    _restyle(file.slide_master.element)
    _wear_arial(file)
    # What the template says of itself is not true of this file.
    _drop(file.part.package._rels, RT.THUMBNAIL, RT.EXTENDED_PROPERTIES)
    _drop(file.part._rels, RT.PRINTER_SETTINGS)
    return file


def _drop(relations: Any, *kinds: str) -> None:
    for name, relation in list(relations.items()):
        if relation.reltype in kinds:
            relations.pop(name)


def _wear_arial(file: Any) -> None:
    slides = file.slide_master.part.part_related_by(RT.THEME)
    slides._blob = slides.blob.replace(b'latin typeface="Calibri"', b'latin typeface="Arial"')
    for font in file.notes_master.part.part_related_by(RT.THEME)._element.iter(qn("a:latin")):
        font.set("typeface", "Arial")


def _make_plain(holder: Any) -> None:
    frame = holder.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    frame.auto_size = MSO_AUTO_SIZE.NONE


def _restyle(master: Any) -> None:
    """Text on the left without bullets; footers in a colour that can be read."""
    for first in master.xpath("p:txStyles/p:titleStyle/a:lvl1pPr | p:txStyles/p:bodyStyle/a:lvl1pPr"):
        first.attrib.update({"algn": "l", "marL": "0", "indent": "0"})
        for bullet in [*first.findall(qn("a:buFont")), *first.findall(qn("a:buChar"))]:
            first.remove(bullet)
    for first in master.xpath(".//p:sp[.//p:ph[@type='ftr' or @type='sldNum']]//a:lvl1pPr"):
        first.set("algn", "l" if first.get("algn") == "ctr" else "r")
        for fill in first.iter(qn("a:solidFill")):
            fill[:] = [new_element("a:srgbClr", {"val": str(rgb(LOOK.soft_text))})]


def put(shape: Any, place: Place) -> None:
    """Give a shape its place."""
    shape.left, shape.top, shape.width, shape.height = (Pt(length) for length in place)
