"""Who may ask: only pages of this server may open its socket, and a server for one machine knows its names.

Streamlit judges foreign pages too, but first asks an outside host for this machine's address. Nothing is
fetched from another host here, so a foreign page is turned away before it asks.

A foreign page can also have its own name lead to 127.0.0.1 and so pass for ours (DNS rebinding). Therefore
``therefore serve``, as long as it listens on this machine only, answers to ``localhost``, ``127.0.0.1`` and
``[::1]``, whatever the port. It answers to every name once it listens for others (``--host``), and so does
plain ``uvicorn app.serving.server:app``, which may stand behind a proxy: there the proxy decides for which
names it passes requests on. It has to pass on the ``Host`` as well, or its address goes into
``server.corsAllowedOrigins``.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

_NAME = re.compile(r"(\[[0-9a-f:.]+\]|[^:\[\]]+)(:[0-9]*)?")


class KnownNamesOnly:
    """Answers 403 to a request whose ``Host`` is none of some names, each with any port."""

    def __init__(self, app: ASGIApp, names: Collection[str]) -> None:
        """Stand before ``app``; ``names`` are in small letters, an IPv6 address in brackets."""
        self.app = app
        self.names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is meant for one of the names; what is no request has no ``Host``."""
        if scope["type"] == "lifespan" or self._is_known(Headers(scope=scope).get("host", "")):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocketClose(code=1008, reason="foreign name")(scope, receive, send)
        else:
            told = f"This server answers to {', '.join(sorted(self.names))} only.\n"
            await PlainTextResponse(told, status_code=403)(scope, receive, send)

    def _is_known(self, host: str) -> bool:
        found = _NAME.fullmatch(host.lower())
        return found is not None and found[1] in self.names


class OwnPagesOnly:
    """Closes a WebSocket whose ``Origin`` is neither this server nor in ``server.corsAllowedOrigins``."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before ``app``."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on but the sockets of foreign pages."""
        if scope["type"] == "websocket" and not self._is_own(Headers(scope=scope)):
            await WebSocketClose(code=1008, reason="foreign origin")(scope, receive, send)
            return
        await self.app(scope, receive, send)

    @staticmethod
    def _is_own(headers: Headers) -> bool:
        origin = headers.get("origin")
        if origin is None:
            return True
        try:
            place = urlsplit(origin).netloc
        except ValueError:  # half an IPv6 address
            return False
        return place == headers.get("host") or origin in st.get_option("server.corsAllowedOrigins")
