"""What joins two boxes: the one rule for what the end of an arrow shows, and what is said there.

In everyday words a box is a claim that carries its change, and an arrow says how the one change bears on the
other: it leads to it, or works against it. At the precise level an arrow speaks of the variables
themselves, named without their change: it increases or decreases. Whatever draws an arrow, writes its sign or
reads it out asks here, so all of them say the same.
"""

from __future__ import annotations

from enum import StrEnum

from graph.records.edge import HasEffect, link_between
from graph.records.node import Node
from graph.records.vocabulary import Effect, Level, Link, Status

Joint = Link | Effect
"""How one box is joined to the next: a link between changes, or an effect between variables."""


class End(StrEnum):
    """What an arrow ends in, drawn or written: a tip, a bar, or nothing."""

    TIP = "→"
    BAR = "⊣"
    NONE = "–"


_ENDS = {
    Link.LEADS_TO: End.TIP,
    Link.WORKS_AGAINST: End.BAR,
    Link.GOES_WITH: End.NONE,
    Effect.INCREASES: End.TIP,
    Effect.DECREASES: End.BAR,
    Effect.ASSOCIATED: End.NONE,
}


def joint_between(source: Node, arrow: HasEffect, target: Node) -> Joint:
    """How an arrow joins two boxes, at the reading level at which the boxes speak."""
    return link_between(source, arrow, target) if source.level is Level.PLAIN else arrow.effect


def joints_at(level: Level) -> tuple[Joint, ...]:
    """Everything that may join two boxes at a reading level."""
    return tuple(Link) if level is Level.PLAIN else tuple(Effect)


def end_of(joint: Joint) -> End:
    """What the arrow ends in.

    >>> end_of(Link.LEADS_TO), end_of(Effect.DECREASES)
    (<End.TIP: '→'>, <End.BAR: '⊣'>)
    """
    return _ENDS[joint]


def said_of(joint: Joint, status: Status) -> str:
    """What an arrow says; of a claim that was tested in vain or refuted, that it is only claimed."""
    return f"claimed: {joint.label}" if status.denies else joint.label


def step_in_signs(source: Node, arrow: HasEffect, target: Node) -> str:
    """A step on a line, as it is drawn: ``Heavy rain → Standing water ↑``."""
    return f"{source.at_arrow} {end_of(joint_between(source, arrow, target))} {target.at_arrow}"


def step_aloud(source: Node, arrow: HasEffect, target: Node) -> str:
    """The same as it is read out: ``Heavy rain leads to Standing water ↑``."""
    return f"{source.at_arrow} {joint_between(source, arrow, target).label} {target.at_arrow}"
