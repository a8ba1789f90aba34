"""What stands apart from the paths on the page: proposed steps, false chains, common causes."""

from __future__ import annotations

import re
from html import unescape

import pytest

from app.state.explore_view import ExploreView, make_explore_view
from app.state.highlight import Highlight
from app.state.view_state import ViewState
from app.words.about import about_words
from app.words.detail import detail
from app.words.false_chains import TITLE, false_chain_list
from app.words.path_list import row_list
from app.words.small_print import small_print
from app.words.steps import step_list
from graph import CausalMap
from graph.records.header import FalseChain
from graph.records.vocabulary import Scope
from tests.graph.drawn_maps import a_map, an_edge, chain
from tests.shipped import B12

NO_SUPPORT = "proposed: no supporting finding"
HALF = a_map(
    [
        *chain("a", "b", "z"),
        an_edge("a", "c", direction="neutral"),
        an_edge("c", "z"),
        an_edge("b", "c", direction="disputes"),
        an_edge("c", "b", direction="refutes"),
        *chain("a", "k", "h", "z"),
        *chain("u", "a"),
        an_edge("u", "z"),
        an_edge("z", "u", effect="associated-with", direction="neutral"),
    ],
    false_chains=[("k", "h", "z"), ("a", "q"), ("u", "b")],
    nodes=["q"],
)


def shown(causal_map: CausalMap = HALF, start: str = "a", target: str = "z", **how: object) -> ExploreView:
    return make_explore_view(causal_map, ViewState(start, target, **how), [])


def words(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def test_the_small_print_counts_what_is_not_shown_and_links_to_it() -> None:
    view = shown()
    assert view.has_proposed
    said = small_print(view)
    assert "Also proposed, not shown: 1 path. Show proposed steps" in words(said)
    assert 'href="?from=a&amp;to=z&amp;proposed=1" data-go' in said
    asked = shown(proposed=True)
    assert "Proposed steps are shown; they are needed by: 1 path. Leave proposed steps out" in words(
        small_print(asked)
    )
    assert 'href="?from=a&amp;to=z" data-go data-key="proposed"' in small_print(asked)


def test_where_nothing_is_proposed_nothing_is_said_of_it() -> None:
    view = shown(start="k")
    assert not view.has_proposed
    assert "roposed" not in small_print(view)
    assert shown(start="k", proposed=True).has_proposed, "else there would be no way back"


def test_where_only_a_proposed_chain_leads_there_the_switch_is_offered() -> None:
    view = shown(a_map([an_edge("a", "b", direction="neutral")]), "a", "b")
    assert view.path is None
    assert "Also proposed, not shown: 1 path." in words(small_print(view))
    assert shown(view.map, "a", "b", proposed=True).path is not None


def test_proposed_steps_are_marked_in_the_list_and_step_by_step() -> None:
    plain = shown()
    assert NO_SUPPORT not in words(row_list(plain) + step_list(plain)).lower()
    chosen = next(
        view
        for view in (shown(proposed=True, path=number) for number in range(1, 9))
        if view.path and view.path.proposed
    )
    assert chosen.view.path > 1, "what is supported comes first"
    assert "1 step proposed: no supporting finding" in words(row_list(chosen))
    assert row_list(chosen).count('class="row proposed"') == 1
    assert step_list(chosen).count('class="step proposed"') == 1
    assert step_list(chosen).count('<p class="fails">Proposed: no supporting finding.</p>') == 1


@pytest.mark.parametrize(
    ("edge", "said"),
    [
        ("a--c", "A path takes this step only where proposed steps are shown."),
        ("b--c", "Not a step of any path; it is shown so that nobody takes it for granted."),
        ("c--b", "Not a step of any path; it is shown so that nobody takes it for granted."),
        ("z--u", "An association, not a causal step; no path uses it."),
        ("c--z", "An arrow that the chosen path does not use."),
    ],
)
def test_an_opened_arrow_says_whether_a_path_may_take_it(edge: str, said: str) -> None:
    markup = words(detail(shown(edge=edge)))
    assert said in markup
    assert (NO_SUPPORT in markup.lower()) is (edge == "a--c")


def test_false_chains_are_told_with_their_claims_and_why() -> None:
    view = shown()
    assert [chain.stops for chain in view.false_chains] == [("k", "h", "z"), ("a", "q")]
    said = step_list(view)
    assert f"{TITLE}: 2" in words(said)
    assert "k ↑ → leads to h ↑ → leads to z ↑ W." in words(said)
    assert "a ↑ → … → is said to lead, by further steps, to q ↑ W." in words(said)
    assert 'data-key="false-chains">' in said, "closed where there are answers"


def test_a_false_chain_is_told_where_it_leaves_no_answer() -> None:
    view = shown(start="k")
    assert view.path is None
    assert 'data-key="false-chains" open>' in step_list(view)


def test_a_cured_false_chain_is_told_from_its_start_too() -> None:
    view = shown(start="a", target="c")
    assert view.answer.left_out.total == 0
    assert ("a", "q") in [chain.stops for chain in view.false_chains]


def test_a_false_chain_carries_its_reference_and_no_tag_of_the_map() -> None:
    chain = FalseChain(source="a", target="q", why="<b>No</b>", ref="people")
    said = false_chain_list(HALF, [chain])
    assert "&lt;b&gt;No&lt;/b&gt;" in said
    assert "<cite>" in said
    assert false_chain_list(HALF, []) == ""


def test_about_lists_all_false_chains_of_the_map() -> None:
    said = words(about_words(HALF))
    assert TITLE in said
    assert said.count("W.") == 3
    assert TITLE not in about_words(a_map(chain("a", "b")))


def test_what_leads_to_both_ends_is_named_each_a_link_that_starts_from_it() -> None:
    said = small_print(shown(path=2, step=1, proposed=True))
    assert "Also leads to both: u . What goes together may be its doing." in words(said)
    assert 'href="?from=u&amp;to=z&amp;proposed=1" data-go' in said
    assert "Also leads to both" not in small_print(shown(start="u"))


def test_many_common_causes_are_named_in_part_and_counted() -> None:
    said = words(small_print(shown(B12, "b12-deficiency", "muscle-loss")))
    assert re.search(r"Also leads to both: .+ and \d others?\. What goes together may be their doing\.", said)


def test_a_proposed_step_that_the_overview_lacks_comes_into_the_picture() -> None:
    nodes = tuple(node.model_copy(update={"core": node.id in "acz"}) for node in HALF.nodes)
    drawn = CausalMap(HALF.header, nodes, HALF.edges, HALF.references)
    views = [shown(drawn, proposed=True, path=number, show=Highlight.BEST) for number in (1, 2, 3)]
    assert any(view.path and view.path.proposed for view in views)
    for view in views:
        assert view.path is not None
        assert view.shown.scope is Scope.OVERVIEW
        assert all(leg.arrow in view.shown.arrow for leg in view.legs)
