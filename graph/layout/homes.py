"""Which guests share a place: those that are never shown together.

A guest is a box that is shown only when it is asked for. A lane keeps few places, and each guest has its home
in one of them. Two that are shown together have different homes, as far as there are enough (a colouring of
their graph, the widest acquainted first); any two find room at the same time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.layout.specs import BoxSpec

MOST_HOMES = 5
"""So many places a lane keeps; what is shown at once in one lane is hardly ever more."""
_HARDLY_EVER = 0.002

Company = Mapping[tuple[str, str], float]
"""In which share of all questions two boxes are shown together, by their ids in order."""


@dataclass(slots=True)
class Home:
    """A kept place.

    Attributes:
        id: unique among places and boxes.
        lane: id of its lane.
        height: in units; its own guests fit, whoever else does may stand there too.
        guests: ids of those whose home it is.
    """

    id: str
    lane: str
    height: float
    guests: list[str] = field(default_factory=list)


def find_homes(guests: Sequence[BoxSpec], heights: Mapping[str, float], company: Company) -> list[Home]:
    """Give every guest a home.

    Args:
        guests: the boxes that come and go.
        heights: what each needs, in units.
        company: how often two are shown together; never, where nothing is said.
    """
    lanes: dict[str, list[BoxSpec]] = {}
    for guest in guests:
        lanes.setdefault(guest.lane, []).append(guest)
    return [home for lane, those in lanes.items() for home in _homes_of(lane, those, heights, company)]


def _homes_of(
    lane: str, guests: Sequence[BoxSpec], heights: Mapping[str, float], company: Company
) -> list[Home]:
    met: dict[str, dict[str, float]] = {guest.id: {} for guest in guests}
    for (one, other), count in company.items():
        if one in met and other in met:
            met[one][other] = met[other][one] = count
    # Which order leaves the lowest places cannot be told beforehand.
    orders = [
        sorted(met, key=lambda guest: (-sum(met[guest].values()), -heights[guest], guest)),
        sorted(met, key=lambda guest: (-heights[guest], -sum(met[guest].values()), guest)),
        sorted(met, key=lambda guest: (-len(met[guest]), -heights[guest], guest)),
    ]
    tries = [_fill(lane, order, met, heights) for order in orders]
    return min(tries, key=lambda homes: (_clashes(homes, met), sum(home.height for home in homes)))


def _fill(
    lane: str, order: Sequence[str], met: Mapping[str, Mapping[str, float]], heights: Mapping[str, float]
) -> list[Home]:
    tallest = sorted((heights[guest] for guest in order), reverse=True)
    # Two places fit for any two guests: both ends of a question may be guests of one lane.
    homes = [Home(_name(lane, at), lane, height) for at, height in enumerate(tallest[:2])]
    for guest in order:
        clashes = [sum(met[guest].get(other, 0.0) for other in home.guests) for home in homes]
        if min(clashes) > _HARDLY_EVER and len(homes) < MOST_HOMES:
            homes.append(Home(_name(lane, len(homes)), lane, heights[guest]))
            clashes.append(0.0)

        def rating(
            at: int, guest: str = guest, clashes: list[float] = clashes
        ) -> tuple[float, float, int, int]:
            home = homes[at]
            return clashes[at], max(0.0, heights[guest] - home.height), len(home.guests), at

        best = homes[min(range(len(homes)), key=rating)]
        best.guests.append(guest)
        best.height = max(best.height, heights[guest])
    return homes


def _clashes(homes: Sequence[Home], met: Mapping[str, Mapping[str, float]]) -> float:
    return sum(met[one].get(other, 0.0) for home in homes for one in home.guests for other in home.guests)


def _name(lane: str, at: int) -> str:
    # No id of a box has a space.
    return f"{lane} {at}"
