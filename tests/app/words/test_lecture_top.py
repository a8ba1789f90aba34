"""Above the stage: every lecture there is, which one is told, and what could not be shown."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest

from app.state.lecture_state import LectureState, read_lecture_state
from app.words.lecture import lecture_top
from graph.answers.tour_order import tours_in_order
from tests.app.reader import HOSTILE, OUR_TAGS, Reader, hostile
from tests.shipped import B12

PATH = {"from": "metformin", "to": "muscle-loss", "path": "2"}
LAST = read_lecture_state(B12, PATH)


def top(query: dict[str, str], last: LectureState | None = None) -> Reader:
    return Reader(lecture_top(B12, read_lecture_state(B12, query), last))


def current(reader: Reader) -> list[str]:
    """The links that are marked as what is told now."""
    return [attributes["href"] for tag, attributes in reader.elements if attributes.get("aria-current")]


@pytest.mark.parametrize("query", [{"tour": "nerve-route"}, PATH, {"from": "muscle-loss", "to": "metformin"}])
def test_every_tour_is_a_link_with_its_title_and_its_time(query: dict[str, str]) -> None:
    reader = top(query)
    assert reader.open == []
    for tour in B12.tours:
        assert f"?tour={tour.id}" in reader.links
        assert tour.title in reader.text
        assert f"{tour.minutes} minutes" in reader.text


@pytest.mark.parametrize("last", [None, LAST], ids=["nothing seen", "a path seen"])
@pytest.mark.parametrize("name", sorted(B12.tour))
def test_the_tour_that_is_told_is_marked_and_no_other(name: str, last: LectureState | None) -> None:
    assert current(top({"tour": name}, last)) == [f"?tour={name}"]


@pytest.mark.parametrize(
    "last", [None, read_lecture_state(B12, {"from": "gastrectomy"})], ids=["nothing", "another"]
)
def test_the_path_that_is_told_is_marked_and_named(last: LectureState | None) -> None:
    reader = top(PATH, last)
    assert current(reader) == ["?from=metformin&to=muscle-loss&path=2"]
    assert "Your path: from Metformin to" in reader.text
    assert LAST.lecture is not None
    assert f"{len(LAST.lecture.stops)} steps" in reader.text


def test_the_path_that_was_last_seen_is_there_beside_a_tour() -> None:
    assert f"?{LAST.address}" in top({"tour": "nerve-route"}, LAST).links
    assert "Your path" not in top({"tour": "nerve-route"}).text


def test_a_path_of_one_step_is_not_said_to_have_several() -> None:
    edge = B12.edge["metformin--ileal-uptake"]
    lecture_state = read_lecture_state(B12, {"from": edge.source, "to": edge.target})
    assert lecture_state.lecture is not None
    assert len(lecture_state.lecture.stops) == 1
    assert "1 step" in Reader(lecture_top(B12, lecture_state, None)).text
    assert "1 steps" not in Reader(lecture_top(B12, lecture_state, None)).text


def test_every_link_leads_to_the_lecture_that_it_names() -> None:
    reader = top({"tour": "nerve-route"}, LAST)
    read = [read_lecture_state(B12, dict(parse_qsl(link.removeprefix("?")))) for link in reader.links]
    assert [lecture_state.lecture.title for lecture_state in read if lecture_state.lecture] == [
        *(tour.title for tour in tours_in_order(B12)),
        LAST.lecture.title if LAST.lecture else "",
    ]
    assert not any(lecture_state.notices for lecture_state in read)


def test_an_unknown_tour_is_said_aloud_and_no_tour_is_marked() -> None:
    reader = top({"tour": HOSTILE})
    assert "alert" in reader.values("role")
    assert "There is no tour “<img" in reader.text
    assert current(reader) == ["?from=b12-deficiency&to=muscle-loss"]
    assert reader.tags <= OUR_TAGS
    assert "onerror" not in reader.attributes


@pytest.mark.parametrize("last", [None, LAST], ids=["nothing seen", "a path seen"])
def test_without_a_lecture_there_is_a_reason_a_way_out_and_nothing_is_marked(
    last: LectureState | None,
) -> None:
    reader = top({"from": "muscle-loss", "to": "metformin"}, last)
    assert current(reader) == []
    assert "There is no causal path" in reader.text
    assert "alert" in reader.values("role")
    assert reader.links[-1] == "./?from=muscle-loss&to=metformin"
    assert (f"?{LAST.address}" in reader.links) == (last is not None)


def test_with_a_lecture_there_is_no_way_out() -> None:
    assert not any(link.startswith("./") for link in top({"tour": "nerve-route"}, LAST).links)


def test_markup_in_a_map_appears_as_that_text() -> None:
    causal_map = hostile(B12)
    for query in ({"tour": "nerve-route"}, PATH, {"from": "muscle-loss", "to": "metformin"}):
        last = read_lecture_state(causal_map, PATH)
        reader = Reader(lecture_top(causal_map, read_lecture_state(causal_map, query), last))
        assert reader.open == []
        assert reader.tags <= OUR_TAGS
        assert not {name for name in reader.attributes if name.startswith("on") or name in ("src", "style")}
        assert reader.text.count(HOSTILE) >= len(causal_map.tours) + 2
