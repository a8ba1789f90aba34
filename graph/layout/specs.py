"""What goes into a layout and what comes out of it.

Plain records only. All lengths are in world units: the text is 13 units high, the origin is
the top left corner just under the lane headings, x grows to the right and y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]
Polyline = tuple[Point, ...]

SHAPES = ("box", "pill", "ellipse")


@dataclass(frozen=True, slots=True)
class Density:
    """How much air a layout has, in units.

    Attributes:
        box_width: of every box.
        padding: between the text of a box and its upper and lower edge.
        box_gap: between two boxes of a column.
        arrow_gap: the same where an arrow joins the two.
        passage_gap: between a box and an arrow that passes it.
        passing_gap: between two arrows that pass between the same boxes.
        port_gap: between two arrows that end on one side of a box.
        track_gap: between two arrows that run side by side in a channel.
        crowded_gap: the same in a crowded channel, which would push the columns apart.
        head_room: between a box and the first arrow that runs past its side, for the heads.
        least_channel: width of a channel with few arrows.
        least_rim: the same for the channels left and right of all columns, if any arrow runs there.
    """

    box_width: float
    padding: float
    box_gap: float
    arrow_gap: float
    passage_gap: float
    passing_gap: float
    port_gap: float
    track_gap: float
    crowded_gap: float
    head_room: float
    least_channel: float
    least_rim: float


ROOMY = Density(148.0, 5.0, 12.0, 16.0, 6.0, 4.5, 4.5, 4.5, 4.0, 12.0, 56.0, 56.0)
COMPACT = Density(160.0, 1.5, 6.0, 12.0, 4.0, 3.4, 3.5, 4.0, 3.7, 10.0, 44.0, 16.0)
"""For a picture that must be seen at once on the first screen of a laptop."""


@dataclass(frozen=True, slots=True)
class BoxSpec:
    """A claim that wants a place.

    Attributes:
        id: Unique among the boxes.
        lane: Id of the column it stands in.
        label: The claim, for instance "Standing water ↑". A sign at its end never stands on a
            line of its own.
        shape: One of "box", "pill" and "ellipse".
        also: What the box says at another reading level; it then stands in the same place, and is
            high enough for both. Empty where it says the same.
    """

    id: str
    lane: str
    label: str
    shape: str
    also: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        """All that must fit into the box."""
        return (self.label, self.also) if self.also else (self.label,)


@dataclass(frozen=True, slots=True)
class ArrowSpec:
    """An arrow between two boxes; several may join the same two."""

    id: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Box:
    """A placed box: its centre, its size in units, its wrapped label, and the other label if it has one."""

    id: str
    lane: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LaneColumn:
    """A placed lane: centre and width of its column in units."""

    id: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A drawing: every box has one home, every arrow one polyline from source to target.

    Attributes:
        boxes: the placed boxes by id.
        routes: the polyline of every arrow by its id.
        lanes: the columns from left to right.
        width: in units.
        height: in units.
        rough: whether the graph was too tangled for the whole search: more crossings than need be.
    """

    boxes: dict[str, Box]
    routes: dict[str, Polyline]
    lanes: tuple[LaneColumn, ...]
    width: float
    height: float
    rough: bool = False
