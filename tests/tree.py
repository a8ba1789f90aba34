"""The files of the repository, as git sees them: tracked, and new ones that are not ignored."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@cache
def files() -> tuple[Path, ...]:
    """Every file that is, or could be, committed."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return tuple(path for path in (ROOT / name for name in sorted(filter(None, names))) if path.is_file())


def texts(*suffixes: str, under: tuple[str, ...] = ()) -> dict[str, str]:
    """Relative path and content of the text files with these suffixes (all when none is given)."""
    found = {}
    for path in files():
        name = path.relative_to(ROOT)
        if (suffixes and path.suffix not in suffixes) or (under and name.parts[0] not in under):
            continue
        try:
            found[name.as_posix()] = path.read_text("utf-8")
        except UnicodeDecodeError:  # a picture
            continue
    return found


def hits(pattern: str, *suffixes: str, under: tuple[str, ...] = ()) -> list[str]:
    """Where a regular expression matches, as ``file:line: text``."""
    expression = re.compile(pattern)
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts(*suffixes, under=under).items()
        for number, line in enumerate(text.splitlines(), start=1)
        if expression.search(line)
    ]
