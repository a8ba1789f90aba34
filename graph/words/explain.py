"""A path in words, at both reading levels.

Each face takes the words from here: the page, the command line, and whatever is carried home.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.paths.causal_path import CausalPath
from graph.records.arguments import require, require_map, require_word
from graph.records.causal_map import CausalMap
from graph.records.display import Shown, quoted
from graph.records.edge import Edge, Evidence
from graph.records.node import Node
from graph.records.vocabulary import Direction, Directness, Level, Measured

TRAP = "Each step has its own evidence; a chain of true steps need not be true as a whole."


@dataclass(frozen=True, repr=False)
class StepWords(Shown):
    """One step of a path, ready to be shown.

    Attributes:
        number: its place in the path, from 1.
        source: the record at its beginning.
        target: the record at its end.
        edge: the step itself.
        sentence: why the one follows from the other, at the reading level asked for.
        facts: status, certainty, directness, time and reversibility in one short line.
    """

    number: int
    source: Node
    target: Node
    edge: Edge
    sentence: str
    facts: str

    def in_short(self) -> str:
        """Its number and its step."""
        return f"{self.number}: {quoted(self.edge.id)}"

    @property
    def supporting(self) -> tuple[Evidence, ...]:
        """Findings for this step."""
        return self.edge.found(Direction.SUPPORTS)

    @property
    def disputing(self) -> tuple[Evidence, ...]:
        """Findings against this step."""
        return self.edge.against

    @property
    def neutral(self) -> tuple[Evidence, ...]:
        """Findings that bear on this step without deciding it."""
        return self.edge.found(Direction.NEUTRAL)


def words_of(path: CausalPath, level: str | None = None) -> list[StepWords]:
    """The steps of a path in words.

    Args:
        path: a path of an answer.
        level: ``plain`` for everyday names and words, ``clinical`` for precise ones; else that of the path.

    Raises:
        TypeError: it is no path.
        ValueError: the level is not one of the two.
    """
    path = at_level(path, level)
    return [
        StepWords(number, source, target, edge, sentence_of(edge, path.level), facts_of(edge))
        for number, (source, target, edge) in enumerate(
            zip(path.records, path.records[1:], path.steps, strict=False), start=1
        )
    ]


def sentence_of(edge: Edge, level: Level) -> str:
    """Why the target follows from the source, at one reading level."""
    return edge.plain if level is Level.PLAIN else edge.detail


def facts_of(edge: Edge) -> str:
    """Status or contest, certainty, directness, time and reversibility of a step in one short line."""
    return " · ".join([*evidence_summary_of(edge), *course_of(edge)])


def evidence_summary_of(edge: Edge) -> list[str]:
    """How well a step is known: its certainty, and its status or contest where it is not plain support."""
    return [*edge.known]


def scope_of(item: Evidence) -> list[str]:
    """Among whom a finding was made, and which end the study measured where it was not both."""
    among = [f"among {item.among}"] if item.among else []
    if item.measured is None or item.measured is Measured.BOTH:
        return among
    return [*among, f"measured: {item.measured.label}"]


def course_of(edge: Edge) -> list[str]:
    """How a step runs: whether steps are skipped, how long it takes, whether it can be undone.

    Nothing runs where the evidence is that there is no effect, and a definition takes no time.
    """
    if edge.status.denies:
        return []
    if edge.directness is Directness.DEFINITION:
        return [edge.directness.label]
    return [edge.directness.label, f"takes {edge.onset.label}", edge.reversible.label]


def summary_of(path: CausalPath) -> str:
    """How well a path is supported, and what it ends in: steps, evidence in people, weakest step, ending.

    Args:
        path: a path of an answer.

    Raises:
        TypeError: it is no path.
    """
    path = require_path(path)
    steps = len(path.steps)
    weakest = weakest_of(path)
    if steps == 1:
        said = f"A single step: {weakest}."
    else:
        said = f"{steps} steps, {path.in_people} of them with evidence in people. Weakest step: {weakest}."
    return " ".join(filter(None, [said, proposed_note(path), ending_of(path.steps[-1])]))


def weakest_of(path: CausalPath) -> str:
    """The weakest step of a path with its certainty."""
    return f"{path.step_text(path.weakest)} ({path.weakest.certainty_words})"


def proposed_note(path: CausalPath) -> str:
    """Which steps of a path nothing supports; empty for a path of supported steps only."""
    at = [str(at) for at, step in enumerate(path.steps, start=1) if not step.supported]
    if not at:
        return ""
    which = f"Step {at[0]} is" if len(at) == 1 else f"Steps {', '.join(at[:-1])} and {at[-1]} are"
    return f"{which} only proposed: no supporting finding was seen."


def ending_of(edge: Edge) -> str:
    """What a chain that ends with this step ends in, as a sentence; empty where the map does not say."""
    return f"Ends in {edge.ending}{'' if edge.ending.endswith('.') else '.'}" if edge.ending else ""


def whole_chain_note(path: CausalPath, causal_map: CausalMap | None = None) -> str:
    """The transitivity trap: whether one study follows the whole chain, or how much of it.

    Args:
        path: a path of an answer.
        causal_map: names the study by author and year; without it, by its id.

    Raises:
        TypeError: it is no path, or the map is no map.
    """
    path, causal_map = require_path(path), None if causal_map is None else require_map(causal_map)
    steps = len(path.steps)
    stretch = path.longest_stretch
    if steps == 1:
        return "This is one step; its evidence is about the step itself."
    if stretch is None:
        return f"{TRAP} On this map no study supports two steps of this chain in a row."
    study = causal_map.reference[stretch.ref].short_name if causal_map else stretch.ref
    if stretch.length == steps:
        return f"{TRAP} One study bears on every step of this chain: {study}."
    span = f"steps {stretch.first} to {stretch.last}"
    return (
        f"{TRAP} No study on this map follows the whole chain; "
        f"the longest stretch that one study supports is {span} ({study})."
    )


def explain_path(path: CausalPath, level: str | None = None) -> str:
    """A path as plain text, a numbered step a paragraph; ``explain`` does the same for answers too.

    Args:
        path: a path of an answer.
        level: ``plain`` or ``clinical``; else that of the path.
    """
    path = at_level(path, level)
    lines = [path.text, summary_of(path), ""]
    for step in words_of(path):
        lines += [
            f"{step.number}. {path.step_text(step.edge)}",
            f"   {step.sentence}",
            f"   {step.facts}. {step.edge.why}",
        ]
    return "\n".join([*lines, "", whole_chain_note(path)])


def at_level(path: object, level: str | None) -> CausalPath:
    """A path that a caller hands in, at the reading level asked for; as it is where none is asked for.

    Raises:
        TypeError: it is no path.
        ValueError: the level is not one of the two.
    """
    wanted = None if level is None else require_word(level, Level)
    path = require_path(path)
    return path if wanted is None else path.in_words(wanted)


def require_path(value: object) -> CausalPath:
    """A path that a caller hands in, or one sentence that says where paths come from."""
    return require(value, CausalPath, "answer.paths[0]")
