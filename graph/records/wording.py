"""Numbers with what they count, as people write them."""

from __future__ import annotations

from collections.abc import Sequence


def counted(number: int, thing: str, things: str | None = None) -> str:
    """A number and what it counts, in the plural where it is not one.

    Args:
        number: how many.
        thing: what one of them is called.
        things: what several are called; with an ``s`` behind it when left out.

    >>> counted(1, "edge"), counted(1234, "edge"), counted(0, "box", "boxes")
    ('1 edge', '1,234 edges', '0 boxes')
    """
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def by_way_of(names: Sequence[str], max_steps: int | None) -> str:
    """What is demanded of paths, to follow their two ends; empty when nothing is.

    Args:
        names: what they must pass.
        max_steps: how many steps they may have at most; ``None`` for any number.

    >>> by_way_of(["Rain", "Mud", "Frost"], 6)
    ', through Rain, Mud and Frost, in at most 6 steps'
    """
    listed = " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
    passed = f", through {listed}" if names else ""
    return passed if max_steps is None else f"{passed}, in at most {counted(max_steps, 'step')}"
