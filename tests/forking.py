"""Servers and commands that start in a moment: forked from one process that has imported what they need.

A start of ``therefore serve`` is six seconds of work, nearly all of it imports, and the tests start many.
The process they are forked from is the standard library's fork server, one for each worker of pytest; what it
does before the first fork stands in ``forked_from.py``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from fcntl import F_DUPFD, fcntl
from multiprocessing import get_context
from multiprocessing.reduction import DupFd
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

Prepare = Callable[[], None]

PATIENCE = 120
"""Seconds until a start or an end counts as hanging; nothing is measured with it."""

_FORKING = get_context("forkserver")
_FORKING.set_forkserver_preload(["tests.forked_from"])


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


ABOVE_ALL = 60
"""No command is given a file under this number or a higher one."""

STANDARD = (("stdin", "r", -1), ("stdout", "w", -1), ("stderr", "w", 1))
"""What Python calls the first three files, each with how it is opened and what is kept back: 1 is a line."""


def run_forked(
    arguments: list[str], streams: Mapping[int, int | None], cwd: Path, environment: dict[str, str]
) -> int:
    """Run one command of ``therefore`` to its end and return its exit code.

    Args:
        arguments: what follows ``therefore``.
        streams: open files of this process by the number that they have there; ``None`` is a closed one.
        cwd: the working directory.
        environment: all its variables.
    """
    process = _FORKING.Process(
        target=_run_once, args=(arguments, _Streams(streams), cwd, environment), daemon=True
    )
    with _no_script():
        process.start()
    process.join(PATIENCE)
    if process.exitcode is None:
        process.kill()
        raise subprocess.TimeoutExpired(["therefore", *arguments], PATIENCE)
    return process.exitcode


class _Streams:
    """Open files on their way to another process."""

    def __init__(self, streams: Mapping[int, int | None]) -> None:
        self.streams = streams

    def __reduce__(self) -> tuple[object, ...]:
        sent = {at: None if file is None else DupFd(file) for at, file in self.streams.items()}
        return dict, (sent,)


def _run_once(arguments: list[str], streams: dict[int, Any], cwd: Path, environment: dict[str, str]) -> None:
    code = 1
    try:
        _take(streams)
        os.chdir(cwd)
        os.environ.clear()
        os.environ.update(environment)
        from app.cli import main

        try:
            code = main(arguments)
        except SystemExit as ended:  # argparse
            code = ended.code if isinstance(ended.code, int) else 0
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except OSError:
        code = 120  # as Python ends when its last words are lost
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)  # none of what multiprocessing does at an end, which a command knows nothing of


def _take(streams: dict[int, Any]) -> None:
    """Give files the numbers they shall have, and Python's names to the first three, as at its own start."""
    high = {
        number: None if file is None else fcntl(file.detach(), F_DUPFD, ABOVE_ALL)
        for number, file in streams.items()
    }
    for number, file in high.items():
        if file is None:
            os.close(number)
        else:
            os.dup2(file, number)
            os.close(file)
    for number, (name, mode, kept_back) in enumerate(STANDARD):
        opened = None
        if high[number] is not None:
            opened = open(number, mode, kept_back, encoding="utf-8", closefd=False)  # noqa: SIM115
        setattr(sys, name, opened)
