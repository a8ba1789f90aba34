"""Which path or tour the options of a command name; what is not there is told in words."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TypedDict

from app.commands.common import Fault
from graph import CausalMap, CausalPath, OutOfSteps, UnknownNode, causal_paths, numbered_path, resolve
from graph.checks.reporting import did_you_mean
from graph.paths.ranking import MOST_TO_COUNT
from graph.records.tour import Tour

LONGEST_SHOWN = 40


class PathOptions(TypedDict):
    """What the options of a command say of the paths beside their two ends."""

    proposed: bool
    through: list[str]
    max_steps: int | None


NO_PATH_OPTIONS: PathOptions = {"proposed": False, "through": [], "max_steps": None}


def add_path_options(parser: ArgumentParser, proposed: str) -> None:
    """Add the options that say which paths are meant; ``proposed`` is what that one of them does."""
    parser.add_argument(
        "--through",
        action="append",
        default=[],
        metavar="NODE",
        help="only paths that pass this node; given again, also that one, in any order",
    )
    parser.add_argument(
        "--max-steps", type=step_limit, metavar="N", help="only paths of at most N steps; else of any number"
    )
    parser.add_argument("--proposed", action="store_true", help=proposed)


def path_options(options: Namespace) -> PathOptions:
    """What was said with these options, as the library takes it."""
    return {"proposed": options.proposed, "through": options.through, "max_steps": options.max_steps}


def path_number(text: str) -> int:
    """A number of ``therefore paths``, for argparse."""
    if not 1 <= _digits(text) <= 5_000:
        raise ArgumentTypeError(f"{text[:LONGEST_SHOWN]!r} is not a number from 1 to 5,000")
    return _digits(text)


def count(text: str) -> int:
    """How many to list at most, for argparse; what no list can hold means all."""
    number = _digits(text)
    if number < 0:
        raise ArgumentTypeError(f"{text[:LONGEST_SHOWN]!r} is not a whole number from 0 up")
    return number


def step_limit(text: str) -> int:
    """How many steps a path may have at most, for argparse."""
    if not 1 <= _digits(text) <= MOST_TO_COUNT:
        raise ArgumentTypeError(f"{text[:LONGEST_SHOWN]!r} is not a whole number from 1 to {MOST_TO_COUNT:,}")
    return _digits(text)


def _digits(text: str) -> int:
    """A whole number, at most the largest that can be counted to; -1 when the text is none."""
    if not (text.isascii() and text.isdigit()):
        return -1
    digits = text.lstrip("0") or "0"
    return sys.maxsize if len(digits) >= len(str(sys.maxsize)) else int(digits)


def chosen_ends(causal_map: CausalMap, start: str, target: str | None) -> tuple[str, str]:
    """The ids of two nodes.

    Args:
        causal_map: the map.
        start: id, name or synonym of the first.
        target: the same of the last; ``None`` for the map's own target.

    Raises:
        Fault: there is no such node.
    """
    try:
        source = resolve(causal_map, start)
        return source, causal_map.header.default_target if target is None else resolve(causal_map, target)
    except UnknownNode as unknown:
        raise Fault(str(unknown)) from unknown


def chosen_path(
    causal_map: CausalMap, ends: tuple[str, str], number: int | None, said: PathOptions = NO_PATH_OPTIONS
) -> CausalPath:
    """A path between two nodes, given as ids.

    Args:
        causal_map: the map.
        ends: where it begins and ends.
        number: its number, the same as on the page, from 1; ``None`` for the best one.
        said: what else is said of the paths; the numbers are those of such a list.

    Raises:
        Fault: there is no such path, or a node to pass is none of the map.
    """
    try:
        path = numbered_path(causal_map, *ends, number or 1, **said)
    except UnknownNode as unknown:
        raise Fault(str(unknown)) from unknown
    except OutOfSteps as ended:
        raise Fault(f"Path {number or 1:,} was not found. {ended}") from ended
    if path is None:
        verdict = causal_paths(causal_map, *ends, limit=0, **said).verdict
        raise Fault(f"There is no path {number:,} to take. {verdict}" if number else verdict)
    return path


def chosen_tour(causal_map: CausalMap, name: str) -> Tour:
    """The tour of that id.

    Raises:
        Fault: there is no such tour.
    """
    tour = causal_map.tour.get(name)
    if tour is None:
        known = ", ".join(causal_map.tour) or "none"
        cure = did_you_mean(name, causal_map.tour, f"its tours are: {known}.")
        raise Fault(f"There is no tour {name[:80]!r} on this map. {cure[0].upper()}{cure[1:]}")
    return tour
