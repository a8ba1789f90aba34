"""What a page offers to take home: every file of a lecture, and every link is answered."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from app.current_map import MAP_VARIABLE
from app.state.lecture_state import LectureState, read_lecture_state
from app.takeaway.download_links import PROGRAMS, download_links
from app.takeaway.exports import LECTURE_EXPORTS
from graph import load_map
from graph.formats import SUBGRAPH_FORMATS
from tests.app.conftest import Ask
from tests.app.reader import HOSTILE, OUR_TAGS, Reader, hostile
from tests.graph.small_maps import written
from tests.shipped import B12

TOUR = {"tour": "nerve-route", "step": "3"}
PATH = {"from": "metformin", "path": "2", "gate": "human", "block": "falls,fatigue", "proposed": "1"} | {
    "level": "clinical"
}
EXPORT = "api/export/"


def offered(query: dict[str, str]) -> Reader:
    return Reader(download_links(read_lecture_state(B12, query)))


def files(reader: Reader) -> list[tuple[str, dict[str, str]]]:
    """Format and parameters of every file on offer."""
    split = [link.removeprefix(EXPORT).partition("?") for link in reader.links if link.startswith(EXPORT)]
    return [(name, dict(parse_qsl(query, strict_parsing=True))) for name, _, query in split]


def test_each_format_for_other_programs_has_the_name_people_know() -> None:
    assert set(PROGRAMS) == set(SUBGRAPH_FORMATS)


@pytest.mark.parametrize("query", [TOUR, PATH], ids=["tour", "path"])
def test_every_format_of_the_lecture_is_offered_with_what_it_is_good_for(query: dict[str, str]) -> None:
    lecture_state, reader = read_lecture_state(B12, query), offered(query)
    assert reader.open == []
    assert reader.tags <= OUR_TAGS
    for name, export in LECTURE_EXPORTS.items():
        assert (name, lecture_state.query) in files(reader)
        assert f"{export.label} {export.about}" in reader.text


def test_a_tour_and_the_whole_map_are_offered_to_other_programs() -> None:
    told = [(name, {"tour": "nerve-route"}) for name in (*LECTURE_EXPORTS, *SUBGRAPH_FORMATS)]
    assert files(offered(TOUR)) == [*told, *((name, {"whole": "1"}) for name in SUBGRAPH_FORMATS)]


def test_of_a_path_all_others_between_its_ends_are_offered_too() -> None:
    ends = {"from": "metformin", "to": "muscle-loss", "gate": "human", "block": "falls,fatigue"}
    ends |= {"proposed": "1", "all": "1"}
    scopes = [read_lecture_state(B12, PATH).query, ends, {"whole": "1"}]
    programs = [(name, scope) for scope in scopes for name in SUBGRAPH_FORMATS]
    assert files(offered(PATH))[len(LECTURE_EXPORTS) :] == programs


@pytest.mark.parametrize("query", [TOUR, PATH], ids=["tour", "path"])
def test_every_file_is_saved_and_not_opened(query: dict[str, str]) -> None:
    for _, attributes in offered(query).elements:
        if attributes.get("href", "").startswith(EXPORT):
            assert {"download", "data-file"} <= attributes.keys()


def test_no_two_links_to_files_read_the_same_aloud() -> None:
    markup = download_links(read_lecture_state(B12, PATH))
    names = [Reader(f"<a{part.partition('</a>')[0]}</a>").text for part in markup.split("<a")[1:]]
    assert len(names) == len(set(names)) == len(offered(PATH).links)


@pytest.mark.parametrize("query", [TOUR, PATH], ids=["tour", "path"])
def test_the_same_chain_can_be_opened_on_explore_and_shared(query: dict[str, str]) -> None:
    lecture_state, reader = read_lecture_state(B12, query), offered(query)
    assert [link for link in reader.links if not link.startswith(EXPORT)] == [
        f"./{lecture_state.view.link()}"
    ]
    assert {"data-copy", "data-share"} <= reader.attributes
    assert reader.values("role") == ["status"]


def test_without_a_lecture_nothing_is_offered() -> None:
    assert download_links(read_lecture_state(B12, {"from": "muscle-loss", "to": "metformin"})) == ""


def answered(ask: Ask, lecture_state: LectureState) -> list[str]:
    """The files that were made, of all links on offer."""
    made = []
    for link in dict.fromkeys(Reader(download_links(lecture_state)).links):
        if link.startswith("./"):
            continue
        status, headers, body = ask(f"/{link}")
        assert status == 200, (link, body[:200])
        assert headers["content-disposition"].startswith('attachment; filename="therefore-')
        assert len(body) > 100
        made.append(link)
    return made


@pytest.mark.parametrize(
    ("query", "scopes"), [({"tour": "down-the-river"}, 2), ({"from": "drought"}, 3)], ids=["tour", "path"]
)
def test_the_server_makes_every_file_on_offer(
    ask: Ask,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    query: dict[str, str],
    scopes: int,
) -> None:
    folder = written(tmp_path)
    monkeypatch.setenv(MAP_VARIABLE, str(folder))
    made = answered(ask, read_lecture_state(load_map(folder), query))
    assert len(made) == len(LECTURE_EXPORTS) + scopes * len(SUBGRAPH_FORMATS)


@pytest.mark.parametrize("query", [TOUR, PATH], ids=["tour", "path"])
def test_the_server_knows_every_file_of_the_shipped_map_on_offer(ask: Ask, query: dict[str, str]) -> None:
    for link in offered(query).links:
        if link.startswith(EXPORT) and link.removeprefix(EXPORT).partition("?")[0] in SUBGRAPH_FORMATS:
            assert ask(f"/{link}")[0] == 200, link


def test_markup_in_a_map_does_not_appear_since_nothing_of_a_map_is_said() -> None:
    for query in (TOUR, PATH):
        reader = Reader(download_links(read_lecture_state(hostile(B12), query)))
        assert reader.tags <= OUR_TAGS
        assert HOSTILE not in reader.text
        assert files(reader) == files(offered(query))
