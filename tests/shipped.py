"""The shipped map, read once for all tests of a run: what one test drew or searched serves the next."""

from __future__ import annotations

import os

from app.current_map import MAP_VARIABLE, current_map

os.environ[MAP_VARIABLE] = ""  # whatever the shell has chosen
B12 = current_map()
