"""``therefore check``: is a map sound?"""

from __future__ import annotations

from argparse import Namespace

from app.commands.common import Fault, Subcommands, size_in_words, sound_map
from app.current_map import chosen_folder, seen_from_here


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
        causal_map = sound_map(options.map)
    except Fault as fault:
        print(fault)
        return fault.code
    print(f"{seen_from_here(chosen_folder())} is sound: {size_in_words(causal_map)}.")
    return 0
