"""Reading ``requirements.lock`` and what the installed packages say they need."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.tree import ROOT

LOCK = ROOT / "requirements.lock"


@dataclass(frozen=True)
class Pin:
    """One entry of the lock."""

    requirement: Requirement
    hashes: tuple[str, ...]

    @property
    def name(self) -> str:
        """The package's name in its one spelling."""
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> str:
        """The exact version, or an empty text when the entry names none."""
        exact = re.fullmatch(r"==([^*,]+)", str(self.requirement.specifier))
        return exact[1] if exact else ""

    @property
    def here(self) -> bool:
        """Whether the entry is meant for this machine."""
        return self.requirement.marker is None or self.requirement.marker.evaluate()


@cache
def pins() -> dict[str, Pin]:
    """The lock's entries that are meant for this machine, by name."""
    return {pin.name: pin for pin in entries() if pin.here}


@cache
def entries() -> tuple[Pin, ...]:
    """Every entry of the lock."""
    joined = LOCK.read_text("utf-8").replace("\\\n", " ")
    return tuple(_entry(line) for line in joined.splitlines() if line.strip() and not line.startswith("#"))


def direct() -> list[Requirement]:
    """The runtime dependencies that ``pyproject.toml`` names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [Requirement(text) for text in project["dependencies"]]


def needs_of(name: str) -> list[Requirement] | None:
    """What the pinned version of a package needs, or ``None`` when another version is installed."""
    try:
        installed = distribution(name)
    except PackageNotFoundError:
        return None
    if installed.version != pins()[name].version:
        return None
    requirements = [Requirement(text) for text in installed.requires or ()]
    return [need for need in requirements if need.marker is None or need.marker.evaluate({"extra": ""})]


def walk() -> Iterator[tuple[str, Requirement]]:
    """Every need, as (who, what), from the project down through the pinned packages."""
    waiting = [("pyproject.toml", need) for need in direct()]
    seen: set[str] = set()
    while waiting:
        who, need = waiting.pop()
        yield who, need
        name = canonicalize_name(need.name)
        if name not in seen and name in pins():
            seen.add(name)
            waiting += [(name, further) for further in needs_of(name) or ()]


def _entry(line: str) -> Pin:
    text, *hashes = re.split(r"\s+--hash=", line.strip())
    return Pin(Requirement(text), tuple(hashes))
