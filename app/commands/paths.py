"""``therefore paths``: the causal paths from one node to another, best supported first."""

from __future__ import annotations

from argparse import Namespace

from app.commands.arguments import NO_PATH_OPTIONS, PathOptions, add_path_options, count, path_options
from app.commands.common import Fault, Subcommands, add_map_option, print_json, sound_map, wrapped
from app.words.false_chains import TITLE
from graph import CausalMap, CausalPath, PathAnswer, UnknownNode, answer_as_dict, causal_paths, summary_of
from graph.paths.counting import Count
from graph.records.vocabulary import Gate

TRAP = (
    "Each step has its own evidence; a chain of well-supported steps need not be well supported as a whole."
)

NUMBERS = "Each path has one number: here, on the page and as `--path` of export and tour new."
NUMBERS_WITH_PROPOSED = (
    "Each path has one number: here, on the page while it shows proposed steps, and as `--path` of export "
    "with `--proposed`."
)
NUMBERS_OF_SOME = (
    "Each path has one number: here, on the page while it shows the same choice of paths, and as `--path` of "
    "export with {}."
)
ADD_PROPOSED = "With `--proposed`, paths with such steps are listed too."
CUT_SHORT = (
    "The map is so tangled here that the search was ended early: further paths come behind these, or not."
)


def add_to(commands: Subcommands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "paths",
        help="list the causal paths from one node to another",
        description="List the causal paths from one node to another, fewest weak steps first. "
        "A node is given by id, name or synonym.",
    )
    parser.add_argument("start", metavar="FROM", help="where the paths begin")
    parser.add_argument("--to", metavar="NODE", help="where they end; else the map's own target")
    parser.add_argument(
        "--limit", type=count, default=10, metavar="N", help="list at most N (10); all are counted"
    )
    parser.add_argument(
        "--gate",
        choices=[gate.value for gate in Gate],
        default=Gate.EVERYTHING.value,
        help="the least evidence accepted of a step",
    )
    parser.add_argument(
        "--block",
        nargs="+",
        action="extend",
        default=[],
        metavar="NODE",
        help="suppose that these do not happen",
    )
    add_path_options(parser, proposed="steps that are only proposed too; they are marked")
    parser.add_argument("--json", action="store_true", help="print for other programs")
    add_map_option(parser)
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """Print the answer; no path is an answer too."""
    causal_map = sound_map(options.map)
    try:
        answer = causal_paths(
            causal_map,
            options.start,
            options.to,
            limit=options.limit,
            gate=options.gate,
            block=options.block,
            **path_options(options),
        )
    except UnknownNode as unknown:
        raise Fault(str(unknown)) from unknown
    if options.json:
        print_json(answer_as_dict(answer))
    else:
        _print_answer(answer, causal_map, path_options(options))
    return 0


def _print_answer(answer: PathAnswer, causal_map: CausalMap, said: PathOptions = NO_PATH_OPTIONS) -> None:
    named = bool(causal_map.header.routes)
    names = {route.id: f" {route.name}." if named else "" for route in answer.routes}
    print(wrapped(answer.verdict))
    if answer.proposed != Count(0) and not said["proposed"]:
        print(wrapped(ADD_PROPOSED))
    if answer.paths:
        print()
        for route in answer.routes if causal_map.header.routes else ():
            at_least = "" if route.total_is_exact else "more than "
            print(wrapped(f"{route.name}: {at_least}{route.total:,}", "  ", "    "))
        print(f"\n{_how_many_are_listed(answer)}, fewest weak steps first:\n")
        for number, path in zip(answer.numbers, answer.paths, strict=True):
            _print_path(number, path, names[path.route])
        if answer.cut_short:
            print(wrapped(CUT_SHORT))
        print(wrapped(_about_numbers(said)))
        print(wrapped(TRAP))
    _print_false_chains(answer, causal_map)
    header = causal_map.header
    print(wrapped(f"{header.title}, version {header.version}, {header.date}. {header.disclaimer}"))


def _about_numbers(said: PathOptions) -> str:
    """Where else the numbers of the list are the numbers of the same paths."""
    given = ["`--through`"] * bool(said["through"]) + ["`--max-steps`"] * (said["max_steps"] is not None)
    if not given:
        return NUMBERS_WITH_PROPOSED if said["proposed"] else NUMBERS
    given += ["`--proposed`"] * said["proposed"]
    return NUMBERS_OF_SOME.format("the same " + " and ".join(given))


def _print_false_chains(answer: PathAnswer, causal_map: CausalMap) -> None:
    """The chains for which paths are left out, and why each is false."""
    if answer.false_chains:
        print(wrapped(f"{TITLE}:"))
    for chain in answer.false_chains:
        told = " → … → ".join(causal_map.node[stop].claim for stop in chain.stops)
        print(wrapped(f"{told}. {chain.why}", "  ", "    "))


def _how_many_are_listed(answer: PathAnswer) -> str:
    at_least = "" if answer.total_is_exact else "more than "
    return f"{len(answer.paths):,} of {at_least}{answer.total:,}"


def _print_path(number: int, path: CausalPath, route: str) -> None:
    margin = " " * 5
    first, last = path.records[0].name, path.records[-1].name
    sign = f"Sign {path.sign}: more {first}, {'more' if path.sign == '+' else 'less'} {last}."
    contested = f" Contested steps: {path.contested}." if path.contested else ""
    print(wrapped(path.text, f"{number:>3}. ", margin))
    print(wrapped(f"{summary_of(path)} {sign}{contested}{route}", margin, margin))
    print()
