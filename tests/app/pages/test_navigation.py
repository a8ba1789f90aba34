"""A link that was followed inside a component: ours lead somewhere, anything else nowhere."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pages import navigation
from app.pages.navigation import EXPLORE, LECTURE, LONGEST_ADDRESS, followed, go_to, requested_page
from app.state.explore_view import make_explore_view
from app.state.lecture_state import read_lecture_state
from app.state.view_state import ViewState
from app.takeaway.download_links import download_links
from app.words.lecture import lecture_top
from app.words.steps import step_list
from tests.app.reader import Reader
from tests.shipped import B12


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """A visit in which ``panel`` is the only component."""
    state: dict[str, object] = {}
    monkeypatch.setattr(navigation.st, "session_state", state)
    return state


@pytest.mark.parametrize(
    ("address", "page", "query"),
    [
        ("?tour=nerve-route", "", {"tour": "nerve-route"}),
        ("./?from=metformin&path=2", EXPLORE, {"from": "metformin", "path": "2"}),
        ("lecture?from=metformin&block=falls,pain", LECTURE, {"from": "metformin", "block": "falls,pain"}),
        ("lecture", LECTURE, {}),
        ("", "", {}),
        ("?from=%3Cb%3E&to=a+b", "", {"from": "<b>", "to": "a b"}),
    ],
)
def test_a_link_names_a_page_and_says_what_is_chosen(
    session: dict[str, object], address: str, page: str, query: dict[str, str]
) -> None:
    session["panel"] = {"go": address}
    assert followed("panel") == (page, query)


@pytest.mark.parametrize(
    "said",
    [
        *(None, 3, True, ["?tour=nerve-route"], {"go": "?"}, b"?tour=nerve-route"),
        *("?from=é", "?from=\ud800", "?from=🦴", "lecture?from=\u2028"),
        "?" + "a" * LONGEST_ADDRESS,
    ],
    ids=ascii,
)
def test_what_no_link_of_ours_says_is_not_followed(session: dict[str, object], said: object) -> None:
    session["panel"] = {"go": said}
    assert followed("panel") is None


def test_a_component_that_was_not_clicked_leads_nowhere(session: dict[str, object]) -> None:
    session["panel"] = {}
    assert followed("panel") is None


def test_a_link_may_be_as_long_as_the_longest(session: dict[str, object]) -> None:
    session["panel"] = {"go": "?from=" + "a" * (LONGEST_ADDRESS - 6)}
    assert followed("panel") == ("", {"from": "a" * (LONGEST_ADDRESS - 6)})


@given(said=st.text(st.characters(codec="ascii"), max_size=200))
def test_whatever_is_followed_is_a_page_and_texts(said: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(navigation.st, "session_state", {"panel": {"go": said}})
        page, query = followed("panel") or ("no", {})
    assert page == said.partition("?")[0]
    assert all(isinstance(part, str) for pair in query.items() for part in pair)


def test_every_link_of_ours_is_followed_to_where_it_says(session: dict[str, object]) -> None:
    explore_view = make_explore_view(
        B12, ViewState("metformin", "muscle-loss", path=2, block=("falls", "fatigue")), []
    )
    lecture_state, last = (
        read_lecture_state(B12, {"tour": "nerve-route"}),
        read_lecture_state(B12, explore_view.view.query()),
    )
    markup = (
        lecture_top(B12, lecture_state, last)
        + download_links(last)
        + download_links(lecture_state)
        + step_list(explore_view)
    )
    elements = Reader(markup).elements
    links = [attributes["href"] for tag, attributes in elements if tag == "a" and "data-go" in attributes]
    assert {link.partition("?")[0] for link in links} == {"", EXPLORE, LECTURE}
    for link in links:
        session["panel"] = {"go": link}
        page, _, query = link.partition("?")
        assert followed("panel") == (page, dict(parse_qsl(query, strict_parsing=True)))


def test_a_turn_is_asked_for_once(session: dict[str, object]) -> None:
    assert requested_page() is None
    go_to(EXPLORE, {"from": "metformin"})
    assert requested_page() == (EXPLORE, {"from": "metformin"})
    assert requested_page() is None
