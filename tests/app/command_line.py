"""The command line as a shell sees it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.serving import PATIENCE, THEREFORE


def therefore(
    *arguments: str | Path, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run ``therefore`` in a process of its own."""
    return subprocess.run(
        [str(THEREFORE), *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "COLUMNS": "100", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
