"""The row of controls on a desk: its height, what stands under Options, and that all can reach it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.explorer import Explorer
from tests.browser.visiting import PHONE, Look, at_rest, faults, in_each_light, settle

LAPTOP = Look(1366, 625)
SMALL = Look(360, 640, touch=True)


@pytest.mark.parametrize("look", [LAPTOP, Look(1280, 625), Look(1920, 940)], indirect=True, ids=str)
@pytest.mark.parametrize("view", ["", "?gate=trials&level=clinical&proposed=1&from=gastric-bypass"])
def test_the_controls_take_one_row(page: Page, view: str) -> None:
    explorer = Explorer(page).open(view)
    row = at_rest(page, page.locator(".choose").bounding_box)
    assert row is not None
    assert row["height"] <= 40
    parts = [explorer.start, explorer.target, explorer.options, page.get_by_role("link", name="Exchange")]
    parts += page.get_by_role("group", name="Show", exact=True).get_by_role("link").all()
    boxes = [part.bounding_box() for part in parts]
    assert len(boxes) == 8
    for box in boxes:
        assert box is not None
        assert row["y"] - 1 <= box["y"]
        assert box["y"] + box["height"] <= row["y"] + 41
        assert box["x"] + box["width"] <= row["x"] + row["width"] + 1
    bar = page.locator(".pages").bounding_box()
    assert bar is not None
    assert bar["height"] <= 40


@pytest.mark.parametrize("look", [LAPTOP], indirect=True, ids=str)
def test_options_lie_over_the_picture_and_say_what_is_not_as_usual(page: Page) -> None:
    explorer = Explorer(page).open("?from=metformin")
    expect(explorer.options).to_have_text("Options")
    before = at_rest(page, page.locator(".stage").bounding_box)
    explorer.options.click()
    expect(page.locator(".settings")).to_be_visible()
    assert page.locator(".stage").bounding_box() == before
    gate = page.get_by_role("group", name="Accept")
    expect(gate).to_contain_text("Every step on the map.")
    gate.get_by_role("link", name="trials and reviews").click()
    page.wait_for_url("**gate=trials**")
    expect(gate).to_contain_text("a randomised trial, a systematic review or a meta-analysis")
    expect(explorer.options).to_have_text("Options · trials and reviews only")
    expect(page.locator(".settings")).to_be_visible()
    page.get_by_role("group", name="Words").get_by_role("link", name="Clinical").click()
    expect(explorer.options).to_have_text("Options · trials and reviews only, clinical")
    page.mouse.click(300, 500)
    expect(page.locator(".settings")).to_be_hidden()


@pytest.mark.parametrize("look", [LAPTOP], indirect=True, ids=str)
def test_options_by_keyboard_unfold_keep_the_focus_and_give_it_back(page: Page) -> None:
    explorer = Explorer(page).open("?from=metformin")
    explorer.options.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    human = page.locator("#settings").get_by_role("link", name="human evidence")
    expect(human).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**gate=human**")
    settle(page)
    expect(human).to_have_attribute("aria-current", "true")
    expect(human).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".settings")).to_be_hidden()
    expect(explorer.options).to_be_focused()
    expect(explorer.options).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".settings")).to_be_hidden()


@pytest.mark.parametrize("look", [LAPTOP, PHONE, SMALL], indirect=True, ids=str)
def test_axe_finds_nothing_in_open_lists_and_options_by_day_or_by_night(page: Page) -> None:
    explorer = Explorer(page).open("?from=falls&gate=human")
    explorer.options.click()
    for light in in_each_light(page):
        assert faults(page) == [], light
    explorer.options.click()
    explorer.target.click()
    expect(page.get_by_role("option").first).to_be_visible()
    for light in in_each_light(page):
        assert faults(page) == [], light
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("metformin")
    expect(page.get_by_role("group", name="You can")).to_be_visible()
    for light in in_each_light(page):
        assert faults(page) == [], light


def alone(page: Page, **more: Any) -> Locator:
    """The controls once more in the page, told what to show; what they ask for stands in ``window.gone``."""
    page.evaluate(
        """async (more) => {
            const all = "[data-testid=stBidiComponentIsolated]";
            const host = document.querySelector(`.st-key-choose ${all}`);
            const parts = [...host.shadowRoot.querySelectorAll("style, form")];
            const copies = parts.map((part) => part.cloneNode(true));
            const place = document.createElement("div");
            place.id = "alone";
            place.style = "position: fixed; inset: 0 0 auto; z-index: 999999; background: white;";
            document.body.prepend(place);
            const root = place.attachShadow({ mode: "open" });
            root.append(...copies);
            const form = root.querySelector("form");
            for (const part of form.querySelectorAll("[data-end], fieldset, .most")) part.replaceChildren();
            const { default: show } = await import(new URL("assets/own/explore/choose.js", document.baseURI));
            const data = { from: { label: "From", id: "metformin", name: "Metformin" },
                to: { label: "To", id: "muscle-loss", name: "Functional muscle loss" },
                link: { from: "?f=START", to: "?t=TARGET", both: "?b=START,TARGET", swap: "?swap" },
                said: [], ...more };
            show({ parentElement: root, data, setTriggerValue: (name, value) => { window.gone = value; } });
        }""",
        more,
    )
    return page.locator("#alone")


THROUGH = {
    "label": "Through",
    "about": "Only paths that pass this box.",
    "link": "?through=anaemia,THROUGH",
    "chosen": [{"id": "anaemia", "name": "Anaemia", "link_without": "?through="}],
}
STEPS = {
    "label": "At most",
    "chosen": "5",
    "options": [
        {"id": "", "label": "any number of steps", "about": "", "link": "?steps="},
        {"id": "5", "label": "5 steps", "about": "Longer paths are left out.", "link": "?steps=5"},
    ],
}


def gone(page: Page) -> str:
    said: str = page.wait_for_function("window.gone").json_value()
    page.evaluate("window.gone = null")
    return said


def test_a_node_to_pass_is_found_among_those_between_and_taken_back(page: Page) -> None:
    Explorer(page).open("?from=metformin")
    controls = alone(page, through=THROUGH, said=["through Anaemia"])
    button = controls.get_by_role("button", name="Options")
    expect(button).to_have_text("Options · through Anaemia")
    button.click()
    through = controls.get_by_role("combobox", name="Through")
    through.click()
    expect(controls.get_by_role("option").filter(has_text="Vegan diet")).to_have_count(0)
    page.keyboard.type("homocystein")
    expect(controls.get_by_role("option").first).to_have_text("Homocysteine")
    page.keyboard.press("Escape")
    expect(controls.get_by_role("listbox")).to_have_count(0)
    expect(controls.locator(".settings")).to_be_visible()
    page.keyboard.type("homocystein")
    expect(controls.get_by_role("option").first).to_have_text("Homocysteine")
    page.keyboard.press("Enter")
    assert gone(page) == "?through=anaemia,homocysteine"
    expect(through).to_have_value("")
    controls.get_by_role("link", name="Not through Anaemia").click()
    assert gone(page) == "?through="
    page.keyboard.press("Escape")
    expect(controls.locator(".settings")).to_be_hidden()


def test_the_number_of_steps_is_a_list_with_its_explanation(page: Page) -> None:
    Explorer(page).open("?from=metformin")
    controls = alone(page, steps=STEPS)
    controls.get_by_role("button", name="Options").click()
    steps = controls.get_by_role("combobox", name="At most")
    expect(steps).to_have_value("?steps=5")
    expect(controls.locator(".most")).to_contain_text("Longer paths are left out.")
    steps.select_option("any number of steps")
    assert gone(page) == "?steps="


def test_what_is_not_there_to_choose_is_not_shown(page: Page) -> None:
    Explorer(page).open("?from=metformin")
    controls = alone(page)
    controls.get_by_role("button", name="Options").click()
    expect(controls.get_by_role("combobox")).to_have_count(2)
    expect(controls.get_by_role("group").filter(visible=True)).to_have_count(1)
