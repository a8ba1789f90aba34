"""Addresses: any view is a link, and a bad address is answered kindly."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.state.highlight import Highlight
from app.state.view_state import FADES, ViewState, read_view_state
from graph import CausalMap
from graph.records.vocabulary import Gate, Level
from tests.shipped import B12


@pytest.fixture
def b12() -> CausalMap:
    return B12


NODES = st.sampled_from(sorted(B12.node))
VIEWS = st.builds(
    ViewState,
    start=NODES,
    target=NODES,
    path=st.integers(1, 5000),
    step=st.none() | st.integers(1, 30),
    edge=st.none() | st.sampled_from(sorted(B12.edge)),
    gate=st.sampled_from(Gate),
    block=st.lists(NODES, max_size=4, unique=True).map(lambda ids: tuple(sorted(ids))),
    proposed=st.booleans(),
    level=st.sampled_from(Level),
    node=st.none() | NODES,
    show=st.sampled_from(Highlight),
    fade=st.lists(st.sampled_from(sorted(FADES)), unique=True).map(lambda names: tuple(sorted(names))),
    route=st.none() | st.sampled_from(["nerve", "blood", "other"]),
    more=st.none() | st.sampled_from(["nerve", "blood", "other"]),
)


@given(view=VIEWS)
def test_a_view_read_back_from_its_own_link_is_the_same_view(view: ViewState) -> None:
    read, notices = read_view_state(B12, dict(parse_qsl(view.link().removeprefix("?"))))
    assert read == view
    assert notices == []


@given(
    query=st.dictionaries(
        st.sampled_from(
            ["from", "to", "path", "step", "edge", "gate", "block", "proposed", "level", "more", "rows", "x"]
        ),
        st.text(max_size=60),
    )
)
def test_no_address_whatever_ends_in_an_error(query: dict[str, str]) -> None:
    view, _ = read_view_state(B12, query)
    assert view.start in B12.node
    assert view.target in B12.node


def test_without_an_address_the_default_question_is_asked(b12: CausalMap) -> None:
    view, notices = read_view_state(b12, {})
    assert (view.start, view.target) == ("b12-deficiency", "muscle-loss")
    assert notices == []


def test_names_and_synonyms_work_in_an_address_as_ids_do(b12: CausalMap) -> None:
    assert read_view_state(b12, {"from": "pins and needles"})[0].start == "paraesthesia"


@pytest.mark.parametrize(("asked", "chosen"), [("1", True), ("0", False), ("", False), (" 1 ", True)])
def test_proposed_steps_are_asked_for(b12: CausalMap, asked: str, chosen: bool) -> None:
    view, notices = read_view_state(b12, {"proposed": asked})
    assert (view.proposed, notices) == (chosen, [])
    assert ("proposed" in view.query()) is chosen
    assert not read_view_state(b12, {})[0].proposed


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"from": "metfromin"}, "Did you mean Metformin"),
        ({"to": "zzzz"}, "Nothing on this map is called 'zzzz'"),
        ({"path": "0"}, "not a number that can be shown"),
        ({"path": "٣"}, "not a number that can be shown"),
        ({"step": "-1"}, "not a number that can be shown"),
        ({"gate": "lax"}, "everything, human, trials"),
        ({"level": "poet"}, "plain, clinical"),
        ({"show": "half"}, "path, best, all, map"),
        ({"fade": "kind:symptom,kind:ghost"}, "no “kind:ghost” to fade"),
        ({"node": "ghost"}, "no box"),
        ({"route": "silk"}, "no route"),
        ({"edge": "a--b"}, "no arrow"),
        ({"more": "silk"}, "no route"),
        ({"proposed": "maybe"}, "it can be 1 for yes or 0 for no"),
        ({"block": "falls,nope"}, "Nothing is blocked in its place"),
    ],
)
def test_what_cannot_be_used_is_said(b12: CausalMap, query: dict[str, str], said: str) -> None:
    _, notices = read_view_state(b12, query)
    assert len(notices) == 1
    assert said in notices[0]


@pytest.mark.parametrize(("former", "now"), [("overview", Highlight.BEST), ("full", Highlight.MAP)])
def test_what_older_addresses_ask_of_the_picture_is_understood(
    b12: CausalMap, former: str, now: Highlight
) -> None:
    view, notices = read_view_state(b12, {"show": former})
    assert (view.show, notices) == (now, [])
