"""Standard output and standard error as a command finds them: closed, full, or in another encoding."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from typing import TextIO

_TAKES_NOTHING = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EBADF})


def prepare_standard_streams() -> None:
    """Let arrows and dashes through whatever the locale, and replace the streams that are closed.

    A closed standard output becomes one that fails as a full one does, so that a lost answer is told. What
    is said on a closed standard error is lost, since nobody is left to be told.
    """
    # The lowest numbers are free when they are closed: a file of ours must not become standard output.
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_WRONLY if number == 2 else os.O_RDONLY)
    if sys.stdout is None:
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def why_output_is_lost(error: BaseException) -> OSError | None:
    """Why what was printed did not reach standard output; ``None`` when it did, as far as can be known.

    Args:
        error: what ended the command. With a stream that keeps nothing back it is the only witness.
    """
    try:
        sys.stdout.flush()
    except OSError as failure:
        return failure
    if isinstance(error, OSError) and error.filename is None and error.errno in _TAKES_NOTHING:
        return error
    return None


def abandon(stream: TextIO) -> None:
    """Drop what waits for a stream that takes nothing: Python would end with a code of its own."""
    with suppress(OSError):  # in a test it may have no number
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        stream.flush()
