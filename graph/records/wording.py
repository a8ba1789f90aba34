"""Numbers with what they count, as people write them."""

from __future__ import annotations


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
