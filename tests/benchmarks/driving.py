"""A server, a Chromium and a visitor for each of the two apps, and what the visitor sees and receives."""

from __future__ import annotations

import base64
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import executable
from tests.serving import served

HERE = Path(__file__).parent
QUIET = 700
"""Milliseconds without a changed pixel until a picture counts as still; they are not counted in."""
PATIENCE = 60_000

Places = dict[str, list[float]]


@contextmanager
def browser() -> Iterator[Browser]:
    """The Chromium that the browser tests use."""
    with sync_playwright() as playwright:
        as_root = hasattr(os, "geteuid") and os.geteuid() == 0
        # pyvis asks a CDN for styles; being refused at once costs the stock app the least.
        arguments = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
        arguments += ["--no-sandbox"] if as_root else []
        launched = playwright.chromium.launch(executable_path=executable(playwright), args=arguments)
        yield launched
        launched.close()


@contextmanager
def our_app() -> Iterator[str]:
    """The address of `therefore serve` with the shipped map."""
    own_map = {"THEREFORE_MAP": ""}
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder) / "log", "--no-browser", environment=own_map, installed=True) as running,
    ):
        yield running.url


@contextmanager
def stock_app(script: str = "stock_app.py") -> Iterator[str]:
    """The address of a stock app, with the server settings that ours has, so that only the apps differ."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    settings = {
        "server.port": port,
        "server.address": "127.0.0.1",
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
        "runner.postScriptGC": "false",
        "client.toolbarMode": "minimal",
    }
    flags = [f"--{name}={value}" for name, value in settings.items()]
    command = [sys.executable, "-m", "streamlit", "run", str(HERE / script), *flags]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _await(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(60)


def _await(address: str) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"nothing answers at {address}")


class Visitor:
    """A page of one app, with its pixels watched and its bytes counted."""

    def __init__(self, browser: Browser, address: str, width: int = 1440, height: int = 900) -> None:
        """Open the app in a browser of its own."""
        context = browser.new_context(viewport={"width": width, "height": height})
        context.add_init_script(path=HERE / "watch.js")
        self.page: Page = context.new_page()
        self.received = 0
        self._over_http: set[str] = set()
        session = context.new_cdp_session(self.page)
        session.on("Network.webSocketFrameReceived", self._frame)
        session.on("Network.responseReceived", self._answered)
        session.on("Network.loadingFinished", self._loaded)
        session.send("Network.enable")
        self.address = address
        self.open()

    def open(self) -> None:
        """Load the page anew and wait for its first still picture."""
        self.page.goto(self.address)
        self.rest()

    def rest(self) -> None:
        """Wait until the picture is still."""
        self.page.wait_for_function("quiet => watch.still(quiet)", arg=QUIET, timeout=PATIENCE)

    def places(self) -> Places:
        """The centre of every box in pixels of the window."""
        places: Places = self.page.evaluate("watch.places()")
        return places

    def waited(self) -> float:
        """Milliseconds from the last choice to the last change of a pixel, once the picture is still."""
        self.rest()
        waited: float = self.page.evaluate("watch.changed - watch.began")
        return waited

    def _frame(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        text = frame["payloadData"]
        self.received += len(base64.b64decode(text)) if frame["opcode"] == 2 else len(text.encode())

    def _answered(self, event: dict[str, Any]) -> None:
        # The page of an iframe counts as loaded too, although it came through the socket.
        if event["response"]["url"].startswith("http"):
            self._over_http.add(event["requestId"])

    def _loaded(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self._over_http:
            self.received += int(event["encodedDataLength"])
