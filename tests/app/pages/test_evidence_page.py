"""The Evidence page without a browser: filters, sorting, exports of exactly what is shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from email.message import Message
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from app.words.evidence import evidence_list
from graph.evidence.reference_list import Selection, entries, select
from graph.records.vocabulary import Direction, StudyType
from tests.serving import Served
from tests.shipped import B12

Ask = Callable[..., tuple[str, Message]]


@pytest.fixture(scope="module")
def ask(served_app: Served) -> Ask:
    """Ask the real server for an address; gives the text and the headers."""

    def answer(path: str, **query: str) -> tuple[str, Message]:
        with urlopen(f"{served_app.url}{path}?{urlencode(query)}") as response:
            return response.read().decode(), response.headers

    return answer


def test_every_reference_is_on_the_shelf_with_every_finding() -> None:
    listed = entries(B12)
    assert {entry.reference.id for entry in listed} == set(B12.reference)
    assert sum(len(entry.uses) for entry in listed) == sum(len(edge.evidence) for edge in B12.edges)


def test_filters_narrow_and_every_shown_reference_fits() -> None:
    asked = Selection.read({"type": "randomised-trial", "direction": "disputes"})
    found = select(B12, asked)
    assert 0 < len(found) < len(entries(B12))
    for entry in found:
        assert entry.reference.study_type is StudyType.RANDOMISED_TRIAL
        assert entry.towards(Direction.DISPUTES)


@pytest.mark.parametrize("words", ["grip strength", "Grip  STRENGTH", "swart 2016"])
def test_a_search_finds_words_of_titles_authors_findings_and_steps(words: str) -> None:
    assert "swart2016" in {entry.reference.id for entry in select(B12, Selection(words))}


@pytest.mark.parametrize("sort", ["author", "year", "type", "steps"])
def test_sorting_turns_round(sort: str) -> None:
    there, back = select(B12, Selection(sort=sort)), select(B12, Selection(sort=f"-{sort}"))
    assert there == back[::-1]
    assert len(there) == len(B12.references)


@pytest.mark.parametrize("query", [{"sort": "no"}, {"type": "<b>"}, {"q": "\x00" * 999}, {"direction": "up"}])
def test_a_strange_selection_asks_for_everything_it_does_not_understand(query: dict[str, str]) -> None:
    assert Selection.read(query).sort == "author"
    assert "references." in evidence_list(B12, Selection.read(query))


def test_a_selection_read_back_from_its_address_is_the_same() -> None:
    asked = Selection.read({"q": "b12 x", "type": "cohort", "population": "human", "sort": "-year"})
    assert Selection.read(asked.query()) == asked


@pytest.mark.parametrize("query", [{}, {"q": "homocysteine", "direction": "disputes", "sort": "-year"}])
def test_an_export_holds_exactly_what_is_shown_in_the_same_order(ask: Ask, query: dict[str, str]) -> None:
    text, headers = ask("/api/references.json", **query)
    assert "attachment" in headers["content-disposition"]
    assert [item["id"] for item in json.loads(text)] == [
        entry.reference.id for entry in select(B12, Selection.read(query))
    ]
    assert "not medical advice" in text


@pytest.mark.parametrize("path", ["/api/references.exe", "/assets/map/0000.json"])
def test_an_unknown_format_or_drawing_is_not_found(ask: Ask, path: str) -> None:
    with pytest.raises(HTTPError) as refused:
        ask(path)
    refused.value.close()
    assert refused.value.code == 404


def test_names_are_answered_in_the_shape_of_the_command_line(ask: Ask) -> None:
    found = json.loads(ask("/api/find", q="pins and needels")[0])["groups"][0]["found"]
    assert found[0]["id"] == "paraesthesia"
    assert {"id", "name", "kind", "score"} <= set(found[0])
    reached = json.loads(ask("/api/find", q="", **{"from": "falls"})[0])["groups"]
    assert all(match["paths"] >= 1 for group in reached for match in group["found"])
    assert json.loads(ask("/api/find", **{"from": "nonsense"})[0])["groups"] == []


def test_what_stands_behind_a_step_is_fetched_when_it_is_opened(ask: Ask) -> None:
    edge = B12.edge["metformin--ileal-uptake"]
    text, headers = ask(f"/api/evidence/{edge.id}", level="clinical")
    assert headers["content-type"].startswith("text/html")
    assert "What is uncertain." in text
    for query in ({"level": "rude"}, {}):
        path = "/api/evidence/no--step" if not query else f"/api/evidence/{edge.id}"
        with pytest.raises(HTTPError) as refused:
            ask(path, **query)
        refused.value.close()
