"""Which map this process shows: chosen once by the command line, kept, and what is told about its faults.

The choice travels in the environment, because Streamlit runs the script on its own.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from app.kept_map import KeptMap
from graph import CausalMap, MapError, Problem, load_map
from graph.reading.default_map import default_map_folder
from graph.reading.files import map_root
from graph.records.characters import printable_name

MAP_VARIABLE = "THEREFORE_MAP"

MOST_SHOWN = 12
"""How many problems a page lists; `therefore check` prints them all."""

_kept: dict[Path, KeptMap] = {}


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

    A change for the worse changes nothing: the last sound map stays, and ``current_faults`` says why.

    Raises:
        MapError: the map has faults, and has had them since this process began.
    """
    return _chosen().map()


def current_faults() -> MapError | None:
    """What is wrong with the files as they stand now; ``None`` when they are what is shown."""
    return _chosen().faults()


def _chosen() -> KeptMap:
    folder = chosen_folder()
    # One step for the interpreter, so that all threads get the same one without a lock.
    return _kept.setdefault(folder, KeptMap(folder, load_map))


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
        f"{printable_name(str(shown / problem.file))}:{problem.line}: {problem.what}, {problem.cure}"
        for problem in problems
    ]


def first_problem_lines(problems: list[Problem], folder: Path) -> list[str]:
    """The first few problems in the same way, and how many more there are."""
    more = len(problems) - MOST_SHOWN
    rest = [f"... and {more:,} more; `therefore check` names them all."] if more > 0 else []
    return problem_lines(problems[:MOST_SHOWN], folder) + rest
