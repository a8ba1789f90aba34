"""Where ``-o`` leads: standard output, something that only takes bytes, or a file that can be replaced."""

from __future__ import annotations

import os
import re
import stat
import sys
from pathlib import Path

from app.commands.fault import Fault
from app.commands.system_errors import shown_name

STANDARD_OUTPUT = "-"
MOST_LINKS = 40
"""As many as Linux follows."""

_STANDARD = {"stdin": 0, "stdout": 1, "stderr": 2}


def is_standard_output(name: str) -> bool:
    """Whether a name stands for standard output, be it ``-``, ``/dev/stdout`` or where that leads already."""
    if name == STANDARD_OUTPUT or _descriptor(name) == 1:
        return True
    try:
        return os.path.samestat(os.stat(name), os.fstat(sys.stdout.fileno()))
    except OSError:
        return False


def refuse_to_harm_the_map(name: str, folder: Path) -> None:
    """Refuse a file that the map is read from, or would be read from next time.

    Args:
        name: where an export shall be written.
        folder: the folder of the map.

    Raises:
        Fault: it is such a file.
    """
    place, home = Path(os.path.realpath(name)), Path(os.path.realpath(folder))
    would_be_read = place.suffix in (".yaml", ".yml") and place.is_relative_to(home)
    is_read = os.path.isfile(place) and any(
        os.path.isfile(file) and os.path.samefile(file, place) for file in home.rglob("*.y*ml")
    )
    if would_be_read or is_read:
        raise Fault(
            f"{shown_name(name)} would take the place of a part of the map; choose a file outside "
            f"{shown_name(folder)}, or one that does not end in .yaml."
        )


def must_be_written_straight(name: str) -> bool:
    """Whether a name leads to what cannot be replaced: a device, a pipe, or a file that is open already."""
    if _descriptor(name) is not None:
        return True
    try:
        mode = os.stat(name).st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def open_straight(name: str) -> int:
    """A descriptor to write to what is there already.

    Raises:
        OSError: it cannot be opened.
    """
    number = _descriptor(name)
    # Opened anew, a file that is open already would be written from its beginning.
    return os.open(name, os.O_WRONLY) if number is None else os.dup(number)


def _descriptor(name: str) -> int | None:
    """The number of the open file of this process that a name such as ``/dev/fd/3`` leads to, if it does."""
    own = re.compile(rf"/dev/(?P<name>stdin|stdout|stderr)|(/dev|/proc/(self|{os.getpid()}))/fd/(?P<fd>\d+)")
    path = os.path.abspath(name)
    for _ in range(MOST_LINKS):
        found = own.fullmatch(path)
        if found is not None:
            return _STANDARD[found["name"]] if found["name"] else int(found["fd"])
        if not os.path.islink(path):
            return None
        path = os.path.abspath(os.path.join(os.path.dirname(path), os.readlink(path)))
    return None
