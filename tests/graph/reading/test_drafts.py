"""A tour that waits for a person's words is a problem, and the map can be used all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import MapError, check, load_map
from graph.reading.map_folder import read_map
from graph.records.tour import DRAFT_MARK, Tour
from tests.graph.small_maps import TOURS, changed, line_of, written

TOUR = "tours/all.yaml"
DRAFT = changed(TOUR, "words: The salt stays.", f"words: '{DRAFT_MARK}: The salt stays.'")


def test_check_tells_what_is_to_be_written_and_load_map_gives_the_draft(tmp_path: Path) -> None:
    folder = written(tmp_path, DRAFT)
    (problem,) = check(folder)
    assert (problem.file, problem.line) == (TOUR, line_of(TOURS, "words: The salt stays."))
    assert problem.cure == "write it in your own words"
    assert load_map(folder).tour["down-the-river"].draft


def test_a_map_is_read_with_the_problems_of_its_drafts(tmp_path: Path) -> None:
    causal_map, problems = read_map(written(tmp_path, DRAFT))
    assert causal_map is not None
    assert [tour.id for tour in causal_map.tours if tour.draft] == ["down-the-river"]
    assert len(problems) == 1


def test_every_text_that_waits_is_told_at_its_line(tmp_path: Path) -> None:
    files = {**DRAFT, TOUR: DRAFT[TOUR].replace("audience: ", f"audience: {DRAFT_MARK} ")}
    told = check(written(tmp_path, files))
    assert [problem.line for problem in told] == [
        line_of(TOURS, "audience"),
        line_of(TOURS, "words: The salt"),
    ]


def test_a_draft_with_another_fault_gives_no_map(tmp_path: Path) -> None:
    with pytest.raises(MapError, match="the tour says 8"):
        load_map(written(tmp_path, changed(TOUR, "minutes: 9", "minutes: 8", DRAFT)))


def test_a_written_tour_is_no_draft(tmp_path: Path) -> None:
    tour: Tour = load_map(written(tmp_path)).tour["down-the-river"]
    assert not tour.draft
    assert list(tour.unwritten()) == []
