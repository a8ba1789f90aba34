"""``therefore find``: which nodes may a text mean?"""

from __future__ import annotations

from argparse import Namespace

from app.commands.common import Subcommands, add_map_option, print_json, say, sound_map
from graph import CausalMap, Match, find


def add_to(commands: Subcommands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "find",
        help="find nodes by name, synonym or id, typos included",
        description="Find nodes by name, synonym or id, typos included; best match first.",
    )
    parser.add_argument("text", nargs="+", metavar="TEXT", help="what to look for")
    parser.add_argument("--json", action="store_true", help="print for other programs")
    add_map_option(parser)
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """Print the matches."""
    text = " ".join(options.text)
    causal_map = sound_map(options.map)
    matches = find(causal_map, text)
    if options.json:
        print_json([{"id": m.id, "name": m.name, "kind": m.kind, "score": m.score} for m in matches])
    elif matches:
        _print_table(causal_map, matches)
    else:
        say(f"Nothing on this map is called {text!r}.")
    return 0


def _print_table(causal_map: CausalMap, matches: list[Match]) -> None:
    """Print name, id and kind in columns, and the synonym that fitted when it was not the name."""
    names = max(len(match.name) for match in matches)
    ids = max(len(match.id) for match in matches)
    for match in matches:
        also = f", also called {match.matched}" if match.matched != match.name else ""
        kind = causal_map.header.words_for(causal_map.node[match.id].kind).label
        say(f"{match.name:<{names}}  {match.id:<{ids}}  {kind}{also}")
