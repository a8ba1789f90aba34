"""A tour that still waits for its author's words is shown, and shown as a draft wherever it can be chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.state.lecture_state import read_lecture_state
from app.takeaway.offline_page import to_page
from app.words.lecture import DRAFT, lecture_top
from app.words.stage import stage_of
from graph import CausalMap, lecture_of_tour, load_map
from tests.app.reader import OUR_TAGS, Reader
from tests.graph.small_maps import FOUR_NODES, changed, written

TOURS = "tours/all.yaml"
UNWRITTEN = [
    "words: The river falls.",
    "notes: Wait for a hand.",
    "point: The salt stays.",
    "answer: It stays.",
]


@pytest.fixture(params=UNWRITTEN, ids=lambda text: text.partition(":")[0])
def draft(request: pytest.FixtureRequest, tmp_path: Path) -> CausalMap:
    key, _, words = request.param.partition(": ")
    return load_map(written(tmp_path, changed(TOURS, request.param, f"{key}: 'REWRITE: {words}'")))


@pytest.fixture
def finished(tmp_path: Path) -> CausalMap:
    return load_map(written(tmp_path / "finished", FOUR_NODES))


def top(causal_map: CausalMap, **query: str) -> Reader:
    return Reader(lecture_top(causal_map, read_lecture_state(causal_map, query), None))


def test_the_list_of_tours_says_which_are_drafts(draft: CausalMap, finished: CausalMap) -> None:
    assert "9 minutes, draft" in top(draft, tour="down-the-river").text
    assert "9 minutes, draft" in top(draft, **{"from": "drought"}).text
    assert "draft" not in top(finished, tour="down-the-river").text


def test_over_the_stage_a_draft_is_called_one_only_while_it_is_told(draft: CausalMap) -> None:
    reader = top(draft, tour="down-the-river")
    assert DRAFT in reader.text
    assert reader.tags <= OUR_TAGS
    assert DRAFT not in top(draft, **{"from": "drought"}).text


def test_the_stage_and_the_file_that_works_offline_are_marked(draft: CausalMap, finished: CausalMap) -> None:
    lectures = [lecture_of_tour(causal_map, causal_map.tours[0]) for causal_map in (draft, finished)]
    assert [stage_of(lecture)["draft"] for lecture in lectures] == ["Draft", ""]
    assert ['"draft": "Draft"' in to_page(lecture).decode() for lecture in lectures] == [True, False]
