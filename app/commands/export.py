"""``therefore export``: a path, a tour or a subgraph of the map as a file, to teach from or for a program."""

from __future__ import annotations

from argparse import Namespace, RawDescriptionHelpFormatter

from app.commands.arguments import (
    add_path_options,
    chosen_ends,
    chosen_path,
    chosen_tour,
    path_number,
    path_options,
)
from app.commands.common import Fault, Subcommands, add_map_option, say, size_in_words, sound_map
from app.commands.destinations import refuse_to_harm_the_map
from app.commands.file_writing import make, write_whole
from app.current_map import chosen_folder
from app.takeaway.exports import LECTURE_EXPORTS
from graph import CausalMap, Lecture, UnknownNode, causal_paths, lecture_of_path, lecture_of_tour
from graph.formats import SUBGRAPH_FORMATS
from graph.paths.subgraph import Subgraph, every_path, whole_map

WHICH_PATHS = "--to, --path, --through, --max-steps and --proposed"

DESCRIPTION = f"""\
Write a path, a tour or a subgraph of the map to a file.

To teach from, made of a tour or of the best path (--path takes another one):
  {", ".join(LECTURE_EXPORTS)}.
For other programs, made of everything on the causal paths between two nodes, of
one path, of a tour or, when nothing is named, of the whole map:
  {", ".join(SUBGRAPH_FORMATS)}.

Every file carries title, version, date and the disclaimer."""


def add_to(commands: Subcommands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "export",
        help="write slides, a handout, a picture, cards, or data for another program",
        usage="therefore export FORMAT [FROM] [--to NODE] [--path N] [--through NODE] [--max-steps N] "
        "[--proposed] [--tour ID] -o FILE [--map DIR]",
        description=DESCRIPTION,
        formatter_class=RawDescriptionHelpFormatter,
    )
    formats = (*LECTURE_EXPORTS, *SUBGRAPH_FORMATS)
    parser.add_argument("format", metavar="FORMAT", choices=formats, help=", ".join(formats))
    # Not `nargs="?"`: that would take FROM for left out as soon as an option stands between FORMAT and it.
    parser.add_argument("start", metavar="FROM", help="where the paths begin").required = False
    parser.add_argument("--to", metavar="NODE", help="where they end; else the map's own target")
    parser.add_argument(
        "--path",
        type=path_number,
        metavar="N",
        help="only the path with the number N on the page and in `therefore paths`",
    )
    add_path_options(
        parser,
        proposed="take steps that are only proposed too; the number of a path is then that of `therefore "
        "paths` with the same options",
    )
    parser.add_argument("--tour", metavar="ID", help="a tour of the map, in place of FROM")
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="the file to write; - is standard output"
    )
    add_map_option(parser)
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """Write the file whole, or not at all."""
    causal_map = sound_map(options.map)
    _refuse_what_does_not_go_together(options)
    refuse_to_harm_the_map(options.output, chosen_folder())
    subgraph, content = _made(causal_map, options)
    to_standard_output = write_whole(options.output, content)
    name = "Standard output" if to_standard_output else options.output
    say(f"{name}: {subgraph.title}; {size_in_words(subgraph)}.", to_people=to_standard_output)
    return 0


def _refuse_what_does_not_go_together(options: Namespace) -> None:
    ends = options.to is not None or options.path is not None or any(path_options(options).values())
    if options.tour is not None and (options.start is not None or ends):
        raise Fault(f"A tour has its own steps; leave out FROM, {WHICH_PATHS}, or leave out --tour.")
    if options.start is None and ends:
        raise Fault(f"{WHICH_PATHS} say which paths from a node; name it behind the format.")
    if options.format in LECTURE_EXPORTS and options.start is None and options.tour is None:
        raise Fault(f"{options.format} tells a path or a tour; name a node behind it, or give --tour ID.")


def _made(causal_map: CausalMap, options: Namespace) -> tuple[Subgraph, str | bytes]:
    """What the file shows, and its content."""
    if options.format in SUBGRAPH_FORMATS:
        subgraph, write = _subgraph(causal_map, options), SUBGRAPH_FORMATS[options.format]
        return subgraph, make(options.format, lambda: write(subgraph))
    lecture, export = _lecture(causal_map, options), LECTURE_EXPORTS[options.format]
    return lecture.subgraph, make(export.label, lambda: export.make(lecture))


def _subgraph(causal_map: CausalMap, options: Namespace) -> Subgraph:
    if options.tour is not None or options.path is not None:
        return _lecture(causal_map, options).subgraph
    if options.start is None:
        return whole_map(causal_map)
    ends = chosen_ends(causal_map, options.start, options.to)
    said = path_options(options)
    try:
        subgraph = every_path(causal_map, *ends, **said)
    except UnknownNode as unknown:
        raise Fault(str(unknown)) from unknown
    if not subgraph.edges:
        raise Fault(causal_paths(causal_map, *ends, limit=0, **said).verdict)
    return subgraph


def _lecture(causal_map: CausalMap, options: Namespace) -> Lecture:
    if options.tour is not None:
        return lecture_of_tour(causal_map, chosen_tour(causal_map, options.tour))
    ends = chosen_ends(causal_map, options.start, options.to)
    path = chosen_path(causal_map, ends, options.path, path_options(options))
    return lecture_of_path(causal_map, path)
