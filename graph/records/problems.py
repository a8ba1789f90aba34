"""What is wrong with a map, said so that it can be mended: place, fault, cure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a value stands: a file, relative to the map's folder, and a line counted from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        """Write the place as editors understand it."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of a map and how to mend it; ``str()`` gives ``file:line: what, cure``."""

    file: str
    line: int
    what: str
    cure: str

    def __str__(self) -> str:
        """Write the problem on one line."""
        return f"{self.file}:{self.line}: {self.what}, {self.cure}"


class MapError(ValueError):
    """A map cannot be used. ``problems`` holds every fault that was found, in file order."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems; the message lists them a line each."""
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))
