"""The page that a browser loads first: Streamlit's own, told where its server is and who it is.

Streamlit's page looks for its server below its own address before it looks beside it, so each visitor who
came to `/lecture` found two errors in the console. It asks at once where it is told to.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from streamlit import file_util

from app.serving.front_door import PAGES

WHERE = 'window.__streamlit = {BACKEND_BASE_URL: new URL(".", document.baseURI).href}'
"""Beside the page: all pages of ours stand in one folder, also behind a proxy."""

NO_SCRIPT = "This page needs JavaScript: it is drawn in the browser."

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@cache
def shell() -> str:
    """Streamlit's page under our name, without its words on an interface for programs, which is closed."""
    page = (Path(file_util.get_static_dir()) / "index.html").read_text("utf-8")
    for pattern, ours in (
        (r"<!--.*?-->", ""),
        (r"<title>.*?</title>", "<title>Therefore</title>"),
        (r"<noscript>.*?</noscript>", f"<noscript><p>{NO_SCRIPT}</p></noscript>"),
        (r'<link rel="service-desc"[^>]*>', ""),
    ):
        page = re.sub(pattern, ours, page, flags=re.DOTALL)
    return page.replace("<head>", f"<head><script>{WHERE}</script>", 1)


def inline_script_hashes() -> list[str]:
    """The scripts that stand in the shell itself, as a content policy names them."""
    digests = (hashlib.sha256(script.encode()).digest() for script in _INLINE.findall(shell()))
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


def page(_: Request) -> Response:
    """The shell; asked for again each time, as its scripts are named after their contents."""
    return HTMLResponse(shell(), headers={"Cache-Control": "no-cache"})


PAGE_ROUTES = [Route(f"/{name}", page) for name in PAGES]
