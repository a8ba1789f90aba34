"""A map without routes is spoken of by its paths alone."""

from __future__ import annotations

import pytest

from app.commands import paths
from app.state.explore_view import make_explore_view
from app.state.view_state import ViewState
from app.words.headline import headline
from app.words.path_list import row_list
from graph import causal_paths
from tests.app.reader import Reader
from tests.graph.drawn_maps import a_map, an_edge, chain

WAYS = [*chain("a", "b", "z"), an_edge("a", "z")]
WITHOUT, WITH = a_map(WAYS), a_map(WAYS, routes={"by-b": ["b"]})


def test_the_verdict_counts_paths_only() -> None:
    assert causal_paths(WITHOUT, "a", "z").verdict.startswith("There are 2 causal paths from a to z. ")
    assert causal_paths(WITH, "a", "z").verdict.startswith(
        "There are 2 routes and 2 causal paths from a to z. "
    )


def test_a_single_path_is_said_in_the_singular() -> None:
    assert causal_paths(a_map(chain("a", "z")), "a", "z").verdict.startswith(
        "There is 1 causal path from a to z"
    )


def test_the_page_names_no_route() -> None:
    explore_view = make_explore_view(WITHOUT, ViewState("a", "z"), [])
    for markup in (headline(explore_view), row_list(explore_view)):
        assert "route" not in Reader(markup).text.lower()
        assert Reader(markup).open == []
    with_routes = make_explore_view(WITH, ViewState("a", "z"), [])
    assert "Other routes" in Reader(row_list(with_routes)).text
    assert "2 routes lead there." in Reader(headline(with_routes)).text


def test_the_command_line_names_no_route(capsys: pytest.CaptureFixture[str]) -> None:
    paths._print_answer(causal_paths(WITHOUT, "a", "z"), WITHOUT)
    assert "route" not in capsys.readouterr().out.lower()


def test_a_rough_picture_is_told_on_the_page() -> None:
    explore_view = make_explore_view(WITHOUT, ViewState("a", "z"), [])
    assert "only roughly laid out" in Reader(headline(explore_view, rough=True)).text
    assert "roughly" not in Reader(headline(explore_view)).text
