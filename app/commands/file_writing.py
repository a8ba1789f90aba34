"""Making a file and writing it: whole, or not at all, and with a word to whoever waits for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import TypeVar

from app.commands.destinations import is_standard_output, must_be_written_straight, open_straight
from app.commands.fault import Fault
from app.commands.system_errors import cannot_be_written, shown_name
from app.commands.visible import say
from graph.reading.whole_files import write_whole_file

SECONDS_UNTOLD = 1.0
"""After this long, whoever waits is told what for."""

Content = TypeVar("Content", str, bytes)


def make(name: str, maker: Callable[[], Content]) -> Content:
    """Make the content of a file, and say on stderr what is being made when that takes long.

    Args:
        name: what is made, in words.
        maker: makes it.

    Raises:
        Fault: it cannot be made; says what the maker said.
    """
    try:
        with _told_when_slow(f"Making {name} …"):
            return maker()
    except Exception as error:
        said = f"{type(error).__name__}: {error}".removesuffix(": ")
        raise Fault(f"{name} cannot be made ({said}); nothing was written.") from error


def write_whole(target: str | Path, content: str | bytes) -> bool:
    """Write a file so that nobody ever finds half of it; a device or a pipe is written straight.

    Args:
        target: the file, ``-`` for standard output; a file that is there already is replaced, and keeps its
            mode and owner.
        content: bytes, or a text that is written as UTF-8.

    Returns:
        Whether standard output now holds the content, so that nothing else may be said there.

    Raises:
        Fault: it cannot be written; nothing has changed then.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    name = os.fspath(target)
    if is_standard_output(name):
        _refuse_bytes_on_a_terminal(sys.stdout.isatty(), data)
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return True
    try:
        if must_be_written_straight(name):
            _write_straight(name, data)
        else:
            links = _names_of(name)
            write_whole_file(name, data)
            if links > 1:
                words = "had another name as well (a hard link), which keeps the old content."
                say(f"{shown_name(name)} {words}", to_people=True)
    except OSError as error:
        raise Fault(cannot_be_written(name, error)) from error
    return False


def _write_straight(name: str, data: bytes) -> None:
    # Unbuffered: a write that failed must not be tried again when the file is closed.
    with open(open_straight(name), "wb", buffering=0) as file:
        _refuse_bytes_on_a_terminal(file.isatty(), data)
        left = memoryview(data)
        while left:
            left = left[file.write(left) :]


def _refuse_bytes_on_a_terminal(terminal: bool, data: bytes) -> None:
    if not terminal:
        return
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Fault("This format is no text, and a terminal shows nothing else; name a file.") from error


def _names_of(name: str) -> int:
    """How many names the file has."""
    try:
        return os.stat(name).st_nlink
    except OSError:
        return 0


@contextmanager
def _told_when_slow(words: str) -> Iterator[None]:
    timer = Timer(SECONDS_UNTOLD, lambda: print(words, file=sys.stderr, flush=True))
    timer.daemon = True  # a command that ends early does not wait for it
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
