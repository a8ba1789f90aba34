"""Writing a file whole or not at all: whoever looks finds the old content or the new, never a half.

The new content is written beside the file and then takes its name in one step.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path


def write_whole_file(target: str | Path, data: bytes) -> None:
    """Write a file, or replace the one that is there and keep its mode and, where possible, its owner.

    Args:
        target: the file; a symbolic link stays one, and the file it leads to is written.
        data: its content.

    Raises:
        OSError: it cannot be written; nothing has changed then.
    """
    if os.fspath(target).endswith(os.sep):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(target))
    place = Path(os.path.realpath(target))
    old = _state_of(place)
    # The temporary name owes nothing to that of the file, which may be as long as a name can be.
    part = place.parent / f".therefore-{secrets.token_hex(8)}"
    try:
        with part.open("xb") as file:  # with the mode that the user's mask gives to new files
            if old is not None:
                _keep_owner_and_mode(part, old)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, place)
    except BaseException:  # Ctrl-C too
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _state_of(place: Path) -> os.stat_result | None:
    """What is known of the file that will be replaced; ``None`` when there is none yet.

    Raises:
        OSError: it is no file, or its owner has said that it must not be written to.
    """
    try:
        state = place.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(state.st_mode):  # what is still a link after all were followed leads in a circle
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(place))
    if stat.S_ISDIR(state.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(place))
    if not os.access(place, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
    return state


def _keep_owner_and_mode(part: Path, old: os.stat_result) -> None:
    if hasattr(os, "chown"):
        with suppress(PermissionError):  # only root may give files away
            os.chown(part, old.st_uid, old.st_gid)
    part.chmod(stat.S_IMODE(old.st_mode))  # after the owner, whose change may take rights away
