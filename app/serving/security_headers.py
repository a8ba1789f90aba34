"""What every answer tells the browser that it may not do.

A page may ask this server only, and run only what this server sends. It may be shown in a frame of any
other page: that is how a course embeds it, and there is nothing to be clicked here that could do harm.
"""

from __future__ import annotations

from functools import cache

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.serving.page_shell import inline_script_hashes


@cache
def content_policy() -> str:
    """The content policy of every answer; what is looser than 'self' names its reason."""
    return "; ".join(
        (
            "default-src 'self'",
            # blob: is how Streamlit loads the loaders of our components.
            f"script-src 'self' blob: {' '.join(inline_script_hashes())}",
            # Streamlit writes its styles into the page while it runs.
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors *",
        )
    )


class SecurityHeaders:
    """Adds the headers to every answer that does not bring its own."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before ``app``."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", content_policy())
                headers.setdefault("X-Content-Type-Options", "nosniff")
                headers.setdefault("Referrer-Policy", "same-origin")
            await send(message)

        await self.app(scope, receive, send_with_headers)
