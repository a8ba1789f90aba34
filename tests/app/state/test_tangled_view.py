"""A view of a tangled map: what the search left open is told, and nothing is made up."""

from __future__ import annotations

import pytest

from app.state.explore_view import ENDED_EARLY, make_explore_view
from app.state.view_state import ViewState
from graph import CausalMap
from graph.answers import path_search
from tests.graph.drawn_maps import a_map, an_edge, everyone_to_everyone


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question may take six hundred steps, however many paths it finds."""
    monkeypatch.setattr(path_search, "MOST_STEPS", 600)
    monkeypatch.setattr(path_search, "FOR_EACH_PATH", 0)


def tangle() -> CausalMap:
    return everyone_to_everyone(13)


@pytest.mark.usefixtures("impatient")
def test_a_list_that_ends_early_is_shown_as_far_as_it_goes_and_says_so() -> None:
    shown = make_explore_view(tangle(), ViewState("n00", "n12", more="other", rows=500), [])
    assert 1 < len(shown.rows["other"]) < 500
    assert ENDED_EARLY in shown.notices


@pytest.mark.usefixtures("impatient")
def test_a_path_that_the_search_did_not_come_to_is_answered_with_the_best() -> None:
    shown = make_explore_view(tangle(), ViewState("n00", "n12", path=1_999), [])
    assert shown.path is not None
    assert shown.path.nodes == ("n00", "n12")
    assert ENDED_EARLY in shown.notices
    assert any("There is no path 1,999 to show here" in notice for notice in shown.notices)


def test_a_deep_path_of_a_tangle_is_shown_under_its_number() -> None:
    shown = make_explore_view(tangle(), ViewState("n00", "n12", path=1_500), [])
    assert shown.row is not None
    assert (shown.row.number, shown.row.place, shown.notices) == (1_500, 1_500, ())


def test_broken_paths_of_a_tangle_are_numbered_behind_every_other() -> None:
    ways = [an_edge("a", "x", study="mice"), an_edge("x", "n12")]
    edges = [*tangle().edges, an_edge("a", "n00"), *ways]
    shown = make_explore_view(a_map(edges), ViewState("a", "n12", gate="human", more="other", rows=200), [])
    numbers = [row.number for rows in shown.rows.values() for row in rows]
    assert len(set(numbers)) == len(numbers)
    first = shown.rows["broken"][0]
    assert first.number > max(row.number for row in shown.rows["other"])
    chosen = make_explore_view(a_map(edges), shown.view.but(path=first.number, more=None), [])
    assert chosen.path == first.path
