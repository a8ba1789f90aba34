"""The command line as a shell sees it: as installed, forked, or in this process."""

from __future__ import annotations

import io
import os
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager, nullcontext, redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any
from unittest.mock import patch

from app.cli import main
from tests.forking import run_forked
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


def therefore_forked(
    *arguments: str | Path,
    cwd: Path | None = None,
    streams: Mapping[int, int | None] | None = None,
    **environment: str,
) -> subprocess.CompletedProcess[str]:
    """Run ``therefore`` in a process of its own that has imported it already: sooner, and as real.

    Args:
        arguments: what follows ``therefore``.
        cwd: the working directory.
        streams: open files by the number under which the process finds them, ``None`` for one that is closed.
        environment: variables to change.
    """
    with TemporaryFile() as said, TemporaryFile() as complained, open(os.devnull, "rb") as nothing:
        usual = {0: nothing.fileno(), 1: said.fileno(), 2: complained.fileno()}
        code = run_forked(
            [str(argument) for argument in arguments],
            {**usual, **(streams or {})},
            cwd or Path.cwd(),
            {**os.environ, **WIDTH, **environment},
        )
        heard = []
        for file in (said, complained):
            file.seek(0)
            heard.append(file.read().decode("utf-8"))
    return subprocess.CompletedProcess(["therefore"], code, *heard)


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
