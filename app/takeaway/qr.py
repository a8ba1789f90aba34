"""An address as a QR code, to be scanned from the last row of a lecture hall."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import segno

from app.words.markup import text
from graph.drawing.svg_text import clean

_QUIET = 4
"""The white margin, in modules: the standard asks for four, and cameras need it."""
_LARGEST_VERSION = 20
"""97 modules a side: on a projector of 720 lines, each of them has six pixels."""


def qr_svg(address: str) -> str:
    """The code as an SVG that fills its box, black on white in every theme.

    The error correction is level M or better: 15 % of the code may be hidden. A micro QR code is never made,
    as phones cannot read it.

    Args:
        address: what a phone shall open.

    Raises:
        ValueError: the address is empty, or too long to be scanned from afar; says so.
    """
    modules, side = code_of(address)
    label = text(clean(f"QR code of {address}"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="qr" role="img" aria-label="{label}" '
        f'viewBox="0 0 {side} {side}" width="100%" height="100%" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{modules}"/></svg>'
    )


def code_of(address: str) -> tuple[str, int]:
    """The dark modules of the code as SVG path data, and how many modules its side has, margin included.

    Raises:
        ValueError: as :func:`qr_svg`.
    """
    if not address:
        raise ValueError("There is no address to make a QR code of.")
    try:
        code = segno.make_qr(address, error="m", boost_error=True)
    except segno.DataOverflowError:
        code = None
    if code is None or int(code.version) > _LARGEST_VERSION:
        raise ValueError(
            "This address is too long for a QR code that can be scanned from the last row. Share the link "
            "instead, or choose a view with a shorter address."
        )
    return "".join(_bars(code)), int(code.symbol_size(border=_QUIET)[0])


def _bars(code: segno.QRCode) -> Iterator[str]:
    """The dark modules, those that touch within a row as one bar: between two there would be a hairline."""
    for y, row in enumerate(code.matrix, start=_QUIET):
        x = _QUIET
        for dark, run in groupby(row):
            wide = len(list(run))
            if dark:
                yield f"M{x} {y}h{wide}v1h-{wide}z"
            x += wide
