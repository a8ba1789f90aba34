"""Markup: every text of a map, a file or an address appears as text."""

from __future__ import annotations

import pytest

from app.state.explore_view import make_explore_view
from app.state.view_state import ViewState
from app.words.about import about_words
from app.words.edge import evidence_of
from app.words.evidence import evidence_list, evidence_top
from app.words.headline import headline
from app.words.markup import citation
from app.words.path_list import row_list
from app.words.steps import step_list
from graph import Reference
from graph.evidence.reference_list import Selection
from graph.records.vocabulary import Level, Population, StudyType
from tests.app.reader import HOSTILE, OUR_TAGS, Reader, hostile
from tests.shipped import B12

VIEWS = [
    ViewState("metformin", "muscle-loss", step=2),
    ViewState("sore-tongue", "muscle-loss"),
    ViewState("metformin", "muscle-loss", edge="serum-b12--sarcopenia", level=Level.CLINICAL, more="nerve"),
]


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_markup_in_a_map_appears_as_that_text(view: ViewState) -> None:
    causal_map = hostile(B12)
    explore_view = make_explore_view(causal_map, view, [HOSTILE])
    pages = (about_words(causal_map), evidence_top(causal_map), evidence_list(causal_map, Selection(HOSTILE)))
    everything = evidence_list(causal_map, Selection())
    behind = "".join(evidence_of(causal_map, edge, view.level) for edge in causal_map.edges)
    for markup in (
        headline(explore_view),
        row_list(explore_view),
        step_list(explore_view),
        behind,
        everything,
        *pages,
    ):
        reader = Reader(markup)
        assert reader.tags <= OUR_TAGS
        assert not {name for name in reader.attributes if name.startswith("on") or name in ("src", "style")}
        assert all(
            link.startswith(("?", "./?", "lecture?", "api/", "https://", "http://")) for link in reader.links
        )
        assert reader.open == []
    assert HOSTILE in Reader(headline(explore_view)).text


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_words_of_the_real_map_are_whole_html(view: ViewState) -> None:
    explore_view = make_explore_view(B12, view, [])
    for markup in (headline(explore_view), row_list(explore_view), step_list(explore_view)):
        assert Reader(markup).open == []


def test_every_step_shows_its_certainty_reason_uncertainty_and_findings() -> None:
    explore_view = make_explore_view(B12, VIEWS[0], [])
    shown = Reader(step_list(explore_view)).text
    assert explore_view.path is not None
    for edge in explore_view.path.steps:
        assert edge.plain in shown
        assert f"{edge.certainty.label} certainty" in shown
        behind = Reader(evidence_of(explore_view.map, edge, explore_view.view.level)).text
        assert edge.why in behind
        assert edge.uncertainty in behind
        for item in edge.evidence:
            assert item.finding in behind
            assert explore_view.map.reference[item.ref].title in behind


def test_the_opened_step_comes_with_its_evidence_and_the_others_name_where_theirs_is() -> None:
    explore_view = make_explore_view(B12, VIEWS[0], [])
    assert explore_view.path is not None
    markup = step_list(explore_view)
    opened, closed = explore_view.path.steps[1], explore_view.path.steps[0]
    assert opened.why in Reader(markup).text
    assert closed.why not in Reader(markup).text
    assert f"api/evidence/{closed.id}?level=plain" in markup


def test_the_disclaimer_and_the_version_stand_under_the_steps() -> None:
    causal_map = B12
    words = Reader(step_list(make_explore_view(causal_map, VIEWS[0], []))).text
    assert causal_map.header.disclaimer in words
    assert causal_map.header.version in words


def reference(**known: str) -> Reference:
    return Reference(
        id="x", title="A title & more", study_type=StudyType.COHORT, population=Population.HUMAN, **known
    )


@pytest.mark.parametrize(
    ("known", "link"),
    [
        ({"doi": "10.1/a<b"}, "https://doi.org/10.1/a%3Cb"),
        ({"pmid": "12"}, "https://pubmed.ncbi.nlm.nih.gov/12/"),
        ({"pmcid": "PMC3"}, "https://pmc.ncbi.nlm.nih.gov/articles/PMC3/"),
        ({"url": "https://a.example/x"}, "https://a.example/x"),
        ({}, "https://pubmed.ncbi.nlm.nih.gov/?term=A%20title%20%26%20more"),
    ],
)
def test_a_reference_links_where_it_can_be_read(known: dict[str, str], link: str) -> None:
    assert Reader(citation(reference(**known))).links == [link]


def test_a_reference_without_an_identifier_says_that_it_links_a_search() -> None:
    assert "search for the title (no identifier seen)" in citation(reference())


@pytest.mark.parametrize(
    ("start", "target", "said"),
    [
        ("metformin", "muscle-loss", "raises Functional muscle loss"),
        ("b12-intake", "muscle-loss", "raises Functional muscle loss"),
        ("metformin", "serum-b12", "lowers Serum B12"),
        ("b12-injections", "muscle-loss", "lowers Functional muscle loss"),
    ],
)
def test_a_row_says_what_the_start_as_shown_does_to_the_end(start: str, target: str, said: str) -> None:
    assert said in Reader(row_list(make_explore_view(B12, ViewState(start, target), []))).text


def test_a_row_says_what_its_path_ends_in() -> None:
    markup = row_list(make_explore_view(B12, ViewState("muscle-weakness", "muscle-loss"), []))
    assert "ends in lost strength and function; the muscle itself may be healthy" in Reader(markup).text


def test_a_contested_step_shows_both_sides_and_why_they_may_differ() -> None:
    causal_map = B12
    edge = causal_map.edge["b12-deficiency--peripheral-neuropathy"]
    words = Reader(
        step_list(make_explore_view(causal_map, ViewState("metformin", "muscle-loss", step=4), []))
    ).text
    assert edge.contested
    assert "Why they may differ." in words
    assert str(edge.why_differ) in words


def test_the_sources_that_bear_on_several_steps_are_named_under_the_chain() -> None:
    words = Reader(step_list(make_explore_view(B12, ViewState("metformin", "muscle-loss"), []))).text
    assert "Sources that support more than one step" in words
    assert "No study on this map follows the whole chain" in words


def test_the_gap_is_stated_on_the_evidence_page() -> None:
    words = Reader(evidence_top(B12)).text
    assert "measured muscle mass before treatment of overt B12 deficiency and again after it" in words
