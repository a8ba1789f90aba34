"""A tour to begin with: a path of the map as YAML, a draft for a person to write anew.

What a person must still put into their own words begins with ``DRAFT_MARK``; the speaker notes hold what the
map says about the step.
"""

from __future__ import annotations

import re
import textwrap
from typing import Any

import yaml

from graph import CausalMap, CausalPath, lecture_of_path
from graph.reading.descriptions import DESCRIPTIONS
from graph.records.base import LONGEST_SAYING, LONGEST_TEXT, Record
from graph.records.tour import DRAFT_MARK, KeyPoint, Tour, TourStep
from graph.words.explain import weakest_of
from graph.words.lecture import Stop

_MINUTES = {"arrow": 2, "question": 1}
_WIDTH = 110
# A longer text gets lines of its own.
_SHORT = 80
_RECORDS: dict[str, type[Record]] = {"key_points": KeyPoint, "steps": TourStep}


def tour_along(causal_map: CausalMap, path: CausalPath, name: str) -> Tour:
    """A tour along a path, with a question to the room before its last step.

    Args:
        causal_map: the map.
        path: a path of an answer.
        name: the id of the tour.
    """
    lecture = lecture_of_path(causal_map, path)
    steps = [_arrow(stop) for stop in lecture.stops]
    steps.insert(-1, _question(lecture.stops[-1]))
    first, last = path.records[0].name, path.records[-1].name
    point = KeyPoint(point=_to_rewrite(f"The weakest step is {weakest_of(path)}."), edges=(path.weakest.id,))
    return Tour(
        id=name,
        title=_to_rewrite(lecture.title),
        about=_to_rewrite(lecture.lead),
        audience=_to_rewrite("whom it is for, and what they know already"),
        minutes=sum(step.minutes for step in steps),
        questions=(_to_rewrite(f"How does {first} lead to {last}?"),),
        objectives=(_to_rewrite(f"Trace the way from {first} to {last}, and name its weakest step."),),
        key_points=(point,),
        steps=tuple(steps),
    )


def tour_text(tour: Tour, schema: str | None = None) -> str:
    """A tour as its file holds it, each key with a comment that says what it is for.

    Args:
        tour: the tour.
        schema: where its schema stands, seen from the file; ``None`` when there is none.
    """
    lines = [f"# yaml-language-server: $schema={schema}"] if schema else []
    lines += [
        f"# Write in your own words what says {DRAFT_MARK}. "
        "Two empty lines in `notes` begin a new paragraph.",
        "tours:",
    ]
    for number, (key, value) in enumerate(tour.model_dump(exclude_none=True).items()):
        field = yaml.dump({key: value}, Dumper=_Dumper, width=_WIDTH - 4, allow_unicode=True, sort_keys=False)
        # An empty line before each step, so that the eye finds them.
        field = re.sub(r"\n(?=  - (?:edge|question):)", "\n\n", field).replace(":\n\n", ":\n", 1)
        block = textwrap.indent(f"{_comment(key)}{field}", "    ")
        lines.append(block.rstrip() if number else f"  - {field.strip()}")
    return "\n".join(lines) + "\n"


def _arrow(stop: Stop) -> TourStep:
    assert stop.edge is not None
    assert stop.reference is not None
    return TourStep(
        edge=stop.edge.id,
        words=_to_rewrite(stop.words),
        ref=stop.reference.id,
        notes="\n\n".join(" ".join(note.split()) for note in stop.notes)[:LONGEST_TEXT],
        minutes=_MINUTES["arrow"],
    )


def _question(before: Stop) -> TourStep:
    assert before.source is not None
    return TourStep(
        question=_to_rewrite(f"{before.source.claim}: what do you expect to follow from it?"),
        answer=_to_rewrite(before.words),
        notes=f"{DRAFT_MARK}: how long to wait, which answers to expect, and what to say to each.",
        minutes=_MINUTES["question"],
    )


def _to_rewrite(words: str) -> str:
    return textwrap.shorten(f"{DRAFT_MARK}: {words}", LONGEST_SAYING, placeholder=" …")


def _comment(key: str) -> str:
    """What a key is for, and the keys of its records."""
    said = [DESCRIPTIONS[Tour][key]]
    if key in _RECORDS:
        said += [f"  {name}: {hint}" for name, hint in DESCRIPTIONS[_RECORDS[key]].items()]
    return "".join(f"# {line}\n" for line in said)


class _Dumper(yaml.SafeDumper):
    """YAML as the other files of a map have it: lists are indented, and long texts are folded."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        """Indent lists as well."""
        return super().increase_indent(flow, False)


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = ">" if len(text) > _SHORT else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)
