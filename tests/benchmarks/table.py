"""The one table that the benchmarks print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass


@dataclass(frozen=True)
class Line:
    """One measured value beside its peer's and the bound that was set for it.

    Attributes:
        what: what was measured.
        ours: our value, with its unit.
        peer: the peer's value, with its name; empty when there is none.
        ratio: ours and the peer's, one divided by the other.
        bound: what the issue asks for; empty when it asks for nothing.
        met: "yes" or "NO"; empty without a bound.
    """

    what: str
    ours: str
    peer: str = ""
    ratio: str = ""
    bound: str = ""
    met: str = ""


def judged(holds: bool) -> str:
    """The word that stands beside a bound."""
    return "yes" if holds else "NO"


def as_text(sections: Iterable[tuple[str, Iterable[Line]]]) -> str:
    """All sections in one table with columns of even width.

    >>> print(as_text([("apples", [Line("weight", "2 g", "3 g")])]))
    apples  ours  peer  ratio  bound  met
    weight  2 g   3 g
    """
    rows: list[tuple[str, ...]] = []
    for title, lines in sections:
        rows += [(), (title, "ours", "peer", "ratio", "bound", "met"), *(astuple(line) for line in lines)]
    rows = rows[1:]
    widths = [max(len(row[column]) for row in rows if row) for column in range(6)]
    written = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() if row else ""
        for row in rows
    )
    return "\n".join(written)
