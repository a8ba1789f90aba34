"""Servers that start in a moment: forked from one process that has imported what all of them need.

A start of ``therefore serve`` is six seconds of work, nearly all of it imports, and the tests start many.
The process they are forked from is the standard library's fork server, one for each worker of pytest.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType

import pytest

Prepare = Callable[[], None]

IMPORTED = [
    "app.commands.run_server",
    "app.takeaway.exports",
    "fontTools.ttLib",
    "genanki",
    "pandas",
    "pptx",
    "pyarrow",
    "pyvis.network",
    "typst",
]
"""What a server imports by and by; never a page, which must be imported by the running Streamlit."""

_FORKING = get_context("forkserver")
_FORKING.set_forkserver_preload(IMPORTED)


@contextmanager
def _no_script() -> Iterator[None]:
    """A child would first run whatever script is the main one, and a page under test poses as that."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "__main__", ModuleType("__main__"))
        yield


class Forked:
    """A ``therefore`` in a process of its own, with the methods of :class:`subprocess.Popen`."""

    def __init__(
        self, log: Path, arguments: list[str], environment: dict[str, str], prepare: Prepare | None
    ) -> None:
        """Start ``therefore`` with arguments; what it prints goes to ``log``."""
        self._process = _FORKING.Process(
            target=_run, args=(log, arguments, environment, prepare), daemon=True
        )
        log.write_bytes(b"")  # what stood there from an earlier server must not pass for this one
        with _no_script():
            self._process.start()

    def poll(self) -> int | None:
        """The exit code; ``None`` while it runs."""
        return self._process.exitcode

    def send_signal(self, sig: int) -> None:
        """Send it a signal, unless it has ended."""
        if self._process.is_alive() and self._process.pid is not None:
            os.kill(self._process.pid, sig)

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end, and return the exit code.

        Raises:
            subprocess.TimeoutExpired: it has not ended in time.
        """
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise subprocess.TimeoutExpired("therefore", timeout or 0)
        return self._process.exitcode

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()


def _run(log: Path, arguments: list[str], environment: dict[str, str], prepare: Prepare | None) -> None:
    with log.open("wb") as output:
        for stream in (sys.stdout, sys.stderr):
            os.dup2(output.fileno(), stream.fileno())
    os.environ.clear()
    os.environ.update(environment)
    if prepare is not None:
        prepare()
    from app.cli import main

    sys.exit(main(arguments))
