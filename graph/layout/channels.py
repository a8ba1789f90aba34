"""The tracks of all channels, and the places where two arrows would run on one line.

An arrow that comes from the left rim and one that goes to the right rim at the same height
share a line if the first turns off behind the second. Mostly the order of the tracks prevents
that; where it can't, one of the two ends is moved a little.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.layout.anchors import Anchoring
from graph.layout.specs import ROOMY, Density
from graph.layout.straightening import has_room
from graph.layout.tracks import MANY_RUNS, NEAR, Run, lay_tracks

OUTER_MARGIN = 6.0
_FLAT = 0.01
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Channels:
    """The channels between the lanes.

    Attributes:
        tracks: track of every link in units from the left rim of its channel.
        widths: width of every channel in units.
        parted: whether no channel is too full for arrows that share a line to be parted.
    """

    tracks: list[float]
    widths: list[float]
    parted: bool


def lay_channels(lane_count: int, plan: Anchoring, density: Density = ROOMY) -> Channels:
    """Lay the tracks of all channels, moving ends that would share a line."""
    channels = _lay_all(lane_count, plan, density)
    for _ in range(_ROUNDS if channels.parted else 0):
        moved = [_part(plan, one, other) for one, other in _clashes(lane_count, plan, channels)]
        if not any(moved):
            break
        channels = _lay_all(lane_count, plan, density)
    return channels


def _lay_all(lane_count: int, plan: Anchoring, density: Density) -> Channels:
    tracks = [0.0] * len(plan.links)
    widths = []
    parted = True
    for channel in range(lane_count + 1):
        members, runs = [], []
        for index, link in enumerate(plan.links):
            if link.channel == channel:
                ys = [plan.anchors[end].y for end in link.ends]
                if _is_straight(plan, index):
                    tracks[index] = density.head_room
                    continue
                members.append(index)
                left = tuple(y for y, on_left in zip(ys, link.on_left, strict=True) if on_left)
                right = tuple(y for y, on_left in zip(ys, link.on_left, strict=True) if not on_left)
                runs.append(Run(left, right))
        outer = channel in (0, lane_count)
        result = lay_tracks(runs, _least_width(outer, bool(runs), density), density)
        widths.append(result.width)
        parted = parted and len(runs) <= MANY_RUNS
        for index, track in zip(members, result.tracks, strict=True):
            tracks[index] = track
    return Channels(tracks, widths, parted)


def _least_width(outer: bool, used: bool, density: Density) -> float:
    if not outer:
        return density.least_channel
    return density.least_rim if used else OUTER_MARGIN


def _is_straight(plan: Anchoring, index: int) -> bool:
    link = plan.links[index]
    one, other = (plan.anchors[end].y for end in link.ends)
    return abs(one - other) <= _FLAT and link.on_left[0] != link.on_left[1]


def _clashes(lane_count: int, plan: Anchoring, channels: Channels) -> Iterator[tuple[int, int]]:
    """Yield pairs of anchors whose arrows share a line on a part of their way."""
    stubs: list[tuple[list[tuple[float, int]], list[tuple[float, int]]]] = [
        ([], []) for _ in range(lane_count + 1)
    ]
    for index, link in enumerate(plan.links):
        if not _is_straight(plan, index):
            for end, on_left in zip(link.ends, link.on_left, strict=True):
                stubs[link.channel][0 if on_left else 1].append((channels.tracks[index], end))
    for left, right in stubs:
        for reach, one in left:
            for start, other in right:
                near = abs(plan.anchors[one].y - plan.anchors[other].y) < NEAR
                if near and start < reach:
                    yield one, other


def _part(plan: Anchoring, one: int, other: int) -> bool:
    """Move one of two anchors so far that their arrows run apart."""
    straight = {
        end for index, link in enumerate(plan.links) if _is_straight(plan, index) for end in link.ends
    }
    away = plan.anchors[other].y - plan.anchors[one].y
    if abs(away) >= NEAR:
        return False
    steps = sorted((away - NEAR, away + NEAR), key=lambda step: (abs(step), step))
    for step in steps:
        for mover, move in ((one, step), (other, -step)):
            if mover not in straight and has_room(plan, mover, move):
                plan.anchors[mover].y += move
                return True
    return False
