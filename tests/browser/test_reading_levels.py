"""The reading levels in the picture: names, signs and legend change in place; tips say what arrows say."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from graph.records.vocabulary import Level
from tests.browser.explorer import Explorer
from tests.browser.visiting import at_rest, eventually
from tests.graph.joined import joined
from tests.shipped import B12

VIEW = "?from=vegan-diet&to=muscle-loss"

INK_AT_THE_END = """(id) => {
    // What stands beside the line near its end: a tip is wide where a bar has nothing, and vice versa.
    const view = document.querySelector(".st-key-picture [data-testid=stBidiComponentIsolated]")
        .shadowRoot.querySelector(".picture").view;
    const canvas = view.stage.querySelector("canvas");
    const ratio = canvas.width / canvas.clientWidth;
    const points = view.edges.get(id).points;
    const [[ax, ay], [x, y]] = points.slice(-2);
    const length = Math.hypot(x - ax, y - ay);
    const [dx, dy] = [(x - ax) / length, (y - ay) / length];
    const ink = (back, side) => {
        const at = view.network.canvasToDOM({ x: x - dx * back - dy * side, y: y - dy * back + dx * side });
        const [r, g, b, a] = canvas.getContext("2d").getImageData(at.x * ratio, at.y * ratio, 1, 1).data;
        return a > 128 && r + g + b < 500;  // the canvas itself is clear, and what is pale does not count
    };
    const both = (back, side) => ink(back, side) && ink(back, -side);
    // The border of a box covers less than three units of the end.
    return [3.5, 3, 2.5].some((back) => both(back, 6)) ? "⊣" : both(9, 3.5) ? "→" : "neither";
}"""


@pytest.fixture
def explorer(page: Page) -> Explorer:
    return Explorer(page)


def drawn_sign(explorer: Explorer, edge: str) -> str:
    """What an arrow ends in, by its pixels."""
    sign: str = explorer.page.evaluate(INK_AT_THE_END, edge)
    return sign


def texts(explorer: Explorer) -> dict[str, str]:
    """What stands in each box."""
    said: dict[str, str] = explorer.page.evaluate(
        """() => {
            const { view } = document.querySelector(".st-key-picture [data-testid=stBidiComponentIsolated]")
                .shadowRoot.querySelector(".picture");
            return Object.fromEntries([...view.nodes.values()].map((node) => [node.id, node.claim]));
        }"""
    )
    return said


def told_steps(explorer: Explorer) -> list[str]:
    """The single steps of the chosen path that the picture draws, but the last: it ends in a ring."""
    return [edge for edge in explorer.drawn()["steps"] if edge in B12.edge][:-1]


def test_the_end_that_is_drawn_is_the_sign_of_the_level_and_nothing_moves(explorer: Explorer) -> None:
    page, fetched = explorer.page, []
    explorer.open(VIEW)
    page.on("request", lambda request: fetched.append(request.url))
    before = at_rest(page, explorer.drawn_in_itself)
    steps = told_steps(explorer)
    signs = {level: [joined(B12, B12.edge[step], level).sign for step in steps] for level in Level}
    assert signs[Level.PLAIN] != signs[Level.CLINICAL], "or nothing would be seen"
    assert [drawn_sign(explorer, step) for step in steps] == signs[Level.PLAIN]
    assert texts(explorer).items() >= {step: B12.node[step].claim for step in before["path"]}.items()
    change_level(explorer)
    eventually(
        page, lambda: [drawn_sign(explorer, step) for step in steps], lambda now: now == signs["clinical"]
    )
    assert at_rest(page, explorer.drawn_in_itself)["boxes"] == before["boxes"]
    precise = B12.in_words(Level.CLINICAL).node
    assert texts(explorer).items() >= {step: precise[step].claim for step in before["path"]}.items()
    assert not [url for url in fetched if "/assets/map/" in url], "one drawing has both levels"
    page.go_back()
    eventually(
        page, lambda: [drawn_sign(explorer, step) for step in steps], lambda now: now == signs["plain"]
    )


def test_legend_list_and_headline_change_with_the_level(explorer: Explorer) -> None:
    page = explorer.page
    explorer.open(VIEW)
    legend = page.locator(".legend")
    expect(legend).to_contain_text("leads to")
    expect(legend).to_contain_text("works against")
    expect(legend).not_to_contain_text("decreases")
    change_level(explorer)
    expect(legend).to_contain_text("decreases")
    expect(legend).not_to_contain_text("works against")
    shown = texts(explorer)
    renamed = [node.claim for node in B12.in_words(Level.CLINICAL).nodes if node.name == node.clinical]
    assert set(renamed) & set(shown.values())
    for claim in set(renamed) & set(shown.values()):
        expect(page.locator(".outline")).to_contain_text(claim)
    first = B12.edge[told_steps(explorer)[0]]
    said = joined(B12, first, Level.CLINICAL)
    expect(explorer.steps.first.locator("h3")).to_contain_text(f"{said.sign}{said.words} {said.target}")


def change_level(explorer: Explorer) -> None:
    """Ask for precise words, among the options."""
    page = explorer.page
    page.get_by_role("button", name="Options").click()
    page.get_by_role("link", name="Clinical").click()
    eventually(page, lambda: explorer.choice()["level"], lambda level: level == "clinical")


@pytest.mark.parametrize("level", Level)
def test_the_tip_of_an_arrow_says_its_sentences_and_covers_neither_it_nor_its_ends(
    explorer: Explorer, level: Level
) -> None:
    page = explorer.page
    explorer.open(f"{VIEW}&level={level}")
    drawn = at_rest(page, explorer.drawn)
    tip = page.locator(".tip")
    for arrow in drawn["steps"]:
        sentences = sentences_of(explorer, arrow)
        page.mouse.move(5, 5)
        page.mouse.move(*place_on(explorer, arrow))
        expect(tip).to_be_visible()
        for sentence in sentences:
            expect(tip).to_contain_text(sentence)
        assert covered(tip, drawn, arrow) == []


def sentences_of(explorer: Explorer, arrow: str) -> list[str]:
    found: list[str] = explorer.page.evaluate(
        """(id) => document.querySelector(".st-key-picture [data-testid=stBidiComponentIsolated]")
            .shadowRoot.querySelector(".picture").view.edges.get(id).sentences""",
        arrow,
    )
    assert found
    return found


def place_on(explorer: Explorer, arrow: str) -> tuple[float, float]:
    """A place on the screen where the pointer finds an arrow and nothing else."""
    for one, other in pairwise(explorer.drawn()["arrows"][arrow]):
        for part in (0.5, 0.3, 0.7):
            x, y = (a + (b - a) * part for a, b in zip(one, other, strict=True))
            found = explorer.page.evaluate(
                """([clientX, clientY]) => document
                    .querySelector(".st-key-picture [data-testid=stBidiComponentIsolated]")
                    .shadowRoot.querySelector(".picture").view.at({ clientX, clientY }).edge""",
                [x, y],
            )
            if found == arrow:
                return x, y
    raise AssertionError(f"{arrow} cannot be pointed at")


def covered(tip: Locator, drawn: dict[str, Any], arrow: str) -> list[str]:
    """What the tip lies on: the boxes at the ends of the arrow, or its line."""
    box = tip.bounding_box()
    assert box is not None
    left, top, right, bottom = box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]

    def meets(x0: float, y0: float, x1: float, y1: float) -> bool:
        return min(x0, x1) < right and max(x0, x1) > left and min(y0, y1) < bottom and max(y0, y1) > top

    found = []
    for end in arrow.split("--"):
        (x, y), (width, height) = drawn["boxes"][end], drawn["sizes"][end]
        half = width * drawn["scale"] / 2, height * drawn["scale"] / 2
        if meets(x - half[0], y - half[1], x + half[0], y + half[1]):
            found.append(end)
    points = drawn["arrows"][arrow]
    found += ["the line" for (ax, ay), (bx, by) in pairwise(points) if meets(ax, ay, bx, by)]
    return found
