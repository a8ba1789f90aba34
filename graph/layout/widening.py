"""The channels between the columns: wider where there is room, a little narrower where there is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from graph.layout.specs import Layout

WIDEST_CHANNEL = 120.0
"""Arrows longer than this, in units, are not easier to follow."""

MOST_SQUEEZED = 0.1
"""Beyond that, arrows side by side would run into one."""


def widen(layout: Layout, width: float) -> Layout:
    """Widen the channels between the columns in equal parts; boxes keep their size, and nothing its height.

    Args:
        layout: a layout.
        width: how wide it may become, in units; channels end at ``WIDEST_CHANNEL``.
    """
    channels = _channels(layout)
    spare = width - layout.width
    if spare <= 0 or not channels:
        return layout
    part = spare / len(channels)
    return _changed(
        layout, channels, [max(0.0, min(part, WIDEST_CHANNEL - (right - left))) for left, right in channels]
    )


def squeeze(layout: Layout, width: float) -> Layout:
    """Narrow the channels in proportion where a layout is wider than so many units; by a tenth at most."""
    channels = _channels(layout)
    total = sum(right - left for left, right in channels)
    over = layout.width - width
    if over <= 0 or not channels:
        return layout
    share = min(over / total, MOST_SQUEEZED)
    return _changed(layout, channels, [-share * (right - left) for left, right in channels])


def _channels(layout: Layout) -> list[tuple[float, float]]:
    sides = [(column.x - column.width / 2, column.x + column.width / 2) for column in layout.lanes]
    return [(right, left) for (_, right), (left, _) in pairwise(sides)]


def _changed(layout: Layout, channels: list[tuple[float, float]], more: list[float]) -> Layout:
    move = _mover(channels, more)
    return Layout(
        {name: replace(box, x=move(box.x)) for name, box in layout.boxes.items()},
        {name: tuple((move(x), y) for x, y in route) for name, route in layout.routes.items()},
        tuple(replace(column, x=move(column.x)) for column in layout.lanes),
        layout.width + sum(more),
        layout.height,
        layout.rough,
    )


def _mover(channels: list[tuple[float, float]], more: list[float]) -> Callable[[float], float]:
    """Where a point goes: on with its column, and within a channel in proportion."""

    def move(x: float) -> float:
        moved = x
        for (left, right), by in zip(channels, more, strict=True):
            moved += by * min(1.0, max(0.0, (x - left) / (right - left)))
        return moved

    return move
