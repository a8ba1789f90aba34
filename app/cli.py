"""The command line: which commands there are. Each command stands in its own module of ``app.commands``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version

from app.commands.endings import ended_by
from app.commands.fault import Fault
from app.commands.parser import Parser
from app.commands.standard_streams import prepare_standard_streams


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: what follows ``therefore``; the process's own arguments when left out.

    Returns:
        The exit code: 0 done, 1 the map has faults, 2 something was asked for that cannot be had,
        70 the program has a fault.
    """
    prepare_standard_streams()
    asked = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(asked)
    except (Exception, KeyboardInterrupt) as error:
        return ended_by(error, asked)


def build_parser() -> argparse.ArgumentParser:
    """The parser with every command."""
    # Imported here, so that Ctrl-C during the imports ends as quietly as later on.
    from app.commands import check, export, find, paths, serve, tour
    from app.words.foot import NO_MAP

    parser = Parser(
        prog="therefore",
        description="Explore causal mechanisms. Without a command, start the explorer and open it.",
        epilog=NO_MAP,
    )
    parser.add_argument("--version", action="version", version=f"therefore {version('therefore')}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in (serve, find, paths, check, export, tour):
        command.add_to(commands)
    return parser


def _run(arguments: list[str]) -> int:
    _refuse_what_is_no_text(arguments)
    try:
        options = build_parser().parse_args(arguments or ["serve"])
    except SystemExit:  # the version or the help was told
        sys.stdout.flush()
        raise
    code: int = options.run(options)
    sys.stdout.flush()
    return code


def _refuse_what_is_no_text(arguments: Sequence[str]) -> None:
    """Refuse what no file and no node can be called: half a character, or the end of a text within it."""
    for argument in arguments:
        try:
            os.fsencode(argument)
        except UnicodeEncodeError as error:
            raise Fault(f"{ascii(argument)[:80]} holds half of a character; type it anew.") from error
        if "\0" in argument:
            raise Fault(f"{argument[:80]!r} holds a NUL; type it anew.")
