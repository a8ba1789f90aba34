"""What the cards look like: the note types of Anki, with their fields, questions and style.

Their numbers are fixed for good: Anki knows a note type by its number, and an import finds it again. Whoever
adds, removes or renames a field or a card gives the type a new number, or old decks cannot be updated.
"""

from __future__ import annotations

import genanki  # type: ignore[import-untyped]

_FOOT = """\
<div class="sources"><b>References</b>{{References}}</div>
<div class="about">{{About}}</div>
</div>"""

# MathJax leaves alone what has this class: signs of a map are no formulas.
_OPEN = '<div class="tex2jax_ignore">'

_STYLE = """\
.card { font: 20px/1.45 sans-serif; text-align: left; color: #1d2430; background: #fff; }
.card > div { max-width: 36em; margin: 0 auto; }
.claim { font-size: 1.3em; font-weight: bold; }
.ask { margin-top: 0.4em; }
.soft, .sources, .about { color: #56606f; }
.soft { font-size: 0.85em; }
.sources, .about { font-size: 0.7em; margin-top: 1em; }
.sources ul { margin: 0.2em 0 0; padding-left: 1.2em; }
.about { border-top: 1px solid #c9d0d9; padding-top: 0.5em; }
hr { border: 0; border-top: 1px solid #c9d0d9; }
.nightMode.card { color: #e8ecf2; background: #1b1f27; }
.nightMode .soft, .nightMode .sources, .nightMode .about { color: #a9b3c1; }
.nightMode a { color: #8ab4f8; }
"""


def _card(name: str, front: str, back: str) -> dict[str, str]:
    return {
        "name": name,
        "qfmt": f"{_OPEN}{front}</div>",
        "afmt": f'{_OPEN}{front}<hr id="answer">{back}{_FOOT}',
    }


STEP = genanki.Model(
    1_606_020_401,
    "Therefore: step",
    fields=[
        {"name": name}
        for name in (
            *("Step", "Source", "Question", "Hint", "Target", "Plain", "Clinical", "Certainty", "Definition"),
            *("Course", "Why", "Uncertain", "Differ", "References", "About"),
        )
    ],
    templates=[
        _card(
            "What follows",
            '<div class="claim">{{Source}}</div><div class="ask">{{Question}}</div>'
            '<div class="soft">{{Hint}}</div>',
            '<div class="claim">{{Target}}</div><p>{{Plain}}</p><p class="soft">{{Clinical}}</p>'
            "<p><b>{{Certainty}}</b> · {{Course}}</p>",
        ),
        _card(
            "How certain",
            '<div class="claim">{{Step}}</div><div class="ask">How certain is this step?</div>',
            '<div class="claim">{{Certainty}}</div><p>{{Definition}}</p><p class="soft">{{Course}}</p>',
        ),
        _card(
            "Why",
            '<div class="claim">{{Step}}</div>'
            '<div class="ask">{{Certainty}}: why, and what is uncertain?</div>',
            "<p><b>Why.</b> {{Why}}</p><p><b>What is uncertain.</b> {{Uncertain}}</p>"
            "{{#Differ}}<p><b>Why findings differ.</b> {{Differ}}</p>{{/Differ}}",
        ),
    ],
    css=_STYLE,
)
"""An edge: what follows, how certain it is, and why."""

QUESTION = genanki.Model(
    1_606_020_402,
    "Therefore: question",
    fields=[{"name": name} for name in ("Front", "Context", "Back", "References", "About")],
    templates=[
        _card(
            "Question",
            '<div class="claim">{{Front}}</div><div class="soft">{{Context}}</div>',
            "<div>{{Back}}</div>",
        )
    ],
    css=_STYLE,
)
"""Anything else that is asked: a question to the room, the words for certainty, the chain as a whole."""
