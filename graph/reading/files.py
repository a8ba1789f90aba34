"""The files of a map: which they are, and their bytes, without waiting for anything and without a trace.

A folder may hold anything: a pipe that nobody writes to, a link to an endless device, a folder that may
not be listed. Each is told, and none is waited for. Names that begin with a dot belong to other programs
(version control, editors that lock a file), not to the map.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from graph.records.characters import printable, printable_name
from graph.records.problems import Problem

MOST_BYTES = 2_000_000
"""A map's file is written by hand; a larger one is a mistake, and parsing it would only hang."""

HEADER = "map.yaml"
ENDINGS = (".yaml", ".yml")

# Without waiting for the other end of a pipe; as bytes where the system would translate line ends.
_HOW = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_SORTS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


class FileError(Exception):
    """A file cannot be used: ``what`` is wrong with it, and its ``cure``."""

    def __init__(self, what: str, cure: str) -> None:
        """Keep fault and cure."""
        self.what, self.cure = what, cure
        super().__init__(what)


def read_bytes(path: Path, most: int) -> bytes:
    """The content of a plain file.

    Args:
        path: the file, or a link to one.
        most: how many bytes it may hold.

    Raises:
        FileError: it is larger, no plain file, or cannot be read.
    """
    try:
        # Looked at before it is opened, since opening a device may set it going.
        _demand_plain(os.stat(path).st_mode)
        handle = os.open(path, _HOW)
        try:
            _demand_plain(os.fstat(handle).st_mode)
            content = bytearray()
            # Never more than one piece beyond the limit: the size that a file tells of itself may be wrong.
            while len(content) <= most and (piece := os.read(handle, most + 1 - len(content))):
                content += piece
        finally:
            os.close(handle)
    except OSError as error:
        raise _unreadable(
            error.strerror or "unknown fault", "check that it exists and may be read"
        ) from error
    except ValueError as error:
        raise _unreadable("no file can have this name", "rename it") from error
    if len(content) > most:
        raise FileError(f"the file is larger than {most:,} bytes", "split it into smaller files")
    return bytes(content)


def map_root(given: Path) -> Path:
    """The folder of a map that was given as its folder, or as the ``map.yaml`` in it."""
    try:
        return given.parent if given.name == HEADER and given.is_file() else given
    except (OSError, ValueError):
        return given


def fault_of_root(root: Path) -> Problem | None:
    """Why a folder holds no map, if it does not."""
    shown = printable_name(str(root))
    cure = "give the folder that holds a map.yaml"
    try:
        mode = os.stat(root).st_mode
        if not stat.S_ISDIR(mode):
            sort = _SORTS.get(stat.S_IFMT(mode), "a file")
            return Problem(".", 1, f"{shown} is {sort} and not the folder of a map", cure)
        os.lstat(root / HEADER)
    except FileNotFoundError:
        what = "the folder has no map.yaml" if root.is_dir() else f"there is no folder {shown}"
        return Problem(HEADER, 1, what, cure)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no folder can have this name"
        return Problem(".", 1, f"the folder {shown} cannot be read ({why})", cure)
    return None


def record_files(root: Path) -> tuple[list[Path], list[Problem]]:
    """The YAML files of a map beside its header, in the order of their names, and what cannot be read."""
    files: list[Path] = []
    problems: list[Problem] = []

    def unlisted(error: OSError) -> None:
        what = f"the folder cannot be read ({error.strerror})"
        cure = "let it be read, or move it out of the map"
        problems.append(Problem(file_name(Path(error.filename or root), root), 1, what, cure))

    for folder, folders, names in os.walk(root, onerror=unlisted):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if (here / name).is_symlink():
                what, cure = "a link to a folder is not followed", "put the folder itself here"
                problems.append(Problem(file_name(here / name, root), 1, what, cure))
        for name in _yaml_names(names + folders):
            path = here / name
            if path == root / HEADER:
                continue
            if printable(name) == name:
                files.append(path)
            else:
                what = "the name of this file holds a character that cannot be seen"
                problems.append(Problem(file_name(path, root), 1, what, "rename it"))
    return sorted(files), problems


def file_name(path: Path, root: Path) -> str:
    """What problems call a file: its path within the map, with nothing in it that cannot be printed."""
    return printable(path.relative_to(root).as_posix())


def _yaml_names(names: list[str]) -> Iterator[str]:
    return (name for name in names if name.endswith(ENDINGS) and not name.startswith("."))


def _demand_plain(mode: int) -> None:
    if not stat.S_ISREG(mode):
        sort = _SORTS.get(stat.S_IFMT(mode), "no plain file")
        raise _unreadable(f"it is {sort}", "put a plain file there, or give it another ending")


def _unreadable(why: str, cure: str) -> FileError:
    return FileError(f"the file cannot be read ({why})", cure)
