"""Running the web application on a socket that already listens. Imports Streamlit."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import time
from collections.abc import Callable
from threading import Timer
from types import FrameType
from typing import Any

import uvicorn

from app.commands.addresses import WAITING_AT_THE_DOOR, names_of
from app.serving.connections import RequestTimeoutProtocol
from app.serving.origins import KnownNamesOnly
from app.serving.security_headers import SecurityHeaders
from app.serving.server import app

SECONDS_TO_SAY_GOODBYE = 2
"""An open browser tab holds its socket for ever; after this long the server ends all the same."""
SECONDS_TO_END = 4
"""Work in a thread, such as laying out a large map, cannot be broken off; it may go on for this long."""


SECONDS_BETWEEN_COMPLAINTS = 60
"""However often a connection cannot be taken, the log hears of it once in this time."""


class _Server(uvicorn.Server):
    """A uvicorn server that says when it answers, and is in no more haste at the second Ctrl-C."""

    def __init__(self, config: uvicorn.Config, when_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self.when_ready = when_ready
        self.last_complaint = float("-inf")

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        # uvicorn's own breaks off midway at a second signal, and raises them again at the end: traces, both.
        self.should_exit = True
        end = Timer(SECONDS_TO_END, _break_off)
        end.daemon = True
        end.start()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        asyncio.get_running_loop().set_exception_handler(self.complain)
        await super().startup(sockets)
        for door in sockets or []:
            door.listen(WAITING_AT_THE_DOOR)
        if self.started and not self.should_exit:
            self.when_ready()

    def complain(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Log what the event loop complains of; that too many files are open, now and then and in words."""
        if "socket.accept()" not in str(context.get("message")):
            loop.default_exception_handler(context)
        elif (now := time.monotonic()) > self.last_complaint + SECONDS_BETWEEN_COMPLAINTS:
            self.last_complaint = now
            logging.getLogger("uvicorn.error").error(
                "Too many files are open, so new visitors wait until others have left. "
                "`ulimit -n 4096` before the start allows more."
            )


def _break_off() -> None:
    """End without waiting any longer for what cannot be broken off."""
    print("Therefore has ended.", flush=True)
    os._exit(0)


def serve_on(door: socket.socket, host: str, when_ready: Callable[[], None]) -> int:
    """Serve until a signal ends it; the process is gone at most ``SECONDS_TO_END`` later.

    Args:
        door: a listening socket.
        host: the address or name of this machine that it was opened for.
        when_ready: called once, when the first visitor can be answered.

    Returns:
        0, or 1 when the application could not start.
    """
    names = names_of(host, door)
    config = uvicorn.Config(
        SecurityHeaders(KnownNamesOnly(app, names)) if names else app,
        lifespan="on",
        log_level="warning",
        access_log=False,
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        http=RequestTimeoutProtocol,
        # One a turn: asyncio tries this often, and complains each time that too many files are open.
        backlog=1,
        timeout_graceful_shutdown=SECONDS_TO_SAY_GOODBYE,
    )
    server = _Server(config, when_ready)
    server.run(sockets=[door])
    return 0 if server.started or server.should_exit else 1
