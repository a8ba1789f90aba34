"""The Explore page as a visitor meets it: open it, read it, point at its picture."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.browser.visiting import at_rest, eventually


@dataclass(frozen=True)
class Explorer:
    """One visitor on the Explore page."""

    page: Page

    def open(self, query: str = "") -> Explorer:
        """Go to the page and wait until its picture is drawn."""
        self.page.goto(f"/{query}")
        self.page.wait_for_selector(".picture[data-state=ready]", state="attached")
        expect(self.verdict).to_be_visible()
        return self

    @property
    def verdict(self) -> Locator:
        """The answer in a sentence."""
        return self.page.locator(".verdict")

    @property
    def start(self) -> Locator:
        """The box that finds the start."""
        return self.page.get_by_role("combobox", name="From")

    @property
    def target(self) -> Locator:
        """The box that finds the target."""
        return self.page.get_by_role("combobox", name="To")

    @property
    def steps(self) -> Locator:
        """The steps of the chosen path."""
        return self.page.locator(".steps > .step")

    @property
    def detail(self) -> Locator:
        """What was opened, beside the picture."""
        return self.page.locator(".detail")

    def asked(self, *keys: str) -> str | None:
        """A parameter of the address; the first of several that is there."""
        query = parse_qs(urlsplit(self.page.url).query)
        return next((query[key][0] for key in keys if key in query), None)

    def choice(self) -> dict[str, Any]:
        """What the server sent to the picture."""
        return self.page.evaluate(
            """() => document.querySelector(".st-key-picture [data-testid=stBidiComponentIsolated]")
                .shadowRoot.querySelector(".picture").view.choice"""
        )

    def drawn(self) -> dict[str, Any]:
        """What the picture shows now: its ids, and where each box stands on the screen (pixels)."""
        return self.page.evaluate(
            """() => {
                const view = document.querySelector(".st-key-picture [data-testid=stBidiComponentIsolated]")
                    .shadowRoot.querySelector(".picture").view;
                const frame = view.stage.getBoundingClientRect();
                const place = ({ x, y }) => {
                    const at = view.network.canvasToDOM({ x, y });
                    return [at.x + frame.left, at.y + frame.top];
                };
                return {
                    shown: view.root.dataset.shown,
                    theme: view.root.dataset.theme,
                    scale: view.network.getScale(),
                    path: view.choice.path,
                    steps: view.choice.steps.map(([id]) => id),
                    lit: [...view.litNodes],
                    step: view.choice.step,
                    boxes: Object.fromEntries([...view.nodes.values()].map((node) => [node.id, place(node)])),
                    sizes: Object.fromEntries(
                        [...view.nodes.values()].map((node) => [node.id, [node.width, node.height]])),
                    arrows: Object.fromEntries([...view.edges.values()].map((edge) =>
                        [edge.id, edge.points.map(([x, y]) => place({ x, y }))])),
                };
            }"""
        )

    def drawn_in_itself(self) -> dict[str, Any]:
        """What the picture shows, with places counted from its own corner: the page may be scrolled."""
        drawn = self.drawn()
        frame = self.page.locator(".stage").bounding_box() or {"x": 0, "y": 0}
        boxes = {
            node: (round(x - frame["x"], 2), round(y - frame["y"], 2))
            for node, (x, y) in drawn["boxes"].items()
        }
        kept = {key: drawn[key] for key in ("path", "steps", "lit", "step", "scale", "theme")}
        return {**kept, "boxes": boxes}

    def shows(self, **wanted: object) -> dict[str, Any]:
        """Wait until the picture shows what is wanted (``path=[...]``, ``step=2``), and return it."""
        self.page.wait_for_function(
            """(wanted) => {
                const host = document.querySelector(".st-key-picture [data-testid=stBidiComponentIsolated]");
                const choice = host?.shadowRoot?.querySelector(".picture")?.view?.choice;
                return choice && Object.entries(wanted).every(
                    ([key, value]) => JSON.stringify(choice[key]) === JSON.stringify(value));
            }""",
            arg=wanted,
        )
        return self.drawn()

    def path_other_than(self, path: list[str]) -> list[str]:
        """Wait until another path is lit, and return it."""
        return eventually(self.page, lambda: self.drawn()["path"], lambda lit: lit != path)

    def click_box(self, node: str) -> None:
        """Click a box of the picture, as a hand with a mouse does."""
        self._bring_into_view(lambda: self.drawn()["boxes"][node])
        self.page.mouse.click(*self.drawn()["boxes"][node])

    def click_arrow(self, edge: str) -> None:
        """Click the middle of an arrow's longest stretch."""
        self._bring_into_view(lambda: _middle(self.drawn()["arrows"][edge]))
        self.page.mouse.click(*_middle(self.drawn()["arrows"][edge]))

    def _bring_into_view(self, where: Any) -> None:
        height = self.page.viewport_size["height"] if self.page.viewport_size else 0
        self._wait_until_still()
        _, y = where()
        if not 80 < y < height - 20:
            self.page.mouse.move(20, height / 2)
            self.page.mouse.wheel(0, y - height / 2)
            self._wait_until_still()

    def _wait_until_still(self) -> None:
        """Wait until the page has stopped scrolling."""
        at_rest(self.page, self.page.locator(".stage").bounding_box)


def _middle(points: list[list[float]]) -> tuple[float, float]:
    stretches = list(pairwise(points))
    (ax, ay), (bx, by) = max(
        stretches, key=lambda ends: abs(ends[0][0] - ends[1][0]) + abs(ends[0][1] - ends[1][1])
    )
    return ax + (bx - ax) * 0.45, ay + (by - ay) * 0.45
