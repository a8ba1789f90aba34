"""The question as a heading, and the answer as one sentence of mechanism."""

from __future__ import annotations

from graph.paths.causal_path import CausalPath
from graph.records.node import Node
from graph.records.vocabulary import Certainty, Link

_HEDGES = {Certainty.LOW: "Perhaps: ", Certainty.VERY_LOW: "Only an idea so far: "}
"""How the sentence begins, by the least certain step: a chain of plain words sounds surer than it is."""

_JOINTS = {Link.LEADS_TO: " → ", Link.WORKS_AGAINST: "; this can hold back: "}


def question_of(source: Node, target: Node, best: CausalPath | None) -> str:
    """The question that was asked, as a heading.

    >>> from graph.records.vocabulary import Change, Kind
    >>> words = {"kind": Kind.MECHANISM, "lane": "a", "change": Change.RAISED, "plain": "p", "detail": "d"}
    >>> flood = Node(id="f", name="Flood", inside="a flood", **words)
    >>> question_of(Node(id="r", name="Rain", **words), flood, None)
    'Does rain lead to a flood?'
    """
    do = "Do" if source.plural else "Does"
    ends = f"{source.in_sentence} {{}} {target.in_sentence}?"
    if best is None:
        return f"{do} {ends.format('lead to')}"
    verb = "work against" if best.works_against else "lead to"
    return f"How {do.lower()} {ends.format(verb)}"


def mechanism_of(path: CausalPath) -> str:
    """What happens on a path, from its first box to its last, as one sentence of their phrases.

    Where a box works against the next one it says so; with a step of low certainty it begins as a guess.
    """
    hedge = _HEDGES.get(path.weakest.certainty, "")
    first, *others = path.records
    said = hedge + (first.happening if hedge else _capital(first.happening))
    for link, record in zip(path.links, others, strict=True):
        said += f"{_JOINTS[link]}{record.happening}"
    return f"{said}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
