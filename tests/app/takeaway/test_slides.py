"""The slides tell the lecture: read back by python-pptx."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Pt

from app.words.reading_guide import SIGNS, ends
from graph.drawing.palette import THEMES
from tests.app.takeaway.printed import tour_lectures
from tests.app.takeaway.slide_reading import (
    SOUND,
    Made,
    body,
    claims,
    descr,
    heading,
    known,
    made_of,
    picture,
    plain,
    said,
    slides_called,
    steps,
    text_called,
)
from tests.graph.joined import joined

ACCENT = THEMES["light"].accent.lstrip("#").upper()
LEAST_WORDS = 24


@pytest.fixture(params=SOUND)
def sound(request: pytest.FixtureRequest) -> Made:
    return made_of(request.param)


def test_the_slides_come_in_the_order_of_the_lecture(sound: Made) -> None:
    lecture = sound.lecture
    wanted = [
        lecture.title,
        *(["Questions and objectives"] if lecture.tour else []),
        "How to read the picture",
    ]
    for stop in lecture.stops:
        wanted += [heading(stop), *([] if stop.edge else [f"Step {stop.number}: the answer"])]
    wanted += [*(["Key points"] if lecture.tour else []), "The chain as a whole", "References"]
    assert [title for title, _ in groupby(map(plain, sound.titles))] == wanted


def test_a_stop_of_a_tour_is_one_slide() -> None:
    for name in tour_lectures():
        assert not re.search(r"\(\d+ of \d+\)", " ".join(made_of(name).titles[:-4]))


def test_the_chain_grows_by_what_is_told(sound: Made) -> None:
    lecture = sound.lecture
    for stop in lecture.stops:
        so_far = tuple(arrow for arrow in lecture.arrows if arrow.number <= stop.number)
        for slide in slides_called(sound, heading(stop)):
            drawn = [descr(shape) for shape in picture(slide)]
            assert claims(lecture, so_far) == {text for text in drawn if text.endswith(")")}
            assert sorted(text for text in drawn if "certainty" in text) == sorted(steps(so_far))


def test_the_last_picture_holds_the_nodes_and_edges_of_the_piece(sound: Made) -> None:
    (slide,) = slides_called(sound, "The chain as a whole")
    drawn = [shape.name for shape in picture(slide)]
    subgraph = sound.lecture.subgraph
    assert {node.claim for node in subgraph.nodes} <= set(drawn)
    lines = [shape for shape in picture(slide) if "certainty" in descr(shape)]
    assert len(lines) == len(subgraph.edges)
    assert sum(name == "Mark ?" for name in drawn) == sum(edge.contested for edge in subgraph.edges)
    signs = {edge: joined(sound.lecture.map, edge, sound.lecture.map.level).sign for edge in subgraph.edges}
    denied = [edge for edge in subgraph.edges if edge.status in ("no-effect", "refuted")]
    assert sum(name.startswith("Bar of ") for name in drawn) == sum(
        sign == "⊣" and edge not in denied for edge, sign in signs.items()
    )
    assert sum(name.startswith("Hollow head of ") for name in drawn) == sum(edge.causal for edge in denied)
    across = Counter(descr(shape) for shape in picture(slide) if shape.name.startswith("Sign on "))
    assert across == Counter(
        edge.status.label for edge in denied for _ in range(2 if edge.status == "refuted" else 1)
    ), "a bar across the line, or the two strokes of a cross"
    heads = [shape for shape in lines if shape.element.xpath(".//a:tailEnd[@type='triangle']")]
    assert len(heads) == sum(sign == "→" and edge not in denied for edge, sign in signs.items())


def test_certainty_is_told_by_width_and_dash(sound: Made) -> None:
    (slide,) = slides_called(sound, "The chain as a whole")
    widths: dict[str, set[int]] = {}
    for shape in picture(slide):
        if "certainty" in descr(shape):
            tier = descr(shape).rsplit(": ", 1)[1].split(" certainty")[0]
            status = tier.rpartition(", ")[0]
            widths.setdefault("thin" if status else tier, set()).add(shape.line.width)
            dashed = bool(shape.element.xpath(".//a:custDash"))
            weak = status == "proposed" if status else tier in ("low", "very low")
            assert dashed == (weak or "is associated with" in shape.name)
    assert all(len(found) == 1 for found in widths.values())
    if {"high", "moderate"} <= set(widths):
        assert max(widths["high"]) > max(widths["moderate"])
    thin = widths.pop("thin", set())
    assert all(max(thin, default=0) < min(found) for found in widths.values())


def test_only_the_arrow_that_is_told_stands_out(sound: Made) -> None:
    for stop in sound.lecture.stops:
        for slide in slides_called(sound, heading(stop)):
            loud = [
                descr(shape)
                for shape in picture(slide)
                if "certainty" in descr(shape) and str(shape.line.color.rgb) == ACCENT
            ]
            assert loud == (steps((stop,)) if stop.edge else [])
            rings = [shape for shape in picture(slide) if shape.name.startswith("Ring round")]
            assert len(rings) == (2 if stop.edge else 0)


def test_a_box_keeps_its_place_from_slide_to_slide(sound: Made) -> None:
    homes: dict[str, set[tuple[int, ...]]] = {}
    for slide in sound.slides:
        for shape in picture(slide):
            if shape.name and descr(shape).startswith(shape.name) and descr(shape).endswith(")"):
                homes.setdefault(descr(shape), set()).add((shape.left, shape.top, shape.width, shape.height))
    assert homes
    assert all(len(places) == 1 for places in homes.values())


def test_the_words_are_whole_and_large(sound: Made) -> None:
    for stop in sound.lecture.stops:
        assert said(slides_called(sound, heading(stop))) == stop.words
        assert said(slides_called(sound, f"Step {stop.number}: the answer")).endswith(stop.answer)
        for slide in slides_called(sound, heading(stop)):
            assert all(
                run.font.size >= Pt(LEAST_WORDS)
                for paragraph in body(slide).text_frame.paragraphs
                for run in paragraph.runs
            )


def test_words_too_long_for_a_slide_go_on_to_the_next() -> None:
    made = made_of("long-winded")
    for stop in made.lecture.stops:
        slides = slides_called(made, heading(stop))
        assert len(slides) > 1
        assert said(slides) == stop.words.strip()
    assert said(slides_called(made, made.lecture.title)) == made.lecture.lead.strip()
    assert said(slides_called(made, "The chain as a whole")).startswith(made.lecture.caution.strip())


def test_a_step_says_how_certain_it_is_how_far_we_are_and_where_it_is_from(sound: Made) -> None:
    lecture, count = sound.lecture, len(sound.lecture.stops)
    cited = [reference.id for reference in lecture.subgraph.references]
    for stop in lecture.stops:
        for slide in slides_called(sound, heading(stop)):
            assert text_called(slide, "Progress") == f"{stop.number} of {count}"
            if stop.edge and stop.reference:
                certainty = text_called(slide, "Certainty").lower()
                whole = " · ".join(stop.edge.known)
                assert certainty == whole, "nothing of it is cut"
                assert certainty.startswith(known(stop.edge).split(", ")[0])
                source, number = text_called(slide, "Source").rsplit(" [", 1)
                assert stop.reference.short_name.startswith(source.rstrip("…"))
                assert cited[int(number.rstrip("]")) - 1] == stop.reference.id


def test_the_references_are_numbered_and_complete(sound: Made) -> None:
    lines = [
        paragraph.text.split("\t")
        for slide in slides_called(sound, "References")
        for paragraph in body(slide).text_frame.paragraphs
    ]
    references = sound.lecture.subgraph.references
    assert [number for number, _ in lines] == [f"{number}." for number in range(1, len(references) + 1)]
    for (_, line), reference in zip(lines, references, strict=True):
        assert reference.line in line
        assert not reference.pmid or reference.pmid in line
        assert not reference.doi or reference.doi in line


def test_a_tour_opens_with_what_is_learned_and_closes_with_what_it_leans_on(sound: Made) -> None:
    lecture = sound.lecture
    if lecture.tour is None:
        return
    opening = sound.slides[0]
    assert said([opening]) == lecture.lead
    assert f"For: {lecture.audience}" in text_called(opening, "For whom and how long")
    assert f"{lecture.minutes} minutes" in text_called(opening, "For whom and how long")
    learned = said(slides_called(sound, "Questions and objectives"))
    assert all(line in learned for line in (*lecture.questions, *lecture.objectives))
    taken, by_edge = said(slides_called(sound, "Key points")), {stop.edge.id: stop for stop in lecture.arrows}
    for key in lecture.key_points:
        assert key.point in taken
        assert all(by_edge[edge].heading in taken for edge in key.edges)


def test_the_end_says_what_a_chain_does_not_show(sound: Made) -> None:
    words = said(slides_called(sound, "The chain as a whole"))
    assert words == f"{sound.lecture.caution} {' '.join(sound.lecture.map.header.disclaimer.split())}"


def test_the_legend_explains_what_is_drawn(sound: Made) -> None:
    (slide,) = slides_called(sound, "How to read the picture")
    labels = {shape.text_frame.text for shape in slide.shapes if shape.name.startswith("Label: ")}
    subgraph = sound.lecture.subgraph
    words_for = subgraph.map.header.words_for
    assert {words_for(node.kind).label for node in subgraph.nodes} <= labels
    assert {f"{edge.certainty.label} certainty" for edge in subgraph.edges if edge.supported} <= labels
    statuses = {edge.status.label for edge in subgraph.edges if edge.status != "supported"}
    assert statuses <= labels
    assert ("proposed" in labels) == ("proposed" in statuses)
    assert {
        joined(sound.lecture.map, edge, sound.lecture.map.level).words for edge in subgraph.edges
    } <= labels
    assert any(label.startswith("contested") for label in labels) == any(e.contested for e in subgraph.edges)
    samples = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
    assert sorted(descr(shape).removeprefix("Sample: ") for shape in samples) == sorted(labels)
    words = said([slide])
    assert ends(sound.lecture.map.level) in words
    assert SIGNS in words


def test_the_speaker_has_everything_at_hand(sound: Made) -> None:
    assert all(slide.notes_slide.notes_text_frame.text.strip() for slide in sound.slides)
    for stop in sound.lecture.stops:
        for slide in slides_called(sound, heading(stop)):
            notes = slide.notes_slide.notes_text_frame.text
            assert all(" ".join(part.split()) in notes for part in stop.notes)
            assert stop.facts in notes
            assert stop.answer in notes
            assert not stop.minutes or f"Time: {stop.minutes} minute" in notes
            assert stop.reference is None or stop.reference.line in notes
