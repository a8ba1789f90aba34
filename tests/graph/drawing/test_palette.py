"""Colours that everybody can read and tell apart."""

from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path

import pytest

import app
from graph.drawing.palette import INKS, LINES, SHAPES, THEMES
from graph.records.vocabulary import Certainty, Kind

THEME_NAMES = list(THEMES)


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_every_text_has_a_contrast_of_four_and_a_half(theme: str) -> None:
    look = THEMES[theme]
    pairs = [
        (look.text, look.background),
        (look.soft_text, look.background),
        (look.accent_text, look.accent),
        (look.dim_text, look.dim_fill),
        *((ink.text, ink.fill) for ink in INKS[theme].values()),
    ]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_borders_arrows_and_the_ring_stand_out_from_the_ground(theme: str) -> None:
    look = THEMES[theme]
    colors = [look.accent, look.arrow, *(ink.border for ink in INKS[theme].values())]
    assert [color for color in colors if contrast(color, look.background) < 3] == []


def test_every_kind_has_a_colour_and_a_shape_in_every_theme() -> None:
    for theme in THEME_NAMES:
        assert set(INKS[theme]) == set(Kind)
        assert len({ink.border for ink in INKS[theme].values()}) == len(Kind)
    assert set(SHAPES) == set(Kind)


def test_every_kind_is_told_by_its_outline_alone() -> None:
    for one, other in combinations(Kind, 2):
        assert SHAPES[one] != SHAPES[other], (one, other)


def test_every_certainty_has_a_line_of_its_own() -> None:
    assert set(LINES) == set(Certainty)
    assert len(set(LINES.values())) == len(Certainty)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_streamlit_and_the_picture_share_ground_text_and_accent(theme: str) -> None:
    config = tomllib.loads((Path(app.__file__).parent / ".streamlit" / "config.toml").read_text("utf-8"))
    said, look = config["theme"][theme], THEMES[theme]
    assert said["backgroundColor"] == look.background
    assert said["textColor"] == look.text
    assert said["primaryColor"] == look.accent
