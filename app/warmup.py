"""What the first visitor would otherwise wait for, done before the door opens: imports, map, first page."""

from __future__ import annotations

import gc
from importlib import import_module

from streamlit import runtime

from app.maps import current_map

HEAVY_MODULES = ("pyvis.network", "pandas", "pyarrow")
"""Imported on first use by pyvis or Streamlit; together several seconds."""


async def warm_up() -> bool:
    """Import the heavy modules, read the map, and run the first page once without a visitor.

    Call it inside the running Streamlit runtime: a component registers itself with the runtime when its
    module is first imported, and is lost when there is none.

    Returns:
        Whether the first page ran without an error; Streamlit's log has the error.
    """
    for name in HEAVY_MODULES:
        import_module(name)
    current_map()
    sound, _ = await runtime.get_instance().does_script_run_without_error()
    # What stands now stays for good; no later collection needs to walk over it.
    gc.collect()
    gc.freeze()
    return sound
