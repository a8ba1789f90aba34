"""Finding a Chromium and a driver that starts, and installing what is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import playwright
from playwright.sync_api import Playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""Programs on the path, the one with the least work first."""

CURE = "no Chromium: install one (Debian: `apt-get install chromium`) or set CHROMIUM to its path"
DRIVER_CURE = "Playwright does not start: install what it needs (Debian: `apt-get install libatomic1`)"

Run = Callable[[Sequence[str]], bool]


class NoChromium(Exception):
    """No Chromium can be driven and none can be installed; ``str()`` is the cure in one line."""


def run_quietly(command: Sequence[str]) -> bool:
    """Run an installer; whether it ended well. What it prints is of no use to a test's reader."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=600, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def find_chromium(own: Path, run: Run = run_quietly) -> Path:
    """The Chromium to drive: ``CHROMIUM``, else on the path, else Playwright's own, else newly installed.

    Args:
        own: where Playwright keeps its own, whether or not it is there.
        run: runs an installer.

    Raises:
        NoChromium: there is none and none can be installed, or ``CHROMIUM`` names no program.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        program = shutil.which(named)
        if program is None:
            raise NoChromium(f"CHROMIUM is {named!r}, which is no program: mend it or unset it")
        return Path(program)
    return _there(own) or _installed(own, run)


def executable(started: Playwright) -> Path:
    """The Chromium to drive with this Playwright."""
    return find_chromium(Path(started.chromium.executable_path))


def ready_driver(run: Run = run_quietly) -> None:
    """See to it that the program with which Playwright drives a browser starts.

    It is a Node.js that Playwright brings along; a bare Debian lacks one library that it needs.

    Raises:
        NoChromium: it does not start.
    """
    brought = Path(playwright.__file__).parent / "driver" / ("node.exe" if os.name == "nt" else "node")
    asks_its_version = [os.environ.get("PLAYWRIGHT_NODEJS_PATH") or str(brought), "--version"]
    if not run(asks_its_version):
        _install_debian("libatomic1", run)
        if not run(asks_its_version):
            raise NoChromium(DRIVER_CURE)


def _there(own: Path) -> Path | None:
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    if on_path is not None:
        return Path(on_path)
    return own if own.is_file() else None


def _installed(own: Path, run: Run) -> Path:
    if run([sys.executable, "-m", "playwright", "install", "chromium"]) and own.is_file():
        return own
    for package in ("chromium-headless-shell", "chromium"):  # an older Debian has only the second
        _install_debian(package, run)
        found = _there(own)
        if found is not None:
            return found
    raise NoChromium(CURE)


def _install_debian(package: str, run: Run) -> None:
    if _is_root() and shutil.which("apt-get") and run(["apt-get", "update"]):
        run(["apt-get", "install", "-y", "--no-install-recommends", package])


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
