"""The two boxes that find a start and a target as one types."""

from __future__ import annotations

import re

from playwright.sync_api import Route, expect

from app.serving.names import OFTEN_ASKED
from graph import causal_paths
from tests.browser.explorer import Explorer
from tests.browser.visiting import settle
from tests.shipped import B12

ANSWER = causal_paths(B12, "metformin")
LANES = [lane.name for lane in B12.header.lanes]

ONE = {
    "groups": [
        {"name": "", "found": [{"id": "metformin", "name": "Metformin", "score": 100.0, "matched": ""}]}
    ],
    "nearby": [],
    "apart": None,
}


def typed(explorer: Explorer, text: str) -> None:
    """Type into the box that has the focus, in the place of what stands there."""
    explorer.page.keyboard.press("ControlOrMeta+A")
    explorer.page.keyboard.type(text)


def test_a_start_is_found_by_name_by_synonym_and_with_a_slip(explorer: Explorer) -> None:
    explorer.open()
    starts = {"Metformin": "metformin", "pins and needles": "paraesthesia", "homocistein": "homocysteine"}
    for text, node in starts.items():
        explorer.start.click()
        typed(explorer, text)
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
    expect(options.filter(has_text="Functional muscle loss").first).to_contain_text(f"{ANSWER.total:,} paths")
    expect(options.filter(has_text="Vegan diet")).to_have_count(0)
    options.filter(has_text="Serum B12").click()
    explorer.shows(target="serum-b12")
    assert explorer.asked("to") == "serum-b12"


def test_the_whole_list_stands_under_headings_which_the_arrow_keys_skip(explorer: Explorer) -> None:
    page = explorer.open("?from=metformin").page
    explorer.target.focus()
    page.keyboard.press("ArrowDown")
    groups = page.get_by_role("listbox").get_by_role("group")
    expect(groups.first).to_have_accessible_name(OFTEN_ASKED)
    expect(groups.nth(1)).to_have_accessible_name(LANES[-1])
    names = [groups.nth(at).locator(".heading").inner_text() for at in range(groups.count())]
    assert names[2:] == [name for name in LANES[:-1] if name in names]
    selected = page.locator("[role=option][aria-selected=true]")
    expect(selected).to_have_text(re.compile("^Functional muscle loss"))
    for at, option in enumerate(groups.nth(1).get_by_role("option").all()):
        page.keyboard.press("ArrowDown")
        expect(option).to_have_attribute("aria-selected", "true")
        expect(explorer.target).to_have_attribute("aria-activedescendant", f"option-to-{at + 1}")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(explorer.target).to_be_focused()
    expect(explorer.target).to_have_value("Functional muscle loss")


def test_enter_in_an_untouched_list_chooses_nothing(explorer: Explorer) -> None:
    page = explorer.open("?from=metformin").page
    explorer.start.click()
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(explorer.start).to_have_value("Metformin")


def test_nothing_found_says_so_and_offers_what_comes_near_and_the_whole_list(explorer: Explorer) -> None:
    page = explorer.open().page
    explorer.start.click()
    typed(explorer, "football")
    expect(page.locator(".told:visible")).to_have_text("Nothing on this map is called “football”.")
    near = page.get_by_role("group", name="Did you mean")
    expect(near.get_by_role("option").first).to_be_visible()
    page.get_by_role("option", name="Show the whole list").click()
    expect(page.get_by_role("group", name=LANES[0])).to_be_visible()
    typed(explorer, "xqzw jkvb")
    expect(page.locator(".told:visible")).to_have_text("Nothing on this map is called “xqzw jkvb”.")
    expect(page.get_by_role("option")).to_have_text(["Show the whole list"])


def test_one_suggestion_is_one_suggestion(explorer: Explorer) -> None:
    page = explorer.open().page
    explorer.start.click()
    typed(explorer, "xqzw jkvb")
    expect(page.get_by_role("option")).to_have_text(["Show the whole list"])
    page.route("**/api/find*", lambda route: route.fulfill(json=ONE))
    typed(explorer, "m")
    expect(page.get_by_role("status").filter(has_text="suggestion")).to_have_text("1 suggestion")


def test_a_list_that_cannot_be_fetched_says_so(explorer: Explorer) -> None:
    page = explorer.open().page
    page.route("**/api/find*", lambda route: route.fulfill(status=200, body="no list"))
    explorer.start.click()
    expect(page.locator(".told:visible")).to_have_text(
        "The list could not be fetched. Try again in a moment."
    )


def test_a_target_that_no_path_leads_to_is_said_to_be_on_the_map_and_can_be_turned_round(
    explorer: Explorer,
) -> None:
    page = explorer.open("?from=falls").page
    explorer.target.click()
    typed(explorer, "metformin")
    expect(page.locator(".told:visible")).to_have_text(
        "Metformin is on this map, but no path leads there from Falls."
    )
    ways = page.get_by_role("group", name="You can").get_by_role("option")
    expect(ways).to_have_text(["Turn it round: from Metformin to Falls", "Start from Metformin instead"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    explorer.shows(start="metformin", target="falls")
    expect(explorer.target).to_have_value("Falls")
    assert (explorer.asked("from"), explorer.asked("to")) == ("metformin", "falls")


def test_one_press_exchanges_both_ends(explorer: Explorer) -> None:
    page = explorer.open("?from=metformin&to=falls&path=2").page
    swap = page.get_by_role("link", name="Exchange: from Falls to Metformin")
    swap.click()
    expect(explorer.start).to_have_value("Falls")
    expect(explorer.target).to_have_value("Metformin")
    page.get_by_role("link", name="Exchange: from Metformin to Falls").press("Enter")
    explorer.shows(start="metformin", target="falls")
    assert explorer.asked("path") is None
    expect(page.get_by_role("link", name="Exchange")).to_be_focused()
