"""What the command ``therefore`` starts: the command line, unless another package stands in our place.

``app`` and ``graph`` are common names. This file is installed as the module ``therefore_start`` too, whose
name is nobody else's, so that it is found whatever stands before us; it may not import anything of ours
before it has looked.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

OURS = {"app": "cli.py", "graph": "reading/map_folder.py"}
"""Our packages, each with a file by which it is known."""
SHADOWED = 2


def main() -> int:
    """Run one command and return its exit code."""
    fault = fault_of_the_installation()
    if fault is not None:
        print(fault, file=sys.stderr)
        return SHADOWED
    try:
        from app.cli import main as run
    except ImportError as error:
        from app.commands.foreign_packages import cannot_be_imported

        print(cannot_be_imported(error), file=sys.stderr)
        return SHADOWED
    return run()


def fault_of_the_installation() -> str | None:
    """Which of our packages is missing or another one's, and what to do; ``None`` when both are ours."""
    found = {name: _place_of(name) for name in OURS}
    for name, place in found.items():
        if place is None:
            return f"The package {name!r} of Therefore is missing; install Therefore anew."
        if not place.joinpath(OURS[name]).is_file():
            return (
                f"{str(place)!a} stands in the place of Therefore's package {name!r}; run Therefore without "
                "PYTHONPATH, or install it on its own, with uv tool install."
            )
    app, graph = found["app"], found["graph"]
    if app is not None and graph is not None and app.parent != graph.parent:
        return (
            f"{str(app)!a} and {str(graph)!a} belong to two copies of Therefore; run it without "
            "PYTHONPATH, or install it on its own, with uv tool install."
        )
    return None


def _place_of(name: str) -> Path | None:
    """The folder of a package, or the file of a module of that name, without importing it."""
    spec = find_spec(name)
    if spec is None:
        return None
    places = list(spec.submodule_search_locations or ())
    place = places[0] if places else spec.origin
    return None if place is None else Path(place).resolve()
