"""What the process that tests fork others from has done before: each of them would do the same at its start.

What is installed does not change while the tests run, so it is looked through once. Of the fonts only the
bytes are made: typst begins threads, and no thread lives on in a fork. No page is imported here, which the
running Streamlit must do.
"""

from __future__ import annotations

import gc
from functools import cache
from importlib import import_module

from streamlit.components.v2 import manifest_scanner

from app.takeaway import fonts
from app.takeaway.exports import LECTURE_EXPORTS

IMPORTED = (
    "anyio._backends._asyncio",
    "app.cli",
    "app.commands.check",
    "app.commands.export",
    "app.commands.find",
    "app.commands.paths",
    "app.commands.run_server",
    "app.commands.serve",
    "app.commands.tour",
    "app.takeaway.download_links",
    "app.words.about",
    "app.words.evidence",
    "app.words.headline",
    "app.words.path_list",
    "app.words.stage",
    "app.words.steps",
    "app.words.transcript",
    "app.words.lecture",
    "fontTools.ttLib",
    "genanki",
    "itsdangerous",
    "pandas",
    "pptx",
    "pyarrow",
    "pyvis.network",
    "starlette.applications",
    "streamlit.web.bootstrap",
    "streamlit.web.server.starlette.starlette_agent_routes",
    "typst",
    "uvicorn.lifespan.on",
    "uvicorn.loops.auto",
    "uvicorn.protocols.websockets.websockets_sansio_impl",
    *(export.maker[0] for export in LECTURE_EXPORTS.values()),
)

for _name in IMPORTED:
    import_module(_name)

manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
manifest_scanner.scan_component_manifests()

_file = fonts._found()
if _file is not None:
    fonts._cut(_file, fonts._USUAL & fonts._opened(_file))

# What stands now is shared by all that are forked, as long as none of them walks over it.
gc.collect()
gc.freeze()
