"""The letters of pictures and handouts: a sans-serif that Streamlit brings along, else typst's own.

The font is only read from where Streamlit is installed; nothing of Streamlit is imported. typst reads no
compressed fonts, and the SVG it draws knows only fonts of one weight, so two plain ones are cut from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-untyped]

FAMILY = "Therefore Sans"
"""What the cut fonts are called: a changed font may not bear the name of its source."""
_FILES = "static/static/media/SourceSansVF-Upright*.woff2"
_WEIGHTS = {400: "Regular", 700: "Bold"}
# Cut anew for a text with other letters than these.
_USUAL = frozenset((*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "‘’“”–—…•−≤≥≈←↑→↓αβγµ")))
# Signs the sans-serif lacks and typst's own fonts have.
_LENT = frozenset(map(ord, "⊣∴"))
_EMBEDDED = ("DejaVu Sans Mono", "New Computer Modern Math", "Libertinus Serif")


@dataclass(frozen=True)
class Letters:
    """Fonts ready for typst.

    Attributes:
        families: their names, the best first.
        fonts: where typst finds them.
    """

    families: tuple[str, ...]
    fonts: typst.Fonts


def letters_for(words: str) -> Letters:
    """The fonts for a text; those of the machine help out only where ours lack a letter.

    Looking through a machine's fonts takes time, and what comes of it differs from machine to machine.
    """
    file = _found()
    wanted = _USUAL | {ord(letter) for letter in words if letter.isprintable()}
    known = _opened(file) if file else _USUAL
    return _loaded(file, wanted & known, more=not wanted <= known | _LENT)


def _found() -> Path | None:
    spec = find_spec("streamlit")
    folders = (spec.submodule_search_locations or ()) if spec else ()
    return next((file for folder in folders for file in sorted(Path(folder).glob(_FILES))), None)


@lru_cache(maxsize=2)
def _opened(file: Path) -> frozenset[int]:
    """The letters a font has."""
    return frozenset(TTFont(file).getBestCmap())


@lru_cache(maxsize=8)
def _cut(file: Path, letters: frozenset[int]) -> tuple[bytes, ...]:
    """A plain font a weight, with these letters only."""
    font = TTFont(file, recalcTimestamp=False)
    for table in ("GSUB", "MVAR", "STAT"):
        del font[table]
    # Kerning hardly changes with the weight; to recompute it would take most of the time.
    font["GDEF"].table.VarStore, font["GDEF"].table.Version = None, 0x00010002
    subsetter = Subsetter(Options(layout_features=["kern"], hinting=False, name_IDs=["*"]))
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    font.flavor = None
    small = BytesIO()
    font.save(small)
    return tuple(_at_weight(small, weight) for weight in _WEIGHTS)


def _at_weight(variable: BytesIO, weight: int) -> bytes:
    variable.seek(0)
    font = instantiateVariableFont(
        TTFont(variable, recalcTimestamp=False), {"wght": weight}, inplace=True, optimize=False
    )
    font["OS/2"].usWeightClass = weight
    style = _WEIGHTS[weight]
    names = {1: FAMILY, 2: style, 4: f"{FAMILY} {style}", 6: f"{FAMILY}-{style}".replace(" ", "")}
    font["name"].names = [record for record in font["name"].names if record.nameID in (0, 13)]
    for place, words in names.items():
        font["name"].setName(words, place, 3, 1, 0x409)
    plain = BytesIO()
    font.save(plain)
    return plain.getvalue()


@lru_cache(maxsize=8)
def _loaded(file: Path | None, letters: frozenset[int], more: bool) -> Letters:
    """The fonts read into memory; their files are gone again when this returns."""
    if file is None:
        return Letters(_EMBEDDED[::-1], typst.Fonts(include_system_fonts=more))
    with TemporaryDirectory() as folder:
        for at, content in enumerate(_cut(file, letters)):
            (Path(folder) / f"{at}.ttf").write_bytes(content)
        fonts = typst.Fonts(include_system_fonts=more, font_paths=[folder])
        # A font is read when it is first needed, and then kept.
        probe = f'#set text(font: "{FAMILY}")\na *b*'
        typst.compile(probe.encode(), font_paths=fonts, format="svg")
    return Letters((FAMILY, *_EMBEDDED), fonts)
