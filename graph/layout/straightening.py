"""Small steps taken out of the arrows.

A step of a few units reads as a slip of the pen. Where there is room, one end of the link is
moved to the height of the other. Ends that are joined by straight links already move together,
and push their neighbours along, so nothing that was straight is lost again.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.layout.anchors import Anchoring
from graph.layout.outline import PORT_GAP

# Steps worth a move, smallest first, in units; only the small ones may push neighbours.
_LIMITS = (2.0, 5.0, 9.0, 14.0)
_PUSH = 5.0
# How much nearer to each other neighbours may come for it.
_GIVE = 0.8

Neighbours = dict[int, tuple[int | None, int | None]]


def straighten(plan: Anchoring) -> None:
    """Make links that are nearly straight exactly so, where there is room to."""
    beside = _neighbours(plan)
    runs = {index: [index] for index in range(len(plan.anchors))}
    for limit in _LIMITS:
        for link in plan.links:
            one, other = link.ends
            away = plan.anchors[other].y - plan.anchors[one].y
            if link.on_left[0] == link.on_left[1] or abs(away) > limit or runs[one] is runs[other]:
                continue
            # The shorter run disturbs less.
            choices = sorted(
                ((one, other, away), (other, one, -away)), key=lambda choice: len(runs[choice[0]])
            )
            for mover, fixed, step in choices:
                moved = _moved(plan, beside, runs, mover, step)
                if moved is None or fixed in moved:
                    continue
                for index in moved:
                    plan.anchors[index].y += step
                _join(plan, runs, fixed, mover)
                break


def has_room(plan: Anchoring, index: int, step: float) -> bool:
    """Say whether an anchor can move alone by a step."""
    return _moved(plan, _neighbours(plan), {index: [index]}, index, step, push=0.0) is not None


def _neighbours(plan: Anchoring) -> Neighbours:
    result: Neighbours = {}
    for group in plan.groups:
        padded = [None, *group, None]
        for before, index, after in zip(padded, group, padded[2:], strict=False):
            result[index] = (before, after)
    return result


def _moved(
    plan: Anchoring,
    beside: Neighbours,
    runs: dict[int, list[int]],
    mover: int,
    step: float,
    push: float = _PUSH,
) -> set[int] | None:
    """Return all anchors that have to move if one of them does; None if there is no room."""
    waiting, moved = [mover], set()
    while waiting:
        for index in runs[waiting.pop()]:
            if index in moved:
                continue
            moved.add(index)
            anchor = plan.anchors[index]
            if not anchor.low <= anchor.y + step <= anchor.high:
                return None
            for neighbour in _crowded(plan, beside, index, step):
                if neighbour not in moved:
                    if abs(step) > push:
                        return None
                    waiting.append(neighbour)
    return moved


def _crowded(plan: Anchoring, beside: Neighbours, index: int, step: float) -> Iterator[int]:
    """Yield the neighbour an anchor would come too near to."""
    neighbour = beside[index][step > 0]
    if neighbour is not None:
        distance = abs(plan.anchors[neighbour].y - plan.anchors[index].y - step)
        ahead = (plan.anchors[neighbour].y - plan.anchors[index].y - step) * step > 0
        if not ahead or distance < PORT_GAP - _GIVE:
            yield neighbour


def _join(plan: Anchoring, runs: dict[int, list[int]], fixed: int, mover: int) -> None:
    joined = runs[fixed] + runs[mover]
    for index in joined:
        plan.anchors[index].y = plan.anchors[fixed].y
        runs[index] = joined
