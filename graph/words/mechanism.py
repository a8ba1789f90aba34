"""The question as a heading, and the answer as one sentence of mechanism."""

from __future__ import annotations

from itertools import pairwise

from graph.paths.causal_path import CausalPath
from graph.records.node import Node
from graph.records.vocabulary import Link

MOST_PHRASES = 9
"""A longer chain is told by the nodes of the overview alone: it must be taken in at a glance."""

_JOINTS = {Link.LEADS_TO: " → ", Link.WORKS_AGAINST: "; this holds back: "}


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

    Of a chain of more than ``MOST_PHRASES`` boxes the details are left out; where a box works against the
    next one, it says so.
    """
    stops = list(range(len(path.records)))
    if len(stops) > MOST_PHRASES:
        ends = (0, stops[-1])
        stops = [at for at in stops if at in ends or path.records[at].core]
    said = _capital(path.records[0].happening)
    for one, other in pairwise(stops):
        against = sum(link is Link.WORKS_AGAINST for link in path.links[one:other]) % 2
        link = Link.WORKS_AGAINST if against else Link.LEADS_TO
        said += f"{_JOINTS[link]}{path.records[other].happening}"
    return f"{said}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
