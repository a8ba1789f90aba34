"""The parser of the command line: an option is given once, and what it says steers no terminal."""

from __future__ import annotations

import sys
from argparse import Action, ArgumentError, ArgumentParser, Namespace
from collections.abc import Sequence
from typing import Any, Protocol

from app.commands.visible import visible

LONGEST_LINE = 500
"""A complaint repeats what was typed; of a longer line, only the beginning."""


class _Writable(Protocol):
    def write(self, text: str, /) -> object: ...


class Parser(ArgumentParser):
    """An ``ArgumentParser`` that refuses a second value of an option instead of dropping the first."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Make every option that takes a value one that takes it once."""
        super().__init__(*arguments, **options)
        self.register("action", None, _StoreOnce)

    def _print_message(self, message: str, file: _Writable | None = None) -> None:
        lines = (visible(line) for line in message.split("\n"))
        shown = (line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}…" for line in lines)
        # argparse's own keeps quiet about a stream that takes nothing.
        (sys.stderr if file is None else file).write("\n".join(shown))


class _StoreOnce(Action):
    """Keep a value, and refuse another one of the same option."""

    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        given = vars(namespace).setdefault("given", set())
        if option_string is not None and self.dest in given:
            raise ArgumentError(self, "it was given twice; leave out one of the two")
        given.add(self.dest)
        setattr(namespace, self.dest, values)
