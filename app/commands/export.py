"""``therefore export``: a path, or everything between two nodes, in a format that other programs read."""

from __future__ import annotations

import os
from argparse import ArgumentTypeError, Namespace
from itertools import islice
from pathlib import Path
from tempfile import NamedTemporaryFile

from app.commands.common import Fault, Subcommands, add_map_option, sound_map
from graph import CausalMap, UnknownNode, causal_paths, resolve
from graph.formats import PIECE_FORMATS
from graph.piece import Piece, every_path, one_path
from graph.vocabulary import Gate


def add_to(commands: Subcommands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "export",
        help="write a path, or everything between two nodes, for another program",
        description="Write everything on the causal paths between two nodes, or one path, to a file. "
        "Every export carries title, version, date and the disclaimer.",
    )
    parser.add_argument("format", metavar="FORMAT", choices=PIECE_FORMATS, help=", ".join(PIECE_FORMATS))
    parser.add_argument("start", metavar="FROM", help="where the paths begin")
    parser.add_argument("--to", metavar="NODE", help="where they end; else the map's own target")
    parser.add_argument(
        "--path", type=_number, metavar="N", help="only the N-th path, as `therefore paths` lists them"
    )
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="FILE", help="the file to write")
    add_map_option(parser)
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """Write the file whole, or not at all."""
    causal_map = sound_map(options.map)
    try:
        piece = _piece(causal_map, options.start, options.to, options.path)
    except UnknownNode as unknown:
        raise Fault(str(unknown)) from unknown
    write_whole(options.output, PIECE_FORMATS[options.format](piece))
    counts = f"{len(piece.nodes)} nodes, {len(piece.edges)} edges, {len(piece.references)} references"
    print(f"{options.output}: {piece.title}; {counts}.")
    return 0


def write_whole(target: Path, content: str) -> None:
    """Write a file so that nobody ever finds half of it.

    Raises:
        Fault: the file cannot be written; nothing is left behind.
    """
    try:
        with NamedTemporaryFile(
            "w", encoding="utf-8", newline="", dir=target.parent, prefix=f".{target.name}.", delete=False
        ) as part:
            try:
                part.write(content)
                part.close()
                os.chmod(part.name, 0o644)
                os.replace(part.name, target)
            except OSError:
                os.unlink(part.name)
                raise
    except OSError as error:
        cure = "choose a folder that exists and may be written to"
        raise Fault(f"{target} cannot be written ({error.strerror}); {cure}.") from error


def _piece(causal_map: CausalMap, start: str, target: str | None, number: int | None) -> Piece:
    source = resolve(causal_map, start)
    end = resolve(causal_map, target) if target is not None else causal_map.header.default_target
    if number is None:
        piece = every_path(causal_map, source, end)
        if not piece.edges:
            raise Fault(causal_paths(causal_map, source, end, limit=0).verdict)
        return piece
    answer = causal_paths(causal_map, source, end, limit=number, gate=Gate.EVERYTHING)
    path = next(islice(answer.paths, number - 1, None), None)
    if path is None:
        raise Fault(f"There is no path {number:,}. {answer.verdict}")
    return one_path(causal_map, path)


def _number(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 5_000:
        raise ArgumentTypeError(f"{text!r} is not a number from 1 to 5,000")
    return int(text)
