"""How a record or a result shows itself: one line at a prompt and in a failed test, a picture in a notebook.

A record must not import the room that draws it. So the picture is an open function, :func:`html_of`;
``graph.notebook`` registers one for each type that has one.
"""

from __future__ import annotations

from functools import singledispatch

LONGEST = 60
"""As much of a text as a line shows."""


class Shown:
    """Something whose ``repr`` is one line that says what it is, however much it holds."""

    __slots__ = ()

    def in_short(self) -> str:
        """What stands behind the name of the class."""
        raise NotImplementedError

    def __repr__(self) -> str:
        """Say what it is on one line."""
        return f"<{type(self).__name__} {self.in_short()}>"

    def __str__(self) -> str:
        """Say the same where it is printed."""
        return repr(self)


class Pictured(Shown):
    """Something that a notebook shows as HTML, with its picture."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """What IPython asks for."""
        return html_of(self)


@singledispatch
def html_of(thing: object) -> str:
    """Something as HTML; each type that has a picture registers its own function.

    Raises:
        TypeError: nobody knows how to draw it.
    """
    raise TypeError(f"there is no picture of {quoted(thing)}")


def quoted(value: object) -> str:
    r"""A value in quotes, short and without a letter that a terminal would obey; of others their type.

    >>> quoted("salt"), quoted("\x1b[31m" + "x" * 80), quoted(2.5), quoted([1, 2])
    ("'salt'", "'\\x1b[31mxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'", '2.5', 'a list')
    """
    if isinstance(value, str | bytes):
        cut = value[:LONGEST]
        said = repr(cut)
        return said if len(value) <= LONGEST else f"{said[:-1]}…{said[-1]}"
    if value is None or isinstance(value, int | float):
        # A number may have more digits than Python is willing to write down.
        return repr(value) if not isinstance(value, int) or value.bit_length() < 200 else "a huge number"
    name = type(value).__name__
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"
