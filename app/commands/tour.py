"""``therefore tour``: begin a tour of the map."""

from __future__ import annotations

import os
import re
import shlex
from argparse import Namespace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from app.commands.arguments import chosen_ends, chosen_path, path_number
from app.commands.common import Fault, Subcommands, add_map_option, say, sound_map
from app.commands.file_writing import write_whole
from app.commands.system_errors import reason_of, shown_name
from app.commands.tour_skeleton import tour_along, tour_text
from app.commands.visible import visible
from app.current_map import chosen_folder, seen_from_here
from graph import CausalMap
from graph.reading.default_map import is_installed
from graph.records.base import Slug
from graph.records.tour import DRAFT_MARK
from graph.records.wording import counted


def add_to(commands: Subcommands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "tour",
        help="begin a tour: a told way through the map",
        description="Tours: told ways through the map.",
    )
    actions = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    new = actions.add_parser(
        "new",
        help="write a tour that tells a path, for you to write anew",
        description="Write a tour that tells a path of the map into the folder of the map. It is a draft: "
        "each key says what it is for, and `therefore check` names what you should still write anew.",
    )
    new.add_argument("id", metavar="ID", help="its permanent name, such as drain-route")
    new.add_argument(
        "--from", dest="start", metavar="NODE", help="where the path begins; else the map's own start"
    )
    new.add_argument("--to", metavar="NODE", help="where it ends; else the map's own target")
    new.add_argument(
        "--path",
        type=path_number,
        metavar="N",
        help="the path with the number N on the page and in `therefore paths`",
    )
    add_map_option(new)
    new.set_defaults(run=run)


def run(options: Namespace) -> int:
    """Write the file, unless there is such a tour already, and say what comes next."""
    causal_map = sound_map(options.map)
    _refuse_an_installed_map(chosen_folder())
    target = _free_place(causal_map, options.id)
    start = causal_map.header.default_start if options.start is None else options.start
    path = chosen_path(causal_map, chosen_ends(causal_map, start, options.to), options.path)
    tour = tour_along(causal_map, path, options.id)
    _make_folder(target.parent)
    write_whole(target, tour_text(tour, _schema_seen_from(target)))
    first, last = path.records[0].name, path.records[-1].name
    steps = counted(len(path.steps), "step")
    say(f"{seen_from_here(target)}: {steps} from {first} to {last}, and a question to the room.")
    check = f"therefore check {shlex.quote(str(seen_from_here(chosen_folder())))}"
    say(f"Write in your own words what says {DRAFT_MARK}, then run: {check}")
    return 0


def _free_place(causal_map: CausalMap, name: str) -> Path:
    """The file for a new tour.

    Raises:
        Fault: the name is no id, or is taken.
    """
    try:
        TypeAdapter(Slug).validate_python(name)
    except ValidationError as error:
        like = re.sub(r"[^a-z0-9]+", "-", name.lower())[:60].strip("-")
        example = f", such as {like}" if like else ""
        raise Fault(
            f"{name[:80]!r} cannot be the id of a tour; use at most 60 lower-case letters, digits and single "
            f"hyphens{example}."
        ) from error
    folder = chosen_folder()
    target = folder / "tours" / f"{name}.yaml"
    if name in causal_map.tour:
        place = causal_map.place("tour", name)
        shown = visible(seen_from_here(folder) / place.file)
        raise Fault(f"There is a tour {name!r} already ({shown}:{place.line}); choose another id.")
    if os.path.lexists(target):  # a link that leads nowhere yet too
        shown = shown_name(seen_from_here(target))
        raise Fault(f"{shown} is there already; choose another id, or move the file away.")
    return target


def _refuse_an_installed_map(folder: Path) -> None:
    """Refuse to write where the next update would lose it."""
    if is_installed(folder):
        copy = f"cp -r {shlex.quote(str(folder))} my-map"
        raise Fault(
            f"{shown_name(folder)} belongs to an installed package, whose next update would lose your tour; "
            f"copy the map first ({copy}), then add: --map my-map"
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        cure = "choose a map in a folder that may be written to, with --map"
        raise Fault(f"{shown_name(folder)} cannot be made ({reason_of(error)}); {cure}.") from error


def _schema_seen_from(target: Path) -> str | None:
    """Where the schema of tours stands; schemas stand beside the maps, when they are there."""
    schema = target.parent.parent.parent / "schemas" / "tours.json"
    return "../../schemas/tours.json" if schema.is_file() else None
