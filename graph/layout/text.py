"""How wide a line of text will be, without a browser.

The table holds the advance widths of Helvetica, which Arial and Liberation Sans share, in
thousandths of the font size (Adobe Core 14 font metrics). Estimates err on the wide side, so
that a label which fits here fits on the page.
"""

from __future__ import annotations

from functools import lru_cache

FONT_SIZE = 13.0
LINE_HEIGHT = 16.0

# Slack for hinting and for browsers that substitute a slightly wider face.
_SAFETY = 1.03

_GROUPS = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " !,./:;I[]\\ft",
    333: "()-`r",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jckswxyzv",
    556: "#$?0123456789L_abdeghnopqu",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
_WIDTHS = {letter: width for width, letters in _GROUPS.items() for letter in letters} | {"s": 500}
_LATIN_DEFAULT = 778
# Arrow signs and other scripts come from a fallback font: one full em.
_OTHER_DEFAULT = 1000


def text_width(line: str, font_size: float = FONT_SIZE) -> float:
    """Return a conservative width of one line in units.

    >>> 60 < text_width("Standing water") < 100
    True
    """
    # No two letters move closer together, so a line is as wide as its words; and these come again and again.
    words = line.split(" ")
    total = sum(map(_thousandths, words)) + _WIDTHS[" "] * (len(words) - 1)
    return total * font_size * _SAFETY / 1000


@lru_cache(maxsize=16_384)
def _thousandths(word: str) -> int:
    total = 0
    for letter in word:
        default = _LATIN_DEFAULT if ord(letter) < 0x250 else _OTHER_DEFAULT
        total += _WIDTHS.get(letter, default)
    return total
