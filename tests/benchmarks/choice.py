"""One choice of a node, in both apps: how long until the picture is still, how many bytes, what moves."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median

from graph import load_map, reachable_targets
from graph.model import CausalMap, Node
from tests.benchmarks.driving import Places, Visitor, browser, our_app, stock_app
from tests.benchmarks.table import Line, judged

CHOICES = 9
"""How many starts are chosen in a round; what the first one costs is left out, since it warms up."""
STILL = 0.5
"""Pixels that a box may be off before it counts as moved."""


@dataclass
class Way:
    """One way to choose, and what its choices cost."""

    visitor: Visitor
    choose: Callable[[Visitor, Node], None]
    times: list[float] = field(default_factory=list)
    bytes: list[int] = field(default_factory=list)
    moved: int = 0
    shared: int = 0
    jumps: list[float] = field(default_factory=list)

    def take(self, node: Node) -> None:
        """Choose a node and note everything."""
        visitor = self.visitor
        visitor.page.bring_to_front()
        before, received = visitor.places(), visitor.received
        self.choose(visitor, node)
        self.times.append(visitor.waited())
        self.bytes.append(visitor.received - received)
        self._compare(before, visitor.places())

    def _compare(self, before: Places, after: Places) -> None:
        jumps = [math.dist(place, after[name]) for name, place in before.items() if name in after]
        self.shared += len(jumps)
        self.moved += sum(jump >= STILL for jump in jumps)
        self.jumps += jumps

    def forget(self) -> None:
        """Leave out what was noted so far."""
        self.times, self.bytes, self.jumps, self.moved, self.shared = [], [], [], 0, 0


def measure(rounds: int) -> tuple[str, list[Line]]:
    """Choose the same nodes in both apps, in turns, so that a busy moment falls on both."""
    causal_map = load_map()
    with _visitors() as (stock, ours):
        nodes = _nodes(causal_map, ours)
        picked = Way(stock, _pick_in_the_selectbox)
        typed, clicked = Way(ours, _type_in_the_box), Way(ours, _click_the_box)
        ways = [picked, typed]
        for count in range(rounds):
            for way in ways:
                way.take(nodes[0])
                if not count:
                    way.forget()
            for node in nodes[1:]:
                for way in ways:
                    way.take(node)
            for node in nodes:
                clicked.take(node)
    return _title(picked), [
        *_times(picked, typed, clicked),
        *_bytes(picked, typed, clicked),
        *_moves(picked, typed, clicked),
    ]


@contextmanager
def _visitors() -> Iterator[tuple[Visitor, Visitor]]:
    with browser() as chromium, stock_app() as stock, our_app() as ours:
        own = Visitor(chromium, ours)
        own.catch_network()
        yield Visitor(chromium, stock), own


def _nodes(causal_map: CausalMap, ours: Visitor) -> list[Node]:
    """Starts with few and with many paths, all to be seen without scrolling."""
    target = causal_map.header.default_target
    size = ours.page.viewport_size or {"width": 0, "height": 0}
    places = ours.places()
    known: list[tuple[int, str, Node]] = []
    for node in causal_map.nodes:
        x, y = places[node.id]
        seen = 0 < x < size["width"] and 0 < y < size["height"] - 10
        count = reachable_targets(causal_map, node.id).get(target)
        if count and seen and node.id not in (causal_map.header.default_start, target):
            known.append((count.total, node.id, node))
    known.sort(key=lambda entry: entry[:2])
    # In halves and not in order: neighbours in the list have much the same paths.
    order = sorted(range(CHOICES), key=lambda i: (i % 2, i))
    return [known[i * (len(known) - 1) // (CHOICES - 1)][2] for i in order]


def _pick_in_the_selectbox(visitor: Visitor, node: Node) -> None:
    box = visitor.page.get_by_role("combobox")
    box.click()
    visitor.page.evaluate("watch.arm()")
    visitor.page.keyboard.type(node.name)
    visitor.page.wait_for_timeout(300)
    visitor.page.keyboard.press("Enter")


def _type_in_the_box(visitor: Visitor, node: Node) -> None:
    visitor.page.get_by_role("combobox", name="From").click()
    visitor.page.keyboard.press("ControlOrMeta+a")
    visitor.page.evaluate("watch.arm()")
    visitor.page.keyboard.type(node.name)
    visitor.page.wait_for_timeout(300)
    visitor.page.keyboard.press("Enter")


def _click_the_box(visitor: Visitor, node: Node) -> None:
    x, y = visitor.places()[node.id]
    visitor.page.mouse.move(x, y)
    visitor.page.wait_for_timeout(200)
    visitor.page.evaluate("watch.arm()")
    visitor.page.mouse.click(x, y)


def _title(picked: Way) -> str:
    return f"choice (median of {len(picked.times)})"


def _times(picked: Way, typed: Way, clicked: Way) -> Iterator[Line]:
    peer = median(picked.times)
    for name, way in (("name typed", typed), ("box clicked", clicked)):
        mine = median(way.times)
        yield Line(
            f"until the picture is still, {name}",
            f"{mine:.0f} ms",
            f"stock {peer:.0f} ms",
            f"{mine / peer:.2f}",
            "<= 0.50",
            judged(mine <= peer / 2),
        )


def _bytes(picked: Way, typed: Way, clicked: Way) -> Iterator[Line]:
    peer = median(picked.bytes)
    for name, way in (("name typed", typed), ("box clicked", clicked)):
        mine = median(way.bytes)
        yield Line(
            f"kB received for one choice, {name}",
            f"{mine / 1000:.1f} kB",
            f"stock {peer / 1000:.1f} kB",
            f"1/{peer / mine:.1f}",
            "<= 1/20",
            judged(mine <= peer / 20),
        )


def _moves(picked: Way, typed: Way, clicked: Way) -> Iterator[Line]:
    peer = f"stock {picked.moved} of {picked.shared}, by {median(picked.jumps):.0f} px"
    for name, way in (("name typed", typed), ("box clicked", clicked)):
        yield Line(
            f"shared boxes that move on screen, {name}",
            f"{way.moved} of {way.shared}, at most {max(way.jumps):.2f} px",
            peer,
            "",
            "none",
            judged(way.moved == 0),
        )
