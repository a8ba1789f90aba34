"""``therefore check``: is a map sound?"""

from __future__ import annotations

from argparse import Namespace

from app.commands.common import Subcommands, report, say, size_in_words
from app.current_map import choose_folder, chosen_folder, seen_from_here
from graph.reading.map_folder import read_map


def add_to(commands: Subcommands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "check",
        help="check a map: 0 when it is sound, else each problem, and 1",
        description="Check a map. Each problem is printed as `file:line: what is wrong, what to do`.",
    )
    parser.add_argument(
        "map", nargs="?", metavar="DIR", help="folder of the map; else the one that is chosen"
    )
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """Say that the map is sound and how large it is, or print every problem."""
    try:
        choose_folder(options.map)
        folder = chosen_folder()
    except FileNotFoundError as error:
        if error.errno is not None:  # the system says that something has gone, not we that there is no map
            raise
        say(str(error))
        return 1
    # Read for itself: a map is served and exported while a tour is a draft, and is not sound yet.
    causal_map, problems = read_map(folder)
    if causal_map is None or problems:
        say(*report(problems, folder).split("\n"))
        return 1
    say(f"{seen_from_here(folder)} is sound: {size_in_words(causal_map)}.")
    return 0
