"""One choice of a node, in both apps: how long until the picture is still, how many bytes, what moves."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from statistics import median

from graph import load_map, reachable_targets
from graph.records.causal_map import CausalMap
from graph.records.node import Node
from tests.benchmarks.driving import Places, Visitor, browser, our_app, stock_app
from tests.benchmarks.table import Line, judged

CHOICES = 10
"""How many starts of the overview are chosen in a round, after one that is not counted."""
DETAILS = 4
"""How many details are chosen besides; each comes into the overview."""
STILL = 0.5
"""Pixels that a box may be off before it counts as moved."""


@dataclass
class Way:
    """One way to choose, and what its choices cost."""

    name: str
    visitor: Visitor
    choose: Callable[[Visitor, Node], None]
    times: list[float] = field(default_factory=list)
    bytes: list[int] = field(default_factory=list)
    moved: int = 0
    shared: int = 0
    jumps: list[float] = field(default_factory=list)

    def begin(self, node: Node) -> None:
        """Choose a node and note nothing: the first choice of a page costs more."""
        self.visitor.page.bring_to_front()
        self.choose(self.visitor, node)
        self.visitor.waited()

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


def measure(rounds: int) -> tuple[str, list[Line]]:
    """Choose the same nodes in both apps, in turns, so that a busy moment falls on both."""
    causal_map = load_map()
    with browser() as chromium, stock_app() as stock, our_app() as ours:
        theirs, own = Visitor(chromium, stock), Visitor(chromium, ours)
        nodes, details = _starts(causal_map, own)
        picked, picked_details = (
            Way("", theirs, _pick_in_the_selectbox),
            Way("", theirs, _pick_in_the_selectbox),
        )
        typed = Way("name typed", own, _type_in_the_box)
        clicked = Way("box clicked, Start here", own, _start_from_the_box)
        opened = Way("a detail typed", own, _type_in_the_box)
        for _ in range(rounds):
            own.open()
            for way in (picked, typed):
                way.begin(nodes[0])
            for node in nodes[1:]:
                picked.take(node)
                typed.take(node)
            clicked.begin(nodes[0])
            for node in nodes[1:]:
                clicked.take(node)
            for node in details:
                own.open()
                opened.take(node)
                picked_details.take(node)
        pairs = [(typed, picked), (clicked, picked)] + [(opened, picked_details)] * bool(details)
        counts = (
            f"median and worst of {len(typed.times)}, {len(clicked.times)} and {len(opened.times)} choices"
        )
    return f"choice ({counts})", [line for compare in (_times, _bytes, _moves) for line in compare(pairs)]


def _starts(causal_map: CausalMap, ours: Visitor) -> tuple[list[Node], list[Node]]:
    """Starts with few and with many paths: in sight in the overview, and details that it leaves out."""
    target = causal_map.header.default_target
    size = ours.page.viewport_size or {"width": 0, "height": 0}
    places = ours.places()
    seen: list[tuple[int, str]] = []
    unseen: list[tuple[int, str]] = []
    for node in causal_map.nodes:
        count = reachable_targets(causal_map, node.id).get(target)
        if not count or node.id in (causal_map.header.default_start, target):
            continue
        x, y = places.get(node.id, (0, 0))
        if not node.core:
            unseen.append((count.total, node.id))
        elif 0 < x < size["width"] and 0 < y < size["height"] - 10:
            seen.append((count.total, node.id))
    return (
        [causal_map.node[name] for _, name in _spread(seen, CHOICES + 1)],
        [causal_map.node[name] for _, name in _spread(unseen, DETAILS)],
    )


def _spread(known: list[tuple[int, str]], number: int) -> list[tuple[int, str]]:
    """So many of the list, evenly by size, every second one first: neighbours have much the same paths."""
    ranked = sorted(known)
    even = [ranked[i * (len(ranked) - 1) // (number - 1)] for i in range(number)] if ranked else []
    return even[::2] + even[1::2]


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


def _start_from_the_box(visitor: Visitor, node: Node) -> None:
    """A click opens the box beside the picture; what is measured is the choice that is made there."""
    visitor.page.mouse.click(*visitor.places()[node.id])
    start = visitor.page.locator(".detail").get_by_role("link", name="Start here")
    start.wait_for()
    visitor.page.wait_for_timeout(200)
    visitor.page.evaluate("watch.arm()")
    start.click()


def _times(pairs: list[tuple[Way, Way]]) -> Iterator[Line]:
    for way, stock in pairs:
        mine, peer = median(way.times), median(stock.times)
        yield Line(
            f"until the picture is still, {way.name}",
            f"{mine:.0f}, worst {max(way.times):.0f} ms",
            f"stock {peer:.0f}, worst {max(stock.times):.0f} ms",
            f"{mine / peer:.2f}",
            "<= 0.37",
            judged(mine <= 0.37 * peer),
        )


def _bytes(pairs: list[tuple[Way, Way]]) -> Iterator[Line]:
    for way, stock in pairs:
        mine, peer = median(way.bytes), median(stock.bytes)
        yield Line(
            f"kB received for one choice, {way.name}",
            f"{mine / 1000:.1f}, worst {max(way.bytes) / 1000:.1f} kB",
            f"stock {peer / 1000:.1f}, worst {max(stock.bytes) / 1000:.1f} kB",
            f"1/{peer / mine:.1f}",
            "<= 1/20",
            judged(mine <= peer / 20),
        )


def _moves(pairs: list[tuple[Way, Way]]) -> Iterator[Line]:
    for way, stock in pairs:
        yield Line(
            f"shared boxes that move on screen, {way.name}",
            f"{way.moved} of {way.shared}, at most {max(way.jumps):.1f} px",
            f"stock {stock.moved} of {stock.shared}, by {median(stock.jumps):.0f} px",
            "",
            "none",
            judged(way.moved == 0),
        )
