"""A map of another subject on every face: it shows the words of its own map and none of the shipped one."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pypdf
import pytest
from streamlit.testing.v1 import AppTest

import app.main
from app.current_map import MAP_VARIABLE
from app.drawing.picture import VIS, picture_of
from app.pages import faults
from app.takeaway.exports import LECTURE_EXPORTS
from app.words.foot import NO_MAP
from graph import CausalMap, load_map
from graph.formats import REFERENCE_FORMATS, SUBGRAPH_FORMATS
from graph.records.vocabulary import Kind, Scope
from tests.app.conftest import Ask
from tests.subject import subject_words


def explore_page() -> None:
    from app.pages.explore import explore

    explore()


def lecture_page() -> None:
    from app.pages.lecture import lecture

    lecture()


def evidence_page() -> None:
    from app.pages.evidence import evidence

    evidence()


def about_page() -> None:
    from app.pages.about import about

    about()


ANY_START, ANY_EDGE, ANY_ROUTE, ANY_TOUR = "a start", "an edge", "a route", "a tour"
ADDRESSES: list[tuple[Callable[[], None], dict[str, str]]] = [
    (explore_page, {}),
    (explore_page, {"level": "clinical", "step": "1"}),
    (explore_page, {"path": "2", "step": "2", "gate": "human", "show": "full"}),
    (explore_page, {"gate": "trials", "show": "overview"}),
    (explore_page, {"edge": ANY_EDGE, "more": ANY_ROUTE, "rows": "20"}),
    (explore_page, {"from": ANY_START, "to": ANY_START}),
    (explore_page, {"block": ANY_START}),
    (explore_page, {"from": "wotar", "path": "77", "gate": "none", "edge": "a--b"}),
    (lecture_page, {}),
    (lecture_page, {"step": "1"}),
    (lecture_page, {"tour": ANY_TOUR, "step": "2"}),
    (lecture_page, {"tour": "nobody wrote it"}),
    (lecture_page, {"from": ANY_START, "level": "clinical"}),
    (lecture_page, {"from": ANY_START, "to": ANY_START}),
    (evidence_page, {}),
    (evidence_page, {"type": "cohort", "population": "human", "direction": "supports", "sort": "-year"}),
    (evidence_page, {"q": "nothing is called so"}),
    (about_page, {}),
]


@pytest.mark.parametrize(("page", "query"), ADDRESSES, ids=lambda part: getattr(part, "__name__", str(part)))
def test_a_page_carries_the_words_of_its_own_map_only(
    chosen: CausalMap, page: Callable[[], None], query: dict[str, str]
) -> None:
    own = {
        ANY_START: chosen.header.default_start,
        ANY_EDGE: chosen.edges[0].id,
        ANY_ROUTE: chosen.header.routes[0].id,
        ANY_TOUR: next(iter(chosen.tour), ""),
    }
    said = shown(page, {key: own.get(value, value) for key, value in query.items()})
    header = chosen.header
    for words in (header.disclaimer, header.title, f"version {header.version}".lower(), header.date):
        assert words.lower() in said.lower()
    assert list(subject_words(said)) == []


def shown(page: Callable[[], None], query: dict[str, str]) -> str:
    """Whatever a page sends to the browser, as text."""
    test = AppTest.from_function(page, default_timeout=60)
    for key, value in query.items():
        test.query_params[key] = value
    test.run()
    assert not test.exception
    sent = [json.loads(part.proto.json) for part in test.get("bidi_component")]
    return unescape("\n".join(words for part in sent for words in texts_in(part)))


def texts_in(value: Any) -> Iterator[str]:
    """Every text of plain data; a key or a word alone is put in quotes, as JSON has it."""
    if isinstance(value, dict):
        yield from (words for part in value.items() for words in texts_in(part))
    elif isinstance(value, list | tuple):
        yield from (words for part in value for words in texts_in(part))
    elif isinstance(value, str):
        yield f'"{value}"'


def test_a_map_that_cannot_be_read_has_no_disclaimer_so_the_page_says_what_holds_for_all(
    broken_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(MAP_VARIABLE, str(broken_folder))
    monkeypatch.setattr(faults, "is_on_this_machine", lambda: True)
    test = AppTest.from_file(app.main.__file__, default_timeout=60).run()
    assert [caption.value for caption in test.caption] == [NO_MAP]
    assert list(subject_words("\n".join([test.error[0].value, test.code[0].value]))) == []


@pytest.mark.parametrize("scope", Scope)
def test_the_picture_explains_its_kinds_in_the_words_of_the_map(chosen: CausalMap, scope: Scope) -> None:
    text = picture_of(chosen, scope).text
    kinds = json.loads(text)["kinds"]
    assert {kind: (said["label"], said["definition"]) for kind, said in kinds.items()} == {
        kind: tuple(chosen.header.words_for(Kind(kind))) for kind in kinds
    }
    assert list(subject_words(text)) == []


def test_a_map_has_its_own_words_for_the_kinds_and_the_levels_it_names_and_the_usual_ones_for_others(
    folders: dict[str, Path],
) -> None:
    header = load_map(folders["flood"]).header
    assert header.words_for(Kind.OUTCOME) == ("Damage", "What the water does in the end.")
    assert header.words_for(Kind.MARKER) == (Kind.MARKER.label, Kind.MARKER.definition)
    assert "<dt>Damage</dt>" in unescape(shown_markup(folders["flood"], about_page))


def shown_markup(folder: Path, page: Callable[[], None]) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(MAP_VARIABLE, str(folder))
        return shown(page, {})


@pytest.mark.parametrize(
    "address",
    [
        *("/api/find", "/api/find?q=wotar", "/api/find?from=START"),
        *("/api/evidence/EDGE", "/api/evidence/EDGE?level=clinical"),
        *(f"/api/references.{ending}" for _, ending, _ in REFERENCE_FORMATS.values()),
    ],
)
def test_what_a_page_asks_for_names_no_other_subject(chosen: CausalMap, ask: Ask, address: str) -> None:
    address = address.replace("START", chosen.header.default_start).replace("EDGE", chosen.edges[0].id)
    status, _, body = ask(address)
    assert status == 200
    assert list(subject_words(body.decode())) == []
    if "references" in address:
        assert chosen.header.disclaimer in body.decode()


# A PNG holds no text; it is drawn from the SVG.
@pytest.mark.parametrize("name", sorted({*LECTURE_EXPORTS, *SUBGRAPH_FORMATS} - {"png"}))
def test_a_file_carries_title_version_and_disclaimer_of_its_own_map_only(
    chosen: CausalMap, ask: Ask, name: str
) -> None:
    status, headers, body = ask(f"/api/export/{name}?from={chosen.header.default_start}")
    assert status == 200
    text = " ".join(text_of(name, body).split())
    header = chosen.header
    for words in (header.disclaimer, header.title, header.version, header.date):
        assert words in text
    assert list(subject_words(text)) == []
    assert list(subject_words(headers["content-disposition"])) == []


@pytest.mark.parametrize("name", ["html", "pptx", "svg", "pdf", "anki"])
def test_the_legend_of_a_file_calls_a_kind_as_its_map_does(
    folders: dict[str, Path], ask: Ask, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(MAP_VARIABLE, str(folders["flood"]))
    status, _, body = ask(f"/api/export/{name}?from=heavy-rain")
    assert status == 200
    assert ("Sought: damage" if name == "anki" else "Damage") in text_of(name, body)
    assert Kind.OUTCOME.label not in text_of(name, body)


def text_of(name: str, body: bytes) -> str:
    """The texts of a file, whatever it packs them in."""
    if name == "pptx":
        with ZipFile(BytesIO(body)) as parts:
            return unescape(
                "\n".join(parts.read(part).decode() for part in parts.namelist() if "xml" in part)
            )
    if name == "pdf":
        file = pypdf.PdfReader(BytesIO(body))
        return "\n".join(
            [*(page.extract_text() for page in file.pages), *map(str, (file.metadata or {}).values())]
        )
    if name == "anki":
        return unescape("\n".join(rows_of(body)))
    text = body.decode()
    return unescape(text.replace(VIS.read_text("utf-8"), "")) if name == "html" else unescape(text)


def rows_of(deck: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(deck)) as package:
        content = package.read("collection.anki2")
    database = sqlite3.connect(":memory:")
    database.deserialize(content)
    for table in ("notes", "col"):
        yield from (str(value) for row in database.execute(f"SELECT * FROM {table}") for value in row)
    database.close()
