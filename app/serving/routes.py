"""What the server answers beside Streamlit's pages. Add a Starlette route to ``ROUTES`` and it is served."""

from __future__ import annotations

from pathlib import Path

from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app.drawing.picture import VIS
from app.serving.api import API_ROUTES
from app.serving.downloads import DOWNLOAD_ROUTES
from app.serving.page_shell import PAGE_ROUTES

OWN_FILES = Path(__file__).parent.parent / "static"
ONE_YEAR = 365 * 24 * 3600


class CachedFiles(StaticFiles):
    """Files of a folder, each with an ETag, and told how long a browser may keep them."""

    def __init__(self, directory: Path, cache_control: str) -> None:
        """Serve ``directory`` with this ``Cache-Control``."""
        super().__init__(directory=directory)
        self.cache_control = cache_control

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answer as ``StaticFiles`` does, with the header added to what was found."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = self.cache_control
        return response


ROUTES: list[BaseRoute] = [
    # pyvis is pinned, so its file changes only with a new installation.
    Mount("/assets/vis", CachedFiles(VIS.parent, f"public, max-age={ONE_YEAR}, immutable")),
    # Ours change with every version: kept, but asked about each time.
    Mount("/assets/own", CachedFiles(OWN_FILES, "no-cache")),
    *API_ROUTES,
    *DOWNLOAD_ROUTES,
    *PAGE_ROUTES,
]
