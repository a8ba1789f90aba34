"""``therefore serve``: start the explorer and open it."""

from __future__ import annotations

import signal
from argparse import ArgumentTypeError, Namespace
from types import FrameType

from app.commands.addresses import has_screen, listen, open_in_browser, web_address
from app.commands.common import Subcommands, add_map_option, sound_map


def add_to(commands: Subcommands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "serve",
        help="start the explorer and open it",
        description="Start the explorer and open it in a browser. Ctrl-C ends it.",
    )
    parser.add_argument(
        "--port", type=_port, default=8501, help="port to answer on (8501; 0 for any that is free)"
    )
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="address to answer on (127.0.0.1: this machine only; 0.0.0.0: everyone)",
    )
    parser.add_argument("--no-browser", action="store_true", help="print the address and open nothing")
    add_map_option(parser)
    parser.set_defaults(run=run)


def run(options: Namespace) -> int:
    """Serve until Ctrl-C; a faulty map or a busy port is told before anything starts."""
    # An end that is asked for politely is the same as Ctrl-C.
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        code = _serve(options)
    except KeyboardInterrupt:  # before the server itself listens to signals
        code = 0
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if code == 0:
        print("Therefore has ended.", flush=True)
    return code


def _serve(options: Namespace) -> int:
    title = sound_map(options.map).header.title
    with listen(options.host, options.port, options.map) as door:
        print(f"Starting Therefore: {title}", flush=True)
        # Streamlit takes a second to import, and only this command needs it.
        from app.commands.run_server import serve_on

        def welcome() -> None:
            address = web_address(options.host, door)
            print(f"Ready at {address}  (Ctrl-C ends it)", flush=True)
            if not options.no_browser and has_screen():
                open_in_browser(address)

        return serve_on(door, options.host, welcome)


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and int(text) <= 65535):
        raise ArgumentTypeError(f"{text[:40]!r} is not a port; give a number from 0 to 65535")
    return int(text)
