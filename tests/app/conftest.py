"""Maps that are broken on purpose, and the server's routes without a server."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from starlette.applications import Starlette
from streamlit.components.v2 import manifest_scanner

from app.current_map import MAP_VARIABLE
from app.serving import downloads
from app.serving.file_cache import FileCache
from app.serving.routes import ROUTES
from graph import CausalMap, load_map
from tests.graph.small_maps import written
from tests.looping import run

Ask = Callable[..., tuple[int, dict[str, str], bytes]]


@pytest.fixture(scope="session", autouse=True)
def _installed_once() -> Iterator[None]:
    """Each run of a page begins by looking through all that is installed, which no test changes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests)
        )
        yield


@pytest.fixture
def broken_folder(tmp_path: Path, example_folder: Path) -> Path:
    """The example map with two faults: an effect that is no word of the list, and a lost name."""
    folder = tmp_path / "broken"
    shutil.copytree(example_folder, folder)
    edges = folder / "edges" / "all.yaml"
    edges.write_text(edges.read_text("utf-8").replace("effect: decreases", "effect: lowers", 1), "utf-8")
    nodes = folder / "nodes" / "all.yaml"
    nodes.write_text(nodes.read_text("utf-8").replace("    name: Pump\n", ""), "utf-8")
    return folder


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Ask the routes without a server, all at once; gives status, headers and body of the last answer."""
    monkeypatch.setattr(downloads, "_files", FileCache())
    app = Starlette(routes=ROUTES)

    async def answer(address: str) -> tuple[int, dict[str, str], bytes]:
        said: list[dict[str, object]] = []

        async def receive() -> dict[str, object]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: dict[str, object]) -> None:
            said.append(message)

        path, _, query = address.partition("?")
        scope = {"type": "http", "method": "GET", "path": path, "headers": [], "root_path": ""}
        scope["query_string"] = query.encode()
        await app(scope, receive, send)
        headers = {name.decode(): value.decode() for name, value in said[0]["headers"]}
        return said[0]["status"], headers, b"".join(part.get("body", b"") for part in said[1:])

    async def at_once(address: str, times: int) -> tuple[int, dict[str, str], bytes]:
        return (await asyncio.gather(*(answer(address) for _ in range(times))))[-1]

    return lambda address, times=1: run(at_once(address, times))


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory, example_folder: Path) -> dict[str, Path]:
    return {"flood": example_folder, "drought": written(tmp_path_factory.mktemp("drought"))}


@pytest.fixture(params=["flood", "drought"])
def chosen(
    request: pytest.FixtureRequest, folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> CausalMap:
    """One of the maps, chosen as the command line chooses it."""
    monkeypatch.setenv(MAP_VARIABLE, str(folders[request.param]))
    return load_map(folders[request.param])
