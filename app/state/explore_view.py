"""One view of the explorer with everything it shows: asked of the library once, shown by every part.

Paths have the numbers that the library gives them (``graph.answers.path_numbers``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from app.state.highlight import Highlight
from app.state.view_state import BROKEN, ViewState
from graph import (
    CausalMap,
    CausalPath,
    OutOfSteps,
    PathAnswer,
    broken_paths,
    causal_paths,
    on_paths,
    route_paths,
)
from graph.answers.confounders import common_causes
from graph.answers.path_numbers import DEEPEST, number_of, place_of
from graph.drawing.view_drawing import Entered, enter
from graph.evidence.gates import passes
from graph.paths.causal_path import RouteCount
from graph.paths.counting import Count
from graph.paths.overview import Extract, Leg, extract, legs_of
from graph.paths.reach import Span
from graph.records.header import OTHER_ROUTE, FalseChain
from graph.records.node import Node
from graph.records.vocabulary import Scope
from graph.records.wording import counted

FEW_BROKEN = 3
"""How many of the paths that the gate breaks are listed unasked."""

ENDED_EARLY = (
    "The map is so tangled here that the search was ended early; further paths may be missing from the list."
)


@dataclass(frozen=True)
class Row:
    """A path in the list, with its number on the page and its place within its route (from 1)."""

    number: int
    place: int
    path: CausalPath


@dataclass(frozen=True)
class ExploreView:
    """What one view shows.

    Attributes:
        map: the map.
        view: what is chosen; corrected where it asked for something that is not there.
        answer: the library's answer.
        rows: the listed paths of each route, by route id; those that the gate breaks under ``broken``.
        row: the chosen path; ``None`` when there is no path.
        span: what lies on any of the paths.
        shown: the boxes and arrows of the picture.
        entered: what this question adds to the overview; ``None`` where the whole map is drawn.
        notices: kind sentences about what could not be shown.
    """

    map: CausalMap
    view: ViewState
    answer: PathAnswer
    rows: dict[str, list[Row]]
    row: Row | None
    span: Span
    shown: Extract
    entered: Entered | None
    notices: tuple[str, ...]

    @property
    def has_proposed(self) -> bool:
        """Whether there is anything to switch: a path that needs a proposed step, shown or not."""
        return self.view.proposed or self.answer.proposed != Count(0)

    @property
    def false_chains(self) -> tuple[FalseChain, ...]:
        """Chains of the map that are false as wholes and bear on the question.

        Those that the answer leaves out, then those that begin at the start or on the way, also where nothing
        walks them any more: who asks here may have heard of them.
        """
        told = self.answer.false_chains
        near = {self.view.start, *self.span.nodes} - {self.view.target}
        others = (chain for chain in self.map.header.false_chains if chain.source in near)
        return (*told, *(chain for chain in others if chain not in told))

    @cached_property
    def confounders(self) -> tuple[Node, ...]:
        """What leads to both ends."""
        return common_causes(self.map, self.view.start, self.view.target, block=self.view.block)

    @property
    def routes(self) -> tuple[RouteCount, ...]:
        """The routes as they are listed: the best supported first, and behind them what has no name."""
        return tuple(sorted(self.answer.routes, key=lambda route: route.id == OTHER_ROUTE))

    @cached_property
    def legs(self) -> list[Leg]:
        """The arrows of the picture that draw the chosen path."""
        return legs_of(self.path.nodes, self.shown) if self.path else []

    @cached_property
    def lit(self) -> frozenset[str]:
        """The arrows of the picture that stand out beside the chosen path."""
        match self.view.show:
            case Highlight.PATH:
                return frozenset()
            case Highlight.BEST:
                legs = (
                    leg
                    for path in _best_of_others(self.rows, self.row)
                    for leg in legs_of(path.nodes, self.shown)
                )
                return frozenset(leg.arrow for leg in legs if leg.arrow in self.shown.arrow)
            case Highlight.ALL:
                used = self.span.edges
                return frozenset(arrow.id for arrow in self.shown.arrows if used.issuperset(arrow.steps))
            case Highlight.MAP:
                return frozenset(self.shown.arrow)

    @property
    def lit_nodes(self) -> frozenset[str]:
        """The boxes of the picture that stand out beside those of the chosen path."""
        if self.view.show is Highlight.ALL:
            return self.span.nodes & self.shown.ids
        arrows = (self.shown.arrow[name] for name in self.lit)
        return frozenset(end for arrow in arrows for end in (arrow.source, arrow.target))

    @property
    def breaks(self) -> tuple[int, ...]:
        """The steps of the chosen path, from 1, that the gate does not accept."""
        steps = self.path.steps if self.path else ()
        gate = self.view.gate
        return tuple(at for at, step in enumerate(steps, start=1) if not passes(self.map, step, gate))

    @property
    def broken_arrows(self) -> tuple[str, ...]:
        """The arrows of the picture that draw such a step, in the order of the path."""
        breaks = self.breaks
        return tuple(leg.arrow for leg in self.legs if any(leg.first <= at <= leg.last for at in breaks))

    @property
    def path(self) -> CausalPath | None:
        """The chosen path."""
        return self.row.path if self.row else None


def make_explore_view(causal_map: CausalMap, view: ViewState, notices: list[str]) -> ExploreView:
    """Ask the library for everything that a view shows, in the words of its reading level."""
    causal_map = causal_map.in_words(view.level)
    answer = causal_paths(causal_map, view.start, view.target, limit=1, **view.conditions)
    notices = list(notices)
    rows = {route.id: _rows(causal_map, view, answer, route, notices) for route in answer.routes}
    rows |= {BROKEN: broken} if (broken := _broken_rows(causal_map, view, answer, notices)) else {}
    row = _chosen(causal_map, view, answer, rows, notices)
    if row is not None and row.number != view.path:
        view = view.but(path=row.number, step=None)
    view = _opened(view, row).but(route=None)
    if row is not None and view.step is not None and view.step > len(row.path.steps):
        notices.append(f"This path has {counted(len(row.path.steps), 'step')}; there is no step {view.step}.")
        view = view.but(step=None)
    span = on_paths(causal_map, view.start, view.target, **view.conditions)
    if span.undecided:
        notices.append(
            "The map is so tangled here that the search was ended early. Arrows that may lie on a path and "
            f"are not shown as part of one: {len(span.undecided):,}."
        )
    entered = None
    if view.show is not Highlight.MAP:
        chosen = row.path if row else None
        entered = enter(causal_map, chosen, _best_of_others(rows, row), (view.start, view.target))
    shown = entered.shown if entered else extract(causal_map, Scope.FULL)
    return ExploreView(causal_map, view, answer, rows, row, span, shown, entered, tuple(notices))


def _opened(view: ViewState, row: Row | None) -> ViewState:
    """The view with one thing opened at most, and an arrow of the chosen path opened as its step."""
    if view.node is not None:
        return view.but(step=None, edge=None)
    steps = [edge.id for edge in row.path.steps] if row else []
    if view.edge in steps:
        return view.but(step=steps.index(view.edge) + 1, edge=None)
    return view.but(step=None) if view.edge is not None else view


def _best_of_others(rows: dict[str, list[Row]], chosen: Row | None) -> tuple[CausalPath, ...]:
    """The best path of each route but the chosen one; of what a gate breaks none."""
    return tuple(group[0].path for route, group in rows.items() if chosen not in group and route != BROKEN)


def _rows(
    causal_map: CausalMap, view: ViewState, answer: PathAnswer, route: RouteCount, notices: list[str]
) -> list[Row]:
    if view.more != route.id:
        return [Row(number_of(answer.routes, route.id, 1), 1, route.best)]
    ranked = _first(_paths_of(causal_map, view, route.id), view.rows, notices)
    return [
        Row(number_of(answer.routes, route.id, place), place, path)
        for place, path in enumerate(ranked, start=1)
    ]


def _broken_rows(causal_map: CausalMap, view: ViewState, answer: PathAnswer, notices: list[str]) -> list[Row]:
    """The first of the paths that the gate breaks; they are numbered behind all others."""
    if answer.broken is None:
        return []
    most = view.rows if view.more == BROKEN else FEW_BROKEN
    ranked = _first(_paths_of(causal_map, view, BROKEN), most, notices)
    return [Row(answer.numbers_taken + place, place, path) for place, path in enumerate(ranked, start=1)]


def _first(paths: Iterator[CausalPath], most: int, notices: list[str]) -> list[CausalPath]:
    """So many paths, or those that the search found before it was ended early, and then a notice."""
    found: list[CausalPath] = []
    try:
        found += islice(paths, most)
    except OutOfSteps:
        notices.append(ENDED_EARLY)
    return found


def _paths_of(causal_map: CausalMap, view: ViewState, route: str) -> Iterator[CausalPath]:
    ends = (causal_map, view.start, view.target)
    if route == BROKEN:
        return broken_paths(*ends, **view.conditions)
    return route_paths(*ends, route, **view.conditions)


def _chosen(
    causal_map: CausalMap,
    view: ViewState,
    answer: PathAnswer,
    rows: dict[str, list[Row]],
    notices: list[str],
) -> Row | None:
    """The chosen row; put into the list of its route when it is not among the listed ones."""
    listed = [row for group in rows.values() for row in group]
    if not listed:
        return None
    if view.route is not None:
        return _of_route(causal_map, view, answer, rows, notices) or listed[0]
    for row in listed:
        if row.number == view.path:
            return row
    route, place = _place(answer, view.path) or ("", 0)
    path = None
    if route and place <= DEEPEST:
        path = next(iter(_first(_paths_of(causal_map, view, route), place, notices)[place - 1 :]), None)
    if path is None:
        notices.append(f"There is no path {view.path:,} to show here; the best one is shown instead.")
        return listed[0]
    row = Row(view.path, place, path)
    rows[route].append(row)
    return row


def _of_route(
    causal_map: CausalMap,
    view: ViewState,
    answer: PathAnswer,
    rows: dict[str, list[Row]],
    notices: list[str],
) -> Row | None:
    """The best path of the route that was asked for; where a gate breaks all of them, the best of these."""
    listed = (row for group in rows.values() for row in group)
    found = next((row for row in listed if row.path.route == view.route), None)
    if found or answer.broken is None:
        return found
    broken = enumerate(_first(_paths_of(causal_map, view, BROKEN), DEEPEST, notices), start=1)
    for place, path in broken:
        if path.route == view.route:
            row = Row(answer.numbers_taken + place, place, path)
            rows[BROKEN].append(row)
            return row
    return None


def _place(answer: PathAnswer, number: int) -> tuple[str, int] | None:
    """The route and the place in it of a path number, the broken paths included."""
    behind = number - answer.numbers_taken
    if behind <= 0:
        return place_of(answer.routes, number)
    broken = answer.broken
    if broken is not None and (behind <= broken.count.total or not broken.count.exact):
        return BROKEN, behind
    return None
