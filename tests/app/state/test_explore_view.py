"""One view with everything it shows; above all, how paths are numbered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pages.explore import picked_view
from app.state.explore_view import make_explore_view
from app.state.highlight import Highlight
from app.state.view_state import ViewState
from graph import CausalMap, broken_paths, causal_paths, first_break
from graph.answers.path_numbers import DEEPEST, number_of, place_of
from graph.paths.overview import legs_of
from graph.records.vocabulary import Gate, Level, Scope
from tests.graph.drawn_maps import a_map, chain
from tests.shipped import B12

ROUTES = causal_paths(B12, "metformin").routes


@pytest.fixture
def b12() -> CausalMap:
    return B12


@given(totals=st.lists(st.integers(1, 40), min_size=1, max_size=5))
def test_numbers_and_places_are_two_names_of_the_same_paths(totals: list[int]) -> None:
    routes = tuple(replace(ROUTES[0], id=f"r{index}", total=total) for index, total in enumerate(totals))
    places = [place_of(routes, number) for number in range(1, sum(totals) + 1)]
    assert None not in places
    assert len(set(places)) == sum(totals)
    assert [number_of(routes, *place) for place in places if place] == list(range(1, sum(totals) + 1))
    assert place_of(routes, sum(totals) + 1) is None


def test_the_best_of_every_route_comes_first() -> None:
    assert [place_of(ROUTES, number) for number in range(1, len(ROUTES) + 1)] == [
        (route.id, 1) for route in ROUTES
    ]


def test_a_path_keeps_its_number_whatever_is_listed(b12: CausalMap) -> None:
    view = ViewState("metformin", "muscle-loss", path=20)
    alone = make_explore_view(b12, view, [])
    listed = make_explore_view(b12, view.but(more="nerve", rows=50), [])
    assert alone.path is not None
    assert listed.path is not None
    assert alone.path.nodes == listed.path.nodes


def test_the_chosen_path_is_always_among_the_listed_rows(b12: CausalMap) -> None:
    explore_view = make_explore_view(b12, ViewState("metformin", "muscle-loss", path=99), [])
    assert explore_view.row in [row for rows in explore_view.rows.values() for row in rows]


@pytest.mark.parametrize("asked", [10**9, 6 * DEEPEST])
def test_a_path_number_beyond_the_last_shows_the_best_and_says_so(b12: CausalMap, asked: int) -> None:
    explore_view = make_explore_view(b12, ViewState("metformin", "muscle-loss", path=asked), [])
    assert explore_view.view.path == 1
    assert "the best one is shown instead" in explore_view.notices[0]


def test_a_step_beyond_the_last_is_not_opened(b12: CausalMap) -> None:
    explore_view = make_explore_view(b12, ViewState("falls", "muscle-loss", step=99), [])
    assert explore_view.view.step is None
    assert "there is no step 99" in explore_view.notices[0]


def test_without_a_path_there_is_no_row_and_nothing_lit(b12: CausalMap) -> None:
    explore_view = make_explore_view(b12, ViewState("sore-tongue", "muscle-loss"), [])
    assert explore_view.row is None
    assert explore_view.span.nodes == frozenset()


def test_every_node_can_be_the_start(b12: CausalMap) -> None:
    for node in b12.node:
        explore_view = make_explore_view(b12, ViewState(node, "muscle-loss"), [])
        assert explore_view.answer.verdict
        assert (explore_view.path is None) == (explore_view.answer.total == 0)


@pytest.mark.parametrize("level", Level)
def test_a_start_that_is_a_detail_comes_into_the_picture_and_no_box_of_two_pictures_moves(
    b12: CausalMap, level: Level
) -> None:
    places: dict[str, tuple[float, float]] = {}
    for start in (
        "metformin",
        "gastrectomy",
        "kidney-disease",
        "methylcobalamin",
        "older-age",
        "parietal-cells",
    ):
        explore_view = make_explore_view(b12, ViewState(start, "muscle-loss", level=level), [])
        assert explore_view.shown.scope is Scope.OVERVIEW
        assert start in explore_view.shown.ids
        assert explore_view.entered is not None
        for name, box in explore_view.entered.drawing.layout.boxes.items():
            assert places.setdefault(name, (box.x, box.y)) == (box.x, box.y), name
        assert all(leg.arrow in explore_view.shown.arrow for leg in explore_view.legs)


@pytest.mark.parametrize("gate", [Gate.HUMAN, Gate.TRIALS])
def test_paths_that_fail_the_gate_go_to_the_end_of_the_list_and_name_their_break(
    b12: CausalMap, gate: Gate
) -> None:
    explore_view = make_explore_view(b12, ViewState("metformin", "muscle-loss", gate=gate), [])
    assert list(explore_view.rows)[-1] == "broken"
    for row in explore_view.rows["broken"]:
        assert row.number > explore_view.answer.total
        assert first_break(b12, row.path, gate) is not None
    for route in explore_view.answer.routes:
        assert all(first_break(b12, row.path, gate) is None for row in explore_view.rows[route.id])
    assert f"{explore_view.answer.broken.count.total:,}" in explore_view.answer.verdict  # type: ignore[union-attr]


def test_a_broken_path_can_be_chosen_by_its_number(b12: CausalMap) -> None:
    passing = make_explore_view(b12, ViewState("metformin", "muscle-loss", gate=Gate.HUMAN), []).answer.total
    explore_view = make_explore_view(
        b12, ViewState("metformin", "muscle-loss", gate=Gate.HUMAN, path=passing + 7), []
    )
    assert explore_view.row is not None
    assert explore_view.row.place == 7
    assert explore_view.row in explore_view.rows["broken"]


def test_what_a_gate_leaves_and_what_it_breaks_is_all_there_is(b12: CausalMap) -> None:
    for gate in (Gate.HUMAN, Gate.TRIALS):
        for start in ("b12-deficiency", "falls", "homocysteine"):
            answer = causal_paths(b12, start, gate=gate, limit=0)
            everything = causal_paths(b12, start, limit=0)
            broken = answer.broken.count.total if answer.broken else 0
            assert answer.total + broken == everything.total
            assert sum(1 for _ in broken_paths(b12, start, None, gate=gate)) == broken


@pytest.mark.parametrize("picked", [None, "x", 3, [], {"node": ["a"]}, {"edge": {"a": 1}}, {"node": "zzz"}])
def test_a_click_that_no_picture_sends_changes_nothing(b12: CausalMap, picked: object) -> None:
    explore_view = make_explore_view(b12, ViewState("metformin", "muscle-loss"), [])
    assert picked_view(explore_view, picked) == explore_view.view


def test_a_click_opens_a_box_or_an_arrow_and_leaves_the_question_alone(b12: CausalMap) -> None:
    explore_view = make_explore_view(b12, ViewState("metformin", "muscle-loss", path=2, step=1), [])
    box = picked_view(explore_view, {"node": "homocysteine"})
    assert box == explore_view.view.but(step=None, node="homocysteine")
    leg = explore_view.legs[1]
    assert picked_view(explore_view, {"edge": leg.arrow}) == explore_view.view.but(step=leg.first)
    edge = "dna-synthesis--megaloblastic-anaemia"
    assert picked_view(explore_view, {"edge": edge}) == explore_view.view.but(step=None, edge=edge)


def test_what_the_legend_fades_is_in_the_address(b12: CausalMap) -> None:
    explore_view = make_explore_view(b12, ViewState("metformin", "muscle-loss", step=1), [])
    picked = picked_view(explore_view, {"fade": ["line:low", "kind:symptom", "kind:ghost", 3]})
    assert picked == explore_view.view.but(fade=("kind:symptom", "line:low"))
    assert picked_view(explore_view, {"fade": []}).fade == ()


def test_by_default_only_listed_paths_are_lit_and_the_chosen_one_apart(b12: CausalMap) -> None:
    explore_view = make_explore_view(b12, ViewState("b12-deficiency", "muscle-loss"), [])
    legs = {leg.arrow for leg in explore_view.legs}
    listed = {
        leg.arrow
        for rows in explore_view.rows.values()
        for leg in legs_of(rows[0].path.nodes, explore_view.shown)
    }
    assert legs | explore_view.lit == listed
    assert 0 < len(listed) <= 30
    assert explore_view.lit_nodes <= explore_view.shown.ids
    alone = make_explore_view(b12, explore_view.view.but(show=Highlight.PATH), [])
    assert alone.lit == frozenset()
    everything = make_explore_view(b12, explore_view.view.but(show=Highlight.ALL), [])
    assert listed < everything.lit
    assert make_explore_view(b12, explore_view.view.but(show=Highlight.MAP), []).lit == set(b12.edge)


@pytest.mark.parametrize("gate", [Gate.HUMAN, Gate.TRIALS])
@pytest.mark.parametrize("route", ["nerve", "homocysteine", "blood"])
def test_the_chosen_route_stays_chosen_behind_a_gate(b12: CausalMap, gate: Gate, route: str) -> None:
    asked = ViewState("metformin", "muscle-loss", gate=gate, route=route)
    explore_view = make_explore_view(b12, asked, [])
    assert explore_view.path is not None
    assert explore_view.path.route == route
    assert explore_view.view.route is None, "the number says it from now on"
    again = make_explore_view(b12, explore_view.view, [])
    assert again.path is not None
    assert again.path.nodes == explore_view.path.nodes
    assert list(explore_view.breaks) == [
        at
        for at, step in enumerate(explore_view.path.steps, start=1)
        if first_break(b12, replace(explore_view.path, steps=(step,)), gate) is not None
    ]


def test_arrows_that_no_search_could_decide_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    crossed = a_map([*chain("a", "m", "t", "h", "m", "z"), *chain("a", "x", "w", "t")])
    assert make_explore_view(crossed, ViewState("a", "z"), []).notices == ()
    monkeypatch.setattr("graph.paths.reach.MOST_STEPS", 0)
    crossed = a_map(crossed.edges)
    explore_view = make_explore_view(crossed, ViewState("a", "z"), [])
    assert explore_view.notices[0].endswith(f"not shown as part of one: {len(explore_view.span.undecided)}.")
    assert "t--h" in explore_view.span.undecided
