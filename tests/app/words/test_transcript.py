"""A lecture in words: all of it, whole HTML, and nothing of a map or an address as markup."""

from __future__ import annotations

import pytest

from app.words.transcript import transcript
from graph import Lecture, causal_paths, lecture_of_path, lecture_of_tour
from graph.drawing.svg_sheet import legend_figure
from graph.records.vocabulary import Level
from tests.app.conftest import Ask
from tests.app.reader import HOSTILE, OUR_TAGS, Reader, hostile
from tests.app.takeaway.printed import one_step, path_lecture, told, tour_lectures
from tests.shipped import B12

LECTURES = {
    **{name: lambda name=name: tour_lectures()[name] for name in tour_lectures()},
    "a path": lambda: path_lecture("metformin"),
    "the longest path": lambda: path_lecture("pernicious-anaemia", "longest"),
    "one step": one_step,
    "a small tour": told,
}
FIGURE = frozenset({"desc", "figure", "g", "path", "rect", "ellipse", "svg", "text", "title"})


@pytest.fixture(scope="module", params=LECTURES)
def lecture(request: pytest.FixtureRequest) -> Lecture:
    return LECTURES[request.param]()


@pytest.fixture(scope="module")
def shown(lecture: Lecture) -> Reader:
    return Reader(words(lecture))


def words(lecture: Lecture, level: Level = Level.PLAIN, *, whole: bool = False, figure: str = "") -> str:
    return transcript(
        lecture, level, lambda step: f"?of={lecture.key}&step={step}", whole=whole, figure=figure
    )


def of_the_hostile_map() -> list[Lecture]:
    causal_map = hostile(B12)
    path = causal_paths(causal_map, "metformin", limit=1).paths[0]
    tours = [lecture_of_tour(causal_map, tour) for tour in causal_map.tours]
    return [*tours, *(lecture_of_path(causal_map, path, level) for level in Level)]


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("whole", [False, True])
def test_the_words_of_a_lecture_are_whole_html(lecture: Lecture, level: Level, whole: bool) -> None:
    reader = Reader(words(lecture, level, whole=whole, figure=legend_figure(lecture)))
    assert reader.open == []
    assert reader.tags <= OUR_TAGS | FIGURE


def test_every_stop_stands_there_in_order_with_both_claims_its_words_and_its_notes(
    lecture: Lecture, shown: Reader
) -> None:
    steps = words(lecture).split('<li class="step">')[1:]
    assert len(steps) == len(lecture.stops)
    for stop, markup in zip(lecture.stops, steps, strict=True):
        said = Reader(f"<li>{markup.partition('</ol>')[0] if stop is lecture.stops[-1] else markup}").text
        assert said.startswith(str(stop.number))
        assert all(part in said for part in (stop.words, *stop.notes))
        assert stop.answer in said
        if stop.edge and stop.source and stop.target:
            assert f"{stop.edge.certainty.label} certainty" in said
            assert said.index(stop.source.claim) < said.rindex(stop.target.claim)


def test_each_number_leads_to_its_stop_on_the_stage(lecture: Lecture, shown: Reader) -> None:
    numbers = [str(stop.number) for stop in lecture.stops]
    steps = [attributes for _, attributes in shown.elements if "data-step" in attributes]
    assert [step["data-step"] for step in steps] == numbers
    assert [step["href"] for step in steps] == [f"?of={lecture.key}&step={number}" for number in numbers]


def test_an_answer_is_closed_until_somebody_asks(lecture: Lecture, shown: Reader) -> None:
    closed = {key for key in shown.values("data-key") if key.startswith("answer-")}
    assert closed == {f"answer-{stop.number}" for stop in lecture.stops if stop.answer}
    assert "open" not in shown.attributes


def test_no_two_details_have_the_same_key(shown: Reader) -> None:
    keys = shown.values("data-key")
    assert len(keys) == len(set(keys))


def test_what_frames_the_stops_is_there(lecture: Lecture, shown: Reader) -> None:
    for said in (lecture.lead, lecture.audience, lecture.duration, lecture.caution):
        assert said in shown.text
    for sentence in (*lecture.questions, *lecture.objectives):
        assert sentence in shown.text
    for title, sentences in (
        ("Questions it answers", lecture.questions),
        ("To take home", lecture.key_points),
    ):
        assert (title in shown.text) == bool(sentences)


def test_each_key_point_names_the_steps_it_leans_on(lecture: Lecture, shown: Reader) -> None:
    for point in lecture.key_points:
        steps = sorted(stop.number for stop in lecture.stops if stop.edge and stop.edge.id in point.edges)
        listed = ", ".join(map(str, steps))
        assert f"{point.point} (step{'s' if len(steps) > 1 else ''} {listed})" in shown.text


def test_every_source_of_the_chain_stands_in_the_list_once(lecture: Lecture) -> None:
    listed = Reader("<p>" + words(lecture).partition('data-key="references"')[2].partition("</ol>")[0])
    wanted = {item.ref for edge in lecture.edges for item in edge.evidence}
    assert {reference.id for reference in lecture.subgraph.references} == wanted
    assert f"All references: {len(wanted)}" in listed.text
    assert sum(tag == "cite" for tag, _ in listed.elements) == len(wanted)
    for name in wanted:
        assert lecture.map.reference[name].title in listed.text


def test_the_disclaimer_the_version_and_the_date_stand_at_the_end(lecture: Lecture, shown: Reader) -> None:
    header = lecture.map.header
    end = f"{header.disclaimer} {header.title}, version {header.version}, {header.date}."
    assert shown.text.endswith(end)


def test_whole_words_hold_every_finding_and_fetch_nothing(lecture: Lecture) -> None:
    reader = Reader(words(lecture, whole=True))
    assert "data-source" not in reader.attributes
    for edge in lecture.edges:
        assert edge.why in reader.text
        assert edge.uncertainty in reader.text
        assert (edge.why_differ or "") in reader.text
        for item in edge.evidence:
            assert item.finding in reader.text


def test_else_the_evidence_of_each_arrow_is_fetched_at_the_reading_level(lecture: Lecture) -> None:
    for level in Level:
        wanted = [f"api/evidence/{edge.id}?level={level}" for edge in lecture.edges]
        assert Reader(words(lecture, level)).values("data-source") == wanted


def test_the_server_answers_where_the_evidence_is_fetched_from(ask: Ask) -> None:
    lecture = tour_lectures()["nerve-route"]
    for edge, address in zip(lecture.edges, Reader(words(lecture)).values("data-source"), strict=True):
        status, _, body = ask(f"/{address}")
        assert status == 200
        assert edge.why in Reader(body.decode()).text


def test_the_figure_stands_before_the_steps() -> None:
    markup = words(told(), figure="<figure>The legend</figure>")
    assert 0 < markup.index("The legend") < markup.index('<ol class="steps">')


@pytest.mark.parametrize("whole", [False, True])
def test_markup_in_a_map_appears_as_that_text(whole: bool) -> None:
    for lecture in of_the_hostile_map():
        reader = Reader(words(lecture, whole=whole, figure=legend_figure(lecture)))
        assert reader.open == []
        assert reader.tags <= OUR_TAGS | FIGURE
        assert not {name for name in reader.attributes if name.startswith("on") or name in ("src", "style")}
        assert all(link.startswith(("?of=", "https://")) for link in reader.links)
        told_times = sum(len((stop.words, *stop.notes, stop.answer)) for stop in lecture.stops)
        assert reader.text.count(HOSTILE) > told_times + 3 * len(lecture.subgraph.references)


def test_markup_in_an_address_appears_as_that_text() -> None:
    reader = Reader(transcript(told(), Level.PLAIN, lambda step: f"?{HOSTILE}{step}"))
    assert reader.open == []
    assert reader.tags <= OUR_TAGS
    assert f"?{HOSTILE}1" in reader.links
