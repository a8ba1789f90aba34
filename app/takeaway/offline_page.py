"""A lecture as one file that needs no network: stage, words, evidence, and a handout when it is printed.

pyvis makes it on our own template; vis-network, our scripts and our styles stand inside.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from app.drawing.picture import VIS, page_of, picture_data
from app.takeaway.handout_content import AUTHOR, texts_of
from app.takeaway.script_bundle import STATIC, bundle
from app.words.stage import stage_of
from app.words.transcript import transcript
from graph import Lecture
from graph.drawing.drawings import drawing_of_lecture, drawing_of_map
from graph.drawing.svg_sheet import legend_figure, legend_svg, step_numbers, story_of, svg_of
from graph.layout import Frame
from graph.records.vocabulary import Level, Scope

_TEMPLATE = Path(__file__).with_name("page.html")
_SHEETS = ("shared/base", "lecture/lecture", "shared/panel", "offline/offline")
_THEMES = Path(__file__).parent.parent / ".streamlit" / "config.toml"
# As on the PDF: as wide as the text, and so high that a tour fits on two pages.
_PAPER = Frame(176, 72)


def to_page(lecture: Lecture, level: Level = Level.PLAIN) -> bytes:
    """The file, UTF-8. It asks for nothing: its own policy forbids every request."""
    told = stage_of(lecture)
    told["picture"] = {
        key: value for key, value in told["picture"].items() if key not in ("nodes", "edges", "options")
    }
    scope = Scope.OVERVIEW if lecture.in_core else Scope.FULL
    paper = drawing_of_lecture(lecture, _PAPER)
    page = page_of(
        drawing_of_lecture(lecture),
        _TEMPLATE,
        {
            "told": told,
            "map": picture_data(drawing_of_map(lecture.map, scope)),
            "style": style(),
            "vis": VIS.read_text("utf-8"),
            "script": bundle("offline/offline"),
            "words": transcript(lecture, level, "#step={}".format, whole=True, figure=legend_figure(lecture)),
            "author": AUTHOR,
            "paper": texts_of(lecture),
            "legend": legend_svg(paper, 700),
            "picture": svg_of(paper, step_numbers(lecture), about=story_of(lecture)),
        },
    )
    return page.encode()


@cache
def style() -> str:
    """Our style sheets, with the colours that Streamlit would give them."""
    themes = tomllib.loads(_THEMES.read_text("utf-8"))["theme"]
    sheets = "\n".join((STATIC / f"{name}.css").read_text("utf-8") for name in _SHEETS)
    return (
        f":root {{ color-scheme: light dark; {_variables(themes['light'])} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {_variables(themes['dark'])} }} }}\n{sheets}"
    )


def _variables(theme: dict[str, str]) -> str:
    """Streamlit's names: ``primaryColor`` is ``--st-primary-color``."""
    names = {key: re.sub("[A-Z]", lambda capital: f"-{capital[0].lower()}", key) for key in theme}
    return " ".join(f"--st-{names[key]}: {value};" for key, value in theme.items())
