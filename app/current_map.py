"""Which map this process shows: chosen once by the command line, read once, read anew when its files change.

The choice travels in the environment, because Streamlit runs the script on its own.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from threading import Lock

from graph import CausalMap, MapError, Problem, load_map
from graph.reading.default_map import default_map_folder
from graph.reading.files import map_root
from graph.records.characters import printable

MAP_VARIABLE = "THEREFORE_MAP"

_lock = Lock()
_State = frozenset[tuple[str, int, int]]
_kept: dict[Path, tuple[_State, CausalMap]] = {}


def chosen_folder() -> Path:
    """The folder of the chosen map: ``THEREFORE_MAP``, else the map that comes with the package."""
    chosen = os.environ.get(MAP_VARIABLE)
    return map_root(Path(chosen)) if chosen else default_map_folder()


def choose_folder(folder: str | None) -> None:
    """Choose a map for this process and those it starts; ``None`` leaves the choice as it is."""
    if folder is not None:
        os.environ[MAP_VARIABLE] = os.path.realpath(folder)  # a circle of links is told when it is read


def current_map() -> CausalMap:
    """The chosen map, the same object for every visitor until one of its files changes.

    Raises:
        MapError: the map has faults.
    """
    folder = chosen_folder()
    with _lock:
        state = _state_of(folder)
        kept = _kept.get(folder)
        if kept is None or kept[0] != state:
            kept = _kept[folder] = (state, load_map(folder))
        return kept[1]


def faults_in_short(error: MapError) -> str:
    """What a visitor is told while the map has faults."""
    return f"The map has faults just now ({len(error.problems)}); `therefore check` names them."


def seen_from_here(folder: Path) -> Path:
    """The folder relative to the working directory when it stands below it, as a person would type it."""
    try:
        return folder.resolve().relative_to(Path.cwd())
    except (
        ValueError,
        OSError,
        RuntimeError,
    ):  # not below it, or one of the two is gone or a circle of links
        return folder


def problem_lines(problems: Iterable[Problem], folder: Path) -> list[str]:
    """Problems as ``file:line: what, what to do``, with the file as an editor can open it from here."""
    shown = seen_from_here(folder)
    return [
        f"{printable(str(shown / problem.file))}:{problem.line}: {problem.what}, {problem.cure}"
        for problem in problems
    ]


def _state_of(folder: Path) -> _State:
    """Name, time and size of every file of a map: differs whenever its files do."""
    found = ((path, path.stat()) for path in folder.rglob("*.y*ml") if path.is_file())
    return frozenset((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in found)
