"""The real application, started as a person would start it, for tests that visit it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tests.forking import PATIENCE, Forked, Prepare

THEREFORE = Path(sys.executable).with_name("therefore")


class Process(Protocol):
    """What a test asks of the process of a server, whichever way that was started."""

    def poll(self) -> int | None:
        """The exit code; ``None`` while it runs."""

    def send_signal(self, sig: int) -> None:
        """Send it a signal."""

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end, and return the exit code."""

    def kill(self) -> None:
        """End it at once."""


@dataclass(frozen=True)
class Served:
    """A running ``therefore serve``: its address, its process, and the file it logs to."""

    url: str
    process: Process
    log: Path

    def said(self) -> str:
        """Everything it has printed so far."""
        return self.log.read_text("utf-8", "replace")

    def end(self, *signals: int) -> int:
        """Send it signals (Ctrl-C when none is given) and return its exit code."""
        for number in signals or (signal.SIGINT,):
            self.process.send_signal(number)
        return self.process.wait(PATIENCE)


@contextmanager
def served(
    log: Path,
    *options: str,
    environment: dict[str, str] | None = None,
    prepare: Prepare | None = None,
    installed: bool = False,
    port: str = "0",
) -> Iterator[Served]:
    """Start ``therefore serve``, wait until it answers, and end it afterwards.

    Args:
        log: the file for what it prints.
        options: further options of ``serve``.
        environment: variables to change.
        prepare: a function of a module, run in the server's process before it starts.
        installed: run the command as installed, and not its function in a process that has imported much.
        port: where it listens; a free port unless one is named.
    """
    with starting(
        log, "--port", port, *options, environment=environment, prepare=prepare, installed=installed
    ) as (process):
        yield Served(_address(process, log), process, log)


@contextmanager
def starting(
    log: Path,
    *options: str,
    environment: dict[str, str] | None = None,
    prepare: Prepare | None = None,
    installed: bool = False,
) -> Iterator[Process]:
    """Start ``therefore serve`` as :func:`served` does, and do not wait for its answer."""
    process: Process
    if installed:
        assert prepare is None
        with log.open("wb") as output:
            process = subprocess.Popen(
                [str(THEREFORE), "serve", *options],
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, **(environment or {})},
            )
    else:
        process = Forked(log, ["serve", *options], {**os.environ, **(environment or {})}, prepare)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _address(process: Process, log: Path) -> str:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        for line in log.read_text("utf-8", "replace").splitlines():
            if line.startswith("Ready at "):
                return line.split()[2]
        time.sleep(0.05)
    raise RuntimeError(f"`therefore serve` did not get ready; it said:\n{log.read_text('utf-8', 'replace')}")
