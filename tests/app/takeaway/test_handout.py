"""The handout, read back by pypdf."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, cached_property
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.takeaway.handout import to_pdf
from graph import Lecture
from tests.app.takeaway.printed import EVIL, hostile, one_step, path_lecture, told, tour_lectures

A4 = (595.28, 841.89)
TWO_PAGES: dict[str, Callable[[], Lecture]] = {
    "a typical path": lambda: path_lecture("metformin"),
} | {name: lambda name=name: tour_lectures()[name] for name in tour_lectures()}
LECTURES: dict[str, Callable[[], Lecture]] = {
    **TWO_PAGES,
    "one step": one_step,
    "a told tour": told,
    "the longest path": lambda: path_lecture("pernicious-anaemia", "longest"),
}


class Handout(PdfReader):
    """A handout whose texts are read once: pypdf takes longer for them than all else takes."""

    def __init__(self, lecture: Lecture) -> None:
        super().__init__(BytesIO(to_pdf(lecture)), strict=True)

    @cached_property
    def texts(self) -> list[str]:
        """What stands on each page."""
        return [page.extract_text() for page in self.pages]

    @cached_property
    def words(self) -> str:
        """What stands on all pages, without spaces."""
        return squeeze(" ".join(self.texts))


@cache
def handout_of(name: str) -> Handout:
    return Handout(LECTURES[name]())


@cache
def hostile_handout() -> Handout:
    return Handout(hostile())


@pytest.fixture(scope="module", params=LECTURES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def lecture(name: str) -> Lecture:
    return LECTURES[name]()


@pytest.fixture(scope="module")
def handout(name: str) -> Handout:
    return handout_of(name)


def squeeze(text: str) -> str:
    """A text without spaces: lines may break anywhere."""
    return re.sub(r"[\s\u200b\x00-\x1f\x7f-\x9f\u2028\u2029]", "", text)


@pytest.mark.parametrize("of", TWO_PAGES)
def test_a_tour_and_a_typical_path_take_two_pages(of: str) -> None:
    assert len(handout_of(of).pages) == 2


def test_the_pages_are_a4_and_numbered(handout: Handout) -> None:
    for at, (page, text) in enumerate(zip(handout.pages, handout.texts, strict=True), start=1):
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(A4, abs=0.1)
        assert f"page {at} of {len(handout.pages)}" in text


def test_each_page_carries_disclaimer_version_and_date(lecture: Lecture, handout: Handout) -> None:
    _, about, disclaimer = lecture.subgraph.notes
    for shown in map(squeeze, handout.texts):
        assert squeeze(disclaimer) in shown
        assert squeeze(about) in shown


def test_every_stop_is_told_with_its_claims_facts_and_words(lecture: Lecture, handout: Handout) -> None:
    shown = handout.words
    for stop in lecture.stops:
        for said in (stop.heading, stop.words, stop.facts, stop.answer):
            assert squeeze(said) in shown
    for node in lecture.nodes:
        assert squeeze(node.claim) in shown


def test_every_reference_stands_there_in_full_and_with_its_number(lecture: Lecture, handout: Handout) -> None:
    shown = handout.words
    for at, reference in enumerate(lecture.subgraph.references, start=1):
        assert squeeze(f"{at}{reference.line}") in shown


def test_the_numbers_behind_a_step_are_those_of_its_evidence(lecture: Lecture, handout: Handout) -> None:
    shown = handout.words
    order = [reference.id for reference in lecture.subgraph.references]
    for stop in lecture.arrows:
        assert stop.edge is not None
        at = sorted(order.index(ref) + 1 for ref in {item.ref for item in stop.edge.evidence})
        assert squeeze(f"{stop.facts} · evidence [{', '.join(map(str, at))}]") in shown


def test_what_a_class_needs_is_there(lecture: Lecture, handout: Handout) -> None:
    shown = handout.words
    points = [point.point for point in lecture.key_points]
    for said in (
        lecture.title,
        lecture.lead,
        lecture.audience,
        lecture.caution,
        *lecture.questions,
        *lecture.objectives,
        *points,
    ):
        assert squeeze(said) in shown
    if lecture.minutes:
        assert f"{lecture.minutes}minutes" in shown


def test_the_document_says_what_it_is(lecture: Lecture, handout: Handout) -> None:
    assert handout.metadata is not None
    assert handout.metadata.title == lecture.title
    assert handout.metadata.author
    assert lecture.map.header.version in str(handout.metadata.get("/Keywords"))
    assert str(handout.metadata.creation_date).startswith(lecture.map.header.date)
    assert str(handout.root_object["/Lang"]).startswith("en")
    assert b"pdfuaid" in handout.root_object["/Metadata"].get_data()


def test_a_screen_reader_finds_headings_and_a_described_picture(handout: Handout, lecture: Lecture) -> None:
    assert handout.root_object["/MarkInfo"]["/Marked"].value
    parts = list(structure(handout.root_object["/StructTreeRoot"]))
    kinds = [str(part["/S"]) for part in parts if "/S" in part]
    assert "/H1" in kinds
    assert "/H2" in kinds
    told = [squeeze(str(part["/Alt"])) for part in parts if "/Alt" in part]
    assert any(all(squeeze(node.claim) in alt for node in lecture.nodes) for alt in told)


def structure(part):
    """Every element of the tree of tags."""
    part = part.get_object() if hasattr(part, "get_object") else part
    if isinstance(part, list):
        for child in part:
            yield from structure(child)
    elif isinstance(part, dict):
        yield part
        if "/K" in part:
            yield from structure(part["/K"])


def test_the_same_lecture_gives_the_same_file() -> None:
    assert to_pdf(told()) == to_pdf(told())


def test_hostile_words_are_set_as_they_stand() -> None:
    shown = hostile_handout().words
    for said in (EVIL[0], EVIL[1], EVIL[2], EVIL[6]):
        assert squeeze(said) in shown


def test_a_letter_that_no_font_has_costs_the_claim_of_a_standard_but_not_the_handout() -> None:
    handout = hostile_handout()
    assert handout.root_object["/MarkInfo"]["/Marked"].value
    assert len(handout.pages) >= 2


def test_visitors_who_ask_at_the_same_time_get_the_same_file() -> None:
    lecture = told()
    with ThreadPoolExecutor(4) as pool:
        handouts = set(pool.map(to_pdf, [lecture] * 8))
    assert handouts == {to_pdf(lecture)}
