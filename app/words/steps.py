"""The chosen path step by step: why each follows, how sure we are, and the findings for and against."""

from __future__ import annotations

from app.state.explore_view import ExploreView, Row
from app.words.edge import about_node, evidence, facts
from app.words.false_chains import false_chain_list
from app.words.foot import foot
from app.words.markup import SHARE, citation, claims, text
from graph.evidence.coverage import spanning
from graph.evidence.gates import passes
from graph.paths.causal_path import CausalPath
from graph.paths.overview import arrow_of
from graph.records.causal_map import CausalMap
from graph.records.edge import Edge
from graph.records.node import Node
from graph.records.vocabulary import Gate, Status
from graph.words.explain import StepWords, sentence_of, summary_of, whole_chain_note, words_of


def step_list(shown: ExploreView) -> str:
    """The opened arrow, when it is not on the path, and the chosen path as an ordered list."""
    loose = _loose_arrow(shown)
    if shown.path is None or shown.row is None:
        false = false_chain_list(shown.map, shown.false_chains, opened=bool(shown.answer.false_chains))
        return f"{loose}{false}{foot(shown.map.header)}"
    path, row = shown.path, shown.row
    items = "".join(_step(shown, step) for step in words_of(path, shown.view.level))
    return (
        f"{loose}<h2>The chosen path, step by step</h2>"
        f'<p class="soft">{text(_standing_of(shown, row))} {text(summary_of(path))}</p>'
        f"{_acts(shown)}{_start(shown, path.records[0])}"
        f'<ol class="steps">{items}</ol>'
        f'<p class="caution">{text(whole_chain_note(path, shown.map))}</p>{_spanning(shown.map, path)}'
        f"{false_chain_list(shown.map, shown.false_chains)}{foot(shown.map.header)}"
    )


def _acts(shown: ExploreView) -> str:
    """What can be done with the chosen path."""
    link = f"lecture{shown.view.but(step=None, edge=None, more=None, scope=None).link()}"
    return (
        f'<p class="acts"><a class="act" href="{text(link)}" data-go data-key="tell">Tell it as a lecture'
        f"</a> {SHARE}</p>"
    )


def _standing_of(shown: ExploreView, row: Row) -> str:
    """Which of the paths this one is."""
    route = next((route for route in shown.answer.routes if row in shown.rows[route.id]), None)
    if route is None:
        return f"Path {row.place:,} of those that break with {shown.view.gate.label} only."
    return f"{route.name}, path {row.place:,} of this route. {route.about}"


def _spanning(causal_map: CausalMap, path: CausalPath) -> str:
    """The references that support two or more steps of the chain, each named with its steps."""
    several = spanning(path.steps)
    if not several:
        return ""
    items = "".join(
        f"<li>Steps {text(', '.join(map(str, numbers)))}: "
        f"<cite>{citation(causal_map.reference[ref])}</cite></li>"
        for ref, numbers in several
    )
    return (
        f'<details data-key="spanning"><summary>Sources that support more than one step: '
        f"{len(several)}</summary>"
        f'<ul class="findings">{items}</ul></details>'
    )


def _start(shown: ExploreView, node: Node) -> str:
    """What the chain begins with."""
    kind = shown.map.header.words_for(node.kind).label
    return (
        f'<p class="start"><b>{text(node.name)}</b> <span class="kind">{text(kind)}</span> '
        f"{about_node(node, shown.view.level)}</p>"
    )


def _step(shown: ExploreView, step: StepWords) -> str:
    chosen = shown.view.step == step.number
    fails = "" if passes(shown.map, step.edge, shown.view.gate) else _fails(shown.view.gate)
    link = text(shown.view.link(step=None if chosen else step.number, edge=None))
    current = ' aria-current="step"' if chosen else ""
    title = claims(step.source, step.edge, step.target)
    return (
        f'<li class="step{" chosen" if chosen else ""}{_kind(step.edge)}" id="step-{step.number}">'
        f'<h3><a href="{link}" data-go data-key="step-{step.number}"{current}>'
        f'<span class="number">{step.number}</span> {title}</a></h3>'
        f'<p class="sentence">{text(step.sentence)}</p>'
        f"{facts(shown.map, step.edge)}{_proposed(step.edge)}{fails}"
        f"{evidence(shown.map, step.edge, shown.view.level, opened=chosen)}</li>"
    )


def _kind(edge: Edge) -> str:
    return " proposed" if edge.status is Status.PROPOSED else ""


def _proposed(edge: Edge) -> str:
    """That nothing supports a causal step; for nothing else."""
    if not edge.causal or edge.status is not Status.PROPOSED:
        return ""
    return f'<p class="fails">{Status.PROPOSED.label.capitalize()}: no supporting finding.</p>'


def _fails(gate: Gate) -> str:
    return f'<p class="fails">With {text(gate.label)} only, the chain breaks here.</p>'


def _loose_arrow(shown: ExploreView) -> str:
    """An arrow that was opened although the chosen path does not use it, with the steps it stands for."""
    name = shown.view.edge or ""
    arrow = shown.shown.arrow.get(name)
    edges = [shown.map.edge[step] for step in arrow.steps] if arrow else []
    edges = edges or [edge for edge in [shown.map.edge.get(name)] if edge is not None]
    if not edges:
        return ""
    source, target = shown.map.node[edges[0].source], shown.map.node[edges[-1].target]
    arrow = arrow or arrow_of(edges)
    close = text(shown.view.link(edge=None))
    steps = "".join(_card(shown, edge, alone=len(edges) == 1) for edge in edges)
    return (
        '<section class="step chosen loose" id="arrow"><h2>'
        f"{claims(source, arrow, target)}</h2>"
        f'<p class="soft">{_standing(edges)} <a href="{close}" data-go>Close</a></p>{steps}</section>'
    )


def _card(shown: ExploreView, edge: Edge, *, alone: bool) -> str:
    """One edge of an opened arrow."""
    source, target = shown.map.node[edge.source], shown.map.node[edge.target]
    title = "" if alone else f"<h3>{claims(source, edge, target)}</h3>"
    return (
        f'{title}<p class="sentence">{text(sentence_of(edge, shown.view.level))}</p>'
        f"{facts(shown.map, edge)}{_proposed(edge)}"
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
