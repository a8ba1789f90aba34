"""The first screen of a laptop and of a phone: the question, the mechanism, the whole picture."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.explorer import Explorer
from tests.browser.visiting import Look, at_rest
from tests.shipped import B12

LAPTOP = Look(1366, 625)
STARTS = ["b12-deficiency", "vegan-diet", "proton-pump-inhibitors", "kidney-disease", "b12-injections"]


def lowest(page: Page, selector: str) -> float:
    box = page.locator(selector).bounding_box()
    assert box is not None, selector
    return box["y"] + box["height"]


@pytest.mark.parametrize("look", [LAPTOP], indirect=True, ids=str)
@pytest.mark.parametrize("level", ["plain", "clinical"])
def test_a_laptop_shows_the_answer_the_whole_picture_its_tools_and_the_legend(page: Page, level: str) -> None:
    for start in STARTS:
        explorer = Explorer(page).open(f"?from={start}&level={level}")
        drawn = at_rest(page, explorer.drawn)
        assert 13 * drawn["scale"] >= 11, start
        for name, (x, y) in drawn["boxes"].items():
            width, height = (drawn["scale"] * size for size in drawn["sizes"][name])
            assert width / 2 <= x <= LAPTOP.width - width / 2, (start, name)
            assert y + height / 2 <= LAPTOP.height, (start, name)
        for what in (".question", ".mechanism", ".verdict", ".tools", ".fold"):
            assert lowest(page, what) <= LAPTOP.height, (start, what)
        for what in (".stage", ".tools", ".fold summary"):
            expect(page.locator(what)).to_be_in_viewport(ratio=0.9)
        assert lowest(page, ".stage") <= page.locator(".tools").bounding_box()["y"] + 1, start  # type: ignore[index]


@pytest.mark.parametrize(
    "look", [Look(390, 664, touch=True), Look(360, 640, touch=True)], indirect=True, ids=str
)
@pytest.mark.parametrize("start", ["", "?from=vegan-diet", "?from=metformin&path=2"])
def test_a_phone_shows_both_ends_the_answer_and_the_first_three_steps(
    page: Page, look: Look, start: str
) -> None:
    Explorer(page).open(start)
    for end in ("From", "To"):
        expect(page.get_by_role("combobox", name=end)).to_be_in_viewport(ratio=1)
    for what in (".question", ".mechanism", ".verdict"):
        expect(page.locator(what)).to_be_in_viewport(ratio=1)
    for number in (1, 2, 3):
        expect(page.locator(f'.path-map [data-key="arrow-{number}"]')).to_be_in_viewport(ratio=1)


THICK = """(points) => {
    // How many pixels across an arrow differ from the paper in lightness, where it runs by itself.
    const view = document.querySelector(".st-key-picture [data-testid=stBidiComponentIsolated]")
        .shadowRoot.querySelector(".picture").view;
    const canvas = view.stage.querySelector("canvas");
    const ratio = canvas.width / canvas.clientWidth;
    const frame = view.stage.getBoundingClientRect();
    const context = canvas.getContext("2d");
    const dark = (x, y) => {
        const [r, g, b] = context.getImageData(Math.round(x), Math.round(y), 1, 1).data;
        return 0.299 * r + 0.587 * g + 0.114 * b < 190;
    };
    const runs = [];
    for (let at = 1; at < points.length; at += 1) {
        const [from, to] = [points[at - 1], points[at]];
        const level = Math.abs(from[1] - to[1]) < 1;
        const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
        for (let along = 14; along < length - 20; along += 2) {
            const x = (from[0] + ((to[0] - from[0]) * along) / length - frame.left) * ratio;
            const y = (from[1] + ((to[1] - from[1]) * along) / length - frame.top) * ratio;
            const here = (aside) => (level ? dark(x, y + aside) : dark(x + aside, y));
            if (!here(0)) continue;  // the gap of a dash
            let [first, last] = [0, 0];
            while (here(first - 1) && first > -9) first -= 1;
            while (here(last + 1) && last < 9) last += 1;
            runs.push((last - first + 1) / ratio);
        }
    }
    return Math.min(...runs);
}"""


@pytest.mark.parametrize("look", [LAPTOP], indirect=True, ids=str)
@pytest.mark.parametrize("start", ["b12-deficiency", "metformin"])
def test_without_colour_the_chosen_path_is_told_by_its_width(page: Page, start: str) -> None:
    explorer = Explorer(page).open(f"?from={start}")
    drawn: dict[str, Any] = at_rest(page, explorer.drawn)
    choice = explorer.choice()
    chosen = {arrow for arrow, _ in choice["steps"]}
    high = {edge.id for edge in B12.edges if edge.certainty == "high"}

    def widths(names: set[str]) -> list[float]:
        return sorted(page.evaluate(THICK, drawn["arrows"][name]) for name in names)

    apart = widths(chosen)
    others = widths(set(choice["edges"]) - chosen - high)
    assert len(apart) >= 2
    assert others
    assert apart[len(apart) // 2] >= 1.4 * others[len(others) // 2], (apart, others)
