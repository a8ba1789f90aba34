"""What ``map.yaml`` says of the map as a whole holds: its date is a day, and its two ends ask a question."""

from __future__ import annotations

import re
from collections.abc import Iterator

import networkx as nx

from graph.checks.joins import unknown_ends
from graph.checks.reporting import problem
from graph.records.causal_map import CausalMap
from graph.records.problems import Problem

# Ranges and not `\d`, which also takes the digits of other scripts.
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def the_date_is_a_day(causal_map: CausalMap) -> Iterator[Problem]:
    """The date of the version is a day of the calendar, written as programs read it."""
    header = causal_map.header
    if header.day is None or not _DAY.fullmatch(header.date):
        what = f"the date {header.date!r} is no day of the calendar, written as year, month and day"
        yield problem(causal_map, ("map", "date"), what, "write it as 2026-11-23")


def default_ends_are_joined(causal_map: CausalMap) -> Iterator[Problem]:
    """The default start and the default target are two nodes, and a causal path joins them."""
    header = causal_map.header
    start, target = header.default_start, header.default_target
    if start not in causal_map.node or target not in causal_map.node:
        return
    where = ("map", "default_target")
    if start == target:
        yield problem(causal_map, where, f"{start!r} is the default start as well", "name another node")
    elif not unknown_ends(causal_map) and not _joined(causal_map, start, target):
        what = f"no causal path leads from {start!r}, the default start, to {target!r}"
        yield problem(causal_map, where, what, "name two nodes that a path joins, or add the missing edge")


def _joined(causal_map: CausalMap, start: str, target: str) -> bool:
    """Whether any walk along causal edges leads on; what repeats a node can be cut short to a path.

    Claims that nothing supports yet are enough: a map may ask a question that is open.
    """
    return nx.has_path(causal_map.network, start, target)
