"""One step of a lecture, in both apps: how long until its words stand there, and what is sent for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page

from tests.benchmarks.driving import PATIENCE, browser, our_app, stock_app
from tests.benchmarks.stock_lecture import TOUR
from tests.benchmarks.table import Line, judged

STEPS = 6
PRESS = """([place, press]) => new Promise((done, fail) => {
    setTimeout(() => fail(new Error(`nothing changed in ${place}`)), 20000);
    const find = (root, selector) => root.querySelector(selector) ?? [...root.querySelectorAll("*")]
        .flatMap((each) => each.shadowRoot ? [find(each.shadowRoot, selector)] : []).find(Boolean);
    const words = find(document, place);
    const before = words.innerHTML;
    let frames = 0;
    let ended = false;
    const count = () => { if (!ended) { frames += 1; requestAnimationFrame(count); } };
    const began = performance.now();
    const look = () => {
        if (ended || find(document, place)?.innerHTML === before) return;
        ended = true;
        watch.disconnect();
        done({ time: performance.now() - began, frames });
    };
    const watch = new MutationObserver(look);
    watch.observe(words.getRootNode() === document ? document.body : words.getRootNode(),
        { childList: true, subtree: true, characterData: true, attributes: true });
    requestAnimationFrame(() => requestAnimationFrame(count));
    if (press === "key") dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown", bubbles: true }));
    else find(document, press).click();
    look();
})"""


@dataclass
class Room:
    """A lecture in one of the apps, and what its steps cost."""

    page: Page
    place: str
    press: str
    times: list[float] = field(default_factory=list)
    frames: list[int] = field(default_factory=list)
    sent: int = 0

    def listen(self) -> None:
        """Count what the browser sends from now on; call it before the page is opened."""
        self.page.on("request", lambda _: self._send())
        self.page.on("websocket", lambda socket: socket.on("framesent", lambda _: self._send()))

    def _send(self) -> None:
        self.sent += 1

    def step(self) -> None:
        """Take a step."""
        found: dict[str, Any] = self.page.evaluate(PRESS, [self.place, self.press])
        self.times.append(found["time"])
        self.frames.append(found["frames"])
        # What is sent after the words stand there belongs to the step too.
        self.page.wait_for_timeout(300)


def measure(rounds: int) -> tuple[str, list[Line]]:
    """Tell the same tour in both, in turns, so that a busy moment falls on both."""
    ours, theirs = [], []
    with browser() as chromium, stock_app("stock_lecture.py") as stock, our_app() as own:
        for _ in range(rounds):
            mine, peer = _our_room(chromium, own), _stock_room(chromium, stock)
            mine.sent = peer.sent = 0
            for _ in range(STEPS):
                mine.step()
                peer.step()
            ours.append(mine)
            theirs.append(peer)
            mine.page.close()
            peer.page.close()
    mine_times, peer_times = ([time for room in rooms for time in room.times] for rooms in (ours, theirs))
    frames = [number for room in ours for number in room.frames]
    peer_frames = [number for room in theirs for number in room.frames]
    sent, peer_sent = (sum(room.sent for room in rooms) for rooms in (ours, theirs))
    return f"lecture ({len(mine_times)} steps)", [
        Line(
            "from the press to the next words",
            f"{median(mine_times):.1f}, worst {max(mine_times):.1f} ms",
            f"stock {median(peer_times):.0f}, worst {max(peer_times):.0f} ms",
            f"{median(mine_times) / median(peer_times):.3f}",
        ),
        Line(
            "frames until then",
            f"{median(frames):.0f}, worst {max(frames)}",
            f"stock {median(peer_frames):.0f}, worst {max(peer_frames)}",
            bound="0",
            met=judged(max(frames) == 0),
        ),
        Line("messages sent", f"{sent}", f"stock {peer_sent}", bound="none", met=judged(sent == 0)),
    ]


def _our_room(chromium: Browser, url: str) -> Room:
    page = chromium.new_page(viewport={"width": 1280, "height": 720})
    room = Room(page, ".words", "key")
    room.listen()
    page.goto(f"{url}/lecture?tour={TOUR}")
    page.wait_for_selector(".lecture[data-state=ready]", timeout=PATIENCE)
    page.keyboard.press("f")
    page.keyboard.press("PageDown")
    page.wait_for_timeout(1500)
    return room


def _stock_room(chromium: Browser, url: str) -> Room:
    page = chromium.new_page(viewport={"width": 1280, "height": 720})
    room = Room(page, "h3", "[data-testid=stButton] button")
    room.listen()
    page.goto(url)
    page.get_by_text("Step 0").wait_for(timeout=PATIENCE)
    page.get_by_role("button", name="Next").click()
    page.get_by_text("Step 1").wait_for(timeout=PATIENCE)
    page.wait_for_timeout(1500)
    return room
