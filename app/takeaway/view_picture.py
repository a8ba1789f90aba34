"""The picture of a view of the Explore page, whole and as it is shown: for its paper, as SVG and as PNG."""

from __future__ import annotations

from collections.abc import Iterable

from app.state.explore_view import ExploreView
from app.state.highlight import Highlight
from app.takeaway.png import PIXELS, png_of
from app.takeaway.qr import code_of
from app.words.headline import question
from graph.drawing.drawings import drawing_of_map
from graph.drawing.emphasis import Emphasis
from graph.drawing.svg_view import Code, PicturedView, view_sheet, view_svg
from graph.paths.overview import Arrow
from graph.records.vocabulary import Effect, Gate, Status
from graph.records.wording import counted
from graph.words.mechanism import mechanism_of

SHOWING = {
    Highlight.PATH: "The chosen path stands out.",
    Highlight.BEST: "The chosen path stands out, and thinner the best path of each other route.",
    Highlight.ALL: "The chosen path stands out, and thinner every arrow that lies on one of the paths.",
    Highlight.MAP: "The whole map; the chosen path stands out.",
}


def to_paper(explore_view: ExploreView, page: str) -> bytes:
    """The picture with its legend as an SVG element, for the page that is printed."""
    return view_svg(pictured(explore_view, page)).encode()


def to_svg(explore_view: ExploreView, page: str) -> bytes:
    """The sheet as a file: UTF-8, with its XML declaration."""
    sheet = view_sheet(pictured(explore_view, page))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{sheet}\n'.encode()


def to_png(explore_view: ExploreView, page: str) -> bytes:
    """The same sheet, at least ``PIXELS`` wide; text is never smaller than on a screen."""
    view = pictured(explore_view, page)
    width = view.width
    return png_of(lambda fonts: view_sheet(view, fonts), width, max(PIXELS, round(1.6 * width)))


def pictured(explore_view: ExploreView, page: str) -> PicturedView:
    """A view as it is drawn.

    Args:
        explore_view: what is shown.
        page: the address of the Explore page without parameters; empty where it is not known.
    """
    header, view = explore_view.map.header, explore_view.view.pictured
    entered, path = explore_view.entered, explore_view.path
    address = f"{page}{view.link()}"
    try:
        code = Code(*code_of(address)) if page else None
    except ValueError:  # too long to be scanned; it stands there in words
        code = None
    return PicturedView(
        entered.drawing if entered else drawing_of_map(explore_view.map, explore_view.shown.scope),
        emphasis_of(explore_view),
        question(explore_view),
        mechanism_of(path) if path else explore_view.answer.headline,
        _showing(explore_view),
        (f"{header.title}, version {header.version}, {header.date}.", header.disclaimer),
        address,
        code,
    )


def _showing(explore_view: ExploreView) -> str:
    """What stands out, and under which conditions it was asked."""
    view, names = explore_view.view, explore_view.map.node
    plain = view.show is Highlight.BEST and not explore_view.lit
    said = [SHOWING[Highlight.PATH if plain else view.show]]
    if view.gate is not Gate.EVERYTHING:
        gap = " Two strokes across a line: a step that fails this." if explore_view.breaks else ""
        said.append(f"Accepted: {view.gate.label} only.{gap}")
    if view.through:
        said.append(f"Only paths through {', '.join(names[name].name for name in view.through)}.")
    if view.max_steps is not None:
        said.append(f"Only paths of at most {counted(view.max_steps, 'step')}.")
    if view.block:
        said.append(f"Supposed not to happen: {', '.join(names[name].name for name in view.block)}.")
    if view.fade:
        said.append("Some kinds of box or line are faded.")
    return " ".join(said)


def emphasis_of(explore_view: ExploreView) -> Emphasis:
    """What the picture of the page lets stand out, less what its legend fades."""
    view, shown, path, legs = explore_view.view, explore_view.shown, explore_view.path, explore_view.legs
    pale = frozenset(node.id for node in shown.nodes if f"kind:{node.kind}" in view.fade)
    lit = (shown.arrow[name] for name in explore_view.lit)
    return Emphasis(
        steps={leg.arrow: leg.label for leg in legs},
        path=frozenset(path.nodes if path else ()) & shown.ids,
        ends=frozenset({view.start, view.target}) & shown.ids,
        arrows=frozenset(arrow.id for arrow in _unfaded(lit, pale, view.fade)),
        boxes=explore_view.lit_nodes - pale,
        breaks=frozenset(explore_view.broken_arrows),
        blocked=frozenset(view.block) & shown.ids,
    )


def _unfaded(arrows: Iterable[Arrow], pale: frozenset[str], fade: tuple[str, ...]) -> Iterable[Arrow]:
    return (arrow for arrow in arrows if not {arrow.source, arrow.target} & pale and _line(arrow) not in fade)


def _line(arrow: Arrow) -> str:
    """The entry of the legend that fades an arrow."""
    if arrow.effect is Effect.ASSOCIATED:
        return "line:association"
    return f"line:{arrow.certainty if arrow.status is Status.SUPPORTED else arrow.status}"
