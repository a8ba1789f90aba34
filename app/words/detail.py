"""What stands beside the picture when an arrow or a box of it was opened."""

from __future__ import annotations

from app.state.explore_view import ExploreView
from app.state.highlight import Highlight
from app.words.edge import about_node, evidence, facts, gate_note, proposed_note
from app.words.markup import claims, joint, text
from graph.paths.overview import Arrow, arrow_of, extract
from graph.records.edge import Edge
from graph.records.joints import end_of, joint_between
from graph.records.node import Node
from graph.records.vocabulary import Scope, Status
from graph.words.explain import sentence_of


def detail(shown: ExploreView) -> str:
    """The opened step, arrow or box with what can be done from it; empty when nothing is opened."""
    body = _box(shown) or _step(shown) or _arrow(shown)
    if not body:
        return ""
    close = text(shown.view.closed().link())
    return f'<a class="close" href="{close}" data-go data-key="close" aria-label="Close">✕</a>{body}'


def _box(shown: ExploreView) -> str:
    node = shown.map.node.get(shown.view.node or "")
    if node is None:
        return ""
    view = shown.view
    acts = [("Start here", view.asking(start=node.id)), ("End here", view.asking(target=node.id))]
    links = "".join(
        f'<a class="act" href="{text(asked.link())}" data-go>{words}</a>'
        for words, asked in acts
        if asked.start != asked.target
    )
    kind = shown.map.header.words_for(node.kind).label
    return (
        f'<h2>{text(node.claim)}</h2><p class="soft"><span class="kind">{text(kind)}</span></p>'
        f"<p>{about_node(node, view.level)}</p>"
        f'<p class="acts">{links}</p>'
        f"{_neighbours(shown, node, leading=True)}{_neighbours(shown, node, leading=False)}"
    )


def _neighbours(shown: ExploreView, node: Node, *, leading: bool) -> str:
    """The arrows that end at a box, or begin there, each a link that opens it; causal ones first."""
    edges = [edge for edge in shown.map.edges if node.id == (edge.target if leading else edge.source)]
    edges.sort(key=lambda edge: (not edge.causal, edge.status.rank, edge.certainty.rank))
    title = "What leads here" if leading else "What follows"
    items = "".join(f"<li>{_neighbour(shown, edge, leading=leading)}</li>" for edge in edges)
    none = '<p class="soft">Nothing on this map.</p>'
    listed = f'<ul class="plain">{items}</ul>' if edges else none
    return f'<h3>{title} <span class="count">{len(edges)}</span></h3>{listed}'


def _neighbour(shown: ExploreView, edge: Edge, *, leading: bool) -> str:
    source, target = shown.map.node[edge.source], shown.map.node[edge.target]
    between = joint_between(source, edge, target)
    sign = joint(end_of(between), between.label)
    words = f"{text(source.at_arrow)} {sign}" if leading else f"{sign} {text(target.at_arrow)}"
    known = ", ".join(edge.known)
    opened = text(shown.view.closed().link(edge=edge.id))
    return f'<a href="{opened}" data-go>{words}</a> <span class="soft">{text(known)}</span>'


def _step(shown: ExploreView) -> str:
    """The opened step of the chosen path, with the ways to the ones before and after it."""
    path, number = shown.path, shown.view.step
    if path is None or number is None:
        return ""
    edge = path.steps[number - 1]
    others = [("‹ Step", number - 1), ("Step", number + 1)]
    ways = " · ".join(
        f'<a href="{text(shown.view.link(step=at))}" data-go data-key="to-{words}">{words} {at}'
        f"{' ›' if at > number else ''}</a>"
        for words, at in others
        if 1 <= at <= len(path.steps)
    )
    place = f"Step {number} of {len(path.steps)} of the chosen path."
    card = _card(shown, edge, alone=True, title="h2")
    return f'<p class="soft">{place} <span class="ways">{ways}</span></p>{card}'


def _arrow(shown: ExploreView) -> str:
    """An arrow that was opened although the chosen path does not use it, with the steps it stands for."""
    name = shown.view.edge or ""
    # An arrow of the overview stays opened, also where the picture draws its steps one by one.
    arrow = shown.shown.arrow.get(name) or extract(shown.map, Scope.OVERVIEW).arrow.get(name)
    edges = [shown.map.edge[step] for step in arrow.steps] if arrow else []
    edges = edges or [edge for edge in [shown.map.edge.get(name)] if edge is not None]
    if not edges:
        return ""
    source, target = shown.map.node[edges[0].source], shown.map.node[edges[-1].target]
    arrow = arrow or arrow_of(edges)
    steps = "".join(_card(shown, edge, alone=len(edges) == 1) for edge in edges)
    about = f"{_standing(edges)}{_elsewhere(shown, arrow)}"
    return f'<h2>{claims(source, arrow, target)}</h2><p class="soft">{about}</p>{steps}'


def _card(shown: ExploreView, edge: Edge, *, alone: bool, title: str = "") -> str:
    """One edge of an opened arrow."""
    source, target = shown.map.node[edge.source], shown.map.node[edge.target]
    level = title or ("" if alone else "h3")
    words = claims(source, edge, target)
    heading = f"<{level}>{words}</{level}>" if level else ""
    return (
        f'{heading}<p class="sentence">{text(sentence_of(edge, shown.view.level))}</p>'
        f"{facts(shown.map, edge)}{proposed_note(edge)}{gate_note(shown.map, edge, shown.view.gate)}"
        f"{evidence(shown.map, edge, shown.view.level, opened=alone)}"
    )


def _standing(edges: list[Edge]) -> str:
    if not edges[0].causal:
        return "An association, not a causal step; no path uses it."
    if edges[0].status is Status.PROPOSED:
        return "A path takes this step only where proposed steps are shown."
    if edges[0].status.denies:
        return "Not a step of any path; it is shown so that nobody takes it for granted."
    many = f" It stands for {len(edges)} steps." if len(edges) > 1 else ""
    return f"An arrow that the chosen path does not use.{many}"


def _elsewhere(shown: ExploreView, arrow: Arrow) -> str:
    """Where an arrow is drawn that this picture leaves out."""
    if arrow.id in shown.shown.arrow:
        return ""
    link = text(shown.view.link(show=Highlight.MAP))
    return f' This picture does not draw it; <a href="{link}" data-go data-key="map">the whole map does</a>.'
