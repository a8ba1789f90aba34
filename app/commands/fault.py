"""A command that cannot go on, in words."""

from __future__ import annotations


class Fault(Exception):
    """A command cannot go on; ``str()`` is what to tell, ``code`` the exit code."""

    def __init__(self, message: str, code: int = 2) -> None:
        """Keep message and exit code."""
        self.code = code
        super().__init__(message)
