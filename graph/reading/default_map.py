"""Where the maps that come with the package stand."""

from __future__ import annotations

from pathlib import Path


def default_map_folder() -> Path:
    """The folder of the map that is shown when none is named.

    In a checkout the maps stand in ``data/`` beside this package; a wheel carries them inside it.
    Raises ``FileNotFoundError`` when neither holds a folder with a ``map.yaml``.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package.parent / "data", package / "data"):
        maps = sorted(path.parent for path in folder.glob("*/map.yaml"))
        if maps:
            return maps[0]
    raise FileNotFoundError("no map found: give the folder of one, for example --map my-map/")
