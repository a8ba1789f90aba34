"""The command line: which commands there are. Each command stands in its own module of ``app.commands``."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: what follows ``therefore``; the process's own arguments when left out.

    Returns:
        The exit code: 0 done, 1 the map has faults, 2 something was asked for that cannot be had.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):  # arrows and dashes, also into a file or a pipe
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader (`| head`) has seen enough; what is still buffered must not complain at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def build_parser() -> argparse.ArgumentParser:
    """The parser with every command."""
    # Imported here, so that Ctrl-C during the imports ends as quietly as later on.
    from app.commands import check, export, find, paths, serve, tour
    from app.words.foot import NO_MAP

    parser = argparse.ArgumentParser(
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
    from app.commands.common import Fault

    options = build_parser().parse_args(arguments or ["serve"])
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except Fault as fault:
        print(fault, file=sys.stderr)
        return fault.code
    return code
