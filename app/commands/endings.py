"""How a command ends that did not get through: always in words, and the trace for those who ask for it."""

from __future__ import annotations

import os
import shlex
import sys
import traceback
from collections.abc import Sequence

from app.commands.fault import Fault
from app.commands.foreign_packages import cannot_be_imported
from app.commands.standard_streams import abandon, why_output_is_lost
from app.commands.system_errors import cannot_be_used, reason_of
from app.commands.visible import say, visible

TRACE_VARIABLE = "THEREFORE_TRACE"
CANNOT_BE_HAD, PROGRAM_FAULT, INTERRUPTED = 2, 70, 130
LONGEST_COMMAND = 300


def ended_by(error: Exception | KeyboardInterrupt, asked: Sequence[str]) -> int:
    """Say why a command ended.

    Args:
        error: what ended it.
        asked: the arguments of the command.

    Returns:
        The exit code.
    """
    lost = why_output_is_lost(error)
    if lost is not None:
        abandon(sys.stdout)
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    if isinstance(error, BrokenPipeError):  # the reader (`| head`) has seen enough
        return 0
    try:
        if os.environ.get(TRACE_VARIABLE):
            say(*"".join(traceback.format_exception(error)).rstrip().split("\n"), to_people=True)
        say(*_in_words(error, lost, asked).split("\n"), to_people=True)
    except OSError:  # a standard error that is full: there is nobody to tell
        abandon(sys.stderr)
    if isinstance(error, Fault):
        return error.code
    return CANNOT_BE_HAD if isinstance(error, OSError | ImportError) else PROGRAM_FAULT


def _in_words(error: Exception, lost: OSError | None, asked: Sequence[str]) -> str:
    if isinstance(error, Fault):
        return str(error)
    if isinstance(error, OSError):
        return _output_is_lost(lost) if lost is not None else cannot_be_used(error)
    if isinstance(error, ImportError):
        return cannot_be_imported(error)
    said = visible(f"{type(error).__name__}: {error}").removesuffix(": ")
    return (
        f"This is a fault of the program, not of what you asked: {_command(asked)} ended in {said[:200]}. "
        f"Please report it, with the trace, which {TRACE_VARIABLE}=1 before the command shows."
    )


def _command(asked: Sequence[str]) -> str:
    command = visible(shlex.join(["therefore", *asked]))
    return command if len(command) <= LONGEST_COMMAND else f"{command[:LONGEST_COMMAND]}…"


def _output_is_lost(lost: OSError) -> str:
    return (
        f"Standard output cannot be written ({reason_of(lost)}); "
        "send it to a terminal, a pipe or a file with room, or to /dev/null."
    )
