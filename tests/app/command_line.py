"""The command line as a shell sees it, in a process of its own or in this one."""

from __future__ import annotations

import io
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import chdir, contextmanager, nullcontext, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any
from unittest.mock import patch

from app.cli import main
from tests.serving import PATIENCE, THEREFORE

WIDTH = {"COLUMNS": "100"}


def therefore(
    *arguments: str | bytes | Path, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run ``therefore`` in a process of its own."""
    return subprocess.run(
        command(*arguments),
        cwd=cwd,
        env={**os.environ, **WIDTH, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


def therefore_here(
    *arguments: str | Path,
    cwd: Path | None = None,
    stdout: io.TextIOWrapper | None = None,
    **environment: str,
) -> subprocess.CompletedProcess[str]:
    """Run ``therefore`` in this process: much sooner, and the same to whoever looks at what it said.

    Args:
        arguments: what follows ``therefore``.
        cwd: the working directory.
        stdout: standard output, in place of one that keeps what is said.
        environment: variables to change.
    """
    said, complained = stdout or _stream(), _stream()
    with (
        _signals_kept(),
        patch.dict(os.environ, {**WIDTH, **environment}),
        chdir(cwd) if cwd else nullcontext(),
        redirect_stdout(said),
        redirect_stderr(complained),
    ):
        try:
            code: Any = main([str(argument) for argument in arguments])
        except SystemExit as ended:  # argparse
            code = ended.code or 0
    heard = _text_of(said) if stdout is None else ""
    return subprocess.CompletedProcess(["therefore"], code, heard, _text_of(complained))


@contextmanager
def _signals_kept() -> Iterator[None]:
    """What ``serve`` does at a signal ends with it."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def shell(
    script: str, *arguments: str | bytes | Path, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a shell script in which ``"$@"`` is ``therefore`` with those arguments."""
    return subprocess.run(
        ["sh", "-c", script, "sh", *command(*arguments)],
        cwd=cwd,
        env={**os.environ, **WIDTH},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


def command(*arguments: str | bytes | Path) -> list[str | bytes]:
    """``therefore`` and its arguments; bytes may be no text."""
    return [str(THEREFORE), *(each if isinstance(each, bytes) else str(each) for each in arguments)]


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)


def _text_of(stream: io.TextIOWrapper) -> str:
    held = stream.buffer
    assert isinstance(held, io.BytesIO)
    return held.getvalue().decode("utf-8")
