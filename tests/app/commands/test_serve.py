"""``therefore serve``: what it says, what it refuses, and how it ends."""

from __future__ import annotations

import re
import shlex
import signal
import socket
import sys
import threading
import time

import pytest

from tests.app.command_line import therefore_forked, therefore_here
from tests.serving import Served, served, starting


@pytest.fixture
def busy_port():
    with socket.create_server(("127.0.0.1", 0)) as door:
        yield door.getsockname()[1]


# A start takes seconds, so each serves several claims: every way to end it, each with another kind of screen;
# the first of them is the command as installed.
LIVES = {
    "ctrl-c, with a screen": ((signal.SIGINT,), "screen"),
    "ctrl-c twice, without a screen": ((signal.SIGINT, signal.SIGINT), "no screen"),
    "term, where no browser is wanted": ((signal.SIGTERM,), "not wanted"),
}


@pytest.mark.parametrize(("signals", "screen"), LIVES.values(), ids=LIVES)
def test_it_names_map_and_address_opens_a_browser_where_one_is_wanted_and_ends_cleanly(
    tmp_path, example_folder, signals, screen
):
    seen = tmp_path / "opened"
    script = f"import sys, pathlib; pathlib.Path({str(seen)!r}).write_text(sys.argv[1])"
    environment = {"BROWSER": shlex.join([sys.executable, "-c", script, "%s"])}
    if screen != "screen":
        environment |= {"DISPLAY": "", "WAYLAND_DISPLAY": ""}
    if screen == "no screen":
        environment["BROWSER"] = ""
    options = ["--no-browser"] if screen == "not wanted" else []
    log = tmp_path / "log"
    with served(
        log, "--map", str(example_folder), *options, environment=environment, installed=screen == "screen"
    ) as running:
        assert "Starting Therefore: Rain and flooded streets" in running.said()
        assert running.url.startswith("http://127.0.0.1:")
        host, port = running.url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as visitor:
            visitor.sendall(b"GET /_stcore/health HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert visitor.recv(4096).startswith(b"HTTP/1.1 200")
            assert running.end(*signals) == 0
        assert running.said().splitlines()[-1] == "Therefore has ended."
        assert "Traceback" not in running.said()
        assert (seen.read_text() if seen.exists() else "") == (running.url if screen == "screen" else "")


def never_done(*_, **__):
    print("Working", flush=True)
    threading.Event().wait()


def never_finds():
    import app.serving.names

    app.serving.names.find = never_done


def never_draws():
    import app.drawing.picture

    app.drawing.picture._draw = never_done


def until(running: Served, said: str) -> None:
    for _ in range(600):
        if said in running.said():
            return
        assert running.process.poll() is None
        time.sleep(0.05)
    raise AssertionError(f"never said {said!r}: {running.said()}")


def test_it_ends_although_a_thread_is_still_at_work(tmp_path, example_folder):
    with served(tmp_path / "log", "--map", str(example_folder), prepare=never_finds) as running:
        host, port = running.url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as visitor:
            visitor.sendall(b"GET /api/find?q=rain HTTP/1.1\r\nHost: localhost\r\n\r\n")
            until(running, "Working")
            assert running.end(signal.SIGTERM) == 0
        assert running.said().splitlines()[-1] == "Therefore has ended."


def test_it_ends_although_it_is_still_drawing_before_the_start(tmp_path, example_folder):
    log = tmp_path / "log"
    with starting(log, "--port", "0", "--map", str(example_folder), prepare=never_draws) as process:
        running = Served("", process, log)
        until(running, "Working")
        assert running.end(signal.SIGTERM) == 0
        assert "Ready" not in running.said()
        assert running.said().splitlines()[-1] == "Therefore has ended."


def test_a_busy_port_is_told_in_one_line_with_the_next_free_one(busy_port, example_folder):
    done = therefore_forked(
        *("serve", "--port", str(busy_port), "--map", example_folder), UV_RUN_RECURSION_DEPTH=""
    )
    assert done.returncode == 2
    assert done.stdout == ""
    told = re.fullmatch(r"Port (\d+) is busy; the next free one is (\d+): (.+)\n", done.stderr)
    assert told is not None
    assert int(told[1]) == busy_port < int(told[2])
    assert shlex.split(told[3])[-5:] == ["serve", "--port", told[2], "--map", str(example_folder)]


def test_the_port_that_is_named_is_free(busy_port):
    told = therefore_here("serve", "--port", str(busy_port)).stderr
    port = int(re.search(r"next free one is (\d+)", told)[1])
    with socket.create_server(("127.0.0.1", port)):
        pass


@pytest.mark.parametrize("host", ["no.such.host.invalid", "192.0.2.1"], ids=["unknown", "not-ours"])
def test_an_address_that_is_not_this_machines_names_the_cure(host):
    done = therefore_here("serve", "--host", host)
    assert done.returncode == 2
    assert "--host 127.0.0.1" in done.stderr
    assert len(done.stderr.splitlines()) == 1
