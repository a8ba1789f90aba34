"""What the first visitor would otherwise wait for, done before the door opens: imports, map, first page.

The first page draws the overview. The full map follows behind the open door, for the first who asks for it.
So do the fonts and libraries that files to take home are made with: 1.4 of the 2 seconds of a first picture.
"""

from __future__ import annotations

import gc
from importlib import import_module
from threading import Thread

from streamlit import runtime

from app.current_map import current_map
from app.drawing.picture import picture_of
from app.takeaway.exports import LECTURE_EXPORTS
from app.takeaway.fonts import letters_for
from graph import CausalMap
from graph.records.vocabulary import Scope

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
    causal_map = current_map()
    sound, _ = await runtime.get_instance().does_script_run_without_error()
    # What stands now stays for good; no later collection needs to walk over it.
    gc.collect()
    gc.freeze()
    # A thread that nobody waits for: a drawing may take long, and must hold up neither the start nor the end.
    Thread(target=_behind_the_door, args=(causal_map,), daemon=True).start()
    return sound


def _behind_the_door(causal_map: CausalMap) -> None:
    """What the first visitors may ask for next: the full map, and files to take home."""
    picture_of(causal_map, Scope.FULL)
    letters_for("")
    for export in LECTURE_EXPORTS.values():
        import_module(export.maker[0])
