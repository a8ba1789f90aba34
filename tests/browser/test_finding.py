"""The two boxes that find a start and a target as one types."""

from __future__ import annotations

from playwright.sync_api import Route, expect

from graph import causal_paths
from tests.browser.explorer import Explorer
from tests.browser.visiting import settle
from tests.shipped import B12

ANSWER = causal_paths(B12, "metformin")


def test_a_start_is_found_by_name_by_synonym_and_with_a_slip(explorer: Explorer) -> None:
    explorer.open()
    starts = {"Metformin": "metformin", "pins and needles": "paraesthesia", "homocistein": "homocysteine"}
    for typed, node in starts.items():
        explorer.start.click()
        explorer.page.keyboard.press("ControlOrMeta+A")
        explorer.page.keyboard.type(typed)
        expect(explorer.page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
        expect(explorer.page.get_by_role("status").filter(has_text="suggestion")).not_to_be_empty()
        explorer.page.keyboard.press("Enter")
        explorer.shows(start=node)
        assert explorer.asked("from") == node
        settle(explorer.page)


def test_what_was_typed_last_is_chosen_however_slowly_its_suggestions_come(explorer: Explorer) -> None:
    explorer.open()
    explorer.start.click()
    expect(explorer.page.get_by_role("option").first).to_be_visible()

    def slowly(route: Route) -> None:
        explorer.page.wait_for_timeout(500)
        route.continue_()

    explorer.page.route("**/api/find*", slowly)
    explorer.page.keyboard.press("ControlOrMeta+A")
    with explorer.page.expect_request("**/api/find?q=metformin*"):
        explorer.page.keyboard.type("metformin")
    explorer.page.keyboard.press("Enter")
    explorer.shows(start="metformin")


def test_only_reachable_targets_are_offered_each_with_its_number_of_paths(explorer: Explorer) -> None:
    explorer.open("?from=metformin")
    explorer.target.click()
    options = explorer.page.get_by_role("option")
    expect(options.filter(has_text="Functional muscle loss")).to_contain_text(f"{ANSWER.total:,} paths")
    expect(options.filter(has_text="Vegan diet")).to_have_count(0)
    options.filter(has_text="Serum B12").click()
    explorer.shows(target="serum-b12")
    expect(explorer.verdict).to_contain_text("to Serum B12")
