"""Where the maps that come with the package stand."""

from __future__ import annotations

from pathlib import Path

_INSTALLED = frozenset({"site-packages", "dist-packages"})


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


def is_installed(folder: Path) -> bool:
    """Whether a folder belongs to an installed package, so that the next update would undo a change in it."""
    place = folder.resolve()
    package = Path(__file__).resolve().parent.parent
    return place.is_relative_to(package) or not _INSTALLED.isdisjoint(place.parts)
