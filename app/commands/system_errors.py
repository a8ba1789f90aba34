"""What the operating system refuses, in words: what cannot be done, why, and what to do."""

from __future__ import annotations

import errno
import os

from graph.records.characters import printable_name

_ROOM = "make room there, or choose another place"
_FOLDER = "choose a folder that exists and may be written to"
_TO_WRITE = {
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EFBIG: _ROOM,
    errno.EISDIR: "name a file in it",
    errno.ELOOP: "name the file itself, since these links lead in a circle",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.EPIPE: "let its reader read to the end",
    errno.EBADF: "open it for writing, or choose a file",
    errno.ENXIO: "choose a file",
}
_TO_READ = {
    errno.EACCES: "choose one that you may read, or ask its owner",
    errno.EPERM: "choose one that you may read, or ask its owner",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.ELOOP: "name the folder itself, since these links lead in a circle",
    errno.EMFILE: "close some programs and try again",
    errno.ENFILE: "close some programs and try again",
}


def shown_name(name: str | bytes | os.PathLike[str] | int) -> str:
    """The name of a file as it may be printed: on one line, and not without end."""
    return printable_name(str(name) if isinstance(name, int) else os.fsdecode(name)) or "."


def reason_of(error: OSError) -> str:
    """Why it was refused."""
    return error.strerror or str(error) or type(error).__name__


def cannot_be_written(name: str | os.PathLike[str], error: OSError) -> str:
    """That a file cannot be written, why, and what to do."""
    cure = _TO_WRITE.get(error.errno or 0, _FOLDER)
    return f"{shown_name(name)} cannot be written ({reason_of(error)}); {cure}."


def cannot_be_used(error: OSError) -> str:
    """That something was refused which nobody expected to be, why, and what to do."""
    try:
        os.getcwd()
    except FileNotFoundError:
        return "The folder you are in has been removed; change into one that exists."
    cure = _TO_READ.get(error.errno or 0, "see that it exists and may be used, and try again")
    what = "Something that this needs" if error.filename is None else shown_name(error.filename)
    return f"{what} cannot be used ({reason_of(error)}); {cure}."
