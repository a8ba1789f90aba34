"""``therefore check``: is a map sound?"""

from __future__ import annotations

from argparse import Namespace

from app.commands.common import Fault, Subcommands, say, sound_map
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
        say(*str(fault).split("\n"))
        return fault.code
    nodes, edges, references = (
        len(each) for each in (causal_map.nodes, causal_map.edges, causal_map.references)
    )
    say(f"{seen_from_here(chosen_folder())} is sound: {nodes} nodes, {edges} edges, {references} references.")
    return 0
