"""The Evidence page by hand: search, filter, sort, take away, open a step."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from graph.evidence.reference_list import Selection, select
from tests.browser.visiting import LAPTOP, PHONE, eventually, faults, in_each_light, settle
from tests.shipped import B12


@pytest.fixture
def evidence(page: Page) -> Page:
    page.goto("/evidence")
    expect(page.locator(".reference-list")).to_be_visible()
    return page


def test_the_gap_and_the_state_of_the_knowledge_stand_at_the_top(evidence: Page) -> None:
    expect(evidence.locator(".gaps")).to_contain_text("measured muscle mass before treatment")
    expect(evidence.get_by_role("table", name="Supported steps by certainty")).to_be_visible()


def test_searching_and_filtering_narrow_the_list_while_typing_goes_on(evidence: Page) -> None:
    search = evidence.get_by_label("Search")
    search.click()
    evidence.keyboard.type("grip strength")
    evidence.wait_for_url("**q=grip+strength**")
    expect(search).to_be_focused()
    evidence.get_by_label("Says").select_option("disputes")
    evidence.wait_for_url("**direction=disputes**")
    wanted = select(B12, Selection.read({"q": "grip strength", "direction": "disputes"}))
    expect(evidence.locator(".found")).to_contain_text(f"{len(wanted)} of ")
    expect(evidence.locator(".reference-list tbody tr")).to_have_count(len(wanted))
    evidence.go_back()
    expect(evidence.get_by_label("Says")).to_have_value("")


def test_a_column_sorts_and_turns_round(evidence: Page) -> None:
    years = evidence.locator(".reference-list tbody td:nth-child(2)")
    evidence.get_by_role("link", name="Year").click()
    evidence.wait_for_url("**sort=year**")
    expect(evidence.locator("th[aria-sort=ascending]")).to_contain_text("Year")
    first = [int(year) for year in years.all_inner_texts() if year.isdigit()]
    assert first == sorted(first)
    evidence.get_by_role("link", name="Year").click()
    evidence.wait_for_url("**sort=-year**")
    expect(evidence.locator("th[aria-sort=descending]")).to_contain_text("Year")


def test_what_is_shown_is_what_is_taken_away(evidence: Page) -> None:
    evidence.get_by_label("Studied").select_option("animal")
    evidence.wait_for_url("**population=animal**")
    with evidence.expect_download() as taking:
        evidence.get_by_role("link", name="CSL-JSON").click()
    items = json.loads(taking.value.path().read_text("utf-8"))
    shown = select(B12, Selection.read({"population": "animal"}))
    assert [item["id"] for item in items] == [entry.reference.id for entry in shown]


def test_a_step_opens_in_the_picture(evidence: Page) -> None:
    evidence.get_by_label("Search").fill("metformin ileum calcium")
    evidence.wait_for_url("**q=metformin**")
    evidence.locator(".reference-list li a").first.click()
    evidence.wait_for_selector(".detail h2")
    evidence.wait_for_selector(".picture[data-state=ready]")
    assert "edge=" in evidence.url


def test_a_link_that_asks_for_more_than_a_view_says_only_the_view(evidence: Page) -> None:
    panel = evidence.locator(".panel", has=evidence.locator(".reference-list"))
    panel.evaluate("(panel) => panel.go('?q=\\ud800')")
    panel.evaluate("(panel) => panel.go('./?embed=true&from=falls')")
    evidence.wait_for_url("**from=falls**")
    evidence.wait_for_selector(".picture[data-state=ready]")
    assert "embed" not in evidence.url


@pytest.mark.parametrize("look", [LAPTOP, PHONE], indirect=True, ids=str)
def test_axe_finds_nothing_on_the_evidence_page(page: Page) -> None:
    page.goto("/evidence?direction=disputes")
    expect(page.locator(".reference-list")).to_be_visible()
    settle(page)
    for light in in_each_light(page):
        assert faults(page) == [], light


@pytest.mark.parametrize("look", [PHONE], indirect=True, ids=str)
def test_on_a_phone_the_table_of_references_is_a_column_and_nothing_is_cut_off(page: Page) -> None:
    page.set_viewport_size({"width": 1000, "height": 844})
    page.goto("/evidence")
    expect(page.locator(".reference-list")).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator(".reference-list")).to_be_visible()
    scroll = page.locator(".scroll")
    wide = "(box) => box.scrollWidth - box.clientWidth"
    eventually(page, lambda: scroll.evaluate(wide), lambda over: over <= 1)
