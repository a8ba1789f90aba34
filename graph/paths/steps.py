"""A number of steps that a search may take, so that no question can run for ever.

Steps are counted, not seconds: the same question ends at the same place on every machine.
"""

from __future__ import annotations

UNLIMITED = 1 << 62


class OutOfSteps(Exception):
    """The steps were spent before an answer was found."""


class Steps:
    """What a search may still spend; one step is about one look at an arrow.

    Attributes:
        left: how many steps are left.
    """

    __slots__ = ("left",)

    def __init__(self, left: int = UNLIMITED) -> None:
        """Begin with so many."""
        self.left = left

    def spend(self, number: int = 1) -> None:
        """Take so many steps.

        Raises:
            OutOfSteps: there are not so many left.
        """
        self.left -= number
        if self.left < 0:
            raise OutOfSteps

    def earn(self, number: int) -> None:
        """Allow so many more."""
        self.left += number
