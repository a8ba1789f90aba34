"""The answer in a sentence or two, true to the count and plain enough to read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graph.evidence.gates import lack_of
from graph.paths.causal_path import Broken, CausalPath, RouteCount
from graph.paths.counting import Count
from graph.records.edge import Edge
from graph.records.node import Node
from graph.records.vocabulary import Certainty, Gate, Kind, Status
from graph.records.wording import by_way_of, counted


class Apart(NamedTuple):
    """What stands apart from the paths of an answer.

    Attributes:
        proposed: how many paths need a step that nothing supports.
        shown: whether these are among the paths all the same.
        false: how many paths are left out because they are false as wholes.
    """

    proposed: Count = Count(0)
    shown: bool = False
    false: Count = Count(0)


NOTHING_APART = Apart()


class Whole(NamedTuple):
    """What is known of the two ends beside the best path between them.

    Attributes:
        arrow: the arrow from the start to the target itself, if the map has one.
        only_through: the node the map is about, when every path passes it on its way.
        other_way: the best path whose sign is the opposite of the best path's.
    """

    arrow: Edge | None = None
    only_through: Node | None = None
    other_way: CausalPath | None = None


NOTHING_MORE = Whole()


class Asked(NamedTuple):
    """What the paths were asked to do beside leading from one end to the other.

    Attributes:
        through: the nodes to pass.
        max_steps: how many steps they may have at most; ``None`` for any number.
        otherwise: where no path does it, how many there are that need not.
    """

    through: Sequence[Node] = ()
    max_steps: int | None = None
    otherwise: Count | None = None


NOTHING_ASKED = Asked()

SILENCE = " That this map shows none does not mean that there is none."
"""Said where no path is found, unless an arrow of the map says itself what is known of the whole."""

MOST_SPELT = 3
"""A path of so many steps is spelt out in a sentence; of a longer one its last stop is named."""


class Verdict(NamedTuple):
    """The answer in words; each part begins with a space or is empty, but for the first that is there.

    Attributes:
        counts: how many routes and paths lead there; empty where none does, or where a gate breaks some.
        support: how well the best of them is supported, or that there is none.
        provisos: what else has to be known, not to take the answer for more than it is.
        scope: how far the answer reaches: what is not on the map, what was not weighed, what is not known.
        apart: what is only proposed or false as a whole.
    """

    counts: str = ""
    support: str = ""
    provisos: str = ""
    scope: str = ""
    apart: str = ""

    @property
    def headline(self) -> str:
        """All but what stands apart."""
        return self.counts + self.support + self.provisos + self.scope

    def __str__(self) -> str:
        """All of it, as a sentence or a few."""
        return self.headline + self.apart


NO_WORDS = Verdict()


def verdict(
    source: Node,
    target: Node,
    routes: Sequence[RouteCount],
    count: Count,
    best: CausalPath | None,
    gate: Gate,
    blocked: Sequence[Node],
    broken: Broken | None = None,
    undecided: Sequence[str] = (),
    apart: Apart = NOTHING_APART,
    whole: Whole = NOTHING_MORE,
    asked: Asked = NOTHING_ASKED,
) -> Verdict:
    """How many routes and paths lead from ``source`` to ``target``, and how well the best is supported.

    Args:
        source: the start.
        target: the target.
        routes: the routes that have paths; none where the map names no routes, and then only paths are told.
        count: how many paths there are.
        best: the best of them.
        gate: the least evidence accepted.
        blocked: what is supposed not to happen.
        broken: what the gate takes away.
        undecided: what the search left open.
        apart: what is proposed only, or false as a whole.
        whole: what is known of the two ends beside the best path.
        asked: what the paths were asked to do.
    """
    if source.id == target.id:
        return Verdict("", f"{source.name} is both the start and the target; choose another of the two.")
    ends = f"from {source.name} to {target.name}"
    between = [node.name for node in asked.through if node.id not in (source.id, target.id)]
    how = by_way_of(between, asked.max_steps)
    others = how + _proviso(Gate.EVERYTHING, blocked)
    kindly = _of_what_was_asked(source, target, asked, blocked)
    lost = _lost(gate, broken, f"{ends}{others}{others and ','}") if broken else ""
    left_open, stands_apart = _left_open(undecided), _apart(apart)
    if best is None:
        supported = "supported " if apart.proposed.total else ""
        there_is, found = ("There is no", "") if count.exact else ("No", " was found")
        asked_for = f"on this map{how}{_proviso(gate, blocked)}"
        none = f"{there_is} {supported}causal path {ends}{found} {asked_for}."
        if count.total:  # counted, and yet the search for them came to no end
            verb = "is" if count == Count(1) else "are"
            none = f"There {verb} {_paths(count)} {ends} {asked_for}, but none was found to be shown."
        asked_in_full = not (lost or blocked or how or gate is not Gate.EVERYTHING)
        silence = SILENCE if asked_in_full and whole.arrow is None else ""
        provisos = f"{kindly}{_of_the_whole(whole.arrow, best)}{silence}"
        return Verdict("", lost or none, provisos, left_open, stands_apart)
    at_least = "at least " if undecided else ""
    ways = f"{at_least}{counted(len(routes), 'route')} and {_paths(count)}" if routes else _paths(count)
    verb = "is" if (len(routes) or count.total) == 1 else "are"
    if lost:
        verb = "is" if count == Count(1) else "are"
        return Verdict("", f"{lost} {ways} {verb} left.", kindly, left_open, stands_apart)
    counts = f"There {verb} {ways} {ends}{how}{_proviso(gate, blocked)}."
    through = _of_the_way(source, best, whole.only_through, count)
    disagrees = _of_the_other_way(whole.other_way)
    provisos = f"{kindly}{_of_a_cure(source, best)}{disagrees}{_of_the_whole(whole.arrow, best)}"
    return Verdict(counts, f" {support_of(best)}", provisos, f"{through}{left_open}", stands_apart)


def _apart(apart: Apart) -> str:
    """That some paths are only proposed, and that some are no answers because they are false as wholes."""
    said = ""
    if apart.proposed.total:  # none counted although there may be some is no number to tell
        users = f"{apart.proposed} of them" if apart.shown else _paths(apart.proposed, "more path")
        said += f" A step that is only proposed is {'used' if apart.shown else 'needed'} by {users}."
    if apart.false.total:
        left_out = _paths(apart.false, "path")
        said += f" Left out as false in the whole, though each step stands on the map: {left_out}."
    return said


def _of_what_was_asked(source: Node, target: Node, asked: Asked, blocked: Sequence[Node]) -> str:
    """What cannot be as it was asked or need not be asked, and how many paths there are without it."""
    ends = {source.id: "the start itself", target.id: "the target itself"}
    shut = {node.id for node in blocked}
    said = ""
    for node in asked.through:
        if node.id in shut:
            said += f" {node.name} is blocked, so no path can pass it; leave out one of the two."
        elif node.id in ends:
            said += f" {node.name} is {ends[node.id]}, so every path passes it."
    if asked.otherwise is not None and shut.isdisjoint(node.id for node in asked.through):
        there_are = "are" if asked.otherwise.total > 1 or not asked.otherwise.exact else "is"
        many = _paths(asked.otherwise) if asked.otherwise != Count(0) else "none either"
        said += f" Without that there {there_are} {many}."
    return said


def _left_open(undecided: Sequence[str]) -> str:
    """That the search ended early, and what is not known therefore."""
    if not undecided:
        return ""
    what = ", nor ".join(undecided)
    return f" The map is so tangled here that the search was ended early; it is not known {what}."


def support_of(path: CausalPath, which: str = "The best supported") -> str:
    """How well a path is supported, and that it works against its end where it does.

    Args:
        path: a path of an answer.
        which: what it is called, at the beginning of a sentence.
    """
    weakest = path.weakest
    against = f"works against {path.records[-1].claim} in" if path.works_against else "has"
    if len(path.steps) == 1:
        kind = f"a single step of {weakest.certainty.label} certainty"
        return f"{which} {against if path.works_against else 'is'} {kind}."
    steps = f"{which} {against} {counted(len(path.steps), 'step')}"
    if weakest.certainty is Certainty.HIGH:
        return f"{steps}, each of high certainty."
    return f"{steps}; the least certain is {path.step_text(weakest)} ({weakest.certainty.label} certainty)."


def _of_a_cure(source: Node, best: CausalPath) -> str:
    """That a treatment which acts by way of other steps holds harm back, and that this is not yet repair."""
    by_steps = source.kind is Kind.TREATMENT and best.works_against and len(best.steps) > 1
    return " To stop a cause is not yet to undo what it did." if by_steps else ""


def _of_the_other_way(path: CausalPath | None) -> str:
    """That some paths pull the other way, and the best supported of them."""
    if path is None:
        return ""
    if len(path.steps) <= MOST_SPELT:
        return f" Not all paths agree: {path.text} works the other way."
    by_way = path.records[-2].claim
    return (
        f" Not all paths agree: the best supported of those that work the other way ends by way of {by_way}."
    )


def _of_the_way(source: Node, best: CausalPath, only_through: Node | None, count: Count) -> str:
    """That other causes of the same may not be told: that all paths go one way, or that none is weighed."""
    if only_through is not None:
        they_run = "It runs" if count == Count(1) else "All of them run"
        return f" {they_run} through {only_through.name}; any other way is not on this map."
    if source.kind is Kind.TREATMENT or len(best.steps) == 1:
        return ""
    best_supported = "It need not be the" if count == Count(1) else "Best supported need not be"
    return f" {best_supported} commonest."


def _of_the_whole(arrow: Edge | None, best: CausalPath | None) -> str:
    """What is known of the two ends without the steps between, where it is less than the steps promise."""
    if arrow is None:
        return ""
    if arrow.status.denies:
        return f" The whole was looked for and not found: {arrow.certainty_words}."
    if not arrow.causal:
        return " The two are associated, which shows no cause." if arrow.status is Status.SUPPORTED else ""
    if arrow.status is Status.PROPOSED:
        return " No finding speaks for the whole: it is only proposed."
    if best and arrow.certainty.rank > best.weakest.certainty.rank:
        return f" Of the whole the map is less sure than of the steps: {arrow.certainty_words}."
    return ""


def _lost(gate: Gate, broken: Broken, ends: str) -> str:
    """How many paths a gate breaks, and where it breaks the best of them."""
    all_of = "all" if broken.count == broken.of else f"{broken.count} of"
    if broken.of.total == 1:
        lead = f"With {gate.label} only, the one causal path {ends} breaks"
    else:
        one = broken.count == Count(1)
        fall = "breaks" if one else "break, the best supported of them"
        lead = f"With {gate.label} only, {all_of} {_paths(broken.of)} {ends} {fall}"
    return f"{lead} at {broken.best.step_text(broken.at)}: {lack_of(gate)}."


def _proviso(gate: Gate, blocked: Sequence[Node]) -> str:
    parts = []
    if gate is not Gate.EVERYTHING:
        parts.append(f"with {gate.label} only")
    if blocked:
        parts.append(f"with {', '.join(node.name for node in blocked)} blocked")
    return f", {' and '.join(parts)}" if parts else ""


def _paths(count: Count, what: str = "causal path") -> str:
    number = counted(count.total, what)
    return number if count.exact else f"more than {number}"
