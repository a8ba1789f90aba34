"""The file of the slides: it opens without repair, nothing is cut, and everybody can read it."""

from __future__ import annotations

import posixpath
import re
import shutil
import subprocess
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Pt
from pypdf import PdfReader

from app.takeaway.slides import to_slides
from graph.layout.text import text_width
from tests.app.takeaway.slide_reading import LECTURES, Made, all_shapes, descr, made_of

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
FILLS = ["noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"]
ORDER = {
    "sp": ["nvSpPr", "spPr", "style", "txBody", "extLst"],
    "cxnSp": ["nvCxnSpPr", "spPr", "style", "extLst"],
    "cNvCxnSpPr": ["cxnSpLocks", "stCxn", "endCxn", "extLst"],
    "spPr": ["xfrm", "custGeom", "prstGeom", *FILLS, "ln", "effectLst", "scene3d", "sp3d", "extLst"],
    "ln": [*FILLS, "prstDash", "custDash", "round", "bevel", "miter", "headEnd", "tailEnd", "extLst"],
    "txBody": ["bodyPr", "lstStyle", "p"],
    "rPr": ["ln", *FILLS, "effectLst", "latin", "ea", "cs", "sym", "hlinkClick", "extLst"],
    "pPr": ["lnSpc", "spcBef", "spcAft", "buClr", "buFont", "buNone", "buChar", "tabLst", "defRPr"],
    "lvl1pPr": ["lnSpc", "spcBef", "spcAft", "buClr", "buFont", "buNone", "buChar", "tabLst", "defRPr"],
}
"""Children in the order in which PowerPoint wants them; it offers to repair a file with another one."""
WARNING = {"b12": "For teaching, not medical advice", "drought": "For teaching, not advice to farmers"}
"""The first sentence of the disclaimer of each map."""


@pytest.fixture(params=LECTURES)
def made(request: pytest.FixtureRequest) -> Made:
    return made_of(request.param)


def test_every_title_is_its_own_and_stands_where_a_screen_reader_looks(made: Made) -> None:
    assert all(title.strip() for title in made.titles)
    assert len(set(made.titles)) == len(made.titles)


def test_everything_can_be_edited(made: Made) -> None:
    kinds = {shape.shape_type for shapes in made.shapes for shape in shapes}
    assert kinds <= {
        MSO_SHAPE_TYPE.PLACEHOLDER,
        MSO_SHAPE_TYPE.GROUP,
        MSO_SHAPE_TYPE.AUTO_SHAPE,
        MSO_SHAPE_TYPE.FREEFORM,
        MSO_SHAPE_TYPE.LINE,
        MSO_SHAPE_TYPE.TEXT_BOX,
    }


def test_a_straight_arrow_follows_its_boxes() -> None:
    lecture = made_of("nine steps").lecture
    (slide,) = (s for s in made_of("nine steps").slides if s.shapes.title.text == "The chain as a whole")
    names = {str(shape.shape_id): shape.name for shape in all_shapes(slide)}
    tied = [
        (names[line.xpath(".//a:stCxn/@id")[0]], names[line.xpath(".//a:endCxn/@id")[0]])
        for line in slide.shapes.element.iter("{*}cxnSp")
        if line.xpath(".//a:stCxn") and line.xpath(".//a:endCxn")
    ]
    ends = {(stop.source.claim, stop.target.claim) for stop in lecture.arrows if stop.source and stop.target}
    assert tied
    assert set(tied) <= ends


def test_every_slide_says_what_it_is_for_and_of_which_version(made: Made) -> None:
    header = made.lecture.map.header
    for slide in made.slides:
        footer = next(
            holder.text_frame.text for holder in slide.placeholders if holder.placeholder_format.idx == 11
        )
        assert footer.startswith(WARNING[header.id])
        assert f"version {header.version}, {header.date}" in footer
        assert slide.shapes.element.xpath(".//a:fld[@type='slidenum']")


def test_what_is_drawn_is_also_said_in_words(made: Made) -> None:
    silent = [
        shape.name
        for shapes in made.shapes
        for shape in shapes
        if not shape.is_placeholder and shape.shape_type != MSO_SHAPE_TYPE.TEXT_BOX and not descr(shape)
    ]
    assert silent == []


def test_nothing_stands_outside_its_slide(made: Made) -> None:
    file = Presentation(BytesIO(made.data))
    assert (file.slide_width, file.slide_height) == (Pt(960), Pt(540))
    for shapes in made.shapes:
        for shape in shapes:
            left, top = shape.left, shape.top
            assert left >= 0
            assert top >= 0
            assert left + shape.width <= file.slide_width
            assert top + shape.height <= file.slide_height


def test_every_text_fits_its_frame(made: Made) -> None:
    for shapes in made.shapes:
        for shape in shapes:
            if shape.has_text_frame and shape.text_frame.text:
                assert lines_high(shape) <= shape.height / 12700 + 0.5, shape.text_frame.text


def lines_high(shape: Any) -> float:
    """How high the text of a frame is, in points, with Arial's own height of a line."""
    high, width = 0.0, shape.width
    for paragraph in shape.text_frame.paragraphs:
        fonts = [run.font for run in paragraph.runs if run.font.size]
        size, wider = (fonts[0].size.pt, 1.07 if fonts[0].bold else 1) if fonts else (12.0, 1)
        indent = int(paragraph._p.get_or_add_pPr().get("marL") or 0)
        room = (width - indent) / 12700 / size / wider
        text = paragraph.text.rsplit("\t", 1)[-1]
        lines = sum(lines_of(line.split(), room) for line in text.split("\v"))
        high += lines * size * 1.15 + (paragraph.space_before.pt if paragraph.space_before else 0)
    return high


def lines_of(words: list[str], room: float) -> int:
    """On how many lines words stand, each on the line before while it fits there."""
    lines, at = 1, 0.0
    for word in words:
        wide = text_width(word, 1) / 1.03
        if at and at + wide > room:
            lines, at = lines + 1, 0.0
        # A word that is wider than a line goes on to the next.
        lines, at = lines + int((at + wide) // room), (at + wide) % room + 0.278
    return lines


def test_no_text_shrinks_or_grows_by_itself(made: Made) -> None:
    for slide in made.slides:
        assert not slide.shapes.element.xpath(".//a:normAutofit | .//a:spAutoFit")


def test_the_file_says_what_it_is_and_of_which_day(made: Made) -> None:
    properties, header = Presentation(BytesIO(made.data)).core_properties, made.lecture.map.header
    assert properties.title == squeeze(made.lecture.title)[:255]
    assert properties.subject == squeeze(header.title)
    assert properties.language == "en-GB"
    assert (properties.version, header.date in properties.keywords) == (header.version, True)
    assert properties.comments.startswith(f"{WARNING[header.id]}.")
    day = header.date if re.fullmatch(r"[\d-]+", header.date) else "1980-01-01"
    assert f"{properties.created:%Y-%m-%d}" == f"{properties.modified:%Y-%m-%d}" == day


@pytest.mark.parametrize("name", ["treatment", "nine steps", "hostile"])
def test_the_same_lecture_gives_the_same_bytes(name: str) -> None:
    made = made_of(name)
    assert to_slides(made.lecture) == made.data


def test_every_word_has_its_language_and_the_font_of_every_machine(made: Made) -> None:
    for name, part in made.parts.items():
        if re.match(r"ppt/(slides|notesSlides)/[^/]+\.xml", name):
            assert set(part.xpath("//a:r[a:t]/a:rPr/@lang", namespaces=NS)) == {"en-GB"}
            assert not part.xpath("//a:r[not(a:rPr)]", namespaces=NS)
            assert not part.xpath("//a:latin", namespaces=NS)
        if name.startswith("ppt/theme/"):
            assert set(part.xpath("//a:fontScheme//a:latin/@typeface", namespaces=NS)) == {"Arial"}


def test_hostile_text_is_text_and_nothing_else() -> None:
    made = made_of("hostile")
    everything = "".join("".join(part.itertext()) for part in made.parts.values())
    assert "</text><script>alert(1)</script>&amp;" in everything
    assert "שלום עולם" in everything
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", everything)
    assert "_x0007_" not in everything


def test_no_shape_of_a_slide_has_the_number_of_another(made: Made) -> None:
    for name, part in made.parts.items():
        numbers = part.xpath("//p:cNvPr/@id", namespaces=NS)
        assert len(set(numbers)) == len(numbers), name
        tied = part.xpath("//a:stCxn/@id | //a:endCxn/@id", namespaces=NS)
        assert set(tied) <= set(numbers), name


def test_elements_stand_in_the_order_of_the_standard(made: Made) -> None:
    for part in made.parts.values():
        for element in part.iter(*(f"{{*}}{tag}" for tag in ORDER)):
            tag = etree.QName(element).localname
            wanted, found = ORDER[tag], [etree.QName(child).localname for child in element]
            places = [wanted.index(child) for child in found if child in wanted]
            assert set(found) <= set(wanted), (tag, found)
            assert places == sorted(places), (tag, found)


def test_every_relation_leads_to_a_part_and_every_part_has_a_type(made: Made) -> None:
    with ZipFile(BytesIO(made.data)) as file:
        names = file.namelist()
        assert len(set(names)) == len(names)
        reached = {"[Content_Types].xml"}
        for name in (name for name in names if name.endswith(".rels")):
            home = posixpath.dirname(posixpath.dirname(name))
            for relation in etree.fromstring(file.read(name)):
                assert relation.get("TargetMode") != "External"
                reached.add(posixpath.normpath(posixpath.join("/", home, relation.get("Target")))[1:])
        assert reached == {name for name in names if not name.endswith(".rels")}
        types = etree.fromstring(file.read("[Content_Types].xml"))
        by_name = {entry.get("PartName")[1:] for entry in types if entry.get("PartName")}
        endings = {entry.get("Extension") for entry in types if entry.get("Extension")}
        assert by_name <= set(names)
        assert all(name in by_name or name.rsplit(".", 1)[-1] == "rels" for name in names[1:])
        assert endings <= {"rels", "xml"} | {name.rsplit(".", 1)[-1] for name in names}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PdfReader]:
    """All lectures as LibreOffice shows them, made in one go because it starts slowly."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("install LibreOffice to see the slides as pages: apt-get install libreoffice-impress")
    folder = tmp_path_factory.mktemp("office")
    files = [folder / f"{name.replace(' ', '-')}.pptx" for name in LECTURES]
    for name, file in zip(LECTURES, files, strict=True):
        file.write_bytes(made_of(name).data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *files]
    subprocess.run(command, check=True, capture_output=True)
    return {name: PdfReader(file.with_suffix(".pdf")) for name, file in zip(LECTURES, files, strict=True)}


@pytest.mark.parametrize("name", LECTURES)
def test_libreoffice_shows_every_slide_with_nothing_over_its_footer(
    name: str, pages: dict[str, PdfReader]
) -> None:
    made = made_of(name)
    assert len(pages[name].pages) == len(made.slides)
    for page, title in zip(pages[name].pages, made.titles, strict=True):
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx((960, 540), abs=1)
        low: list[tuple[float, str]] = []

        def see(text: str, cm: list[float], tm: list[float], *_: Any, low: Any = low) -> None:
            low += [(tm[5] * cm[3] + cm[5], text.strip())] if text.strip() else []

        text = page.extract_text(visitor_text=see)
        if name != "hostile":
            assert letters(title) in letters(text)
        warning = f"{WARNING[made.lecture.map.header.id]} ·"
        footer = max(height for height, text in low if text.startswith(warning))
        assert all(height <= footer + 2 or height > footer + 10 for height, _ in low)


def letters(text: str) -> str:
    """A text without spaces and without signs that come from another font."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def squeeze(text: str) -> str:
    """A text on one line, as a file can hold it."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", text).split())
