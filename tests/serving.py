"""The real application, started as a person would start it, for tests that visit it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

THEREFORE = Path(sys.executable).with_name("therefore")
PATIENCE = 120
"""Seconds until a start or an end counts as hanging; nothing is measured with it."""


@dataclass(frozen=True)
class Served:
    """A running ``therefore serve``: its address, its process, and the file it logs to."""

    url: str
    process: subprocess.Popen[bytes]
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
    program: Sequence[str] = (str(THEREFORE),),
    port: str = "0",
) -> Iterator[Served]:
    """Start ``therefore serve``, wait until it answers, and end it afterwards.

    Args:
        log: the file for what it prints.
        options: further options of ``serve``.
        environment: variables to change.
        program: what to start in place of ``therefore``.
        port: where it listens; a free port unless one is named.
    """
    command = [*program, "serve", "--port", port, *options]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, stdout=output, stderr=subprocess.STDOUT, env={**os.environ, **(environment or {})}
        )
    try:
        yield Served(_address(process, log), process, log)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        for line in log.read_text("utf-8", "replace").splitlines():
            if line.startswith("Ready at "):
                return line.split()[2]
        time.sleep(0.05)
    raise RuntimeError(f"`therefore serve` did not get ready; it said:\n{log.read_text('utf-8', 'replace')}")
