"""Making a file and writing it: whole, or not at all, and with a word to whoever waits for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Timer
from typing import TypeVar

from app.commands.common import Fault

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


def write_whole(target: Path, content: str | bytes) -> None:
    """Write a file so that nobody ever finds half of it.

    Args:
        target: the file; one that is there already is replaced.
        content: bytes, or a text that is written as UTF-8.

    Raises:
        Fault: the file cannot be written; nothing is left behind.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as part:
            try:
                part.write(data)
                part.close()
                os.chmod(part.name, 0o644)
                os.replace(part.name, target)
            except BaseException:  # Ctrl-C too
                os.unlink(part.name)
                raise
    except OSError as error:
        cure = "choose a folder that exists and may be written to"
        raise Fault(f"{target} cannot be written ({error.strerror}); {cure}.") from error


@contextmanager
def _told_when_slow(words: str) -> Iterator[None]:
    timer = Timer(SECONDS_UNTOLD, lambda: print(words, file=sys.stderr, flush=True))
    timer.daemon = True  # a command that ends early does not wait for it
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
