"""Where the explorer can be reached: its socket, its address, and the browser that opens it."""

from __future__ import annotations

import errno
import os
import shlex
import socket
import sys
import threading
import webbrowser
from ipaddress import ip_address

from app.commands.common import Fault

PORTS_TRIED = 100
WAITING_AT_THE_DOOR = 2048
"""Visitors of a full lecture hall who come at once wait here until they are let in."""
LONGEST_SHOWN = 80
LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})


def listen(host: str, port: int, folder: str | None = None) -> socket.socket:
    """A listening socket.

    Args:
        host: address or name of this machine to answer on.
        port: the port; 0 for any that is free.
        folder: the map that was asked for, to be repeated in the advice.

    Raises:
        Fault: the port is busy, and names the next free one; or the address is not this machine's.
    """
    try:
        return _bind(host, port)
    except UnicodeError as error:  # bytes that are no text, a part of more than 63 letters or of none
        raise _no_address(host, "that is no address and no name") from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Fault(_advice(host, port, folder)) from error
        if error.errno == errno.EACCES:
            raise Fault(f"Port {port} is not yours to use; choose one from 1024 up: --port 8501") from error
        raise _no_address(host, error.strerror or "no such address") from error


def web_address(host: str, door: socket.socket) -> str:
    """The address to type into a browser."""
    port = door.getsockname()[1]
    shown = "127.0.0.1" if host in ("", "0.0.0.0", "::") else _in_an_address(host)
    return f"http://{shown}:{port}"


def names_of(host: str, door: socket.socket) -> frozenset[str] | None:
    """The names this server goes by when only this machine reaches it; ``None`` when others do.

    From elsewhere it may be called by any name: its address, a name in the network, that of a proxy.
    """
    address = door.getsockname()[0]
    if not ip_address(address).is_loopback:
        return None
    return LOOPBACK_NAMES | {_in_an_address(name.lower()) for name in (address, host)}


def has_screen() -> bool:
    """Whether a browser could show anything: not on a server, in a container, or over plain SSH."""
    if os.environ.get("BROWSER"):
        return True
    if sys.platform in ("darwin", "win32"):
        return "SSH_CONNECTION" not in os.environ
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_in_browser(address: str) -> None:
    """Open the address; a browser that is slow, or missing, holds nothing up."""
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _no_address(host: str, why: str) -> Fault:
    shown = repr(host if len(host) <= LONGEST_SHOWN else f"{host[:LONGEST_SHOWN]}…")
    return Fault(
        f"Cannot answer on {shown} ({why}); use --host 127.0.0.1 for this machine only, "
        "or --host 0.0.0.0 for everyone in the network"
    )


def _in_an_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _bind(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    door = socket.socket(family, kind, protocol)
    try:
        if os.name != "nt":  # there the option would let two servers share a port
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(place)
        door.listen(WAITING_AT_THE_DOOR)
    except BaseException:
        door.close()
        raise
    return door


def _advice(host: str, port: int, folder: str | None) -> str:
    free = _free_port_after(host, port)
    if free is None:
        return f"Port {port} is busy, and so are the {PORTS_TRIED} after it; choose another with --port"
    given = ["therefore", "serve", "--port", str(free)]
    if host != "127.0.0.1":
        given += ["--host", host]
    if folder is not None:
        given += ["--map", folder]
    if "UV_RUN_RECURSION_DEPTH" in os.environ:  # set by `uv run`: repeat it, or the command is not found
        given = ["uv", "run", *given]
    return f"Port {port} is busy; the next free one is {free}: {shlex.join(given)}"


def _free_port_after(host: str, port: int) -> int | None:
    for candidate in range(port + 1, min(port + 1 + PORTS_TRIED, 65536)):
        try:
            _bind(host, candidate).close()
        except OSError:
            continue
        return candidate
    return None
