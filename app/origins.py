"""Only pages of this server may open its socket.

Streamlit allows that too, but to judge a foreign page it first asks an outside host for this machine's
address. Nothing is fetched from another host here, so a foreign page is turned away before it asks.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose


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
        if origin is None or urlsplit(origin).netloc == headers.get("host"):
            return True
        return origin in st.get_option("server.corsAllowedOrigins")
