"""The path drawn downwards: every step of the chosen path, as the list below it has them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from app.state.explore_view import ExploreView, make_explore_view
from app.state.view_state import ViewState, read_view_state
from app.words.path_map import path_map
from graph import CausalMap
from graph.records.vocabulary import Effect, Link
from tests.app.reader import OUR_TAGS, Reader, hostile
from tests.graph.drawn_maps import a_map, an_edge, chain
from tests.shipped import B12

DRAWN = OUR_TAGS | {"g", "path", "polygon"}
ASKED = [
    {"from": "metformin"},
    {"from": "metformin", "path": "3", "level": "clinical"},
    {"from": "b12-injections", "step": "1"},
    {"from": "paraesthesia", "to": "falls", "proposed": "1"},
    {"from": "metformin", "gate": "trials", "path": "281"},
]


def seen(asked: dict[str, str], causal_map: CausalMap = B12) -> ExploreView:
    view, notices = read_view_state(causal_map, asked)
    return make_explore_view(causal_map, view, notices)


def read(explore_view: ExploreView) -> Reader:
    return Reader(path_map(explore_view, lambda node: f"?node={node}"))


def linked(reader: Reader, name: str) -> list[dict[str, str]]:
    return [attrs for tag, attrs in reader.elements if tag == "a" and name in attrs.get("class", "").split()]


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_each_box_and_each_step_of_the_path_is_a_link_in_order(asked: dict[str, str]) -> None:
    explore_view = seen(asked)
    reader, path = read(explore_view), explore_view.path
    assert path is not None
    assert reader.open == []
    assert reader.tags <= DRAWN
    assert [box["href"] for box in linked(reader, "box")] == [f"?node={node}" for node in path.nodes]
    for number, arrow in enumerate(linked(reader, "arrow"), start=1):
        opened = explore_view.view.step == number
        assert arrow["href"] == explore_view.view.closed().link(step=None if opened else number)
        assert ("aria-current" in arrow) == opened
    assert len(linked(reader, "arrow")) == len(path.steps)


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_certainty_contest_and_proposal_of_each_step_are_said(asked: dict[str, str]) -> None:
    explore_view = seen(asked)
    path = explore_view.path
    assert path is not None
    said = re.findall(r'class="known">(.*?)</span></a>', path_map(explore_view, str))
    for words, edge in zip(said, path.steps, strict=True):
        assert ", ".join(edge.known) in words


def test_plainly_a_bar_is_what_works_against_and_precisely_it_is_what_decreases() -> None:
    """A tip has three corners, a bar four."""
    for start in ("metformin", "b12-injections", "nitrous-oxide"):
        plain, precise = (seen({"from": start, "level": level}) for level in ("plain", "clinical"))
        path = plain.path
        assert path is not None
        against = [link is Link.WORKS_AGAINST for link in path.links]
        lowers = [edge.effect is Effect.DECREASES for edge in path.steps]
        assert [len(points.split()) == 4 for points in read(plain).values("points")] == against
        assert [len(points.split()) == 4 for points in read(precise).values("points")] == lowers
        assert read(plain).text.count("works against") == sum(against)


def test_the_routes_before_and_behind_are_a_link_away() -> None:
    """In the order in which the page lists them."""
    first = seen({"from": "metformin"})
    best = [first.rows[route.id][0] for route in first.routes]
    pages = [seen({"from": "metformin", "path": str(row.number)}) for row in best]
    turns = []
    for place, explore_view in enumerate(pages, start=1):
        reader = read(explore_view)
        assert f"Route {place} of {len(pages)}" in reader.text
        links = [attrs for tag, attrs in reader.elements if tag == "a" and "rel" in attrs]
        turns.append({turn["rel"]: turn["href"] for turn in links})
    assert "prev" not in turns[0]
    assert "next" not in turns[-1]
    for before, after in pairwise(range(len(pages))):
        assert turns[before]["next"] == pages[after].view.link()
        assert turns[after]["prev"] == pages[before].view.link()


def test_where_there_is_one_way_there_is_nothing_to_turn_and_without_a_path_nothing_at_all() -> None:
    one = a_map(chain("a", "b", "z"))
    assert "of" not in read(make_explore_view(one, ViewState("a", "z"), [])).text.split()
    assert path_map(make_explore_view(one, ViewState("z", "a"), []), str) == ""


def test_a_map_without_routes_counts_paths() -> None:
    ways = a_map([*chain("a", "b", "z"), an_edge("a", "z")])
    explore_view = make_explore_view(ways, ViewState("a", "z", more="other", rows=10), [])
    assert "oute" not in read(explore_view).text


def test_a_step_that_the_gate_does_not_accept_has_a_gap_and_says_so() -> None:
    explore_view = seen({"from": "metformin", "gate": "trials", "path": "281"})
    reader = read(explore_view)
    gaps = linked(reader, "gap")
    assert gaps
    assert reader.text.count("not tested in trials") == len(gaps) < len(linked(reader, "arrow"))


def test_a_map_that_would_like_to_be_markup_stays_text() -> None:
    reader = read(seen({"from": "metformin", "gate": "trials", "path": "281"}, hostile(B12)))
    assert reader.open == []
    assert reader.tags <= DRAWN
    assert not {name for name in reader.attributes if name.startswith("on")}
    assert not [link for link in reader.links if link.startswith("javascript")]
