"""The heights arrows go through: ports on boxes and passages between them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Anchor:
    """A height an arrow goes through: a port or a passage, with the room it may move in."""

    y: float
    home: float
    low: float
    high: float
    is_port: bool


@dataclass(frozen=True, slots=True)
class Link:
    """The part of an arrow that lies in one channel.

    Attributes:
        arrow: Index of the arrow.
        channel: Index of the channel.
        ends: Indices of the anchors, in the direction of the arrow.
        on_left: For each end, whether it lies on the left rim of the channel.
    """

    arrow: int
    channel: int
    ends: tuple[int, int]
    on_left: tuple[bool, bool]


@dataclass(slots=True)
class Anchoring:
    """All anchors, the links between them, and the groups that share a border or a gap."""

    anchors: list[Anchor]
    links: list[Link]
    groups: list[list[int]]
