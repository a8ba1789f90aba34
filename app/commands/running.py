"""Running the web application on a socket that already listens. Imports Streamlit."""

from __future__ import annotations

import socket
from collections.abc import Callable
from types import FrameType

import uvicorn

from app.server import app

SECONDS_TO_SAY_GOODBYE = 2
"""An open browser tab holds its socket for ever; after this long the server ends all the same."""


class _Server(uvicorn.Server):
    """A uvicorn server that says when it answers, and is in no more haste at the second Ctrl-C."""

    def __init__(self, config: uvicorn.Config, when_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self.when_ready = when_ready

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        # uvicorn's own breaks off midway at a second signal, and raises them again at the end: traces, both.
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started and not self.should_exit:
            self.when_ready()


def serve_on(door: socket.socket, when_ready: Callable[[], None]) -> int:
    """Serve until a signal ends it.

    Args:
        door: a listening socket.
        when_ready: called once, when the first visitor can be answered.

    Returns:
        0, or 1 when the application could not start.
    """
    config = uvicorn.Config(
        app,
        lifespan="on",
        log_level="warning",
        access_log=False,
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=SECONDS_TO_SAY_GOODBYE,
    )
    server = _Server(config, when_ready)
    server.run(sockets=[door])
    return 0 if server.started or server.should_exit else 1
