"""Before everything else: who asks from this machine, what no visitor may see, and which pages there are.

Streamlit answers any address it does not know with its page, whose scripts are then looked for below that
address. Here only its own addresses, our pages and our routes lead further; the rest is told in words.
"""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from app.pages.visitor import HERE

PAGES = ("", "lecture", "evidence", "about")
"""The pages of ``app/main.py``; Explore is the one without a name."""

FOLDERS = ("_stcore", "static", "media", "component", "assets", "api")
"""Below these stand Streamlit's files and answers, and ours."""

FILES = ("favicon.png", "manifest.json")
NOT_FOR_VISITORS = ("/_stcore/metrics",)
"""How busy the server is, and with whom, concerns whoever runs it."""

_HERE = HERE.encode("ascii")
_PASSED_ON = ("forwarded", "x-forwarded-for", "via")

NO_SUCH_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>No such page · Therefore</title><link rel="icon" href="data:,"></head>
<body style="font: 1.1rem/1.5 sans-serif; margin: 3rem; color-scheme: light dark">
<h1 style="font-size: 1.4rem">There is no page at this address.</h1>
<p><a href="{home}">Explore the map</a></p>
</body>
</html>
"""


class FrontDoor:
    """Marks what comes from this machine with ``HERE``, and turns away what leads nowhere."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before ``app``."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what has an answer."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        here = is_from_here(scope)
        headers = [(name, value) for name, value in scope["headers"] if name.lower() != _HERE]
        scope = {**scope, "headers": [*headers, (_HERE, b"1")] if here else headers}
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        if scope["type"] == "websocket":
            answer: ASGIApp = (
                self.app if _leads_somewhere(path) else WebSocketClose(code=1008, reason="nothing here")
            )
        elif path in NOT_FOR_VISITORS and not here:
            answer = PlainTextResponse("This is told on the machine itself only.\n", status_code=403)
        elif _leads_somewhere(path):
            answer = self.app
        else:
            answer = _no_such_page(scope)
        await answer(scope, receive, send)


def is_from_here(scope: Scope) -> bool:
    """Whether a request comes from the machine that serves, and was passed on by nobody.

    A proxy on this machine also asks from here, but says for whom, or at least under which name it was
    asked: one that is not this machine's own.
    """
    client, server = scope.get("client"), scope.get("server")
    headers = Headers(scope=scope)
    if client is None or any(name in headers for name in _PASSED_ON):
        return False
    if server is not None and client[0] == server[0] and not _is_loopback(client[0]):
        return True  # asked under its name in the network, by itself
    try:
        name = urlsplit(f"//{headers.get('host', '')}").hostname or ""
    except ValueError:
        return False
    return _is_loopback(client[0]) and (name == "localhost" or _is_loopback(name))


def _is_loopback(name: str) -> bool:
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def _leads_somewhere(path: str) -> bool:
    first, *below = path.strip("/").split("/")
    if first in FOLDERS:
        return True
    if below and first in PAGES:
        # Streamlit's page may look for its server under its own name; it takes a plain "no" for an answer.
        return below[0] == "_stcore"
    return not below and (first in PAGES or first in FILES)


def _no_such_page(scope: Scope) -> ASGIApp:
    # The way home from here, whatever folder a proxy serves this from.
    home = "../" * (scope["path"].count("/") - 1) or "./"
    if Request(scope).method not in ("GET", "HEAD"):
        return PlainTextResponse("There is nothing at this address.\n", status_code=404)
    return HTMLResponse(NO_SUCH_PAGE.format(home=home), status_code=404)
