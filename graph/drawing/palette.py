"""Colours and shapes: one for each kind, in light and in dark, the same everywhere.

Hues are the Okabe-Ito set (Okabe and Ito, "Color universal design", 2008), which colour-blind readers can
tell apart; every kind is also told by its shape and its border. Fills are pale, texts dark (the other way
round in the dark), so that every text has a contrast of at least 4.5 : 1; a test measures it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.records.vocabulary import Certainty, Kind, Status


@dataclass(frozen=True, slots=True)
class Shape:
    """How the box of a kind is drawn: outline, corner radius and border, in units of the picture."""

    shape: str
    radius: int
    border: float
    dashes: bool = False


SHAPES: dict[Kind, Shape] = {
    Kind.RISK_FACTOR: Shape("box", 0, 1.4),
    Kind.DEFICIENCY: Shape("box", 3, 3.4),
    Kind.MECHANISM: Shape("box", 8, 1.4),
    Kind.MARKER: Shape("ellipse", 0, 1.4),
    Kind.DISORDER: Shape("box", 3, 2.4),
    Kind.SYMPTOM: Shape("pill", 20, 1.4),
    Kind.OUTCOME: Shape("box", 3, 3.0),
    Kind.TREATMENT: Shape("box", 6, 1.8, dashes=True),
}


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of one kind in one theme."""

    fill: str
    border: str
    text: str


LIGHT: dict[Kind, Ink] = {
    Kind.RISK_FACTOR: Ink("#fff1d6", "#b87300", "#2b1c00"),
    Kind.DEFICIENCY: Ink("#ffe3d6", "#c24e00", "#331400"),
    Kind.MECHANISM: Ink("#eef2f7", "#5d708a", "#16202e"),
    Kind.MARKER: Ink("#e2f3fd", "#2583b5", "#06283b"),
    Kind.DISORDER: Ink("#d9eaf7", "#005f9e", "#00263f"),
    Kind.SYMPTOM: Ink("#fdf8cf", "#988600", "#2b2600"),
    Kind.OUTCOME: Ink("#f1f1f1", "#1c1c1c", "#0b0b0b"),
    Kind.TREATMENT: Ink("#dff4ec", "#00795a", "#003527"),
}

DARK: dict[Kind, Ink] = {
    Kind.RISK_FACTOR: Ink("#3a2a0c", "#e69f00", "#ffe9bf"),
    Kind.DEFICIENCY: Ink("#44200c", "#ff8a4d", "#ffe1d1"),
    Kind.MECHANISM: Ink("#222c3a", "#8fa5c2", "#e4ecf6"),
    Kind.MARKER: Ink("#123243", "#56b4e9", "#daf1ff"),
    Kind.DISORDER: Ink("#0c2d47", "#4aa3e0", "#d7ecfc"),
    Kind.SYMPTOM: Ink("#35310c", "#e3d13c", "#fbf5c4"),
    Kind.OUTCOME: Ink("#34343a", "#f2f2f2", "#ffffff"),
    Kind.TREATMENT: Ink("#0d342a", "#2fc497", "#d3f7eb"),
}


@dataclass(frozen=True, slots=True)
class Theme:
    """What is the same for all kinds in one theme."""

    background: str
    text: str
    soft_text: str
    accent: str
    accent_text: str
    arrow: str
    dim_arrow: str
    dim_fill: str
    dim_border: str
    dim_text: str
    lane: str


THEMES: dict[str, Theme] = {
    "light": Theme(
        background="#ffffff",
        text="#1b2430",
        soft_text="#55606e",
        accent="#b3470b",
        accent_text="#ffffff",
        arrow="#6b7a8d",
        dim_arrow="#e3e7ec",
        dim_fill="#fafbfc",
        dim_border="#d3d9e0",
        dim_text="#6a7482",
        lane="#f6f8fa",
    ),
    "dark": Theme(
        background="#0e1117",
        text="#eef2f7",
        soft_text="#a9b4c2",
        accent="#ff9b5c",
        accent_text="#22100a",
        arrow="#8795a8",
        dim_arrow="#262d38",
        dim_fill="#12161d",
        dim_border="#2c3440",
        dim_text="#838e9d",
        lane="#131820",
    ),
    "contrast": Theme(
        background="#000000",
        text="#ffffff",
        soft_text="#f2f2f2",
        accent="#ffd60a",
        accent_text="#000000",
        arrow="#ffffff",
        dim_arrow="#5c5c5c",
        dim_fill="#000000",
        dim_border="#8a8a8a",
        dim_text="#c4c4c4",
        lane="#000000",
    ),
}

CONTRAST = {kind: replace(ink, fill="#000000", text="#ffffff") for kind, ink in DARK.items()}
"""For weak projectors and weak eyes: kinds keep their shape and the hue of their border."""

INKS: dict[str, dict[Kind, Ink]] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


@dataclass(frozen=True, slots=True)
class Line:
    """How an arrow of one certainty is drawn: width and dash pattern, in units of the picture."""

    width: float
    dash: tuple[int, ...]


LINES: dict[Certainty, Line] = {
    Certainty.HIGH: Line(2.6, ()),
    Certainty.MODERATE: Line(1.5, ()),
    Certainty.LOW: Line(1.5, (7, 4)),
    Certainty.VERY_LOW: Line(1.5, (1, 4)),
}
STATUS_LINES: dict[Status, Line] = {
    Status.PROPOSED: Line(1.0, (1, 6)),
    Status.NO_EFFECT: Line(1.0, ()),
    Status.REFUTED: Line(1.0, ()),
}
"""What is not supported is drawn thin whatever its certainty, so that it never looks like a weak effect.

What was tested and not found has a hollow head as well, and across its line a bar, or a cross when refuted.
"""
ASSOCIATION_DASH = (12, 4, 2, 4)
"""An association is dashed in its own pattern and has no head."""


def line_of(certainty: Certainty, status: Status) -> Line:
    """The line of an arrow: by its certainty where it is supported, else by its status."""
    return STATUS_LINES.get(status) or LINES[certainty]
