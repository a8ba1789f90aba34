"""How long a request may take to arrive, how many visitors there is room for, and what is no clear request.

uvicorn waits for ever for the rest of a request, takes more connections than the process has descriptors
for, and lets a request say its length in two ways, which a proxy may read otherwise than we do. This is its
protocol over h11 with a limit on each.
"""

from __future__ import annotations

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from app.serving.descriptors import PER_REQUEST, PER_VISITOR, room

SECONDS_TO_ASK = 20
"""A whole request, head and body, has to be there after this long; ours are a few hundred bytes."""

SECONDS_TO_BE_TOLD = 2
"""Whoever comes when there is no room is told so when they ask, and sent away after this long."""

MARGIN = 24
"""Descriptors kept for telling those who come when there is no room."""

FULL = b"So many people are here just now that there is no room; try again in a minute.\n"


class ClearRequests(h11.Connection):
    """Takes no request that gives its length twice: its end, and so the next request, would be in doubt."""

    def next_event(self) -> Any:
        """The next event, as h11 says it."""
        event = super().next_event()
        if isinstance(event, h11.Request):
            names = [name.lower() for name, _ in event.headers]
            if b"content-length" in names and b"transfer-encoding" in names:
                raise h11.RemoteProtocolError("a length and a transfer encoding", error_status_hint=400)
        return event


class RequestTimeoutProtocol(H11Protocol):
    """One connection of a visitor, with limits."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Set up a connection as uvicorn does."""
        super().__init__(*arguments, **options)
        self.conn = ClearRequests(h11.SERVER, self.conn._max_incomplete_event_size)
        self.crowded = False
        self.upgraded = False
        self.until: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody came: the time in which to ask begins."""
        super().connection_made(transport)
        spare = room() - self._taken()
        self.crowded = spare < 0
        if spare < -MARGIN:
            transport.abort()
        else:
            self._arm(SECONDS_TO_BE_TOLD if self.crowded else SECONDS_TO_ASK)

    def connection_lost(self, exc: Exception | None) -> None:
        """They are gone."""
        self._disarm()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """A part of a request came: the time goes on until the request is whole."""
        if self.crowded:
            if not self.transport.is_closing():
                self._turn_away()
            return
        super().data_received(data)
        if self.upgraded or self.conn.their_state not in (h11.IDLE, h11.SEND_BODY):
            self._disarm()
        elif self.until is None:
            self._arm(SECONDS_TO_ASK)

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """The request is whole, and what follows is not HTTP."""
        self.upgraded = True
        super().handle_websocket_upgrade(event)

    def on_response_complete(self) -> None:
        """What was asked is answered; a visitor who comes back has time to ask again."""
        self._disarm()
        super().on_response_complete()

    def _taken(self) -> int:
        """Descriptors that the open connections need, this one included."""
        asking = sum(isinstance(other, H11Protocol) for other in self.connections)
        return asking * PER_REQUEST + (len(self.connections) - asking) * PER_VISITOR

    def _turn_away(self) -> None:
        head = (
            "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\n"
            f"Content-Length: {len(FULL)}\r\nRetry-After: 60\r\nConnection: close\r\n\r\n"
        )
        self.transport.write(head.encode("ascii") + FULL)
        self.transport.close()

    def _arm(self, seconds: float) -> None:
        self.until = self.loop.call_later(seconds, self._too_late)

    def _disarm(self) -> None:
        if self.until is not None:
            self.until.cancel()
            self.until = None

    def _too_late(self) -> None:
        self.until = None
        self.transport.abort()
