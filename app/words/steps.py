"""The chosen path step by step: why each follows, how sure we are, and the findings for and against."""

from __future__ import annotations

from app.state.explore_view import ExploreView, Row
from app.words.edge import about_node, evidence, facts, gate_note, proposed_note
from app.words.false_chains import false_chain_list
from app.words.foot import foot
from app.words.markup import SHARE, citation, claims, text
from graph.evidence.coverage import spanning
from graph.paths.causal_path import CausalPath
from graph.records.causal_map import CausalMap
from graph.records.edge import Edge
from graph.records.node import Node
from graph.records.vocabulary import Status
from graph.words.explain import StepWords, summary_of, whole_chain_note, words_of


def step_list(shown: ExploreView) -> str:
    """The chosen path as an ordered list, with what is known of the whole."""
    if shown.path is None or shown.row is None:
        false = false_chain_list(shown.map, shown.false_chains, opened=bool(shown.answer.false_chains))
        return f"{false}{foot(shown.map.header)}"
    path, row = shown.path, shown.row
    items = "".join(_step(shown, step) for step in words_of(path, shown.view.level))
    return (
        f"<h2>The chosen path, step by step</h2>"
        f'<p class="soft">{text(_standing_of(shown, row))} {text(summary_of(path))}</p>'
        f"{_acts(shown)}{_start(shown, path.records[0])}"
        f'<ol class="steps">{items}</ol>'
        f'<p class="caution">{text(whole_chain_note(path, shown.map))}</p>{_spanning(shown.map, path)}'
        f"{false_chain_list(shown.map, shown.false_chains)}{foot(shown.map.header)}"
    )


def _acts(shown: ExploreView) -> str:
    """What can be done with the chosen path."""
    link = f"lecture{shown.view.plainly.link()}"
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
    link = text(shown.view.closed().link(step=None if chosen else step.number))
    current = ' aria-current="step"' if chosen else ""
    title = claims(step.source, step.edge, step.target)
    return (
        f'<li class="step{" chosen" if chosen else ""}{_kind(step.edge)}" id="step-{step.number}">'
        f'<h3><a href="{link}" data-go data-key="step-{step.number}"{current}>'
        f'<span class="number">{step.number}</span> {title}</a></h3>'
        f'<p class="sentence">{text(step.sentence)}</p>'
        f"{facts(shown.map, step.edge)}{proposed_note(step.edge)}"
        f"{gate_note(shown.map, step.edge, shown.view.gate)}"
        f"{evidence(shown.map, step.edge, shown.view.level, opened=chosen)}</li>"
    )


def _kind(edge: Edge) -> str:
    return " proposed" if edge.status is Status.PROPOSED else ""
