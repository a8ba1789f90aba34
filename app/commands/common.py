"""What the commands share: the map they ask, and what they print."""

from __future__ import annotations

import json
import shutil
import textwrap
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from app.commands.fault import Fault
from app.commands.visible import say, visible, visible_json
from app.current_map import choose_folder, chosen_folder, current_map, problem_lines, seen_from_here
from graph import CausalMap, MapError, Problem
from graph.paths.subgraph import Subgraph
from graph.records.characters import printable_name
from graph.records.wording import counted

__all__ = ["Fault", "Subcommands", "add_map_option", "print_json", "say", "sound_map", "wrapped"]

Subcommands: TypeAlias = "_SubParsersAction[ArgumentParser]"


def sound_map(folder: str | None) -> CausalMap:
    """The map in ``folder``, or the chosen one when there is none.

    Raises:
        Fault: the map has problems, and lists every one; or there is no map.
    """
    try:
        choose_folder(folder)
        return current_map()
    except MapError as error:
        raise Fault(report(error.problems, chosen_folder()), code=1) from error
    except FileNotFoundError as error:
        if error.errno is not None:  # the system says that something has gone, not we that there is no map
            raise
        raise Fault(str(error), code=1) from error


def report(problems: Sequence[Problem], folder: Path) -> str:
    """Every problem of a map on a line, then how many there are."""
    many = counted(len(problems), "problem")
    lines = [*problem_lines(problems, folder), f"{many} in {printable_name(str(seen_from_here(folder)))}"]
    return "\n".join(visible(line) for line in lines)


def size_in_words(shown: CausalMap | Subgraph) -> str:
    """How many nodes, edges and references there are."""
    return ", ".join(
        (
            counted(len(shown.nodes), "node"),
            counted(len(shown.edges), "edge"),
            counted(len(shown.references), "reference"),
        )
    )


def add_map_option(parser: ArgumentParser) -> None:
    """Let a command be told which map to use."""
    parser.add_argument(
        "--map",
        metavar="DIR",
        help="folder of the map; else $THEREFORE_MAP, else the one that comes with it",
    )


def print_json(value: object) -> None:
    """Print a value for other programs."""
    print(visible_json(json.dumps(value, ensure_ascii=False, indent=2)))


def wrapped(text: str, first: str = "", rest: str = "") -> str:
    """Text broken to the width of the terminal, at most 100 columns.

    Args:
        text: what to break.
        first: what the first line begins with.
        rest: what each further line begins with.
    """
    width = max(40, min(100, shutil.get_terminal_size().columns))
    lines = textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    return "\n".join(map(visible, lines))
