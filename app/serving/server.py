"""The web application: Streamlit's pages with our routes beside them, as one ASGI app.

``therefore serve`` runs it; so does any ASGI server: ``uvicorn app.serving.server:app``. Streamlit's
settings stand in ``app/.streamlit/config.toml``, which Streamlit finds beside the script.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit import runtime

from app.serving.descriptors import raise_limit
from app.serving.front_door import FrontDoor
from app.serving.origins import OwnPagesOnly
from app.serving.past_sessions import keep_few_sessions
from app.serving.routes import ROUTES
from app.serving.security_headers import SecurityHeaders
from app.serving.warmup import warm_up

SCRIPT = Path(__file__).parent.parent / "main.py"


@asynccontextmanager
async def _lifespan(_: st.App) -> AsyncIterator[None]:
    raise_limit()
    keep_few_sessions(runtime.get_instance(), st.get_option("server.disconnectedSessionTTL"))
    if not await warm_up():
        logging.getLogger(__name__).error("the first page ended in an error; see above")
    yield


MIDDLEWARE = [Middleware(SecurityHeaders), Middleware(FrontDoor), Middleware(OwnPagesOnly)]

app = st.App(SCRIPT, routes=ROUTES, middleware=MIDDLEWARE, lifespan=_lifespan)
