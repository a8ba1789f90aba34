"""The main job, done by hand in a real browser: pick a node, see its causal paths."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from graph import causal_paths
from graph.words.mechanism import mechanism_of, question_of
from tests.browser.explorer import Explorer
from tests.browser.visiting import at_rest, eventually, settle
from tests.shipped import B12

ANSWER = causal_paths(B12, "metformin")


def test_the_first_visit_asks_the_question_of_the_map_and_answers_it(explorer: Explorer) -> None:
    explorer.open()
    best = causal_paths(B12, "b12-deficiency", limit=1)
    page = explorer.page
    expect(page.get_by_role("heading", level=1)).to_have_text(
        question_of(best.source, best.target, best.paths[0])
    )
    expect(page.locator(".mechanism")).to_have_text(mechanism_of(best.paths[0]))
    expect(explorer.verdict).to_contain_text(f"{len(best.routes)} routes lead there. The best supported has")
    expect(page.locator(".small")).to_contain_text(f"{len(best.routes)} routes and {best.total} causal paths")
    drawn = explorer.drawn()
    assert (drawn["path"][0], drawn["path"][-1]) == ("b12-deficiency", "muscle-loss")


def test_rows_picture_and_address_are_one_state_and_back_works(explorer: Explorer) -> None:
    explorer.open("?from=metformin&show=map")
    first = explorer.drawn()["path"]
    explorer.page.locator(".rows .row").nth(1).click()
    explorer.page.wait_for_url("**path=2**")
    second = explorer.path_other_than(first)
    expect(explorer.page.locator(".rows .row[aria-current]")).to_have_count(1)
    expect(explorer.steps).to_have_count(len(second) - 1)
    explorer.page.go_back()
    explorer.shows(path=first)
    expect(explorer.steps).to_have_count(len(first) - 1)
    explorer.page.go_forward()
    explorer.shows(path=second)


def test_a_copied_link_shows_the_same_in_a_fresh_browser(
    new_page: Callable[[], Page],
) -> None:
    one = Explorer(new_page()).open("?from=metformin&show=map")
    first = one.drawn()["path"]
    one.page.locator(".rows .row").nth(2).click()
    one.page.wait_for_url("**path=*")
    one.path_other_than(first)
    other = Explorer(new_page()).open(one.page.url.split("/")[-1])
    shown = at_rest(one.page, one.drawn_in_itself)
    eventually(other.page, other.drawn_in_itself, lambda drawn: drawn == shown)
    assert other.steps.all_inner_texts() == one.steps.all_inner_texts()


def test_further_paths_of_a_route_are_listed_on_demand(explorer: Explorer) -> None:
    explorer.open("?from=metformin")
    group = explorer.page.locator(".group").first
    expect(group.locator(".row")).to_have_count(1)
    group.get_by_role("link", name="Show 10 of").click()
    expect(group.locator(".row")).to_have_count(10)
    expect(group.locator("h3")).to_contain_text(f"10 of {ANSWER.routes[0].total:,}")


def test_no_box_moves_when_the_choice_changes(explorer: Explorer) -> None:
    explorer.open()
    before = at_rest(explorer.page, explorer.drawn)
    explorer.page.locator(".routes a").nth(1).click()
    explorer.page.wait_for_url("**path=2**")
    explorer.path_other_than(before["path"])
    assert at_rest(explorer.page, explorer.drawn)["boxes"] == before["boxes"]


def test_choosing_dims_the_rest_and_hides_nothing(explorer: Explorer) -> None:
    drawn = explorer.open("?from=falls").drawn()
    assert set(drawn["lit"]) < set(drawn["boxes"])


def test_the_legend_fades_and_the_address_says_what(explorer: Explorer) -> None:
    explorer.open()
    before = explorer.page.locator(".stage canvas").screenshot()
    explorer.page.get_by_text("Legend: click an entry").click()
    legend = explorer.page.locator(".legend")
    symptom = legend.get_by_role("button", name="Symptom")
    symptom.click()
    expect(symptom).to_have_attribute("aria-pressed", "false")
    explorer.page.mouse.move(5, 5)
    eventually(explorer.page, explorer.page.locator(".stage canvas").screenshot, lambda now: now != before)
    eventually(explorer.page, lambda: explorer.asked("fade"), lambda now: now == "kind:symptom")
    explorer.page.reload()
    explorer.page.wait_for_selector(".picture[data-state=ready]")
    explorer.shows(fade=["kind:symptom"])
    explorer.page.get_by_text("Legend: click an entry").click()
    expect(symptom).to_have_attribute("aria-pressed", "false")
    symptom.click()
    explorer.shows(fade=[])
    expect(symptom).to_have_attribute("aria-pressed", "true")


def test_the_control_of_four_lights_more_and_moves_nothing(explorer: Explorer) -> None:
    explorer.open("?from=b12-deficiency")
    before = at_rest(explorer.page, explorer.drawn)
    lit = []
    for name, asked in (("This path", "path"), ("Best of each route", None), ("All paths", "all")):
        explorer.page.get_by_role("link", name=name, exact=True).click()
        eventually(explorer.page, lambda: explorer.asked("show"), lambda now, asked=asked: now == asked)
        stamp = f"show={asked}" if asked else "to=muscle-loss"
        now = eventually(
            explorer.page, explorer.drawn, lambda drawn, stamp=stamp: drawn["shown"].endswith(stamp)
        )
        assert now["boxes"] == before["boxes"]
        lit.append(set(now["lit"]))
    assert lit[0] < lit[1] < lit[2]


def test_zoom_and_full_screen_happen_in_the_browser_and_send_nothing(explorer: Explorer) -> None:
    sent: list[object] = []
    explorer.page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    explorer.open()
    settle(explorer.page)
    at_rest(explorer.page, lambda: len(sent), pause=500)
    sent.clear()
    scale = explorer.drawn()["scale"]
    explorer.page.get_by_role("button", name="Zoom in").click()
    eventually(explorer.page, lambda: explorer.drawn()["scale"], lambda now: now > scale)
    explorer.page.get_by_role("button", name="Whole picture").click()
    eventually(explorer.page, lambda: explorer.drawn()["scale"], lambda now: now == pytest.approx(scale))
    explorer.page.get_by_role("button", name="Full screen").click()
    expect(explorer.page.get_by_role("button", name="Leave full screen")).to_be_visible()
    explorer.page.get_by_role("button", name="Leave full screen").click()
    expect(explorer.page.get_by_role("button", name="Full screen", exact=True)).to_be_visible()
    assert sent == []


def test_a_key_pressed_on_the_picture_stays_there(explorer: Explorer) -> None:
    explorer.open()
    explorer.page.locator(".stage .vis-network").focus()
    explorer.page.keyboard.press("c")
    explorer.page.wait_for_timeout(300)
    expect(explorer.page.get_by_role("dialog")).to_have_count(0)


def test_the_clinical_level_changes_the_words_and_nothing_else(explorer: Explorer) -> None:
    explorer.open("?from=metformin")
    plain = explorer.steps.first.locator(".sentence").inner_text()
    path = explorer.drawn()["path"]
    explorer.choose_option("Clinical")
    explorer.page.wait_for_url("**level=clinical**")
    expect(explorer.steps.first.locator(".sentence")).not_to_have_text(plain)
    assert explorer.drawn()["path"] == path


def test_an_unknown_node_in_the_address_is_answered_kindly(explorer: Explorer) -> None:
    explorer.open("?from=metfromin")
    expect(explorer.page.locator(".notice")).to_contain_text("Did you mean Metformin")
    expect(explorer.page.get_by_role("heading", level=1)).to_contain_text("How does metformin lead")


def test_the_whole_map_draws_everything_and_the_choice_is_in_the_address(explorer: Explorer) -> None:
    explorer.open("?from=metformin")
    explorer.page.get_by_role("link", name="Whole map", exact=True).click()
    explorer.page.wait_for_url("**show=map**")
    explorer.page.wait_for_function(
        """() => Object.keys(document.querySelector(".st-key-picture [data-testid=stBidiComponentIsolated]")
            .shadowRoot.querySelector(".picture").view.drawing?.nodes ?? {}).length > 100"""
    )
    assert len(explorer.drawn()["boxes"]) == len(B12.nodes)


def test_proposed_steps_are_shown_by_a_switch_marked_and_left_out_again(
    explorer: Explorer,
) -> None:
    explorer.open("?from=paraesthesia&to=falls")
    page = explorer.page
    expect(page.locator(".apart")).to_contain_text("Also proposed, not shown: 1 path.")
    expect(explorer.steps).to_have_count(0)
    explorer.choose_option("Yes")
    page.wait_for_url("**proposed=1**")
    expect(explorer.steps).to_have_count(2)
    expect(page.locator(".step.proposed")).to_contain_text("Proposed: no supporting finding.")
    expect(page.locator(".row.proposed")).to_have_count(1)
    expect(page.get_by_role("link", name="Tell it as a lecture")).to_have_attribute(
        "href", re.compile("proposed=1")
    )
    explorer.target.click()
    expect(page.get_by_role("option").filter(has_text="Falls").first).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Leave proposed steps out").click()
    expect(explorer.steps).to_have_count(0)
    assert explorer.asked("proposed") is None


def test_what_leads_to_both_ends_is_a_start_away(explorer: Explorer) -> None:
    explorer.open()
    first = explorer.page.locator(".both a").first
    name = first.inner_text()
    first.click()
    expect(explorer.start).to_have_value(name)


def test_the_gate_says_where_paths_break_and_puts_them_last(explorer: Explorer) -> None:
    explorer.open("?from=metformin")
    explorer.choose_option("human evidence")
    explorer.page.wait_for_url("**gate=human**")
    expect(explorer.verdict).to_contain_text("With human evidence only")
    expect(explorer.verdict).to_contain_text("break, the best supported of them at")
    last = explorer.page.locator(".group").last
    expect(last).to_contain_text("Broken with human evidence only")
    last.locator(".row").first.click()
    expect(explorer.page.locator(".fails").first).to_contain_text("the chain breaks here")


def test_a_step_that_no_trial_tested_says_so_and_is_drawn_as_a_break(explorer: Explorer) -> None:
    explorer.open("?from=metformin&gate=trials")
    expect(explorer.verdict).to_contain_text("not tested in trials")
    note = explorer.steps.locator(".fails").first
    expect(note).to_contain_text("Not tested in trials; with trials and reviews only, the chain breaks here.")
    expect(note).to_contain_text("there can be no trial")
    choice = explorer.choice()
    assert choice["breaks"]
    assert set(choice["breaks"]) <= {arrow for arrow, _ in choice["steps"]}


def test_a_contested_step_shows_both_sides_side_by_side(explorer: Explorer) -> None:
    explorer.open("?from=b12-deficiency&step=1")
    sides = explorer.steps.first.locator(".sides > div")
    expect(sides).to_have_count(2)
    left, right = sides.nth(0).bounding_box(), sides.nth(1).bounding_box()
    assert left is not None
    assert right is not None
    assert left["y"] == right["y"]
    expect(explorer.steps.first).to_contain_text("Why they may differ.")


def test_a_word_for_certainty_shows_its_definition_on_a_tap(explorer: Explorer) -> None:
    explorer.open("?from=metformin")
    word = explorer.page.locator(".steps .term.certainty").first
    word.click()
    expect(word).to_contain_text("may change how we see it")
    explorer.page.keyboard.press("Escape")
    expect(word).not_to_contain_text("Further research")


def test_a_treatment_works_against_what_it_treats(explorer: Explorer) -> None:
    explorer.open("?from=b12-injections")
    expect(explorer.verdict).to_contain_text("works against Functional muscle loss")
    expect(explorer.steps.first.locator("h3")).to_contain_text("works against")


def test_an_old_link_to_a_retired_node_still_leads_somewhere(explorer: Explorer) -> None:
    explorer.open("?from=egf-tnf-balance")
    expect(explorer.start).to_have_value("TNF-alpha in nerve tissue")


def test_the_evidence_of_a_closed_step_comes_when_it_is_opened_and_stays_open(explorer: Explorer) -> None:
    explorer.open("?from=metformin")
    third = explorer.steps.nth(2).locator("details")
    third.locator("summary").click()
    expect(third).to_contain_text("What is uncertain.")
    expect(third.get_by_role("link").first).to_be_visible()
